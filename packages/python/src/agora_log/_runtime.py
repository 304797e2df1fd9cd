"""What one configuration stands for while it is in use: handlers, places, and what is the same in all entries."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any, Final

from agora_log._callsite import Callsites
from agora_log._delivery import Delivery
from agora_log._encode import Call, Head, encode, make_head
from agora_log._layers import NO_LAYERS, Layers, merge
from agora_log._minimal import encode_minimal
from agora_log._own import OWN_NAME, Report
from agora_log._redact import Policy
from agora_log._settings import Settings
from agora_log._site import Site
from agora_log.handlers import Handler

_NANOSECONDS: Final = 1000


class Runtime:
    """A configuration in use. Threads share it."""

    def __init__(self, settings: Settings, handlers: Sequence[Handler]) -> None:
        """Begin to use a configuration with its handlers; nothing is opened or written yet."""
        self.settings = settings
        self.handlers = tuple(handlers)
        self.sites = Callsites(settings.source_root)
        self.bottom = merge(NO_LAYERS, settings.default_context) if settings.default_context else NO_LAYERS
        self.delivery = Delivery(handlers, self.own_line)
        self._policy = Policy(
            enabled=settings.redact_enabled,
            fields=settings.redact_fields,
            replace_defaults=settings.redact_replace_defaults,
            patterns=settings.redact_patterns,
            masks=settings.redact_masks,
        )
        self._own_head = self.head(OWN_NAME)

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

    def call(
        self,
        level: str,
        message: object,
        site: Site,
        layers: Layers = NO_LAYERS,
        contexts: Sequence[Any] = (),
        error: object = None,
    ) -> Call:
        """Put the arguments of a call together with the time."""
        try:
            microseconds = self.settings.clock() // _NANOSECONDS
        except Exception:
            microseconds = time.time_ns() // _NANOSECONDS
        return Call(microseconds, level, message, site, layers, contexts, error)

    def own_line(self, report: Report) -> bytes:
        """Encode an entry that the library itself has to say."""
        call = self.call(
            report.level.name, report.message, self.sites.unknown, contexts=(report.context,), error=report.error
        )
        try:
            return encode(self._own_head, call)
        except Exception as fault:
            return encode_minimal(self._own_head, call, fault)

    def after_fork(self) -> None:
        """Forget locks that other threads of the parent may have held."""
        self.delivery.after_fork()
