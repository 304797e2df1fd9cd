"""Entries that were written nowhere: counted by reason, and said in the log, not for each, but soon."""

from __future__ import annotations

import threading
import time
from typing import Final, Literal, TypeAlias

Reason: TypeAlias = Literal["closed", "failed", "recursion"]
"""After shutdown; nothing took it; logged by code that the logger ran for an entry that came the same way."""

_INTERVAL_S: Final = 10.0


class Drops:
    """Counts what was dropped. Threads share it."""

    def __init__(self) -> None:
        """Know of nothing."""
        self.unsaid: dict[Reason, int] = {}
        """What was not reported yet, by reason."""
        self.unwritten = 0
        """Entries for which there was no room on the stack: counted by `+= 1`, the only thing that works there."""
        self._total = 0
        self._due = 0.0
        # Reentrant: a signal handler or a finalizer may log while this thread counts.
        self._lock = threading.RLock()

    def add(self, reason: Reason, count: int = 1) -> None:
        """Count entries."""
        with self._lock:
            self._total += count
            self._put(reason, count)

    def total(self) -> int:
        """Return how many there were since the start."""
        return self._total + self.unwritten

    def take(self, *, at_once: bool = False) -> dict[Reason, int]:
        """Return what is to be said now, by reason: ten seconds after the first of them, or at once."""
        with self._lock:
            if self.unwritten:
                count = self.unwritten
                self.add("failed", count)
                self.unwritten -= count
            if not self.unsaid or (not at_once and time.monotonic() < self._due):
                return {}
            said, self.unsaid = self.unsaid, {}
            return said

    def put_back(self, reason: Reason, count: int) -> None:
        """Remember what nobody took the report of."""
        with self._lock:
            self._put(reason, count)

    def after_fork(self) -> None:
        """Forget a lock that another thread of the parent may have held."""
        self._lock = threading.RLock()

    def _put(self, reason: Reason, count: int) -> None:
        if not self.unsaid:
            self._due = time.monotonic() + _INTERVAL_S
        self.unsaid[reason] = self.unsaid.get(reason, 0) + count
