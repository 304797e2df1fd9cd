"""Loggers: calls, context, children, levels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

import agora_log
from conftest import Memory
from entries import check

Configure = Callable[..., Memory]
UUID = "0192f3a1-7c4e-7d2a-9b1c-5e8f6a7b8c9d"


def test_entry_of_a_logger(configured: Configure) -> None:
    """A logger's entry carries the configuration, the logger's name and the place of the call."""
    memory = configured(version="1.2.3", environment="prod", default_context={"region": "eu"}, file_enabled=False)
    agora_log.get_logger("market.feed").info("Feed connected", venue="XETR", symbols=1200)
    line = memory.lines[-1]

    assert line.startswith(b'{"timestamp":"2023-11-14T22:13:20.123456Z","level":"INFO","message":"Feed connected",')
    assert check(line)["context"] == {"region": "eu", "symbols": 1200, "venue": "XETR"}
    assert check(line)["logger_name"] == "market.feed"
    assert check(line)["environment"] == "production"


def test_names_that_collide(configured: Configure) -> None:
    """Any keyword is context, also one that is the name of a parameter or a member."""
    memory = configured()
    agora_log.get_logger().info("x", level="gold", message="m", self=1, context=2, first=3, second=4, fields=5, name=6)

    assert memory.last()["level"] == "INFO"
    assert memory.last()["message"] == "x"
    assert memory.last()["context"] == {
        "context": 2, "fields": 5, "first": 3, "level": "gold", "message": "m", "name": 6, "second": 4, "self": 1
    }  # fmt: skip


def test_error_in_any_position(configured: Configure) -> None:
    """An error may be the message, stand before or behind the context, or be a member of it."""
    memory = configured()
    log = agora_log.get_logger()
    error = ValueError("told")
    log.error(error)
    log.error("m", error)
    log.error("m", error, {"a": 1})
    log.error("m", {"a": 1}, error)
    log.error("m", error, a=1)
    log.info("m", exception=error)
    log.warning("m", {"a": 1}, err=error)

    assert {entry["exception"]["message"] for entry in memory.entries()} == {"told"}
    assert [entry.get("context") for entry in memory.entries()] == [None, None, *[{"a": 1}] * 3, None, {"a": 1}]
    assert memory.entries()[0]["message"] == "told"


def test_other_values_by_position(configured: Configure) -> None:
    """Two mappings are laid over each other, a second error is context, and another value is shown with its kind."""
    memory = configured()
    log = agora_log.get_logger()
    log.info("m", {"a": 1, "b": 1}, {"b": 2})
    log.info("m", {"a": 1}, a=2)
    log.error("m", KeyError("first"), KeyError("second"))
    log.error("m", "caught")
    log.info("m", None, {"a": 3})
    log.info("m", None, None)

    assert [entry.get("context") for entry in memory.entries()] == [
        {"a": 1, "b": 2},
        {"a": 2},
        {"error": {"message": "'second'", "type": "KeyError"}},
        None,
        {"a": 3},
        None,
    ]
    assert memory.entries()[3]["exception"] == {"type": "string", "message": "caught"}


def test_exception_method(configured: Configure) -> None:
    """`exception` takes the error that is being handled, unless one is given; outside a handler there is none."""
    memory = configured()
    log = agora_log.get_logger()
    try:
        raise ValueError
    except ValueError:
        log.exception("m")
        log.exception("m", {"a": 1})
        log.exception("m", KeyError("k"))
        log.exception("m", {"a": 1}, KeyError("k"))
        log.exception("m", KeyError("k"), {"a": 1})
    log.exception("m")

    assert [entry.get("exception", {}).get("type") for entry in memory.entries()] == [
        "ValueError", "ValueError", "KeyError", "KeyError", "KeyError", None
    ]  # fmt: skip
    assert {entry["level"] for entry in memory.entries()} == {"ERROR"}


def test_children(configured: Configure) -> None:
    """A child adds to what is bound; its parent stays as it is, and the call wins over both."""
    memory = configured(default_context={"a": 0, "region": "eu"})
    parent = agora_log.get_logger("svc").with_context({"a": 1}, b=1)
    child = parent.with_context(a=2, user_id="u", correlation_id=UUID)
    child.info("m", b=3)
    parent.info("m")

    assert memory.entries()[0]["context"] == {"a": 2, "b": 3, "region": "eu"}
    assert memory.entries()[0]["user_id"] == "u"
    assert memory.entries()[0]["correlation_id"] == UUID
    assert memory.entries()[1]["context"] == {"a": 1, "b": 1, "region": "eu"}
    assert "user_id" not in memory.entries()[1]
    assert child.name == "svc"
    assert repr(child) == "<agora_log.Logger 'svc'>"


def test_bound_context_is_what_it_was(configured: Configure) -> None:
    """A dict that is changed later does not change what was bound."""
    memory = configured()
    context = {"a": 1}
    child = agora_log.get_logger().with_context(context)
    context["a"] = 2
    child.info("m")

    assert memory.last()["context"] == {"a": 1}


def test_ten_thousand_children(configured: Configure) -> None:
    """Children share the handlers."""
    memory = configured()
    log = agora_log.get_logger()
    children = [log.with_context(number=number) for number in range(10_000)]
    for child in children:
        child.info("m")

    assert [entry["context"]["number"] for entry in memory.entries()] == list(range(10_000))
    assert memory.closed == 0


def test_hostile_bindings(configured: Configure) -> None:
    """Binding raises nothing, whatever is bound."""
    memory = configured(default_context={"a": 1})

    class Odd(Mapping[str, object]):
        def _fail(self, *_: object) -> Any:
            raise LookupError

        __getitem__ = __iter__ = __len__ = __bool__ = _fail

    agora_log.get_logger().with_context(Odd()).with_context(5).info("m", b=2)  # type: ignore[arg-type]

    assert memory.last()["context"] == {"_agora": {"dropped": 2}, "a": 1, "b": 2}


@pytest.mark.parametrize("threshold", list(agora_log.LogLevel))
def test_levels(configured: Configure, threshold: agora_log.LogLevel) -> None:
    """Entries below the level are not written, and is_enabled says the same."""
    memory = configured(level=threshold)
    log = agora_log.get_logger()
    for level in agora_log.LogLevel:
        getattr(log, level.name.lower())("m")

    written = [entry["level"] for entry in memory.entries()]
    assert written == [level.name for level in agora_log.LogLevel if level >= threshold]
    assert written == [str(level) for level in agora_log.LogLevel if log.is_enabled(level)]
    assert log.is_enabled("panic")
    with pytest.raises(agora_log.AgoraError, match="AGORA_LEVEL"):
        log.is_enabled("loud")


def test_disabled_calls_do_nothing(configured: Configure) -> None:
    """A call below the level does not touch its values."""
    configured(level="ERROR")
    touched = []

    class Value:
        def __str__(self) -> str:
            touched.append(1)
            return ""

    agora_log.get_logger().info(Value(), {"a": Value()}, b=Value())

    assert touched == []


def test_the_real_error_wins(configured: Configure) -> None:
    """An Error is the entry's error wherever it stands; a loose value beside it is kept in the context."""
    memory = configured()
    error = ValueError("real")
    log = agora_log.get_logger()
    for arguments in ((error, "text"), ("m", error, "text"), ("m", "text", error)):
        log.error(*arguments)
        entry = check(memory.lines[-1])

        assert entry["exception"]["type"] == "ValueError"
        assert entry["context"] == {"error": "text"}


def test_calls_without_a_message(configured: Configure) -> None:
    """A call without a message has an empty one, also where a keyword is called `message`."""
    memory = configured()
    log = agora_log.get_logger()
    for method in (log.debug, log.info, log.warning, log.warn, log.error, log.critical, log.exception):
        method()
        method(message="in the context", error=ValueError("v"))

    assert [entry["message"] for entry in memory.entries()] == [""] * 12
    assert memory.last()["context"] == {"message": "in the context"}
    assert memory.last()["exception"]["message"] == "v"


def test_warn(configured: Configure) -> None:
    """`warn` is `warning` by another name, and finds its own place."""
    memory = configured()
    agora_log.get_logger().warn("m", a=1)

    assert memory.last()["level"] == "WARNING"
    assert memory.last()["function"] == "test_warn"
    assert memory.last()["context"] == {"a": 1}


def test_more_values_than_needed(configured: Configure) -> None:
    """However many values there are: mappings are context, the first error is the error, the rest is `error`."""
    memory = configured()
    log = agora_log.get_logger()
    log.error("m", 1, {"a": 1}, ValueError("first"), None, {"b": 2}, KeyError("second"), "text", c=3)
    log.info("m %s %s", "one", "two")
    entry, printf = memory.entries()

    assert entry["exception"]["message"] == "first"
    assert entry["context"] == {
        "a": 1, "b": 2, "c": 3, "error": [1, {"message": "'second'", "type": "KeyError"}, "text"]
    }  # fmt: skip
    assert printf["message"] == "m %s %s"
    assert printf["exception"] == {"message": "one", "type": "string"}
    assert printf["context"] == {"error": "two"}


def test_binding_by_any_name(configured: Configure) -> None:
    """Context may be bound by several mappings and under any keyword."""
    memory = configured()
    agora_log.get_logger().with_context({"a": 1, "b": 1}, None, {"b": 2}, self=3, context=4, contexts=5).info("m")

    assert memory.last()["context"] == {"a": 1, "b": 2, "context": 4, "contexts": 5, "self": 3}


@pytest.mark.parametrize("name", [5, None, ["a"], {}])
def test_names_that_are_no_text(configured: Configure, name: Any) -> None:
    """A logger whose name is no text has none."""
    memory = configured()
    agora_log.get_logger(name).info("m")

    assert "logger_name" not in memory.last()
