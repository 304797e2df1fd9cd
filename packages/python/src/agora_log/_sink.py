"""One handler while it is in use: whether it works, and when that is said."""

from __future__ import annotations

import threading
import time
from typing import Final

from agora_log._console import ConsoleHandler
from agora_log._file import FileHandler
from agora_log._kinds import type_name
from agora_log._own import Report, own_report
from agora_log.handlers import Handler

NEVER: Final = float("-inf")
"""When a failure was reported that was not."""

_OURS: Final = (FileHandler, ConsoleHandler)
_INTERVAL_S: Final = 10.0


class Sink:
    """A handler with its failures. Threads share it."""

    __slots__ = ("_is_reported", "_lock", "_unreported", "handler", "is_console", "is_ours", "outage", "reported_at")

    def __init__(self, handler: Handler) -> None:
        """Begin to use a handler, of which nothing bad is known."""
        self.handler = handler
        self.is_console = isinstance(handler, ConsoleHandler)
        """Whether people see what it takes."""
        self.is_ours = type(handler) in _OURS
        """Whether it runs no code of the caller while it writes, as far as it does not say so itself."""
        self.outage = 0
        """Failures since it last worked."""
        self.reported_at = NEVER
        """When a failure was last reported, in seconds."""
        self._unreported = 0
        self._is_reported = False
        # Reentrant: a signal handler or a finalizer may log while this thread counts.
        self._lock = threading.RLock()

    @property
    def name(self) -> str:
        """Name of the handler, or of its class where it has none."""
        try:
            return str(self.handler.name)
        except Exception:
            return type_name(self.handler)

    def note_failure(self, error: Exception) -> Report | None:
        """Count a failure; return the report that is due: at once, then every ten seconds."""
        now = time.monotonic()
        with self._lock:
            self.outage += 1
            self._unreported += 1
            if now - self.reported_at < _INTERVAL_S:
                return None
            failures, self._unreported = self._unreported, 0
            self.reported_at = now
            self._is_reported = True
        return own_report("AGORA_HANDLER_IO", error, handler=self.name, failures=failures)

    def take_back(self, report: Report) -> None:
        """Count failures again whose report nobody took; the next one is reported at once."""
        with self._lock:
            self._unreported += int(str(report.context["failures"]))
            self.reported_at = NEVER

    def note_success(self) -> Report | None:
        """End an outage; return a report if its beginning was reported."""
        with self._lock:
            failures, self.outage = self.outage, 0
            was_reported, self._is_reported = self._is_reported, False
            if not failures or not was_reported:
                return None
            self._unreported = 0
        return own_report("AGORA_HANDLER_RECOVERED", handler=self.name, failures=failures, replayed=0)

    def after_fork(self) -> None:
        """Forget locks that other threads of the parent may have held."""
        self._lock = threading.RLock()
        forget = getattr(self.handler, "after_fork", None)
        if forget is not None:
            forget()
