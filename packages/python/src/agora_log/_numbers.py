"""Numbers as the wire format writes them, whatever Python or a dependency would print."""

from __future__ import annotations

import math
from typing import Final

from agora_log._gen.tables import LIMIT_SAFE_INTEGER

_CHUNK_DIGITS: Final = 4000
"""Python refuses to print integers of more than 4,300 digits at once."""

_CHUNK_BITS: Final = 13_000
"""An integer of no more bits than this has fewer than `_CHUNK_DIGITS` digits."""

_MAX_BITS: Final = 332_000
"""About 100,000 digits; printing takes time that grows with the square of the length."""


def float_text(value: float) -> str:
    """Write a binary64 number as ECMAScript does: `1`, `1e+21`, `5e-324`, `0` for -0, `NaN`, `-Infinity`.

    A subclass of float (numpy.float64) is read as the number that it holds.
    """
    text = float.__repr__(value)
    if "e" in text or "n" in text:
        return _exponent_text(value, text) if math.isfinite(value) else _nonfinite_text(text)
    if text.endswith(".0"):
        return "0" if text == "-0.0" else text[:-2]
    return text


def float_json(value: float) -> str:
    """Write a binary64 number as JSON: `float_text`, in quotes where JSON has no such number."""
    text = float_text(value)
    return text if math.isfinite(value) else f'"{text}"'


def int_text(value: int) -> str:
    """Write an integer of any size as decimal digits.

    Raises:
        ValueError: The integer has more than about 100,000 digits.
    """
    if value.bit_length() <= _CHUNK_BITS:
        return int.__repr__(value)
    if value.bit_length() > _MAX_BITS:
        message = "integer has too many digits to be printed"
        raise ValueError(message)
    return "-" + _long_digits(-value) if value < 0 else _long_digits(value)


def int_json(value: int) -> str:
    """Write an integer as JSON: bare within ±(2^53-1), else as a string of its digits.

    Raises:
        ValueError: The integer has more than about 100,000 digits.
    """
    if -LIMIT_SAFE_INTEGER <= value <= LIMIT_SAFE_INTEGER:
        return int.__repr__(value)
    return f'"{int_text(value)}"'


def _nonfinite_text(text: str) -> str:
    return {"nan": "NaN", "inf": "Infinity"}.get(text, "-Infinity")


def _exponent_text(value: float, text: str) -> str:
    """Lay out again what repr wrote with an exponent; its digits are the shortest ones already."""
    mantissa, _, exponent = text.lstrip("-").partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = whole + fraction
    point = len(whole) + int(exponent)
    sign = "-" if value < 0 else ""
    if len(digits) <= point <= 21:
        return sign + digits.ljust(point, "0")
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    behind = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{sign}{digits[0]}{behind}e{point - 1:+d}"


def _long_digits(value: int) -> str:
    if value.bit_length() <= _CHUNK_BITS:
        return int.__repr__(value)
    places = max(_CHUNK_DIGITS // 2, int(value.bit_length() * 0.30103) // 2)
    high, low = divmod(value, 10**places)
    return _long_digits(high) + _long_digits(low).rjust(places, "0")
