"""The form of an entry for people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from agora_log._gen.tables import RESERVED_KEYS
from agora_log._text import quote, sort_keys

_UNSAFE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NEEDS_QUOTES: Final = re.compile('[ ="]')
_QUOTED: Final = re.compile(r'["\\]')
_LEVEL_WIDTH: Final = 8
_INDENT: Final = "    "
_RESET: Final = "\x1b[0m"
_COLORS: Final = {
    "DEBUG": "\x1b[2m",
    "INFO": "\x1b[32m",
    "WARNING": "\x1b[33m",
    "ERROR": "\x1b[31m",
    "CRITICAL": "\x1b[1;31m",
}


class _Number(str):
    """A number as it stands in the entry."""

    __slots__ = ()


def text_form(line: bytes, *, colors: bool = False) -> bytes:
    """Turn an entry into one line of text, with its exception below, indented by four spaces.

    Control characters, escape sequences and bidi controls of any field are escaped, so that no text can leave its
    line or change the terminal.

    Args:
        line: An entry as canonical JSON. Anything else is only made safe.
        colors: Colour the level.
    """
    try:
        entry = json.loads(line, parse_int=_Number, parse_float=_Number)
        lines = [_first_line(entry, colors=colors), *_exception_lines(entry.get("exception"))]
    except Exception:
        lines = [_safe(line.decode(errors="replace").rstrip("\n"))]
    return ("\n".join(lines) + "\n").encode()


def _first_line(entry: Mapping[str, Any], *, colors: bool) -> str:
    time = f"{entry['timestamp'][:10]} {entry['timestamp'][11:23]}"
    level = entry["level"].ljust(_LEVEL_WIDTH)
    if colors:
        level = f"{_COLORS.get(entry['level'], '')}{level}{_RESET}"
    name = f" [{_safe(entry['logger_name'])}]" if "logger_name" in entry else ""
    pairs = [f"{_safe(key)}={_value(value)}" for key, value in _pairs(entry)]
    place = f"{_safe(entry['file'])}:{entry['line']} {_safe(entry['function'])}"
    start = f"{time} {level} {_safe(entry['service'])}{name} {_safe(entry['message'])}"
    return "  ".join([start, " ".join(pairs), place] if pairs else [start, place])


def _pairs(entry: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name in RESERVED_KEYS:
        if name in entry:
            yield name, entry[name]
    yield from entry.get("context", {}).items()


def _value(value: Any) -> str:
    if isinstance(value, _Number):
        return str(value)
    if isinstance(value, str):
        needs_quotes = not value or _NEEDS_QUOTES.search(value)
        return _safe(f'"{_QUOTED.sub(_escaped, value)}"' if needs_quotes else value)
    return _safe(_json(value))


def _json(value: Any) -> str:
    """Write a parsed value as it stood in the entry."""
    if isinstance(value, _Number):
        return str(value)
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, Mapping):
        keys = sort_keys(list(value))
        return "{" + ",".join(f"{quote(key)}:{_json(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_json, value)) + "]"
    return {None: "null", True: "true", False: "false"}[value]


def _exception_lines(exception: Mapping[str, Any] | None, start: str = "") -> Iterator[str]:
    if exception is None:
        return
    told = exception.get("stacktrace") or f"{exception['type']}: {exception['message']}"
    for text in told.split("\n"):
        yield f"{_INDENT}{start}{_safe(text)}"
        start = ""
    yield from _exception_lines(exception.get("cause"), "caused by ")
    for error in exception.get("errors", ()):
        yield from _exception_lines(error, "with ")


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _safe(text: str) -> str:
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
