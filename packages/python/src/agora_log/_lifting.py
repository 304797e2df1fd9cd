"""Reserved keys of a context: what fits the member of the entry that bears the name."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple
from uuid import UUID

from agora_log._gen.tables import LIMIT_SAFE_INTEGER, LIMIT_TEXT_BYTES
from agora_log._kinds import kind_of, unwrapped
from agora_log._numbers import float_text, int_text
from agora_log._text import cut, exact, quote, repair
from agora_log._user_code import raise_if_stack_is_full

_UUID: Final = re.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_HEX: Final = re.compile("(?=.*[1-9a-fA-F])[0-9a-fA-F]+")
_TRACE_ID_DIGITS: Final = 32
_SPAN_ID_DIGITS: Final = 16


class Lifted(NamedTuple):
    """The value of a reserved key as JSON; `json` is empty for a value that vanishes."""

    json: str
    was_cut: bool = False


_VANISHED: Final = Lifted("")


def lift(name: str, value: object) -> Lifted | None:
    """Return what a reserved key lifts to the top of the entry, or None where its value does not fit."""
    if value is None:
        return _VANISHED
    try:
        return _RULES[name](unwrapped(value))
    except Exception as error:  # a value whose own code raises fits nothing
        raise_if_stack_is_full(error)
        return None


def _correlation_id(value: Any) -> Lifted | None:
    text = _text(value)
    return Lifted(f'"{text.lower()}"') if text is not None and _UUID.fullmatch(text) else None


def _user_id(value: Any) -> Lifted | None:
    text = _text(value)
    if text is None:
        text = _integer_digits(value)
    if text is None:
        return None
    if not text:
        return _VANISHED
    kept, was_cut = cut(repair(text), LIMIT_TEXT_BYTES)
    return Lifted(quote(kept), was_cut)


def _hex_id(digits: int) -> Callable[[Any], Lifted | None]:
    def rule(value: Any) -> Lifted | None:
        text = _text(value)
        fits = text is not None and len(text) == digits and _HEX.fullmatch(text)
        return Lifted(f'"{text.lower()}"') if fits and text is not None else None

    return rule


def _duration_ms(value: Any) -> Lifted | None:
    kind = kind_of(value)
    if kind == "float" and math.isfinite(value) and value >= 0:
        return Lifted(float_text(value))
    if kind == "int" and 0 <= value <= LIMIT_SAFE_INTEGER:
        return Lifted(int_text(value))
    return None


def _text(value: object) -> str | None:
    if kind_of(value) == "str":
        return exact(value)  # type: ignore[arg-type]
    return str(value) if type(value) is UUID else None


def _integer_digits(value: Any) -> str | None:
    kind = kind_of(value)
    if kind == "float" and value.is_integer() and abs(value) <= LIMIT_SAFE_INTEGER:
        return int_text(int(value))
    return int_text(int.__add__(value, 0)) if kind == "int" else None


_RULES: Final[dict[str, Callable[[Any], Lifted | None]]] = {
    "correlation_id": _correlation_id,
    "user_id": _user_id,
    "trace_id": _hex_id(_TRACE_ID_DIGITS),
    "span_id": _hex_id(_SPAN_ID_DIGITS),
    "duration_ms": _duration_ms,
}
