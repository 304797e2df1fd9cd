"""What tests need to make entries and to look at them."""

from __future__ import annotations

import json
import re
from typing import Any

from agora_log._gen import tables
from agora_log.encoding import Encoder

TIME_NS = 1_700_000_000_123_456_789
"""2023-11-14T22:13:20.123456Z, with nanoseconds that the wire does not have."""

_PATTERNS = {
    name.removeprefix("PATTERN_").lower(): re.compile(value)
    for name, value in vars(tables).items()
    if name.startswith("PATTERN_")
}


def encode(message: object = "m", **given: Any) -> bytes:
    """Encode an entry of a bare service; `config` goes to the encoder, everything else into the entry."""
    config: dict[str, Any] = {"service": "svc"} | given.pop("config", {})
    call: dict[str, Any] = {
        "level": "INFO",
        "message": message,
        "time_ns": TIME_NS,
        "file": "a.py",
        "line": 1,
        "function": "f",
    } | given
    return Encoder(**config).encode(**call)


def entry(message: object = "m", **given: Any) -> dict[str, Any]:
    """Encode an entry, check that it is one, and return its members."""
    return check(encode(message, **given))


def context_text(context: Any, **given: Any) -> str:
    """Return the canonical text of a context; empty where the entry has none."""
    line = encode(context=context, **given).decode()
    return line[line.index(',"context":') + len(',"context":') : -2] if ',"context":' in line else ""


def check(line: bytes) -> dict[str, Any]:
    """Check that a line is a canonical entry, as far as its own text shows it, and return its members."""
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    members: dict[str, Any] = json.loads(line, object_pairs_hook=_object)
    names = list(members)
    assert names == [name for name in tables.ENTRY_MEMBERS if name in members]
    assert set(tables.REQUIRED_MEMBERS) <= set(names)
    assert members["level"] in tables.LEVELS
    for name, pattern in _PATTERNS.items():
        assert name not in members or pattern.fullmatch(members[name]), (name, members[name])
    assert members.get("context", {"a": 1}) != {}
    _check_sorted(members.get("context", {}))
    return members


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len({key for key, _ in pairs}) == len(pairs), "a key stands twice"
    return dict(pairs)


def _check_sorted(value: Any) -> None:
    if isinstance(value, dict):
        keys = [key.encode("utf-16-be") for key in value]
        assert keys == sorted(keys)
        for inner in value.values():
            _check_sorted(inner)
    elif isinstance(value, list):
        for inner in value:
            _check_sorted(inner)
