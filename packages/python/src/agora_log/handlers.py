"""Where lines go."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from agora_log._console import ConsoleHandler
from agora_log._file import FileHandler

__all__ = ["ConsoleHandler", "FileHandler", "Handler"]


@runtime_checkable
class Handler(Protocol):
    """Takes lines. Called from several threads at once; what it logs itself while it writes goes to standard error.

    Attributes:
        name: What it is, for reports: `console`, `file /var/log/agora/market-data.log`.
    """

    name: str

    def write(self, line: bytes, level: int) -> None:
        """Take one line.

        Args:
            line: An entry as canonical JSON with its line feed.
            level: 10, 20, 30, 40 or 50.

        Raises:
            Exception: It could not. The line then goes to standard error, and the handler is asked again with the
                next line.
        """

    def flush(self, timeout: float) -> int:
        """Make durable what was taken, as far as the handler can.

        Args:
            timeout: Seconds that this may take.

        Returns:
            The number of lines that it still holds.
        """

    def close(self) -> None:
        """Let go of everything, after a flush. May be called more than once."""
