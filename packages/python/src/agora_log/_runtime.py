"""What one configuration stands for while it is in use: handlers, places, and what is the same in all entries."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any, Final

from agora_log._callsite import Callsites
from agora_log._console import ConsoleHandler
from agora_log._descriptor import write_stderr
from agora_log._encode import Call, Head, encode, encode_minimal, make_head
from agora_log._file import FileHandler
from agora_log._kinds import type_name
from agora_log._layers import NO_LAYERS, Layers, merge
from agora_log._levels import LogLevel
from agora_log._redact import Policy
from agora_log._reports import ReportLimit
from agora_log._settings import Settings
from agora_log._site import Site
from agora_log._user_code import deliver, this_thread
from agora_log.handlers import Handler

_OWN_NAME: Final = "agora_log"
_OURS: Final = (FileHandler, ConsoleHandler)
"""Handlers that run no code of the caller while they write, as far as they do not say so themselves."""
_NANOSECONDS: Final = 1000


class Runtime:
    """A configuration in use. Threads share it."""

    def __init__(self, settings: Settings, handlers: Sequence[Handler]) -> None:
        """Begin to use a configuration with its handlers; nothing is opened or written yet."""
        self.settings = settings
        self.handlers = tuple(handlers)
        self.sites = Callsites(settings.source_root)
        self.bottom = merge(NO_LAYERS, settings.default_context) if settings.default_context else NO_LAYERS
        self.limit = ReportLimit()
        self.is_closed = False
        """Whether `shutdown` was called: entries have only standard error left then."""
        self._is_closed_reported = False
        self._policy = Policy(
            enabled=settings.redact_enabled,
            fields=settings.redact_fields,
            replace_defaults=settings.redact_replace_defaults,
        )
        self._own_head = self.head(_OWN_NAME)

    def head(self, logger_name: str) -> Head:
        """Write what is the same in every entry of a logger."""
        settings = self.settings
        return make_head(
            service=settings.service_name,
            environment=settings.environment,
            version=settings.version,
            host=settings.host,
            logger_name=logger_name,
            policy=self._policy,
            strips_ansi=settings.strip_ansi,
            max_entry_bytes=settings.max_entry_bytes,
        )

    def encode(
        self,
        head: Head,
        level: str,
        message: object,
        site: Site,
        layers: Layers,
        contexts: Sequence[Any] = (),
        error: object = None,
    ) -> bytes:
        """Encode an entry; in a minimal form, with a report, if this package fails."""
        call = Call(self._microseconds(), level, message, site, layers, contexts, error)
        try:
            return encode(head, call)
        except Exception as fault:
            text = f"the encoder failed ({type_name(fault)}); the entry was written without its context"
            self.report("AGORA_ENCODE", text, site)
            return encode_minimal(head, call)

    def deliver(self, line: bytes, level: int, site: Site) -> bool:
        """Give a line to every handler; to standard error where one failed and no console took it.

        Returns:
            Whether anything took the line. Once everything is closed, nothing takes one below WARNING.
        """
        if self.is_closed:
            self.report_closed(site)
            return level >= LogLevel.WARNING and write_stderr(line)
        if this_thread.delivers:
            return write_stderr(line)
        failed = on_console = False
        for handler in self.handlers:
            try:
                if type(handler) in _OURS:
                    handler.write(line, level)
                else:
                    deliver(_write, (handler, line, level))
                on_console = on_console or isinstance(handler, ConsoleHandler)
            except Exception as error:
                failed = True
                self.report_handler(handler, error, site)
        return not failed or on_console or write_stderr(line)

    def flush(self, timeout: float, site: Site) -> int:
        """Flush every handler within a time; return the number of lines that they still hold."""
        deadline = time.monotonic() + timeout
        held = 0
        for handler in self.handlers:
            try:
                held += handler.flush(max(0.0, deadline - time.monotonic()))
            except Exception as error:
                self.report_handler(handler, error, site)
        return held

    def close(self, kept: Sequence[Handler] = ()) -> None:
        """Close every handler that is not among those kept."""
        for handler in self.handlers:
            if handler not in kept:
                try:
                    handler.close()
                except Exception as error:
                    self.report_handler(handler, error, self.sites.unknown)

    def own_line(self, level: str, message: str, site: Site, context: dict[str, object]) -> bytes:
        """Encode an entry that the logger itself has to say."""
        return self.encode(self._own_head, level, message, site, self.bottom, (context,))

    def report_handler(self, handler: Handler, error: Exception, site: Site) -> None:
        """Say on standard error that a handler failed, if it is time to."""
        name = str(getattr(handler, "name", type_name(handler)))
        text = f"{name}: {type_name(error)}: {error}; entries that it does not take go to standard error"
        self.report("AGORA_HANDLER_IO", text, site, name)

    def report_closed(self, site: Site) -> None:
        """Say once on standard error that a logger was used after `shutdown`."""
        if not self._is_closed_reported:
            self._is_closed_reported = True
            text = "a logger is used after shutdown; from WARNING on its entries go to standard error, others nowhere"
            self.report("AGORA_CLOSED", text, site)

    def report(self, code: str, text: str, site: Site, subject: str = "") -> None:
        """Say something on standard error, at once or, when it was said a short time ago, later with a count."""
        count = self.limit.admit(code + subject)
        if count:
            context: dict[str, object] = {"code": code, "count": count}
            write_stderr(self.own_line("ERROR", f"[{code}] {text}", site, context))

    def after_fork(self) -> None:
        """Forget locks that other threads of the parent may have held."""
        self.limit.after_fork()
        for handler in self.handlers:
            forget = getattr(handler, "after_fork", None)
            if forget is not None:
                forget()

    def _microseconds(self) -> int:
        try:
            return self.settings.clock() // _NANOSECONDS
        except Exception:
            return time.time_ns() // _NANOSECONDS


def _write(call: tuple[Handler, bytes, int]) -> None:
    handler, line, level = call
    handler.write(line, level)
