"""The member `exception` of an entry, in pieces, so that an entry that is too long can lose some of them."""

from __future__ import annotations

from dataclasses import dataclass

from agora_log._error_facts import ErrorFacts, facts_of
from agora_log._errors_in_context import on_chain, properties_body
from agora_log._gen.tables import LIMIT_CHAIN, LIMIT_STACKTRACE_BYTES, LIMIT_TEXT_BYTES
from agora_log._text import quote
from agora_log._writer import Writer


@dataclass(slots=True)
class ExceptionPieces:
    """An exception as JSON texts. Texts that end with `_source` are repaired, whole and not escaped."""

    type: str
    message: str
    message_source: str
    stack: str | None
    stack_source: str
    properties: str | None
    cause: str | None
    errors: str | None
    lost: bool
    """Whether anything was cut or left out."""

    def text(self) -> str:
        """Put the pieces together, in the order of the wire."""
        members = (
            ("type", self.type),
            ("message", self.message),
            ("stacktrace", self.stack),
            ("properties", self.properties),
            ("cause", self.cause),
            ("errors", self.errors),
        )
        return "{" + ",".join(f'"{name}":{text}' for name, text in members if text is not None) + "}"


def write_exception(writer: Writer, error: object) -> ExceptionPieces:
    """Write an error, or a value that stands where only an error may, as the member `exception`.

    Args:
        writer: A fresh writer: all `properties` share its budget.
        error: Not None.
    """
    return _chain(writer, error, (id(error),))


def _chain(writer: Writer, error: object, chain: tuple[int, ...]) -> ExceptionPieces:
    facts = facts_of(error, writer)
    writer.opened.append(id(error))
    pieces = _own(writer, facts)
    pieces.cause = _cause(writer, facts, chain)
    if len(chain) == 1:
        pieces.errors = _errors(writer, facts, chain)
    elif facts.errors:
        writer.cut = True
    writer.opened.pop()
    pieces.lost = writer.cut or writer.dropped > 0
    return pieces


def _own(writer: Writer, facts: ErrorFacts) -> ExceptionPieces:
    writer.cut = writer.cut or facts.stack_lost
    properties = properties_body(facts)
    type_name = writer.string(facts.type or "Error", LIMIT_TEXT_BYTES)
    message, message_source = writer.settle(facts.message)
    stack, stack_source = writer.settle(facts.stack, LIMIT_STACKTRACE_BYTES)
    return ExceptionPieces(
        type=type_name,
        message=quote(message),
        message_source=message_source,
        stack=quote(stack) if stack else None,
        stack_source=stack_source,
        properties=writer.container(facts.properties_source, 1, properties) if facts.properties else None,
        cause=None,
        errors=None,
        lost=False,
    )


def _cause(writer: Writer, facts: ErrorFacts, chain: tuple[int, ...]) -> str | None:
    cause = facts.cause
    if cause is None or on_chain(cause, chain):
        return None
    if len(chain) >= LIMIT_CHAIN:
        writer.cut = True
        return None
    return _chain(writer, cause, (*chain, id(cause))).text()


def _errors(writer: Writer, facts: ErrorFacts, chain: tuple[int, ...]) -> str | None:
    writer.opened.append(id(facts.errors_source))
    elements = [error for error in facts.errors if id(error) not in writer.opened]
    texts = [_element(writer, element, chain) for element in elements]
    writer.opened.pop()
    if facts.errors_beyond:
        writer.cut = True
    return "[" + ",".join(texts) + "]" if texts else None


def _element(writer: Writer, error: object, owner: tuple[int, ...]) -> str:
    facts = facts_of(error, writer)
    if facts.errors or (facts.cause is not None and not on_chain(facts.cause, (*owner, id(error)))):
        writer.cut = True
    writer.opened.append(id(error))
    text = _own(writer, facts).text()
    writer.opened.pop()
    return text
