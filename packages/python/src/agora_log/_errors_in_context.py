"""Errors within `context` and `properties`: objects like any other, with a chain of causes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from agora_log._error_facts import ErrorFacts, facts_of, is_error
from agora_log._gen.tables import LIMIT_CHAIN, LIMIT_STACKTRACE_BYTES, LIMIT_TEXT_BYTES
from agora_log._members import write_members
from agora_log._text import quote
from agora_log._writer import Writer

_Members = dict[str, Callable[[], str]]


def write_error(writer: Writer, value: Any, depth: int) -> str:
    """Write an error that begins a chain."""
    return _write(writer, value, depth, (id(value),))


def on_chain(value: object, chain: tuple[int, ...]) -> bool:
    """Say whether an error stands on a chain of causes already."""
    return is_error(value) and id(value) in chain


def _write(writer: Writer, value: object, depth: int, chain: tuple[int, ...]) -> str:
    """Write an error at some place of a chain; `chain` holds the errors so far and this one."""

    def body(_: Writer, value: object, depth: int) -> str:
        facts = facts_of(value, writer)
        members = _cause(writer, facts, depth, chain)
        if len(chain) == 1:
            members |= _errors(writer, facts, depth, chain)
        elif facts.errors:
            writer.dropped += 1
        return _object(writer, members | _own(writer, facts, depth))

    return writer.container(value, depth, body)


def _write_element(writer: Writer, value: object, depth: int, owner: tuple[int, ...]) -> str:
    """Write one of an error's `errors`, which has neither cause nor errors."""

    def body(_: Writer, value: object, depth: int) -> str:
        facts = facts_of(value, writer)
        if facts.cause is not None and not on_chain(facts.cause, (*owner, id(value))):
            writer.dropped += 1
        if facts.errors:
            writer.dropped += 1
        return _object(writer, _own(writer, facts, depth))

    return writer.container(value, depth, body)


def _own(writer: Writer, facts: ErrorFacts, depth: int) -> _Members:
    members: _Members = {
        "message": lambda: writer.text(facts.message),
        "properties": lambda: writer.container(facts.properties_source, depth + 1, properties_body(facts)),
        "stacktrace": lambda: _stack(writer, facts),
        "type": lambda: writer.string(facts.type or "Error", LIMIT_TEXT_BYTES),
    }
    if not facts.stack:
        del members["stacktrace"]
    if not facts.properties:
        del members["properties"]
    return members


def _stack(writer: Writer, facts: ErrorFacts) -> str:
    writer.cut = writer.cut or facts.stack_lost
    return writer.text(facts.stack, LIMIT_STACKTRACE_BYTES)


def properties_body(facts: ErrorFacts) -> Callable[[Writer, object, int], str]:
    """Return what writes the properties of an error as an object."""

    def body(writer: Writer, _: object, depth: int) -> str:
        writer.dropped += facts.properties_beyond
        _, parts = write_members(writer, facts.properties, depth + 1)
        return "{" + ",".join(parts) + "}"

    return body


def _cause(writer: Writer, facts: ErrorFacts, depth: int, chain: tuple[int, ...]) -> _Members:
    cause = facts.cause
    if cause is None or on_chain(cause, chain):
        return {}
    if len(chain) >= LIMIT_CHAIN:
        writer.dropped += 1
        return {}
    return {"cause": lambda: _write(writer, cause, depth + 1, (*chain, id(cause)))}


def _errors(writer: Writer, facts: ErrorFacts, depth: int, chain: tuple[int, ...]) -> _Members:
    opened = (*writer.opened, id(facts.errors_source))
    elements = [error for error in facts.errors if id(error) not in opened]
    if not elements:
        return {}

    def body(_: Writer, _source: object, depth: int) -> str:
        parts: list[str] = []
        beyond = facts.errors_beyond
        for element in elements:
            if writer.budget <= 0:
                beyond += len(elements) - len(parts)
                break
            writer.budget -= 1
            parts.append(_write_element(writer, element, depth + 1, chain))
        writer.dropped += beyond
        return "[" + ",".join(parts) + "]"

    return {"errors": lambda: writer.container(facts.errors_source, depth + 1, body)}


def _object(writer: Writer, members: _Members) -> str:
    """Write an error's own members, which are sorted and never more than six; their names are not the caller's."""
    parts: list[str] = []
    for name, write in members.items():
        if writer.budget <= 0:
            writer.dropped += len(members) - len(parts)
            break
        writer.budget -= 1
        parts.append(f"{quote(name)}:{write()}")
    return "{" + ",".join(parts) + "}"
