"""Values of the configuration: what fits a field, whether it comes from code or from the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from agora_log._gen.tables import CONFIG_FIELDS, ConfigField
from agora_log._levels import parse_level
from agora_log.errors import NO_FIELD, Violation

_WORDS: Final = {
    **dict.fromkeys(("true", "1", "yes", "on"), True),
    **dict.fromkeys(("false", "0", "no", "off"), False),
}
_INTEGER: Final = re.compile("[+-]?[0-9]{1,18}")
_PREFIX: Final = "LOG_"
_NEAR: Final = 2


def checked(field: ConfigField, value: Any) -> Any:
    """Return a value in the form that the logger uses: aliases resolved, paths as text.

    Raises:
        ValueError: The value does not fit the field.
    """
    return _CHECKS[field.kind](field, os.fspath(value) if isinstance(value, os.PathLike) else value)


def refused(field: ConfigField, value: object, source: str) -> Violation:
    """Say what is wrong with a value; `source` is where it came from."""
    return Violation(field.python, value, source, field.says, field.remedy)


def source_name(source: str) -> str:
    """Say where a value came from: `environment variable LOG_LEVEL`, `code`."""
    return source if source in ("code", "default") else f"environment variable {source}"


def from_environment(environ: Mapping[str, str]) -> tuple[dict[str, Any], list[Violation]]:
    """Read the environment. A variable that is empty counts as one that is not set.

    Returns:
        The fields that are set, by their names in Python, and what is wrong: bad values, and variables whose names
        look like misspelt ones of ours.
    """
    found: dict[str, Any] = {}
    wrong: list[Violation] = []
    for field in CONFIG_FIELDS:
        text = environ.get(field.env, "") if field.env else ""
        if not text:
            continue
        try:
            found[field.python] = checked(field, _parsed(field, text))
        except ValueError:
            wrong.append(refused(field, text, source_name(field.env or "")))
    return found, [*wrong, *_misspelt(environ)]


def _parsed(field: ConfigField, text: str) -> object:
    if field.kind == "boolean":
        return _WORDS.get(text.strip().lower(), text)
    if field.kind == "integer":
        return int(text) if _INTEGER.fullmatch(text.strip()) else text
    if field.kind == "strings":
        return [part.strip() for part in text.split(",") if part.strip()]
    return text


def _check_string(field: ConfigField, value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError  # noqa: TRY004 - one kind of error for all that does not fit
    text = field.aliases.get(value, value)
    if field.values and text not in field.values:
        raise ValueError
    if not (field.min_length or 0) <= len(text) <= (field.max_length or len(text)):
        raise ValueError
    if field.pattern is not None and not re.fullmatch(field.pattern, text):
        raise ValueError
    return text


def _check_boolean(_: ConfigField, value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError  # noqa: TRY004 - see above
    return value


def _check_integer(field: ConfigField, value: Any) -> int:
    low, high = field.minimum, field.maximum
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError  # noqa: TRY004 - see above
    if (low is not None and value < low) or (high is not None and value > high):
        raise ValueError
    return value


def _check_level(_: ConfigField, value: Any) -> int:
    try:
        return int(parse_level(value))
    except Exception:
        raise ValueError from None


def _check_strings(_: ConfigField, value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not all(isinstance(text, str) and text for text in value):
        raise ValueError
    return tuple(value)


def _check_object(_: ConfigField, value: Any) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise ValueError  # noqa: TRY004 - see above
    return value


_CHECKS: Final[dict[str, Callable[[ConfigField, Any], Any]]] = {
    "string": _check_string,
    "boolean": _check_boolean,
    "integer": _check_integer,
    "level": _check_level,
    "strings": _check_strings,
    "object": _check_object,
}


def _misspelt(environ: Mapping[str, str]) -> list[Violation]:
    ours = {field.env for field in CONFIG_FIELDS if field.env and field.env.startswith(_PREFIX)}
    wrong: list[Violation] = []
    for name in sorted(environ):
        if name.startswith(_PREFIX) and name not in ours:
            near = min((_distance(name, known), known) for known in ours)
            if near[0] <= _NEAR:
                wrong.append(Violation(name, environ[name], "the environment", NO_FIELD, f"use {near[1]}"))
    return wrong


def _distance(left: str, right: str) -> int:
    """Count the letters to add, take away or change between two names."""
    row = list(range(len(right) + 1))
    for at, letter in enumerate(left, 1):
        before, row[0] = row[0], at
        for place, other in enumerate(right, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (letter != other))
    return row[-1]
