"""Errors: the member `exception`, errors within the context, chains, groups, tracebacks."""

from __future__ import annotations

import errno
import json
from typing import Any

import pytest

from agora_log import ExceptionInfo
from entries import context_text, entry


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    """Return an error with a traceback."""
    try:
        raise error from cause
    except BaseException as caught:
        return caught


def exception(error: object, **given: Any) -> Any:
    """Return the member `exception` of an entry with an error."""
    return entry(error=error, **given)["exception"]


def test_exception() -> None:
    """An exception has its type, its message, and the traceback as Python prints it, without a line feed at the end."""
    found = exception(raised(ValueError("told")))

    assert list(found) == ["type", "message", "stacktrace"]
    assert found["type"] == "ValueError"
    assert found["message"] == "told"
    lines = found["stacktrace"].split("\n")
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[1].startswith(f'  File "{__file__}", line ')
    assert lines[1].endswith(", in raised")
    assert lines[2] == "    raise error from cause"
    assert lines[3] == "ValueError: told"
    assert len(lines) == 4


def test_exception_that_was_never_raised() -> None:
    """Without a traceback there is no stack; without a message it is empty."""
    assert exception(ValueError()) == {"type": "ValueError", "message": ""}


def test_own_members() -> None:
    """What an error carries besides stands in its properties; those of OSError too."""
    error = ValueError("told")
    error.code = 7  # type: ignore[attr-defined]
    error.api_key = "x"  # type: ignore[attr-defined]
    error.add_note("noted")

    assert exception(error)["properties"] == {"__notes__": ["noted"], "api_key": "[REDACTED]", "code": 7}
    assert exception(OSError(errno.ENOENT, "No such file", "/a"))["properties"] == {
        "errno": 2,
        "filename": "/a",
        "strerror": "No such file",
    }
    assert "properties" not in exception(OSError("odd"))


def test_causes() -> None:
    """A cause is the explicit one, else the error that was being handled, unless that is suppressed."""
    context = ValueError("context")
    explicit = raised(KeyError("k"), cause=TypeError("cause"))
    explicit.__context__ = context
    implicit = KeyError("k")
    implicit.__context__ = context
    suppressed = raised(KeyError("k"))
    suppressed.__context__ = context

    assert exception(explicit)["cause"] == {"type": "TypeError", "message": "cause"}
    assert exception(implicit)["cause"] == {"type": "ValueError", "message": "context"}
    assert "cause" not in exception(suppressed)


def test_chain_limit() -> None:
    """Of nine errors in a chain the last is left out, and the entry says so."""
    error = ValueError("0")
    for number in range(1, 9):
        outer = ValueError(str(number))
        outer.__cause__ = error
        error = outer
    found = entry(error=error)
    messages = []
    link = found["exception"]
    while link is not None:
        messages.append(link["message"])
        link = link.get("cause")

    assert messages == ["8", "7", "6", "5", "4", "3", "2", "1"]
    assert found["context"] == {"_agora": {"truncated": ["exception"]}}


def test_chain_that_bites_its_tail() -> None:
    """A cause that is on the chain already is left out, and counts nowhere."""
    first, second = ValueError("first"), ValueError("second")
    first.__cause__, second.__cause__ = second, first
    own = ValueError("own")
    own.__cause__ = own

    assert entry(error=first)["exception"] == {
        "type": "ValueError",
        "message": "first",
        "cause": {"type": "ValueError", "message": "second"},
    }
    assert "context" not in entry(error=first)
    assert exception(own) == {"type": "ValueError", "message": "own"}
    assert json.loads(context_text({"x": first}))["x"]["cause"] == {"message": "second", "type": "ValueError"}


def test_group() -> None:
    """The errors of a group stand in it, without causes and errors of their own, which counts as lost."""
    inner = ValueError("inner")
    inner.__cause__ = KeyError("k")
    group = ExceptionGroup("many", [inner, ExceptionGroup("nested", [TypeError()]), OSError("x")])
    found = entry(error=group)

    assert found["exception"]["message"] == "many (3 sub-exceptions)"
    assert found["exception"]["errors"] == [
        {"type": "ValueError", "message": "inner"},
        {"type": "ExceptionGroup", "message": "nested (1 sub-exception)"},
        {"type": "OSError", "message": "x"},
    ]
    assert found["context"] == {"_agora": {"truncated": ["exception"]}}
    assert entry(context={"x": group})["context"]["_agora"] == {"dropped": 2}


def test_group_limit() -> None:
    """Of 17 errors the last is left out."""
    group = ExceptionGroup("many", [ValueError(str(number)) for number in range(17)])

    assert len(exception(group)["errors"]) == 16
    found = entry(context={"x": group})["context"]
    assert found["_agora"] == {"dropped": 1}
    assert [error["message"] for error in found["x"]["errors"]] == [str(number) for number in range(16)]


def test_error_in_context() -> None:
    """An error among other values is an object with sorted members."""
    error = ExceptionInfo("E", "m", "at x", {"b": 1}, ExceptionInfo("C", "c"), [ExceptionInfo("I", "i")])

    assert context_text({"x": error}) == (
        '{"x":{"cause":{"message":"c","type":"C"},"errors":[{"message":"i","type":"I"}],"message":"m",'
        '"properties":{"b":1},"stacktrace":"at x","type":"E"}}'
    )
    assert list(exception(error)) == ["type", "message", "stacktrace", "properties", "cause", "errors"]


@pytest.mark.parametrize("key", ["err", "error", "exception"])
def test_error_under_its_key(key: str) -> None:
    """The first of err, error, exception that holds an error becomes the exception, unless one is given."""
    context = {"exception": ValueError("3"), "error": ValueError("2"), "err": ValueError("1"), "x": 1}
    context = {name: value for name, value in context.items() if name >= key or name == "x"}
    found = entry(context={"err": "text", **context})
    first = min((name for name in ("err", "error", "exception") if name in context), key=len)

    assert found["exception"]["message"] == str(context[first])
    assert first not in found["context"] or found["context"][first] == "text"
    assert entry(context={key: ValueError("x")}, error=KeyError("k"))["context"][key]["message"] == "x"
    assert entry(bound=[{key: ValueError("x")}])["exception"]["message"] == "x"


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ("caught", "string", "caught"),
        (5, "number", "5"),
        (1.5, "number", "1.5"),
        (10**20, "number", "100000000000000000000"),
        (True, "boolean", "true"),
        ([1], "array", "[1]"),
        ((1, 2), "array", "[1,2]"),
        ({"b": 1, "a": 2}, "object", '{"a":2,"b":1}'),
        (b"abc", "object", '"YWJj"'),
    ],
)
def test_what_is_no_error(value: object, kind: str, text: str) -> None:
    """A value in the place of an error is named by its kind."""
    expected = {"type": kind, "message": text}

    assert exception(value) == expected
    assert exception(ExceptionInfo("E", "m", cause=value, errors=[value, None])) == {
        "type": "E",
        "message": "m",
        "cause": expected,
        "errors": [expected],
    }
    assert entry(context={"x": ExceptionInfo("E", "m", cause=value)})["context"]["x"]["cause"] == expected


def test_limits_of_texts() -> None:
    """Type, message and stack are cut at their own limits, and the entry says so where they stand."""
    error = ExceptionInfo("t" * 257, "m" * 8193, "s" * 16385)
    found = entry(error=error)

    assert found["exception"]["type"] == "t" * 232 + "…[+25B]"
    assert found["exception"]["message"] == "m" * 8168 + "…[+25B]"
    assert found["exception"]["stacktrace"] == "s" * 16360 + "…[+25B]"
    assert found["context"] == {"_agora": {"truncated": ["exception"]}}
    assert entry(context={"x": error})["context"]["_agora"] == {"truncated": ["context"]}


def test_many_frames() -> None:
    """Of a deep recursion the innermost frames are kept."""

    def descend(levels: int) -> None:
        if levels:
            descend(levels - 1)
        else:
            message = "deep"
            raise ValueError(message)

    with pytest.raises(ValueError, match="deep") as caught:
        descend(700)
    found = entry(error=caught.value)
    lines = found["exception"]["stacktrace"].split("\n")

    assert lines[0] == "Traceback (most recent call last):"
    assert lines[1].endswith("outer frames left out]")
    assert lines[-1] == "ValueError: deep"
    assert lines[-2].strip() == "raise ValueError(message)"
    assert 15_000 < len(found["exception"]["stacktrace"]) <= 16_384
    assert found["context"] == {"_agora": {"truncated": ["exception"]}}


class Hostile(Exception):  # noqa: N818 - its name is in the entries
    """An exception whose own code raises."""

    def __str__(self) -> str:
        raise KeyError

    @property
    def __cause__(self) -> Any:  # type: ignore[override]
        raise ValueError

    @property
    def __dict__(self) -> Any:  # type: ignore[override]
        raise ValueError


def test_hostile_exception() -> None:
    """An exception whose own code raises is an exception still."""
    assert exception(Hostile()) == {"type": "Hostile", "message": "[threw KeyError]"}
    assert context_text({"x": Hostile()}) == '{"x":{"message":"[threw KeyError]","type":"Hostile"}}'


def test_properties_in_a_circle() -> None:
    """An error that holds itself is a placeholder there."""
    error = ValueError("m")
    error.self = error  # type: ignore[attr-defined]
    error.inner = {"error": error}  # type: ignore[attr-defined]
    expected = {"inner": {"error": "[circular]"}, "self": "[circular]"}

    assert exception(error)["properties"] == expected
    assert entry(context={"x": error})["context"]["x"]["properties"] == expected


def test_errors_in_a_circle() -> None:
    """An error among its own errors is left out, and counts nowhere."""
    error = ExceptionInfo("E", "m")
    error.errors = [error, None, error]

    assert entry(error=error)["exception"] == {"type": "E", "message": "m"}
    assert entry(context={"x": error})["context"] == {"x": {"message": "m", "type": "E"}}


def test_texts_that_hold_each_other() -> None:
    """Values that lead to each other by way of causes come to an end."""
    left: dict[str, Any] = {}
    right: dict[str, Any] = {"error": ExceptionInfo("R", "r", cause=left)}
    left["error"] = ExceptionInfo("L", "l", cause=right)

    assert "[circular]" in context_text({"x": left})
    assert exception(left["error"])["cause"]["type"] == "object"


def test_budget_of_properties() -> None:
    """All properties of an exception share a budget of their own, in the order of the bytes."""
    values = {f"k{number:02}": [0] * 250 for number in range(20)}
    error = ExceptionInfo("E", "m", properties=values, cause=ExceptionInfo("C", "c", properties={"a": 1}))
    found = entry(error=error, config={"max_entry_bytes": 256_000}, context={"a": [0] * 256})

    assert len(found["exception"]["properties"]) == 17
    assert found["exception"]["cause"]["properties"] == {}
    assert found["context"]["_agora"] == {"truncated": ["exception"]}


def test_badly_made_info() -> None:
    """An ExceptionInfo with members of wrong kinds is written as far as that goes."""
    info = ExceptionInfo(5, None, 7, [1], errors=3)  # type: ignore[arg-type]

    assert exception(info) == {
        "type": "5",
        "message": "None",
        "stacktrace": "7",
        "properties": {"properties": "[threw AttributeError]"},
        "errors": [{"type": "object", "message": '"[threw TypeError]"'}],
    }
