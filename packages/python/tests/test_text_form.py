"""The form of entries for people."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_log import ExceptionInfo
from agora_log._text_form import text_form
from entries import encode


def text(message: object = "m", *, colors: bool = False, **given: Any) -> str:
    """Return an entry in its text form."""
    return text_form(encode(message, **given), colors=colors).decode()


def test_line() -> None:
    """Time, level, service, logger, message, lifted members, context in order, and the place."""
    shown = text(
        "message text",
        level="ERROR",
        file="feed.ts",
        line=12,
        function="load",
        config={"service": "market-data", "logger_name": "agora.feed"},
        context={"key2": "two words", "key": "value", "key3": {"a": 1}, "user_id": "u 1", "duration_ms": 1.50},
    )

    assert shown == (
        "2023-11-14 22:13:20.123 ERROR    market-data [agora.feed] message text  "
        'user_id="u 1" duration_ms=1.5 key=value key2="two words" key3={"a":1}  feed.ts:12 load\n'
    )


def test_short_line() -> None:
    """Without a logger's name and a context nothing stands in their places."""
    assert text() == "2023-11-14 22:13:20.123 INFO     svc m  a.py:1 f\n"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("", '""'),
        ("a=b", '"a=b"'),
        ('say "x"', '"say \\"x\\""'),
        ("back\\slash", "back\\slash"),
        ("back\\ slash", '"back\\\\ slash"'),
        ("tab\t", "tab\\u0009"),
        ("a b\n", '"a b\\u000a"'),
        ("\u202eevil", "\\u202eevil"),
        ("\x9b31m", "\\u009b31m"),
        ("é\u2028", "é\u2028"),
        (True, "true"),
        (None, "null"),
        (1e21, "1e+21"),
        (2.0**53, "9007199254740992"),
        (2**53, "9007199254740992"),
        ([1, "x\n", {"b": 1, "a": []}], '[1,"x\\n",{"a":[],"b":1}]'),
        ({"\ufb33": 1, "😂": 2}, '{"😂":2,"\ufb33":1}'),
    ],
)
def test_values(value: object, shown: str) -> None:
    """Strings are quoted where they could be read as something else; everything else is as in the entry."""
    assert f"m  k={shown}  a.py" in text(context={"k": value})


def test_exception() -> None:
    """An exception stands below, with its causes and errors, each line indented by four spaces."""
    error = ExceptionInfo(
        "E", "told", "E: told\n  at x", cause=ExceptionInfo("C", "cause\x1b[0m"), errors=[ExceptionInfo("I", "inner")]
    )

    assert text(error=error).splitlines()[1:] == [
        "    E: told",
        "      at x",
        "    caused by C: cause\\u001b[0m",
        "    with I: inner",
    ]


@pytest.mark.parametrize(
    ("level", "start"),
    [
        ("DEBUG", "\x1b[2mDEBUG   \x1b[0m "),
        ("INFO", "\x1b[32mINFO    \x1b[0m "),
        ("WARNING", "\x1b[33mWARNING \x1b[0m "),
        ("ERROR", "\x1b[31mERROR   \x1b[0m "),
        ("CRITICAL", "\x1b[1;31mCRITICAL\x1b[0m "),
    ],
)
def test_colors(level: str, start: str) -> None:
    """The level may have a colour."""
    assert text(level=level, colors=True).partition(".123 ")[2].startswith(start)


@pytest.mark.parametrize("line", [b"not json\x1b\n", b"[1]\n", b"{}\n", b"\xff\n"])
def test_what_is_no_entry(line: bytes) -> None:
    """A line that is no entry is made safe and else left alone."""
    assert text_form(line) == line.replace(b"\x1b", b"\\u001b").decode(errors="replace").encode()


@given(st.text(), st.dictionaries(st.text(), st.text()), st.text())
def test_nothing_leaves_its_line(message: str, context: dict[str, str], function: str) -> None:
    """No text makes a line break or reaches the terminal as a control character."""
    shown = text(message, context=context, function=function)

    assert shown.count("\n") == 1
    assert len(io.StringIO(shown).readlines()) == 1
    assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in shown[:-1])
