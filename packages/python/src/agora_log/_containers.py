"""Objects and arrays."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, Final, NamedTuple

from agora_log._gen.tables import LIMIT_ELEMENTS, LIMIT_MEMBERS, LIMIT_MEMBERS_SEEN
from agora_log._kinds import Threw
from agora_log._members import text_keys, write_known_members, write_members
from agora_log._text import repair, utf16_order
from agora_log._user_code import run
from agora_log._writer import Writer, threw

_MOST_SET_ELEMENTS: Final = 4096
"""Elements of a set that are sorted; what is beyond is counted."""


def write_dict(writer: Writer, value: Any, depth: int) -> str:
    """Write an exact dict."""
    return writer.container(value, depth, _dict_body)


def write_mapping(writer: Writer, value: Any, depth: int) -> str:
    """Write a mapping of any class."""
    return writer.container(value, depth, _mapping_body)


def write_dataclass(writer: Writer, value: Any, depth: int) -> str:
    """Write the fields of a dataclass instance."""
    return writer.container(value, depth, _dataclass_body)


def write_list(writer: Writer, value: Any, depth: int) -> str:
    """Write an exact list or tuple."""
    return writer.container(value, depth, _list_body)


def write_sequence(writer: Writer, value: Any, depth: int) -> str:
    """Write a sequence of any class."""
    return writer.container(value, depth, _sequence_body)


def write_set(writer: Writer, value: Any, depth: int) -> str:
    """Write a set as an array, sorted by the texts of its elements."""
    return writer.container(value, depth, _set_body)


def write_object(writer: Writer, pairs: Iterable[tuple[object, object]], beyond: int, depth: int) -> str:
    """Write an object.

    Args:
        writer: The state of the tree.
        pairs: Keys of any type with their values, at most 1,024; of equal keys the last wins.
        beyond: Members that were not looked at; counted.
        depth: Depth of the object.
    """
    writer.dropped += beyond
    _, members = write_members(writer, text_keys(pairs), depth + 1)
    return "{" + ",".join(members) + "}"


def write_array(writer: Writer, elements: Iterable[object], beyond: int, depth: int) -> str:
    """Write an array of at most 256 elements; `beyond` elements are counted as left out."""
    parts: list[str] = []
    elements = list(elements)
    for element in elements:
        if writer.budget <= 0:
            beyond += len(elements) - len(parts)
            break
        writer.budget -= 1
        parts.append(writer.value(element, depth + 1))
    writer.dropped += beyond
    return "[" + ",".join(parts) + "]"


def read_mapping(mapping: Mapping[object, object]) -> tuple[list[tuple[object, object]], int]:
    """Read the first 1,024 members of a mapping, and how many more it says that it has. Raises what it raises."""
    if type(mapping).items is Mapping.items:
        pairs = [(key, _item(mapping, key)) for key in islice(iter(mapping), LIMIT_MEMBERS_SEEN)]
    else:
        pairs = [(key, value) for key, value in islice(mapping.items(), LIMIT_MEMBERS_SEEN)]
    return pairs, _beyond(mapping, len(pairs), LIMIT_MEMBERS_SEEN)


def _dict_body(writer: Writer, value: Any, depth: int) -> str:
    if len(value) <= LIMIT_MEMBERS:
        # A copy, so that another thread cannot change what is being written.
        written = write_known_members(writer, value.copy(), depth + 1)
        if written is not None:
            return "{" + ",".join(written[1]) + "}"
    return _mapping_body(writer, value, depth)


def _mapping_body(writer: Writer, value: Any, depth: int) -> str:
    try:
        pairs, beyond = run(read_mapping, value)
    except Exception as error:
        return threw(error)
    return write_object(writer, pairs, beyond, depth)


def _dataclass_body(writer: Writer, value: Any, depth: int) -> str:
    try:
        names = [field.name for field in dataclasses.fields(value)]
    except Exception as error:
        return threw(error)
    pairs = [(name, _attribute(value, name)) for name in names[:LIMIT_MEMBERS_SEEN]]
    return write_object(writer, pairs, len(names) - len(pairs), depth)


def _list_body(writer: Writer, value: Any, depth: int) -> str:
    return write_array(writer, value[:LIMIT_ELEMENTS], max(0, len(value) - LIMIT_ELEMENTS), depth)


def _sequence_body(writer: Writer, value: Any, depth: int) -> str:
    try:
        elements = run(_first_elements, value)
        beyond = _beyond(value, len(elements), LIMIT_ELEMENTS)
    except Exception as error:
        return threw(error)
    return write_array(writer, elements, beyond, depth)


def _set_body(writer: Writer, value: Any, depth: int) -> str:
    size = (set if isinstance(value, set) else frozenset).__len__(value)
    try:
        elements = run(_first_of_set, value)
    except Exception as error:
        return threw(error)
    tried = sorted((_try(writer, element, depth) for element in elements), key=lambda element: element.order)
    parts: list[str] = []
    for element in tried[:LIMIT_ELEMENTS]:
        if writer.budget <= 0:
            break
        writer.budget -= 1
        parts.append(element.text if writer.adopt(element.trial) else writer.value(element.value, depth + 1))
    writer.dropped += size - len(parts)
    return "[" + ",".join(parts) + "]"


class _Tried(NamedTuple):
    """An element of a set, written to learn its place among the others."""

    order: bytes
    text: str
    trial: Writer
    value: object


def _try(writer: Writer, element: object, depth: int) -> _Tried:
    trial = Writer(writer.keys, writer.table)
    trial.opened = writer.opened.copy()
    text = repair(trial.value(element, depth + 1))
    return _Tried(utf16_order(text), text, trial, element)


def _first_of_set(elements: Iterable[object]) -> list[object]:
    return list(islice(elements, _MOST_SET_ELEMENTS))


def _first_elements(sequence: Iterable[object]) -> list[object]:
    return list(islice(iter(sequence), LIMIT_ELEMENTS))


def _beyond(container: Any, seen: int, most: int) -> int:
    """Count what was not looked at, where the container knows its size."""
    if seen < most:
        return 0
    try:
        return max(0, int(run(len, container)) - seen)
    except Exception:
        return 0


def _item(mapping: Mapping[object, object], key: object) -> object:
    try:
        return mapping[key]
    except Exception as error:
        return Threw(error)


def _attribute(instance: object, name: str) -> object:
    try:
        return run(lambda of: getattr(of, name), instance)
    except Exception as error:
        return Threw(error)
