"""What this package raises. A log call raises nothing."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["AgoraError", "ConfigError", "Violation"]

_MOST_SHOWN: Final = 100


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
    """Where it came from: `code`, or the name of an environment variable."""
    expected: str
    """What it is not, such as `a level`."""
    remedy: str
    """What to do, such as `use one of DEBUG, INFO, WARNING, ERROR, CRITICAL`."""

    def __str__(self) -> str:
        return f"{self.field}: {_shown(self.value)} (from {self.source}) is not {self.expected}; {self.remedy}"


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


def _shown(value: object) -> str:
    try:
        text = f'"{value}"' if isinstance(value, str) else repr(value)
    except Exception:
        text = f"an object of class {type(value).__name__}"
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
