"""What an error says of itself, read once and without trust."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from agora_log._containers import read_mapping
from agora_log._exception_info import ExceptionInfo
from agora_log._gen.tables import LIMIT_ERRORS, LIMIT_MEMBERS_SEEN
from agora_log._kinds import Threw, is_a, kind_of, type_name, unwrapped
from agora_log._members import text_keys
from agora_log._numbers import float_text, int_text
from agora_log._text import exact, repair
from agora_log._traceback import stack_text
from agora_log._user_code import run
from agora_log._writer import Writer

# The attributes of the base classes, read past whatever a subclass puts in their place.
_cause = vars(BaseException)["__cause__"].__get__
_context = vars(BaseException)["__context__"].__get__
_suppress_context = vars(BaseException)["__suppress_context__"].__get__
_traceback = vars(BaseException)["__traceback__"].__get__
_members = vars(BaseExceptionGroup)["exceptions"].__get__
_OS_PROPERTIES: Final = ("errno", "strerror", "filename")
_MOST_ERRORS: Final = 10_000


class ErrorFacts(NamedTuple):
    """An error, or a value that stands where only an error may. Texts are repaired and not yet cut."""

    type: str
    message: str
    stack: str = ""
    stack_lost: bool = False
    """Whether frames were left out of `stack`."""
    properties: Mapping[str, object] = MappingProxyType({})
    properties_beyond: int = 0
    """Properties that were not looked at."""
    properties_source: object = None
    """The container of the properties, which is open while they are written."""
    cause: object = None
    errors: Sequence[object] = ()
    errors_beyond: int = 0
    """Errors beyond the sixteenth."""
    errors_source: object = None
    """The container of the errors."""


def is_error(value: object) -> bool:
    """Say whether a value is an exception or an ExceptionInfo."""
    return kind_of(value) == "error"


def error_message(error: object) -> str:
    """Return the message of an error, repaired. Never raises."""
    try:
        text: object = error.message if is_a(error, ExceptionInfo) else run(str, error)
        return repair(exact(text if is_a(text, str) else run(str, text)))
    except Exception as raised:
        return f"[threw {type_name(raised)}]"


def facts_of(value: object, writer: Writer) -> ErrorFacts:
    """Read an error, or make one of a value that is none: its kind as type, its text as message."""
    if not is_error(value):
        kind, text = kind_and_text(value, writer)
        return ErrorFacts(kind, text)
    message = error_message(value)
    if is_a(value, ExceptionInfo):
        return _info_facts(value, message)
    return _exception_facts(value, message)


def kind_and_text(value: object, writer: Writer) -> tuple[str, str]:
    """Name the kind of a value that is no error, and give its text: itself, a number's, or canonical JSON."""
    try:
        value = unwrapped(value)
    except Exception as raised:
        return "object", f'"[threw {type_name(raised)}]"'
    kind = kind_of(value)
    if kind == "str":
        return "string", repair(exact(value))  # type: ignore[arg-type]
    if kind == "bool":
        return "boolean", "true" if value else "false"
    if kind == "float":
        return "number", float_text(value)  # type: ignore[arg-type]
    if kind == "int":
        return "number", _digits(value)
    return "array" if kind in ("list", "sequence") else "object", repair(writer.aside(value).value(value, 1))


def _digits(value: Any) -> str:
    try:
        return int_text(int.__add__(value, 0))
    except ValueError:
        return '"[threw ValueError]"'


def _info_facts(info: ExceptionInfo, message: str) -> ErrorFacts:
    properties, beyond = _properties(info.properties)
    errors, errors_beyond = _first_errors(info.errors)
    return ErrorFacts(
        type=_text_or_empty(info.type) or "Error",
        message=message,
        stack=_text_or_empty(info.stacktrace),
        stack_lost=False,
        properties=properties,
        properties_beyond=beyond,
        properties_source=info.properties,
        cause=info.cause,
        errors=errors,
        errors_beyond=errors_beyond,
        errors_source=info.errors,
    )


def _exception_facts(error: Any, message: str) -> ErrorFacts:
    name = type_name(error)
    stack, stack_lost = stack_text(_traceback(error), f"{name}: {message}" if message else name)
    own = _own_members(error)
    properties, beyond = _properties(own)
    source = _members(error) if is_a(error, BaseExceptionGroup) else ()
    errors, errors_beyond = _first_errors(source)
    cause = _cause(error)
    if cause is None and not _suppress_context(error):
        cause = _context(error)
    return ErrorFacts(
        type=repair(name),
        message=message,
        stack=stack,
        stack_lost=stack_lost,
        properties=_os_properties(error) | properties,
        properties_beyond=beyond,
        properties_source=own,
        cause=cause,
        errors=errors,
        errors_beyond=errors_beyond,
        errors_source=source,
    )


def _own_members(error: object) -> object:
    try:
        return object.__getattribute__(error, "__dict__")
    except Exception:
        return None


def _os_properties(error: object) -> dict[str, object]:
    if not is_a(error, OSError):
        return {}
    found = {name: vars(OSError)[name].__get__(error) for name in _OS_PROPERTIES}
    return {name: value for name, value in found.items() if value is not None}


def _properties(mapping: Any) -> tuple[dict[str, object], int]:
    if mapping is None:
        return {}, 0
    try:
        if type(mapping) is dict:
            pairs = list(islice(mapping.items(), LIMIT_MEMBERS_SEEN))
            return text_keys(pairs), len(mapping) - len(pairs)
        pairs, beyond = run(read_mapping, mapping)
        return text_keys(pairs), beyond
    except Exception as raised:
        return {"properties": Threw(raised)}, 0


def _first_errors(errors: Any) -> tuple[list[object], int]:
    """Return the first sixteen errors that are not None, and how many more there are."""
    try:
        found = run(_not_none, errors) if errors else []
    except Exception as raised:
        found = [Threw(raised)]
    return found[:LIMIT_ERRORS], max(0, len(found) - LIMIT_ERRORS)


def _not_none(errors: Iterable[object]) -> list[object]:
    return [error for error in islice(errors, _MOST_ERRORS) if error is not None]


def _text_or_empty(value: object) -> str:
    if value is None:
        return ""
    try:
        return repair(exact(value if is_a(value, str) else run(str, value)))
    except Exception as raised:
        return f"[threw {type_name(raised)}]"
