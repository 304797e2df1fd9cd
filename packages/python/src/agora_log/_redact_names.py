"""Which keys say that their value is secret, and what of it may be shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Literal, TypeAlias

from agora_log._gen.tables import REDACT_KEYS
from agora_log._kinds import kind_of
from agora_log._numbers import float_text, int_text
from agora_log._spans import HIDDEN
from agora_log._text import exact, repair

Mask: TypeAlias = "Callable[[object], object]"
"""Says what is written instead of a value, like any other value."""

Verdict: TypeAlias = "Literal['hide'] | Mask | None"
"""What is done with the value of a key: hidden without a look at it, masked, or nothing."""

Words: TypeAlias = "tuple[str, ...]"

# Characters outside ASCII count as lower-case letters.
_WORD_START: Final = re.compile("(?<=[a-z0-9\x80-\U0010ffff])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z\x80-\U0010ffff])")
_SEPARATORS: Final = re.compile("[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+")
_LOWER: Final = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
_DIGITS: Final = "0123456789"
_EMAIL_MASK: Final = 3


class NameList:
    """Names, to be compared with the ends of keys. Immutable; shared by threads."""

    __slots__ = ("_joined", "_lengths", "_sequences")

    def __init__(self, names: Iterable[str]) -> None:
        """Collect the sequences of words."""
        self._sequences = frozenset(filter(None, map(words, names)))
        self._lengths = sorted({len(sequence) for sequence in self._sequences})
        self._joined = frozenset("".join(sequence) for sequence in self._sequences)

    def ends(self, found: Words) -> bool:
        """Say whether words end with a listed sequence, together or apart."""
        if not self._lengths or not found:
            return False
        return found[-1] in self._joined or any(found[-length:] in self._sequences for length in self._lengths)


class Names:
    """The names whose values are hidden or masked. Immutable; shared by threads."""

    __slots__ = ("_built_in", "_fields", "_masks", "all_words")

    def __init__(
        self, fields: Iterable[str], masks: Mapping[str, Mapping[str, Any]], *, replace_defaults: bool
    ) -> None:
        """Collect names and make masks."""
        fields = tuple(fields)
        defaults = () if replace_defaults else REDACT_KEYS
        self._fields = NameList(fields)
        self._built_in = NameList(defaults)
        # The most words first; of equally many, the last one given.
        ranked = sorted(((len(words(name)), place, name) for place, name in enumerate(masks)), reverse=True)
        self._masks = tuple((NameList((name,)), make_mask(**masks[name])) for _, _, name in ranked)
        self.all_words: tuple[Words, ...] = tuple(map(words, (*defaults, *fields, *masks)))

    def verdict(self, key: str) -> Verdict:
        """Judge a key: fields come before masks, masks before the built-in names."""
        found = words(key)
        if self._fields.ends(found):
            return "hide"
        for names, mask in self._masks:
            if names.ends(found):
                return mask
        return "hide" if self._built_in.ends(found) else None


def words(key: str) -> Words:
    """Split a key (camelCase, snake_case, kebab-case, dots) into lower-case words without digits at their ends."""
    parts = _SEPARATORS.split(_WORD_START.sub(" ", key))
    stripped = (part.translate(_LOWER).rstrip(_DIGITS) for part in parts)
    return tuple(filter(None, stripped))


def make_mask(*, show_last: int = 4, mask_char: str = "*", email: bool = False) -> Mask:
    """Make a mask: the masked text of a string or a number, None and booleans as they are, else `[REDACTED]`."""

    def hide(text: str, shown: int) -> str:
        hidden = len(text) - shown if len(text) > shown else len(text)
        return mask_char * hidden + text[hidden:]

    def mask_text(text: str) -> str:
        if not email:
            return hide(text, show_last)
        three = mask_char * _EMAIL_MASK
        return f"{text[0]}{three}@{three}" if text.rfind("@") > 0 else hide(text, 0)

    def mask(value: Any) -> object:
        try:
            kind = kind_of(value)
            if kind in ("none", "bool"):
                return value
            if kind == "str":
                return mask_text(repair(exact(value)))
            if kind == "int":
                return mask_text(int_text(int.__add__(value, 0)))
            return mask_text(float_text(value)) if kind == "float" else HIDDEN
        except Exception:
            return HIDDEN

    return mask
