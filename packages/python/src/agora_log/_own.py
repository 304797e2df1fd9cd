"""What the library says about itself: entries of one form in all languages, by the logger `agora`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from agora_log._gen.tables import OWN_ENTRIES
from agora_log._levels import LogLevel
from agora_log.errors import Violation

OWN_NAME: Final = "agora"
"""Name of the logger that writes about the library itself."""


class Report(NamedTuple):
    """An entry of the library itself, before it is encoded."""

    level: LogLevel
    message: str
    context: Mapping[str, object]
    error: BaseException | None = None


def own_report(code: str, error: BaseException | None = None, **context: object) -> Report:
    """Make the report of a code whose level and message are always the same."""
    level, message = OWN_ENTRIES[code]
    return Report(LogLevel[level], message, {"code": code, **context}, error)


def config_report(wrong: Violation) -> Report:
    """Make the report of a value of the configuration that does not fit."""
    context = {
        "code": "AGORA_CONFIG",
        "field": wrong.field,
        "remedy": wrong.remedy,
        "source": wrong.source,
        "value": wrong.shown,
    }
    return Report(LogLevel.WARNING, str(wrong), context)
