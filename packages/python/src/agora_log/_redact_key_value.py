"""Secret keys in texts: `key=value`, `key: value`, JSON, headers, queries of URLs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from agora_log._redact_names import words
from agora_log._spans import HIDDEN, Find, Span, end_of_run, start_of_run

_SEPARATOR: Final = re.compile(":{2,}+|[=:][=>]*+")
_BLANKS: Final = "\t "
_QUOTES: Final = "\"'`"
_KEY: Final = " $%-.[]_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ESCAPED: Final = re.compile("%[0-9A-Fa-f]{2}")
_LAST_ASCII: Final = "\x7f"
_LONGEST_END: Final = 48
"""Characters at the end of a key that are looked at in order to pass over keys that cannot be secret."""

_TAKES_LINE: Final = frozenset(("authorization", "cookie", "cookies", "passphrase", "string", "connectionstring"))
_BLANK_RUN: Final = re.compile("[\t ]*+")
_BACKSLASH_RUN: Final = re.compile(r"\\*+")
_PREFIXED: Final = re.compile("[A-Za-z][\"'`]")
_PLAIN_RUN: Final = re.compile(rf"(?:{re.escape(HIDDEN)}|[^\x00-\x20,;&\"'`<>)\]}}])*+")
_LINE_RUN: Final = {quote: re.compile(f"[^\r\n{quote}]*+") for quote in ("", *_QUOTES)}
_BRACKETS: Final = {
    "[": re.compile(r"[\[\]]"),
    "{": re.compile("[{}]"),
    "(": re.compile("[()]"),
    "<": re.compile("[<>]"),
}


def key_value_finder(is_secret: Callable[[str], bool], names: Iterable[tuple[str, ...]]) -> Find:
    """Make what finds the values of secret keys.

    Args:
        is_secret: Judges a key.
        names: The words of all secret names: a key that ends with the last word of none is not judged.
    """
    last_words = tuple({name[-1].lower() for name in names if name})
    longest = max(_LONGEST_END, *map(len, last_words), 0)

    def suspects(text: str, end: int) -> bool:
        tail = text[max(0, end - 2 * longest) : end]
        size = len(tail) - _trailing(tail)
        is_whole = size >= longest or len(tail) < 2 * longest
        return not is_whole or tail[:size].lower().endswith(last_words)

    def find(text: str, start: int) -> Span | None:
        for found in _SEPARATOR.finditer(text, start):
            if found[0].startswith("::"):
                continue
            end = start_of_run(_BLANKS, text, found.start())
            quoted = end > 0 and text[end - 1] in _QUOTES
            if quoted:
                end = start_of_run("\\", text, end - 1)
            if not suspects(text, end):
                continue
            key_start = _start_of_key(text, end)
            key = _ESCAPED.sub(" ", text[key_start:end])
            if not is_secret(key):
                continue
            is_open = not quoted and key_start > 0 and text[key_start - 1] in _QUOTES
            takes_line = found[0][0] == ":" and words(key)[-1] in _TAKES_LINE
            quote = text[key_start - 1] if is_open else ""
            value = _value(text, end_of_run(_BLANK_RUN, text, found.end()), quote if takes_line else None)
            if value[1] > value[0]:
                return value
        return None

    return find if last_words else lambda _text, _start: None


def _trailing(tail: str) -> int:
    """Count the characters at the end of a key that are no letters, escapes of URLs with them."""
    size = len(tail)
    while size > 0:
        if size >= len("%5D") and _ESCAPED.fullmatch(tail, size - 3, size):
            size -= 3
        elif tail[size - 1] <= _LAST_ASCII and not tail[size - 1].isalpha():
            size -= 1
        else:
            break
    return len(tail) - size


def _start_of_key(text: str, end: int) -> int:
    """Return where the run of characters that a key may hold begins."""
    start = start_of_run(_KEY, text, end)
    while start > 0 and text[start - 1] > _LAST_ASCII:
        start = start_of_run(_KEY, text, start - 1)
    return start


def _value(text: str, start: int, line_quote: str | None) -> Span:
    """Return the value that begins at a place; an empty span for none.

    Args:
        text: The text.
        start: Behind the separator and blanks.
        line_quote: None for an ordinary value; for one that goes to the end of its line the quote that ends it too.
    """
    if _PREFIXED.match(text, start):
        return _quoted(text, start + 1, 0)
    opening = end_of_run(_BACKSLASH_RUN, text, start)
    if opening < len(text) and text[opening] in _QUOTES:
        return _quoted(text, opening, opening - start)
    opened = _end_of_brackets(text, start)
    if line_quote is not None:
        return start, end_of_run(_LINE_RUN[line_quote], text, opened)
    end = end_of_run(_PLAIN_RUN, text, opened)
    if end < len(text) and text[end] in _QUOTES:
        end = max(opened, start_of_run("\\", text, end))
    return start, max(opened, start_of_run(":", text, end))


def _quoted(text: str, opening: int, backslashes: int) -> Span:
    """Return what stands between a quote and the next one behind as many backslashes."""
    start = opening + 1
    at = text.find(text[opening], start)
    while at >= 0:
        end = max(start, start_of_run("\\", text, at))
        if at - end == backslashes:
            return start, end
        at = text.find(text[opening], at + 1)
    return start, len(text)


def _end_of_brackets(text: str, start: int) -> int:
    """Return where the bracket is closed that stands at a place; the place itself where there is none."""
    brackets = _BRACKETS.get(text[start : start + 1])
    if brackets is None:
        return start
    depth = 0
    for found in brackets.finditer(text, start):
        depth += 1 if found[0] == text[start] else -1
        if depth == 0:
            return found.end()
    return len(text)
