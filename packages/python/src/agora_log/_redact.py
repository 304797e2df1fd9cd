"""Redaction by key: which names say that their value is secret."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from agora_log._gen.tables import REDACT_KEYS

REDACTED: Final = '"[REDACTED]"'
"""What stands in place of a secret value, as JSON."""

# Characters outside ASCII count as lower-case letters.
_WORD_START: Final = re.compile("(?<=[a-z0-9\x80-\U0010ffff])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z\x80-\U0010ffff])")
_SEPARATORS: Final = re.compile("[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+")
_LOWER: Final = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
_DIGITS: Final = "0123456789"


class SecretNames:
    """The names whose values are hidden. Immutable; shared by threads."""

    __slots__ = ("_joined", "_lengths", "_sequences")

    def __init__(self, *, enabled: bool, fields: Iterable[str], replace_defaults: bool) -> None:
        """Collect the listed sequences of words; none at all when redaction is off."""
        names = (*(() if replace_defaults else REDACT_KEYS), *fields) if enabled else ()
        self._sequences = frozenset(filter(None, map(words, names)))
        self._lengths = sorted({len(sequence) for sequence in self._sequences})
        self._joined = frozenset("".join(sequence) for sequence in self._sequences)

    def hides(self, key: str) -> bool:
        """Say whether the value of a key is secret: its words end with a listed sequence, together or apart."""
        if not self._lengths:
            return False
        found = words(key)
        if not found:
            return False
        return found[-1] in self._joined or any(found[-length:] in self._sequences for length in self._lengths)


def words(key: str) -> tuple[str, ...]:
    """Split a key (camelCase, snake_case, kebab-case, dots) into lower-case words without digits at their ends."""
    parts = _SEPARATORS.split(_WORD_START.sub(" ", key))
    stripped = (part.translate(_LOWER).rstrip(_DIGITS) for part in parts)
    return tuple(filter(None, stripped))
