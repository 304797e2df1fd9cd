"""Keys on the wire: to text, repaired, cut, escaped, judged for redaction; what was learned is kept."""

from __future__ import annotations

from typing import Final

from agora_log._gen.tables import LIMIT_KEY_BYTES
from agora_log._kinds import type_name
from agora_log._numbers import float_text, int_text
from agora_log._redact import REDACTED, SecretNames
from agora_log._text import WORST_ESCAPE, cut, exact, quote, repair
from agora_log._user_code import run

_MOST_KEYS: Final = 4096
_SHORT: Final = LIMIT_KEY_BYTES // WORST_ESCAPE
"""A key of no more characters than this is within its limit, whatever they are."""


class Keys:
    """What is known about keys under one configuration. Shared by threads; grows to a bound."""

    __slots__ = ("secret", "starts")

    def __init__(self, secret: SecretNames) -> None:
        """Know nothing yet.

        Args:
            secret: The names whose values are hidden.
        """
        self.secret = secret
        self.starts: dict[str, str] = {}
        """Short ASCII keys, each with its JSON text and the colon; a secret one with what stands for its value."""

    def start(self, key: object) -> str | None:
        """Return what `starts` says of a key, or will say; None for a key that needs more work."""
        if type(key) is not str or len(key) > _SHORT or not key.isascii():
            return None
        if len(self.starts) >= _MOST_KEYS:
            self.starts.clear()
        start = f"{quote(key)}:{REDACTED if self.secret.hides(key) else ''}"
        self.starts[key] = start
        return start


def key_text(key: object) -> str:
    """Turn a key of any type into repaired text, which is not cut yet. Never raises."""
    try:
        return repair(_raw_text(key))
    except Exception as error:
        return f"[threw {type_name(error)}]"


def cut_key(key: str) -> tuple[str, bool]:
    """Cut a repaired key to its limit; say whether it was cut."""
    return (key, False) if len(key) <= _SHORT else cut(key, LIMIT_KEY_BYTES)


def _raw_text(key: object) -> str:
    cls = type(key)
    if key is None or cls is bool:
        return {None: "null", True: "true", False: "false"}[key]  # type: ignore[index]
    if issubclass(cls, str):
        return exact(key)  # type: ignore[arg-type]
    if issubclass(cls, int):
        return int_text(int.__add__(key, 0))  # type: ignore[operator]
    if issubclass(cls, float):
        return float_text(key)  # type: ignore[arg-type]
    return exact(run(str, key))
