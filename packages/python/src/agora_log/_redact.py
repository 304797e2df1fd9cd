"""What is hidden before an entry leaves the process: by the names of keys, by patterns in texts, by masks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from agora_log._pattern import Pattern
from agora_log._redact_key_value import key_value_finder
from agora_log._redact_names import Names, Verdict
from agora_log._redact_on_request import find_aws_key, find_credit_card, find_email, find_iban, find_ipv4
from agora_log._redact_patterns import (
    find_basic_auth,
    find_bearer,
    find_jwt,
    find_private_key,
    find_url_credentials,
)
from agora_log._spans import HIDDEN, Find, hide_all
from agora_log._user_code import raise_if_stack_is_full

REDACTED: Final = f'"{HIDDEN}"'
"""What stands in place of a secret value, as JSON."""

DEFAULT_PATTERNS: Final = ("private-key", "url-credentials", "key-value", "basic-auth", "bearer", "jwt")
"""The patterns that are on by default, in the order in which they run."""

_ON_REQUEST: Final[dict[str, Find]] = {
    "aws-key": find_aws_key,
    "credit-card": find_credit_card,
    "email": find_email,
    "iban": find_iban,
    "ipv4": find_ipv4,
}
BUILT_IN_PATTERNS: Final = (*DEFAULT_PATTERNS, *_ON_REQUEST)
"""All patterns of ours, in the order in which they run."""

# What every text holds that a pattern changes.
_SIGNS: Final = {
    "private-key": "-----BEGIN ",
    "url-credentials": "://",
    "key-value": "[=:]",
    "basic-auth": "[Bb][Aa][Ss][Ii][Cc][\t ]",
    "bearer": "[Bb][Ee][Aa][Rr][Ee][Rr][\t ]",
    "jwt": "eyJ",
    "aws-key": "A[A-Z]{3}[A-Z0-9]{16}",
    "credit-card": "[2-6](?:[ -]?[0-9]){12}",
    "email": "@",
    "iban": "[A-Z]{2}[0-9]{2}",
    "ipv4": r"[0-9]\.[0-9]",
}
# What a cut leaves at the end of a text is no part of it.
_MARKER: Final = re.compile(r"…\[\+[0-9]{1,15}B\]\Z")


class Policy:
    """What is hidden, ready to be asked for every key and every text. Immutable; shared by threads."""

    __slots__ = ("_finders", "_names", "_own", "suspects")

    def __init__(
        self,
        *,
        enabled: bool = True,
        fields: Iterable[str] = (),
        replace_defaults: bool = False,
        patterns: Mapping[str, Any] | None = None,
        masks: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        """Put together what options ask for that were checked; nothing at all when redaction is off."""
        chosen = patterns or {}
        on = [name for name in BUILT_IN_PATTERNS if enabled and chosen.get(name, name in DEFAULT_PATTERNS)]
        own = [options for options in chosen.values() if enabled and isinstance(options, Mapping)]
        self._names = Names(fields, masks or {}, replace_defaults=replace_defaults) if enabled else None
        finders = _finders(self._names, self._is_secret)
        self._finders = tuple(finders[name] for name in on)
        self._own = tuple(
            (
                Pattern(str(options["pattern"]), ignore_case=options.get("ignore_case", False)),
                options.get("replacement"),
            )
            for options in own
        )
        self.suspects: Callable[[str], object] = _suspicion(tuple(on), has_own=bool(own))
        """Says whether `scrub` may change a text: true for every text that it does change, and for some others."""

    def verdict(self, key: str) -> Verdict:
        """Say what is done with the value of a key (repaired, not cut). Keep what this says: it takes its time."""
        try:
            return None if self._names is None else self._names.verdict(key)
        except Exception as error:
            raise_if_stack_is_full(error)
            return "hide"

    def scrub(self, text: str) -> str:
        """Hide what the patterns find in a well-formed text that was cut. Never raises."""
        try:
            marker = _MARKER.search(text, max(0, len(text) - _LONGEST_MARKER)) if text.endswith("B]") else None
            return self._scrub(text) if marker is None else self._scrub(text[: marker.start()]) + marker[0]
        except Exception:
            return HIDDEN  # nothing is shown that could not be judged

    def _scrub(self, text: str) -> str:
        text = self._hide_secrets(text)
        for pattern, replacement in self._own:
            text = pattern.replace(text, HIDDEN if replacement is None else replacement)
        return text

    def _hide_secrets(self, text: str) -> str:
        """Run the built-in patterns until they change nothing: what one leaves may be a secret for another."""
        for _ in range(_MOST_ROUNDS):
            before = text
            for find in self._finders:
                text = hide_all(text, find)
            if text == before:
                return text
        return HIDDEN

    def _is_secret(self, key: str) -> bool:
        return self.verdict(key) is not None


_MOST_ROUNDS: Final = 8
_LONGEST_MARKER: Final = len("…[+B]") + 15


def _finders(names: Names | None, is_secret: Callable[[str], bool]) -> dict[str, Find]:
    return {
        "private-key": find_private_key,
        "url-credentials": find_url_credentials,
        "key-value": key_value_finder(is_secret, () if names is None else names.all_words),
        "basic-auth": find_basic_auth,
        "bearer": find_bearer,
        "jwt": find_jwt,
        **_ON_REQUEST,
    }


def _suspicion(on: tuple[str, ...], *, has_own: bool) -> Callable[[str], object]:
    if has_own:
        return lambda _text: True
    if on == DEFAULT_PATTERNS:
        return _suspects_by_default
    return re.compile("|".join(_SIGNS[name] for name in on)).search if on else lambda _text: False


def _suspects_by_default(text: str) -> bool:
    """Say what the signs of the default patterns say, in a third of the time that a regular expression takes."""
    return (
        ":" in text
        or "=" in text
        or "eyJ" in text
        or "-----BEGIN " in text
        or "asic" in (lower := text.lower())
        or "earer" in lower
    )
