"""Keys on the wire: to text, repaired, cut, escaped, judged for redaction; what was learned is kept."""

from __future__ import annotations

from typing import Final

from agora_log._gen.tables import LIMIT_KEY_BYTES
from agora_log._kinds import type_name
from agora_log._numbers import float_text, int_text
from agora_log._redact import REDACTED, Policy
from agora_log._redact_names import Verdict
from agora_log._text import WORST_ESCAPE, cut, exact, quote, repair
from agora_log._user_code import raise_if_stack_is_full, run

_MOST_KEYS: Final = 4096
_UNKNOWN: Final = object()
_SHORT: Final = LIMIT_KEY_BYTES // WORST_ESCAPE
"""A key of no more characters than this is within its limit, whatever they are."""


class Keys:
    """What is known about keys under one configuration. Shared by threads; grows to a bound."""

    __slots__ = ("_verdicts", "policy", "starts", "suspects")

    def __init__(self, policy: Policy) -> None:
        """Know nothing yet.

        Args:
            policy: What is hidden.
        """
        self.policy = policy
        self.suspects = policy.suspects
        """Says whether the policy may change a text."""
        self._verdicts: dict[str, Verdict] = {}
        self.starts: dict[str, str] = {}
        """Short ASCII keys, each with its JSON text and the colon; a secret one with what stands for its value."""

    def start(self, key: object) -> str | None:
        """Return what `starts` says of a key, or will say; None for a key that needs more work."""
        if type(key) is not str or len(key) > _SHORT or not key.isascii():
            return None
        verdict = self.policy.verdict(key)
        if verdict is not None and verdict != "hide":
            return None
        if len(self.starts) >= _MOST_KEYS:
            self.starts.clear()
        start = f"{quote(key)}:{'' if verdict is None else REDACTED}"
        self.starts[key] = start
        return start

    def verdict(self, key: str) -> Verdict:
        """Say what is done with the value of a repaired key."""
        found = self._verdicts.get(key, _UNKNOWN)
        if found is not _UNKNOWN:
            return found  # type: ignore[return-value]
        verdict = self.policy.verdict(key)
        if len(key) <= _SHORT:
            if len(self._verdicts) >= _MOST_KEYS:
                self._verdicts.clear()
            self._verdicts[key] = verdict
        return verdict


def key_text(key: object) -> str:
    """Turn a key of any type into repaired text, which is not cut yet. Raises only where the stack is full."""
    try:
        return repair(_raw_text(key))
    except Exception as error:
        raise_if_stack_is_full(error)
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
