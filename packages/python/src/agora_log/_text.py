"""Text on the wire: repair, escapes, sizes, cuts, escape sequences of terminals."""

from __future__ import annotations

import re
from json.encoder import encode_basestring
from typing import Final

from agora_log._gen.tables import LIMIT_CUT_RESERVE

quote = encode_basestring
"""Write text as a JSON string, escaping only `"`, `\\` and U+0000 to U+001F; lone surrogates stay.

The standard library has this in C; a test holds it to the wire format over all of Unicode.
"""

WORST_ESCAPE: Final = 6
"""The most bytes that one code point can take: `\\u0000`."""

_ANSI: Final = re.compile(
    "\x1b(?:"
    "\\[[\x30-\x3f]*+[\x20-\x2f]*+[\x40-\x7e]"  # CSI
    "|\\][^\x07\x1b]*+(?:\x07|\x1b\\\\)"  # OSC
    "|[\x30-\x5a\\\\\x5e-\x7e]"  # two bytes
    ")"
)


def repair(text: str) -> str:
    """Join surrogate pairs, then put U+FFFD for every surrogate that is alone."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def utf8(text: str) -> bytes:
    """Encode text, repaired where it must be. Short strings of an entry are repaired here, all at once."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return repair(text).encode()


def exact(text: str) -> str:
    """Return the text of a subclass of str without running any of its code."""
    return str.__str__(text)


def strip_ansi(text: str) -> str:
    """Take out escape sequences of terminals that begin with ESC; one that does not end stays."""
    return _ANSI.sub("", text) if "\x1b" in text else text


def escaped_size(text: str) -> int:
    """Count the bytes of well-formed text in UTF-8 after escaping, without quotes."""
    quoted = quote(text)
    return len(quoted) - 2 if quoted.isascii() else len(quoted.encode()) - 2


def cut(source: str, limit: int) -> tuple[str, bool]:
    """Cut text to a limit.

    Args:
        source: Well-formed text.
        limit: Size that a text may have after escaping, in bytes.

    Returns:
        The text, with its marker when it was cut, and whether it was.
    """
    if len(source) * WORST_ESCAPE <= limit or escaped_size(source[: limit + 1]) <= limit:
        return source, False
    room = max(limit - LIMIT_CUT_RESERVE, 0)
    low, high = 0, min(room, len(source))
    while low < high:
        middle = (low + high + 1) // 2
        if escaped_size(source[:middle]) <= room:
            low = middle
        else:
            high = middle - 1
    return f"{source[:low]}…[+{len(source[low:].encode())}B]", True


def utf16_order(text: str) -> bytes:
    """Return a key that sorts text by its UTF-16 code units."""
    return text.encode("utf-16-be", "surrogatepass")


def sort_keys(keys: list[str]) -> list[str]:
    """Sort keys by their UTF-16 code units (RFC 8785)."""
    keys.sort(key=None if "".join(keys).isascii() else utf16_order)
    return keys
