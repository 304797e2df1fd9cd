"""The members of an object: which are kept, in which order, each as JSON text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, cast

from agora_log._gen.tables import LIMIT_MEMBERS, LIMIT_SAFE_INTEGER
from agora_log._keys import cut_key, key_text
from agora_log._numbers import float_json
from agora_log._redact import REDACTED
from agora_log._text import quote, sort_keys
from agora_log._writer import SHORT, Writer

_SCALARS: Final[dict[type, Callable[[Any], str]]] = {
    float: float_json,
    bool: lambda value: "true" if value else "false",
    type(None): lambda _: "null",
}


def text_keys(pairs: Iterable[tuple[object, object]]) -> dict[str, object]:
    """Turn keys to repaired text; of equal ones the last occurrence stays."""
    members: dict[str, object] = {}
    for key, value in pairs:
        text = key_text(key)
        members.pop(text, None)
        members[text] = value
    return members


def write_known_members(
    writer: Writer, members: Mapping[Any, object], depth: int, *, top: bool = False
) -> tuple[list[str], list[str]] | None:
    """Write members whose keys are all short and plain: the path that nearly every entry takes.

    Args:
        writer: The state of the tree.
        members: Keys of any type, each with its value; nobody else may change it.
        depth: Depth of a container among the values.
        top: Whether these are the members of `context`; what is lost in each is noted then.

    Returns:
        The keys that were written, and each member as JSON text; None where the keys need more work, and then
        nothing was written or counted.
    """
    if len(members) > LIMIT_MEMBERS:
        return None
    try:
        names = sorted(members)
        starts = list(map(writer.keys.starts.get, names))
    except Exception:  # keys that cannot be compared, or whose own code raises
        return None
    if None in starts:
        starts = list(map(writer.keys.start, names))
        if None in starts:
            return None
    parts: list[str] = []
    for name, start in zip(names, cast("list[str]", starts), strict=True):
        if writer.budget <= 0:
            writer.dropped += len(names) - len(parts)
            break
        writer.budget -= 1
        parts.append(_known_member(writer, start, members[name], depth, len(parts) if top else -1))
    return names[: len(parts)], parts


def write_members(
    writer: Writer, members: Mapping[str, object], depth: int, *, top: bool = False
) -> tuple[list[str], list[str]]:
    """Write the members of an object: sorted, the first 128, as far as the budget goes.

    Args:
        writer: The state of the tree.
        members: Repaired keys, not yet cut, each with its value.
        depth: Depth of a container among the values.
        top: Whether these are the members of `context`; what is lost in each is noted then.

    Returns:
        The keys that were written, and each member as JSON text.
    """
    known: dict[str, tuple[str, bool]] = {}
    for key in members:
        short, was_cut = cut_key(key)
        known.pop(short, None)
        known[short] = (key, was_cut)
    keys = sort_keys(list(known))
    parts: list[str] = []
    for short in keys[:LIMIT_MEMBERS]:
        if writer.budget <= 0:
            break
        writer.budget -= 1
        key, was_cut = known[short]
        if was_cut:
            _note_cut_key(writer, len(parts), top=top)
        verdict = writer.keys.verdict(key)
        value = members[key]
        if verdict is not None and verdict != "hide":
            value = verdict(value)
        start = f"{quote(short)}:{REDACTED if verdict == 'hide' else ''}"
        parts.append(_known_member(writer, start, value, depth, len(parts) if top else -1))
    writer.dropped += len(keys) - len(parts)
    return keys[: len(parts)], parts


def _known_member(writer: Writer, start: str, value: Any, depth: int, position: int) -> str:
    """Write a member behind its start; `position` is its place at the top of `context`, or -1."""
    if start[-1] != ":":
        return start
    cls = type(value)
    if cls is str and len(value) <= SHORT and not writer.keys.suspects(value):
        return start + quote(value)
    if cls is int and -LIMIT_SAFE_INTEGER <= value <= LIMIT_SAFE_INTEGER:
        return f"{start}{value}"
    scalar = _SCALARS.get(cls)
    if scalar is not None:
        return start + scalar(value)
    return start + (writer.value(value, depth) if position < 0 else writer.top_value(value, position))


def _note_cut_key(writer: Writer, position: int, *, top: bool) -> None:
    writer.cut = True
    if top:
        writer.note(position, 0, was_cut=True)
