"""Built-in patterns that are on by default, apart from keys and their values."""

from __future__ import annotations

import re
from base64 import b64decode
from typing import Final

from agora_log._spans import Span, end_of_run

_BEGIN: Final = re.compile("-----BEGIN [A-Z0-9 ]*+-----")
_END: Final = "-----END "
_DASHES: Final = "-----"
_AUTHORITY: Final = re.compile("://([^\x00-\x20/?#\\\\\"'`<>]*+)")
_BASIC: Final = re.compile("(?<![A-Za-z0-9_])[Bb][Aa][Ss][Ii][Cc][\t ]++([A-Za-z0-9+/_-]*+)=*+")
_BEARER: Final = re.compile("(?<![A-Za-z0-9_])[Bb][Ee][Aa][Rr][Ee][Rr][\t ]++([A-Za-z0-9._~+/-]*+)")
_EQUALS: Final = re.compile("=*+")
_STANDARD: Final = str.maketrans("-_", "+/")
_WORD: Final = re.compile("[A-Za-z]{0,15}")
_TOKEN: Final = re.compile(r"(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{5,}+((?:\.[A-Za-z0-9_-]*+){0,4}+)")
_DOTS_OF_TOKEN: Final = 2


def find_private_key(text: str, start: int) -> Span | None:
    """Find a private key in PEM, to the end of the text where its last line is missing."""
    at = text.find(_DASHES, start)
    while at >= 0:
        found = _BEGIN.search(text, at)
        if found is None:
            return None
        if "PRIVATE KEY" in found[0]:
            last = text.find(_END, found.end())
            close = -1 if last < 0 else text.find(_DASHES, last + len(_END))
            return found.start(), len(text) if close < 0 else close + len(_DASHES)
        at = found.start() + 1
    return None


def find_url_credentials(text: str, start: int) -> Span | None:
    """Find what stands between `://` and the last `@` of the authority."""
    found = _AUTHORITY.search(text, start)
    while found is not None:
        size = found[1].rfind("@")
        if size > 0:
            return found.start(1), found.start(1) + size
        # The authority may end with the colon of the next one.
        found = _AUTHORITY.search(text, found.start(1))
    return None


def find_basic_auth(text: str, start: int) -> Span | None:
    """Find the credentials behind `Basic`: base64 that holds a colon."""
    found = _BASIC.search(text, start)
    while found is not None:
        if _holds_colon(found[1]):
            return found.start(1), found.end()
        found = _BASIC.search(text, found.start(1))
    return None


def find_bearer(text: str, start: int) -> Span | None:
    """Find the token behind `Bearer`; a short run of letters is a word of a sentence."""
    found = _BEARER.search(text, start)
    while found is not None:
        token = found[1].rstrip(".")
        if not _WORD.fullmatch(token):
            return found.start(1), end_of_run(_EQUALS, text, found.start(1) + len(token))
        found = _BEARER.search(text, found.start(1))
    return None


def find_jwt(text: str, start: int) -> Span | None:
    """Find a JSON web token, signed (3 parts) or encrypted (5), also where its end was cut off."""
    found = _TOKEN.search(text, start)
    while found is not None:
        parts = found[1].rstrip(".")
        if parts.startswith(".eyJ") or parts.count(".") >= _DOTS_OF_TOKEN:
            return found.start(), found.start(1) + len(parts)
        found = _TOKEN.search(text, found.start(1))
    return None


def _holds_colon(text: str) -> bool:
    """Say whether one of the whole bytes that base64 (of either alphabet) stands for is a colon."""
    whole = text[:-1] if len(text) % 4 == 1 else text
    return b":" in b64decode(whole.translate(_STANDARD) + "=" * (-len(whole) % 4))
