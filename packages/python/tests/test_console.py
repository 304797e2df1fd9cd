"""The console: standard output as it is, replaced, closed, slow, or a terminal."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable

import pytest

import agora_log
from agora_log._descriptor import write_all
from conftest import Memory
from entries import check
from programs import SETUP, run

Configure = Callable[..., Memory]


def test_console_carries_the_line(configured: Configure, capfd: pytest.CaptureFixture[str]) -> None:
    """Where the console has a line already, it gets the report too, and standard error nothing."""
    configured(file_path="/dev/full", console_enabled=True, console_format="json", handlers=[])
    agora_log.get_logger().info("m")
    out, err = capfd.readouterr()

    line, report = map(json.loads, out.splitlines())
    assert line["message"] == "m"
    assert report["context"]["code"] == "AGORA_HANDLER_IO"
    assert err == ""


def test_write_all_waits() -> None:
    """A pipe that is full and does not block gets the whole line when there is room again."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    data = os.urandom(300_000)
    received = bytearray()

    def read() -> None:
        while len(received) < len(data):
            received.extend(os.read(reader, 65_536))

    thread = threading.Thread(target=read)
    thread.start()
    write_all(writer, data)
    thread.join()
    os.close(reader)
    os.close(writer)

    assert bytes(received) == data


def test_console_replaced(configured: Configure) -> None:
    """A program that replaces sys.stdout gets the lines there."""
    configured(console_enabled=True, console_format="json", handlers=[])
    with contextlib.redirect_stdout(io.StringIO()) as stream:
        agora_log.get_logger().info("m")

    assert json.loads(stream.getvalue())["message"] == "m"


def test_console_that_logs(configured: Configure) -> None:
    """A stream in the place of sys.stdout that logs what it gets does not recurse."""
    memory = configured(console_enabled=True, console_format="json")

    class Stream(io.StringIO):
        def write(self, text: str) -> int:
            agora_log.get_logger().info(text)
            return len(text)

    with contextlib.redirect_stdout(Stream()):
        agora_log.get_logger().info("m")

    assert [entry["message"] for entry in memory.entries()] == ["m"]


def test_stderr_that_logs(configured: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream in the place of sys.stderr that logs what it gets does not recurse either."""
    configured(file_path="/dev/full", handlers=[])

    class Stream(io.StringIO):
        def write(self, text: str) -> int:
            agora_log.get_logger().error("from stderr")
            return super().write(text)

    stream = Stream()
    monkeypatch.setattr(sys, "stderr", stream)
    agora_log.get_logger().info("m")

    assert [json.loads(line)["message"][:9] for line in stream.getvalue().splitlines()] == ["m", "A handler"]
    assert agora_log.dropped_entries() == 2


def test_without_stdout(
    configured: Configure, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program without standard output has its lines on standard error; without both they are counted."""
    configured(console_enabled=True, console_format="json", handlers=[])
    monkeypatch.setattr(sys, "stdout", None)
    agora_log.get_logger().info("m")
    monkeypatch.setattr(sys, "stderr", None)
    agora_log.get_logger().info("lost")

    line, report = map(json.loads, capfd.readouterr().err.splitlines())
    assert "there is no sys.stdout" in report["exception"]["message"]
    assert line["message"] == "m"
    assert agora_log.dropped_entries() == 1


def test_order_with_print() -> None:
    """Lines keep their order among what the program prints."""
    done = run("agora_log.initialize()\nprint('a')\nagora_log.get_logger().info('b')\nprint('c')")
    lines = done.stdout.splitlines()

    assert lines[0] == b"a"
    assert check(lines[1] + b"\n")["message"] == "b"
    assert lines[2] == b"c"


def test_terminal() -> None:
    """On a terminal the form is text, in colours unless NO_COLOR is set; elsewhere it is JSON."""
    code = "agora_log.initialize()\nagora_log.get_logger().info('m')"
    shown = []
    for env in ({"LOG_CONSOLE_FORMAT": ""}, {"LOG_CONSOLE_FORMAT": "", "NO_COLOR": "1"}):
        main, sub = os.openpty()
        done = run(code, env=env, stdout=sub, stderr=subprocess.PIPE, capture_output=False)
        os.close(sub)
        shown.append(os.read(main, 10_000))
        os.close(main)
        assert done.returncode == 0

    assert b" \x1b[32mINFO    \x1b[0m svc m  " in shown[0]
    assert b" INFO     svc m  " in shown[1]
    assert check(run(code, env={"LOG_CONSOLE_FORMAT": ""}).stdout)["message"] == "m"


def test_closed_pipe() -> None:
    """A reader that goes away costs neither the exit code nor a line: they are on standard error."""
    code = """
agora_log.initialize()
log = agora_log.get_logger()
sys.stdin.read()
for number in range(5):
    log.info("m", number=number)
"""
    process = subprocess.Popen(
        [sys.executable, "-c", SETUP + code],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"SERVICE_NAME": "svc"},
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate(b"", timeout=60)
    first, report, *rest = map(json.loads, err.splitlines())
    lines = [first, *rest]

    assert process.returncode == 0
    assert report["exception"]["type"] == "BrokenPipeError"
    assert [line["context"]["number"] for line in lines] == list(range(5))


def test_interrupt_reaches_the_program() -> None:
    """Ctrl-C while a line waits for a slow reader ends the program as usual."""
    code = "agora_log.initialize()\nprint('ready', flush=True)\nwhile True: agora_log.get_logger().info('x' * 8000)"
    process = subprocess.Popen(
        [sys.executable, "-c", SETUP + code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"SERVICE_NAME": "svc"},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)

    assert process.returncode in (-signal.SIGINT, 1)
    assert err.strip().endswith(b"KeyboardInterrupt")
