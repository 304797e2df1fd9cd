"""Lines to the handlers, and to standard error where these fail."""

from __future__ import annotations

import time
from collections.abc import Callable, Container, Sequence
from typing import Final

from agora_log._descriptor import write_stderr
from agora_log._levels import LogLevel
from agora_log._own import Report, own_report
from agora_log._sink import NEVER, Sink
from agora_log._user_code import deliver, this_thread
from agora_log.handlers import Handler

# Each report can make other handlers fail.
_REPORTS_AT_ONCE: Final = 16


class Delivery:
    """The handlers of one configuration. Threads share it; no method raises what a handler raises."""

    def __init__(self, handlers: Sequence[Handler], line_of: Callable[[Report], bytes]) -> None:
        """Begin to use handlers; `line_of` makes the line of an entry of the library itself."""
        self.sinks = tuple(map(Sink, handlers))
        self.is_closed = False
        """Whether `shutdown` was called: entries have only standard error left then."""
        self._line_of = line_of
        self._is_closed_reported = False

    def deliver(self, line: bytes, level: int) -> bool:
        """Give a line to every handler; to standard error where one failed and no console took it.

        Returns:
            Whether anything took the line. Once everything is closed, nothing takes one below WARNING.
        """
        if self.is_closed:
            self.report_closed()
            return level >= LogLevel.WARNING and write_stderr(line)
        if this_thread.delivers:
            return write_stderr(line)
        failures: list[tuple[Sink, Exception]] = []
        recovered: list[Sink] = []
        on_console = False
        for sink in self.sinks:
            try:
                if sink.is_ours:
                    sink.handler.write(line, level)
                else:
                    deliver(_write, (sink.handler, line, level))
            except Exception as error:
                failures.append((sink, error))
            else:
                on_console = on_console or sink.is_console
                if sink.outage:
                    recovered.append(sink)
        is_taken = not failures or on_console or write_stderr(line)
        for sink, failure in failures:
            self._report_failure(sink, failure)
        for sink in recovered:
            self._report(sink.note_success())
        return is_taken

    def flush(self, timeout: float) -> int:
        """Flush every handler within a time; return the number of lines that they still hold."""
        deadline = time.monotonic() + timeout
        held = 0
        for sink in self.sinks:
            try:
                held += sink.handler.flush(max(0.0, deadline - time.monotonic()))
            except Exception as error:
                self._report_failure(sink, error)
        return held

    def close(self, kept: Container[Handler] = ()) -> list[Report]:
        """Close every handler that is not among those kept; return what is to be said about it."""
        reports: list[Report | None] = []
        for sink in self.sinks:
            if sink.handler not in kept:
                try:
                    sink.handler.close()
                except Exception as error:
                    reports.append(sink.note_failure(error))
        return [report for report in reports if report is not None]

    def report(self, report: Report, failed: Sink | None = None) -> bool:
        """Write an entry of the library to all handlers but the one that it is about.

        It goes to standard error as well where it would not be seen: an important one that no handler took, and one
        about a handler that no console took.

        Returns:
            Whether anything took it.
        """
        waiting: list[tuple[Report | None, Sink | None]] = [(report, failed)]
        is_taken = self._tell(waiting)
        for _ in range(_REPORTS_AT_ONCE):
            if waiting:
                self._tell(waiting)
        return is_taken

    def report_closed(self) -> None:
        """Say once on standard error that a logger was used after `shutdown`."""
        if not self._is_closed_reported:
            self._is_closed_reported = True
            self.report(own_report("AGORA_CLOSED"))

    def after_fork(self) -> None:
        """Forget locks that other threads of the parent may have held."""
        for sink in self.sinks:
            sink.after_fork()

    def _report_failure(self, sink: Sink, error: Exception) -> None:
        try:
            report = sink.note_failure(error)
            if report is not None and not self.report(report, sink):
                sink.take_back(report)
        except Exception:  # no room on the stack: the next failure is reported
            sink.reported_at = NEVER

    def _report(self, report: Report | None) -> None:
        if report is not None:
            self.report(report)

    def _tell(self, waiting: list[tuple[Report | None, Sink | None]]) -> bool:
        """Write the first report that waits; put behind it what comes of that."""
        report, failed = waiting.pop(0)
        if report is None:
            return False
        line = self._line_of(report)
        is_taken = is_shown = False
        for sink in () if self.is_closed or this_thread.delivers else self.sinks:
            if sink is failed:
                continue
            try:
                deliver(_write, (sink.handler, line, report.level))
            except Exception as error:
                waiting.append((sink.note_failure(error), sink))
            else:
                is_taken = True
                is_shown = is_shown or sink.is_console
                if sink.outage:
                    waiting.append((sink.note_success(), None))
        is_important = report.level >= LogLevel.WARNING
        needs_stderr = not is_shown if failed is not None else is_important and not is_taken
        return (needs_stderr and write_stderr(line)) or is_taken


def _write(call: tuple[Handler, bytes, int]) -> None:
    handler, line, level = call
    handler.write(line, level)
