"""Handlers: real files, full disks, failures and recovery."""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import agora_log
from agora_log._descriptor import PartialWriteError
from agora_log.handlers import ConsoleHandler, FileHandler, Handler
from conftest import Memory
from entries import check

Configure = Callable[..., Memory]
LINE = b'{"a":1}\n'


def test_handlers_are_handlers() -> None:
    """The handlers that come with the package are what users may write themselves."""
    assert isinstance(ConsoleHandler(), Handler)
    assert isinstance(FileHandler("x"), Handler)
    assert isinstance(Memory(), Handler)


def test_file(tmp_path: Path, configured: Configure) -> None:
    """A file is made with its directories when the first line comes, in modes that keep others out."""
    path = tmp_path / "a" / "b" / "app.log"
    old = os.umask(0)
    try:
        configured(file_path=path)
        assert not path.parent.exists()
        agora_log.get_logger().info("one")
        agora_log.get_logger().info("two")
    finally:
        os.umask(old)

    assert [check(line)["message"] for line in path.read_bytes().splitlines(keepends=True)] == ["one", "two"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o750
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o750


def test_file_is_appended_to(tmp_path: Path) -> None:
    """What is in the file stays."""
    path = tmp_path / "app.log"
    path.write_bytes(b"before\n")
    for _ in range(2):
        handler = FileHandler(str(path))
        handler.write(LINE, 20)
        handler.close()

    assert path.read_bytes() == b"before\n" + LINE * 2


def test_torn_tail_is_ended(tmp_path: Path) -> None:
    """A line that a process left without its end spoils none of ours."""
    path = tmp_path / "app.log"
    path.write_bytes(b'{"to')
    handler = FileHandler(str(path))
    handler.write(LINE, 20)
    handler.close()

    assert path.read_bytes() == b'{"to\n' + LINE


def test_removed_directory(tmp_path: Path) -> None:
    """A file whose directory was removed is made again with the next line, and nothing goes to the old one."""
    path = tmp_path / "logs" / "app.log"
    handler = FileHandler(str(path))
    handler.write(LINE, 20)
    path.unlink()
    path.parent.rmdir()
    handler.write(LINE, 20)
    handler.close()

    assert path.read_bytes() == LINE


def test_no_link_is_followed(tmp_path: Path) -> None:
    """A symbolic link in place of the file is refused."""
    target = tmp_path / "target"
    (tmp_path / "app.log").symlink_to(target)

    with pytest.raises(OSError, match="symbolic"):
        FileHandler(str(tmp_path / "app.log")).write(LINE, 20)
    assert not target.exists()


def test_full_disk(configured: Configure, capfd: pytest.CaptureFixture[str]) -> None:
    """On a full disk lines go to standard error, with one report at first and one every ten seconds."""
    configured(file_path="/dev/full", file_enabled=True, handlers=[])
    log = agora_log.get_logger()
    for number in range(3):
        log.info("m", number=number)
    first, report, *rest = map(json.loads, capfd.readouterr().err.splitlines())

    assert report["level"] == "ERROR"
    assert report["exception"]["type"] == "OSError"
    assert report["exception"]["message"] == "[Errno 28] No space left on device"
    assert report["context"] == {"code": "AGORA_HANDLER_IO", "handler": "file /dev/full", "failures": 1}
    assert [line["context"]["number"] for line in (first, *rest)] == [0, 1, 2]
    assert agora_log.dropped_entries() == 0


def test_report_with_count(
    configured: Configure, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next report comes after ten seconds, with the count of failures since the last."""
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    configured(file_path="/dev/full", handlers=[])
    counts = []
    for seconds in (0, 1, 9.9, 10, 11, 20.1):
        now[0] = 100 + seconds
        agora_log.get_logger().info("m")
        counts += [
            entry["context"]["failures"]
            for entry in map(json.loads, capfd.readouterr().err.splitlines())
            if "context" in entry
        ]

    assert counts == [1, 3, 2]


def test_recovery(tmp_path: Path, configured: Configure, capfd: pytest.CaptureFixture[str]) -> None:
    """A file that could not be opened is tried again with the next line."""
    blocked = tmp_path / "dir"
    blocked.write_bytes(b"a file where a directory should be")
    configured(file_path=blocked / "app.log", handlers=[])
    agora_log.get_logger().info("one")
    blocked.unlink()
    agora_log.get_logger().info("two")

    assert "one" in capfd.readouterr().err
    two, report = (blocked / "app.log").read_bytes().splitlines(keepends=True)
    assert check(two)["message"] == "two"
    assert check(report)["level"] == "WARNING"
    assert check(report)["context"] == {
        "code": "AGORA_HANDLER_RECOVERED", "failures": 1, "handler": f"file {blocked}/app.log", "replayed": 0
    }  # fmt: skip


def test_directories_that_cannot_be(configured: Configure, capfd: pytest.CaptureFixture[str]) -> None:
    """A place where no directory can be made is a failure like any other."""
    configured(file_path="/proc/none/of/this/app.log", handlers=[])
    agora_log.get_logger().info("m")
    line, report = map(json.loads, capfd.readouterr().err.splitlines())

    assert report["exception"]["type"] == "FileNotFoundError"
    assert line["message"] == "m"


def test_other_handlers_get_the_line(configured: Configure, memory: Memory, capfd: pytest.CaptureFixture[str]) -> None:
    """One handler's failure does not reach another, or the caller."""

    class Failing:
        name = "failing"

        def _fail(self, *_: object) -> Any:
            raise LookupError

        write = flush = close = _fail

    configured(handlers=[Failing(), memory])
    agora_log.get_logger().info("m")
    assert agora_log.flush() == 0
    assert agora_log.shutdown() == 0

    line, report = memory.entries()
    assert line["message"] == "m"
    assert report["context"] == {"code": "AGORA_HANDLER_IO", "failures": 1, "handler": "failing"}
    assert report["exception"]["type"] == "LookupError"
    assert [json.loads(line) for line in capfd.readouterr().err.splitlines()] == [line, report]


def test_reports_reach_the_other_handlers(configured: Configure, memory: Memory) -> None:
    """A report about a handler goes to all others; one that fails with it is reported to those that are left."""

    class Failing:
        def __init__(self, name: str) -> None:
            self.name = name
            self.is_broken = True
            self.lines: list[bytes] = []

        def write(self, line: bytes, level: int) -> None:
            if self.is_broken:
                raise OSError(self.name)
            self.lines.append(line)

        def flush(self, timeout: float) -> int:
            return 0

        def close(self) -> None:
            """Do nothing."""

    first, second = Failing("first"), Failing("second")
    configured(handlers=[first, memory, second])
    log = agora_log.get_logger()
    log.info("m")
    log.info("m")
    first.is_broken = False
    log.info("m")
    own = [entry for entry in memory.entries() if entry.get("logger_name") == "agora"]

    assert [(entry["context"]["code"], entry["context"]["handler"]) for entry in own] == [
        ("AGORA_HANDLER_IO", "first"),
        ("AGORA_HANDLER_IO", "second"),
        ("AGORA_HANDLER_RECOVERED", "first"),
    ]
    assert [entry["context"]["failures"] for entry in own] == [1, 1, 3]
    assert {(entry["file"], entry["line"], entry["function"]) for entry in own} == {("<unknown>", 0, "<unknown>")}
    assert [json.loads(line)["message"] for line in first.lines] == ["m", "A handler writes again"]


def test_bad_descriptor(tmp_path: Path) -> None:
    """A descriptor that somebody closed is opened again; nobody else's is closed for it."""
    path = tmp_path / "app.log"
    handler = FileHandler(str(path))
    handler.write(LINE, 20)
    os.close(handler._descriptor)
    with pytest.raises(OSError, match="Bad file descriptor"):
        handler.write(LINE, 20)
    handler.write(LINE, 20)

    assert path.read_bytes() == LINE * 2


def test_torn_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a line that was written in part the next one stands on a line of its own."""
    path = tmp_path / "app.log"
    handler = FileHandler(str(path))
    write, calls = os.write, []

    def short_then_full(descriptor: int, data: bytes) -> int:
        calls.append(data)
        if len(calls) == 1:
            return write(descriptor, data[:3])
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", short_then_full)
    with pytest.raises(PartialWriteError):
        handler.write(LINE, 20)
    handler.write(LINE, 20)
    handler.write(LINE, 20)

    assert path.read_bytes() == LINE[:3] + b"\n" + LINE * 2


def test_sync_of_what_cannot_be_synced(configured: Configure, capfd: pytest.CaptureFixture[str]) -> None:
    """A device that cannot be made durable is no failure."""
    configured(file_path="/dev/null", handlers=[])
    agora_log.get_logger().info("m")

    assert agora_log.flush() == 0
    assert capfd.readouterr().err == ""


def test_line_after_close(tmp_path: Path) -> None:
    """A line that comes while another thread closes the file is written, and the file is closed again."""
    path = tmp_path / "app.log"
    handler = FileHandler(str(path))
    handler.write(LINE, 20)
    handler.close()
    handler.close()
    handler.write(LINE, 20)

    assert path.read_bytes() == LINE * 2
    assert handler._descriptor == -1
