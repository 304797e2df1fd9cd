"""Structured logging: one schema for TypeScript, Python and C++, and the same bytes from each.

A program begins and ends like this:

    import agora_log

    agora_log.initialize(service_name="market-data")
    log = agora_log.get_logger("market.feed")
    log.info("Feed connected", venue="XETR", symbols=1200)
    agora_log.shutdown()
"""

from __future__ import annotations

from typing import Unpack

from agora_log._exception_info import ExceptionInfo
from agora_log._levels import LogLevel
from agora_log._state import STATE
from agora_log._version import __version__
from agora_log.config import ConfigFields, LogConfig
from agora_log.errors import AgoraError, ConfigError
from agora_log.logger import Logger, get_logger

__all__ = [
    "AgoraError",
    "ConfigError",
    "ExceptionInfo",
    "LogConfig",
    "LogLevel",
    "Logger",
    "__version__",
    "dropped_entries",
    "flush",
    "get_logger",
    "initialize",
    "shutdown",
]


def initialize(config: LogConfig | None = None, /, **fields: Unpack[ConfigFields]) -> None:
    """Settle the configuration and open logging.

    Environment variables overrule `fields`, which overrule `config`. A bad value in the environment is passed over,
    and a WARNING entry says so. A second call flushes and closes the handlers of the first; loggers that exist follow.

    Args:
        config: A configuration; default nothing but the fields.
        **fields: Fields of LogConfig.

    Raises:
        ConfigError: A name is unknown, a value does not fit, or there is no service name; the error lists every
            violation (code AGORA_CONFIG), and nothing has changed.
    """
    STATE.initialize(config, fields)


def flush(timeout: float = 5.0) -> int:
    """Make durable what was logged.

    Args:
        timeout: Seconds that this may take.

    Returns:
        The number of entries that handlers still hold: 0 when all is delivered.
    """
    return STATE.flush(timeout)


def shutdown(timeout: float = 5.0) -> int:
    """Flush and close the handlers. Entries that come later go to standard error from WARNING on, else are counted.

    Args:
        timeout: Seconds that this may take.

    Returns:
        The number of entries that were not delivered: 0 when all are.
    """
    return STATE.shutdown(timeout)


def dropped_entries() -> int:
    """Count the entries that were written nowhere since the process began.

    Those are entries below WARNING after `shutdown`, those that neither a handler nor standard error took, and those
    that code logged while the logger ran it for an entry that came the same way. The log says so as well, in an entry
    with the code AGORA_DROPPED: behind the first entry that comes ten seconds later, or with the next flush.
    """
    return STATE.drops.total()
