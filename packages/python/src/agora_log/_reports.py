"""What the logger says of its own troubles: on standard error, seldom, as entries."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import Final

_INTERVAL_S: Final = 10.0
_NEVER: Final = float("-inf")


@dataclass(slots=True)
class _Streak:
    last: float = _NEVER
    count: int = 0


class ReportLimit:
    """Lets the first report of each subject through, then one in ten seconds, with the count of those between."""

    def __init__(self) -> None:
        """Know no trouble yet."""
        self._streaks: dict[str, _Streak] = {}
        # Reentrant: a signal handler or a finalizer may log while this thread reports.
        self._lock = threading.RLock()

    def admit(self, subject: str) -> int:
        """Count a trouble.

        Args:
            subject: What it is about.

        Returns:
            How often it has come since the last report, this time included; 0 when it must wait.
        """
        now = time.monotonic()
        with self._lock:
            streak = self._streaks.setdefault(subject, _Streak())
            streak.count += 1
            if now - streak.last < _INTERVAL_S:
                return 0
            count, streak.count, streak.last = streak.count, 0, now
            return count

    def after_fork(self) -> None:
        """Forget a lock that another thread of the parent may have held."""
        self._lock = threading.RLock()
