"""The five levels."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from agora_log._gen.tables import LEVEL_ALIASES, LEVEL_NUMBERS, LEVELS
from agora_log.errors import AgoraError


class LogLevel(IntEnum):
    """Level of an entry; its number grows with its weight. `str()` gives the name as the wire has it."""

    DEBUG = 10
    INFO = 20
    WARNING = 30
    ERROR = 40
    CRITICAL = 50

    def __str__(self) -> str:
        return self.name


_BY_TEXT: Final[dict[str, LogLevel]] = {
    **{name.lower(): LogLevel[name] for name in LEVELS},
    **{alias: LogLevel[name] for alias, name in LEVEL_ALIASES.items()},
}
_BY_NUMBER: Final[dict[int, LogLevel]] = {number: LogLevel[name] for name, number in LEVEL_NUMBERS.items()}


def parse_level(level: LogLevel | str | int) -> LogLevel:
    """Return the level that a name, an alias or a number means.

    Args:
        level: One of DEBUG, INFO, WARNING, ERROR, CRITICAL in any case; an alias (trace, notice, warn, err, fatal,
            crit, alert, emerg, panic) in any case; or 10, 20, 30, 40, 50.

    Raises:
        AgoraError: There is no such level (code AGORA_LEVEL).
    """
    found = _BY_TEXT.get(level.lower()) if isinstance(level, str) else _BY_NUMBER.get(level)
    if found is None:
        code = "AGORA_LEVEL"
        raise AgoraError(code, f'"{level}" is not a level; use one of {", ".join(LEVELS)}')
    return found
