"""Tools of the patterns that look for secrets in texts: spans, and the ends of runs of characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

HIDDEN: Final = "[REDACTED]"
"""What stands in place of a secret, as text."""

Span: TypeAlias = "tuple[int, int]"
"""What is hidden of a text: from the first place up to but not with the second."""

Find: TypeAlias = "Callable[[str, int], Span | None]"
"""Finds the next span at or behind a place. What stands before may be looked at, so that a boundary is one.

All calls for one text together must take linear time.
"""

_FIRST_LOOK: Final = 64


def hide_all(text: str, find: Find) -> str:
    """Hide all spans of a text."""
    span = find(text, 0)
    if span is None:
        return text
    parts: list[str] = []
    at = 0
    while span is not None:
        parts += (text[at : span[0]], HIDDEN)
        at = span[1]
        span = find(text, at)
    return "".join((*parts, text[at:]))


def end_of_run(run: re.Pattern[str], text: str, start: int) -> int:
    """Return where a run that may be empty ends; `run` matches it, such as `[a-z]*+`."""
    found = run.match(text, start)
    return start if found is None else found.end()


def start_of_run(characters: str, text: str, end: int) -> int:
    """Return where the run of some characters begins that ends before a place."""
    look = _FIRST_LOOK
    while True:
        start = max(0, end - look)
        size = len(text[start:end].rstrip(characters))
        if size > 0 or start == 0:
            return start + size
        look *= 4
