"""Life before, between and after configurations, with threads and tasks, and with values and handlers that log."""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import threading
import time
from collections.abc import Callable

import pytest

import agora_log
from conftest import Memory
from entries import check

Configure = Callable[..., Memory]


def test_before_initialize(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Before initialize entries go to the console, after one warning, with the service of the environment."""
    monkeypatch.setenv("LOG_CONSOLE_FORMAT", "json")
    monkeypatch.setenv("LOG_FILE_PATH", "/nowhere/at/all.log")
    log = agora_log.get_logger("early")
    log.debug("not written")
    log.info("first")
    log.info("second")
    warning, first, second = map(json.loads, capfd.readouterr().out.splitlines())

    assert warning["level"] == "WARNING"
    assert warning["context"] == {"code": "AGORA_NOT_INITIALIZED"}
    assert [first["message"], second["message"]] == ["first", "second"]
    assert first["service"] == "unknown_service"


def test_service_of_the_environment(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Before initialize the service may be known from the environment."""
    monkeypatch.setenv("SERVICE_NAME", "from-env")
    agora_log.get_logger().error("m")

    assert {json.loads(line)["service"] for line in capfd.readouterr().out.splitlines()} == {"from-env"}


def test_initialize_again(configured: Configure) -> None:
    """Loggers and children that exist follow a new configuration; the handlers of the old one are closed."""
    first = configured()
    log = agora_log.get_logger("a")
    child = log.with_context(x=1)
    child.info("one")
    second = Memory()
    configured(handlers=[second], service_name="other", default_context={"y": 2}, level="DEBUG")
    child.debug("two")

    assert [entry["message"] for entry in first.entries()] == ["one"]
    assert first.closed == 1
    assert len(first.flushed) == 1
    assert second.last()["service"] == "other"
    assert second.last()["context"] == {"x": 1, "y": 2}


def test_handlers_that_are_kept(configured: Configure) -> None:
    """A handler that the new configuration has too is not closed."""
    memory = configured()
    configured()

    assert memory.closed == 0


def test_flush_and_shutdown(configured: Configure, capfd: pytest.CaptureFixture[str]) -> None:
    """After shutdown entries from WARNING on go to standard error, the others are counted; one report says so."""
    memory = configured()
    log = agora_log.get_logger()

    assert agora_log.flush() == 0
    assert 4 < memory.flushed[-1] <= 5
    assert agora_log.shutdown(1.0) == 0
    assert agora_log.shutdown() == 0
    assert memory.closed == 1

    log.info("gone")
    log.warning("kept")
    out, err = capfd.readouterr()
    assert memory.lines == []
    assert out == ""
    report, kept = map(json.loads, err.splitlines())
    assert report["context"] == {"code": "AGORA_CLOSED"}
    assert kept["message"] == "kept"
    assert agora_log.dropped_entries() == 1

    configured()
    log.info("back")
    assert memory.last()["message"] == "back"
    assert memory.entries()[0]["context"] == {"code": "AGORA_DROPPED", "dropped": 1, "reason": "closed"}


def test_shutdown_before_initialize(capfd: pytest.CaptureFixture[str]) -> None:
    """Shutdown may come first, and flush too."""
    assert agora_log.flush() == 0
    assert agora_log.shutdown() == 0
    agora_log.get_logger().info("gone")
    out, err = capfd.readouterr()

    assert out == ""
    assert "AGORA_CLOSED" in err
    assert agora_log.dropped_entries() == 1


def test_values_that_log(configured: Configure) -> None:
    """A value that logs while it is written does so once, and does not recurse."""
    memory = configured()
    log = agora_log.get_logger()

    class Chatty:
        def __str__(self) -> str:
            log.info("from within", value=self)
            return "chatty"

    log.info("outer", value=Chatty())

    assert [(entry["message"], entry["context"]) for entry in memory.entries()] == [
        ("from within", {"value": "chatty"}),
        ("outer", {"value": "chatty"}),
    ]
    assert agora_log.dropped_entries() == 1


def test_handlers_that_log(configured: Configure, capfd: pytest.CaptureFixture[str]) -> None:
    """What a handler logs while it writes goes to standard error."""
    memory = configured()
    log = agora_log.get_logger()

    class Chatty(Memory):
        def write(self, line: bytes, level: int) -> None:
            log.info("from the handler")
            super().write(line, level)

    chatty = Chatty()
    configured(handlers=[memory, chatty])
    log.info("m")

    assert len(memory.lines) == len(chatty.lines) == 1
    assert json.loads(capfd.readouterr().err)["message"] == "from the handler"
    assert agora_log.dropped_entries() == 0


def test_clock_that_raises(configured: Configure) -> None:
    """A clock that fails is replaced by the system's."""

    def fail() -> int:
        raise OSError

    memory = configured(clock=fail)
    agora_log.get_logger().info("m")

    assert memory.last()["timestamp"] > "2024"


def test_drops_are_reported(configured: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was dropped is said behind the first entry that comes ten seconds later, once for each reason."""
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    memory = configured()
    log = agora_log.get_logger()

    class Loud:
        def __str__(self) -> str:
            log.info("within", value=Louder())
            return "loud"

    class Louder:
        def __str__(self) -> str:
            log.info("dropped")
            log.info("dropped")
            return "louder"

    log.info("m", value=Loud())
    now[0] = 109.9
    log.info("m")
    assert [entry["message"] for entry in memory.entries()] == ["within", "m", "m"]
    now[0] = 110.0
    log.info("m")
    log.info("m")

    assert [entry["message"] for entry in memory.entries()[3:]] == ["m", "Entries were dropped", "m"]
    assert memory.entries()[4]["context"] == {"code": "AGORA_DROPPED", "dropped": 2, "reason": "recursion"}
    assert agora_log.dropped_entries() == 2


def test_faults_of_the_encoder(configured: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the encoder itself fails, the entry is written in a minimal form that says what is missing."""
    memory = configured(default_context={"y": 1})

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr("agora_log._encode.write_known_members", fail)
        agora_log.get_logger("a").info("m\x1b[0m password=1234567", x=1)
        agora_log.get_logger("a").error("m" * 2000, ValueError("told", 1), x=1)
        agora_log.get_logger("a").error({"m": 1}, agora_log.ExceptionInfo("E", "m"), x=1)
    first, second, third = map(check, memory.lines)

    assert first["message"] == "m password=[REDACTED]"
    assert first["logger_name"] == "a"
    assert first["function"] == "test_faults_of_the_encoder"
    assert first["context"] == {"_agora": {"dropped": 2}, "code": "AGORA_ENCODE", "fault": "ZeroDivisionError"}
    assert second["context"]["_agora"] == {"dropped": 2, "truncated": ["exception", "message"]}
    assert second["exception"] == {"message": "told", "type": "ValueError"}
    assert third["context"]["_agora"] == {"dropped": 2, "truncated": ["exception", "message"]}
    assert third["message"] == ""


def test_threads(configured: Configure) -> None:
    """Eight threads lose nothing, and each keeps its order."""
    memory = configured()
    log = agora_log.get_logger()

    def work(thread: int) -> None:
        child = log.with_context(thread=thread)
        for number in range(500):
            child.info("m", number=number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    seen = [(entry["context"]["thread"], entry["context"]["number"]) for entry in memory.entries()]
    assert sorted(seen) == [(thread, number) for thread in range(8) for number in range(500)]
    for thread_number in range(8):
        numbers = [number for thread, number in seen if thread == thread_number]
        assert numbers == sorted(numbers)


def test_configurations_while_threads_log(configured: Configure) -> None:
    """A change of configuration while others log loses nothing."""
    memories = [Memory() for _ in range(20)]
    configured(handlers=[memories[0]])
    log = agora_log.get_logger()
    done = threading.Event()
    written = [0]

    def work() -> None:
        while not done.is_set():
            log.info("m")
            written[0] += 1

    thread = threading.Thread(target=work)
    thread.start()
    for memory in memories[1:]:
        configured(handlers=[memory])
    done.set()
    thread.join()

    assert written[0] == sum(len(memory.lines) for memory in memories)


def test_tasks(configured: Configure) -> None:
    """Loggers work in asyncio tasks, and report their coroutine."""
    memory = configured()

    async def work() -> None:
        await asyncio.sleep(0)
        agora_log.get_logger().info("m")

    asyncio.run(work())

    assert memory.last()["function"] == "work"


def test_no_frame_is_kept(configured: Configure) -> None:
    """A call keeps no frame alive, and with it no local variable of the caller."""
    configured()

    class Big:
        pass

    def call() -> None:
        local = Big()
        agora_log.get_logger().info("m", a=1)
        del local

    call()

    assert not any(isinstance(thing, Big) for thing in gc.get_objects())


def test_one_state_for_two_copies(configured: Configure) -> None:
    """A second copy of the package in the same process uses the same configuration."""
    memory = configured()
    mine = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "agora_log"}
    for name in mine:
        del sys.modules[name]
    try:
        import agora_log as copy  # noqa: PLC0415 - the copy is the case

        assert copy is not mine["agora_log"]
        copy.get_logger("copy").info("m")
    finally:
        sys.modules.update(mine)

    assert memory.last()["logger_name"] == "copy"
