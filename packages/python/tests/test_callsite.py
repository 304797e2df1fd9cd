"""The place of a call: file, line and function of the code that logs."""

from __future__ import annotations

import functools
import sys
import threading
from collections.abc import Callable
from typing import Any

import pytest

import agora_log
from conftest import Memory

Configure = Callable[..., Memory]


def _line() -> int:
    """Return the line of the caller."""
    return sys._getframe(1).f_lineno


class Service:
    """A class with methods that log."""

    def method(self) -> int:
        """Log in a method."""
        agora_log.get_logger().info("m")
        return _line() - 1

    @staticmethod
    def static() -> int:
        """Log in a static method."""
        agora_log.get_logger().info("m")
        return _line() - 1

    @property
    def value(self) -> int:
        """Log in a property."""
        agora_log.get_logger().info("m")
        return _line() - 1


def test_functions(configured: Configure) -> None:
    """The function is the bare name of the method or function that logs."""
    memory = configured()
    lines = [Service().method(), Service.static(), Service().value]

    assert [entry["line"] for entry in memory.entries()] == lines
    assert [entry["function"] for entry in memory.entries()] == ["method", "static", "value"]
    assert {entry["file"] for entry in memory.entries()} == {"test_callsite.py"}


@pytest.mark.parametrize("level", ["debug", "info", "warning", "error", "critical", "exception"])
def test_every_method(configured: Configure, level: str) -> None:
    """Each method reports its caller."""
    memory = configured(level="DEBUG")
    getattr(agora_log.get_logger(), level)("m")
    line = _line() - 1

    assert memory.last()["line"] == line
    assert memory.last()["function"] == "test_every_method"


UNNAMED = """
def around(log):
    call = lambda: log.info("m")
    call()
    [log.info("m") for _ in "a"]
    {log.info("m") for _ in "a"}
    {1: log.info("m") for _ in "a"}
    list(log.info("m") for _ in "a")
"""


def test_unnamed_functions(configured: Configure) -> None:
    """A lambda is anonymous; a comprehension belongs to the function around it."""
    memory = configured()
    names: dict[str, Any] = {"__name__": "app"}
    exec(UNNAMED, names)  # noqa: S102 - the case
    names["around"](agora_log.get_logger())

    assert [entry["function"] for entry in memory.entries()] == ["<anonymous>"] + ["around"] * 4
    assert [entry["line"] for entry in memory.entries()] == [3, 5, 6, 7, 8]


def test_module_level(configured: Configure) -> None:
    """At the top of a module the function is `<module>`."""
    memory = configured()
    code = compile("\n\nlog.info('m')\n[log.info('m') for _ in 'a']", "/srv/app/setup.py", "exec")
    exec(code, {"__name__": "app.setup", "log": agora_log.get_logger()})  # noqa: S102 - the case

    assert [(entry["file"], entry["line"], entry["function"]) for entry in memory.entries()] == [
        ("setup.py", 3, "<module>"),
        ("setup.py", 4, "<module>"),
    ]


def test_several_calls_on_one_line_and_one_call_on_several(configured: Configure) -> None:
    """Each call has its own line, also within one statement."""
    memory = configured()
    log: Any = agora_log.get_logger()
    start = _line()
    log.info("a") if log.info("b") else log.info("c")
    log.info(
        "d",
        number=1,
    )
    _ = log.info("e") or log.info("f")

    lines = {entry["message"]: entry["line"] - start for entry in memory.entries()}
    assert lines == {"b": 1, "c": 1, "d": 2, "e": 6, "f": 6}


def test_same_code_in_two_files(configured: Configure) -> None:
    """Functions that are equal to the letter but in different files are told apart."""
    memory = configured()
    for file in ("/a/one.py", "/b/two.py"):
        names: dict[str, Any] = {"log": agora_log.get_logger(), "__name__": "app"}
        exec(compile("def call(): log.info('m')", file, "exec"), names)  # noqa: S102 - the case
        names["call"]()

    assert [entry["file"] for entry in memory.entries()] == ["one.py", "two.py"]


def test_code_that_comes_and_goes(configured: Configure) -> None:
    """Code objects that are gone leave no stale place behind."""
    memory = configured()
    log = agora_log.get_logger()
    for number in range(300):
        names: dict[str, Any] = {"log": log, "__name__": "app"}
        exec(compile(f"def f{number}(): log.info('m')\nf{number}()", f"/a/{number}.py", "exec"), names)  # noqa: S102 - the case

    assert [(entry["file"], entry["function"]) for entry in memory.entries()] == [
        (f"{number}.py", f"f{number}") for number in range(300)
    ]


def test_calls_by_other_means(configured: Configure) -> None:
    """A call by way of functools or a thread has the innermost Python frame that is not the library's."""
    memory = configured()
    functools.partial(agora_log.get_logger().info, "m")()

    assert memory.last()["function"] == "test_calls_by_other_means"

    thread = threading.Thread(target=agora_log.get_logger().info, args=("m",))
    thread.start()
    thread.join()

    assert memory.last()["file"] == "threading.py"


def test_source_root(configured: Configure) -> None:
    """With a source root the file is a path relative to it."""
    memory = configured(source_root=__file__.rpartition("/")[0].rpartition("/")[0])
    agora_log.get_logger().info("m")

    assert memory.last()["file"] == "tests/test_callsite.py"
