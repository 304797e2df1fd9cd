"""What this package raises. A log call raises nothing."""

from __future__ import annotations

import json
from typing import Final, NamedTuple

__all__ = ["AgoraError", "ConfigError", "Violation"]

NO_FIELD: Final = "a field of the configuration"
"""What a name is not that nobody knows."""

_MOST_SHOWN: Final = 80


class AgoraError(Exception):
    """An error of the logger itself, never of a log call.

    Attributes:
        code: One of the codes in docs/errors.md, such as `AGORA_CONFIG`. The message begins with it.
    """

    def __init__(self, code: str, message: str) -> None:
        """Make an error.

        Args:
            code: Its code.
            message: What is wrong, with the value, and what to do about it.
        """
        super().__init__(f"[{code}] {message}")
        self.code = code
        self._message = message

    def __reduce__(self) -> tuple[type[AgoraError], tuple[object, ...]]:
        return AgoraError, (self.code, self._message)


class Violation(NamedTuple):
    """A value that a configuration cannot have."""

    field: str
    """Name of the field, or of an environment variable that is none."""
    value: object
    """The value."""
    source: str
    """Where it came from: `code`, `environment variable LOG_LEVEL`, or the path of a file."""
    expected: str
    """What it is not, such as `a level`."""
    remedy: str
    """What to do, such as `use one of DEBUG, INFO, WARNING, ERROR, CRITICAL`."""

    @property
    def shown(self) -> str:
        """The value as JSON text, or its form in Python where it has none, of at most 80 characters."""
        try:
            text = json.dumps(self.value, ensure_ascii=False, separators=(",", ":"))
        except Exception:
            text = _in_python(self.value)
        return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"

    def __str__(self) -> str:
        wrong = f"no {NO_FIELD[2:]}" if self.expected == NO_FIELD else f"not {self.expected}"
        return f"{self.field}: {self.shown} (from {self.source}) is {wrong}; {self.remedy}"


class ConfigError(AgoraError):
    """A configuration that is not usable; code `AGORA_CONFIG`. Nothing was changed.

    Attributes:
        violations: Every field that is wrong.
    """

    def __init__(self, violations: tuple[Violation, ...]) -> None:
        """Make one error of all violations, the first of which begins the message."""
        super().__init__("AGORA_CONFIG", "; ".join(map(str, violations)))
        self.violations = violations

    def __reduce__(self) -> tuple[type[AgoraError], tuple[object, ...]]:
        return ConfigError, (self.violations,)


def _in_python(value: object) -> str:
    try:
        return repr(value)
    except Exception:
        return f"an object of class {type(value).__name__}"
