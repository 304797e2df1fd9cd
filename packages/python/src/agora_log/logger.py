"""The logger."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, Final

from agora_log._encode import Head, encode
from agora_log._kinds import is_a, kind_of
from agora_log._layers import Layers, merge
from agora_log._levels import LogLevel, parse_level
from agora_log._minimal import encode_minimal
from agora_log._runtime import Runtime
from agora_log._state import STATE, Core
from agora_log._text import exact
from agora_log._user_code import DROPPING_DEPTH, this_thread

__all__ = ["Logger", "get_logger"]

# Plain integers: looking an Enum member up costs more than all the rest of a call that is below its level.
_DEBUG: Final[int] = LogLevel.DEBUG.value
_INFO: Final[int] = LogLevel.INFO.value
_WARNING: Final[int] = LogLevel.WARNING.value
_ERROR: Final[int] = LogLevel.ERROR.value
_CRITICAL: Final[int] = LogLevel.CRITICAL.value

_CONTEXTS: Final = ("dict", "mapping")


class Logger:
    """A name with context bound to it. Cheap; all loggers share the handlers and follow a later `initialize`.

    Every method may be called from any thread at any time, and a log call raises nothing, whatever it is given, also
    without a message and with too many values: an entry that cannot be encoded is written in a minimal form with the
    code AGORA_ENCODE, and one for which nothing is left of the stack is counted and reported later (AGORA_DROPPED).

    A log call takes a message and further values by position, in any order: an error and mappings with context, the
    later above the earlier. Further context comes by keyword, under any name at all, `level` and `message` included:

        log.info("Order accepted", order_id=17)
        log.error("Order failed", error, {"order_id": 17})

    An error may also be the message, or stand under `err`, `error` or `exception` in the context. An error is an
    exception or an `ExceptionInfo`; any other value in its place is shown with its kind. Of several, the first is the
    entry's error, and the others stand under `error` in the context.

    The keys `correlation_id`, `user_id`, `trace_id`, `span_id` and `duration_ms` become members of the entry itself
    where their values fit, and `invalid_<key>` in its context where they do not.
    """

    __slots__ = ("_bound", "_core", "_layers")

    def __init__(self, core: Core, layers: tuple[object, ...] = ()) -> None:
        """Use `get_logger` and `with_context` instead."""
        self._core = core
        self._layers = layers
        self._bound: tuple[Runtime, Layers] | None = None

    @property
    def name(self) -> str:
        """Name of the logger; empty for the one without a name."""
        return self._core.name

    def debug(self, message: object = "", /, *given: object, **fields: object) -> None:
        """Write a DEBUG entry: what helps to follow the program while it is examined."""
        if self._core.level <= _DEBUG:
            try:
                self._write(_DEBUG, "DEBUG", message, given, fields)
            except Exception:
                STATE.drops.unwritten += 1

    def info(self, message: object = "", /, *given: object, **fields: object) -> None:
        """Write an INFO entry: what happens in normal operation."""
        if self._core.level <= _INFO:
            try:
                self._write(_INFO, "INFO", message, given, fields)
            except Exception:
                STATE.drops.unwritten += 1

    def warning(self, message: object = "", /, *given: object, **fields: object) -> None:
        """Write a WARNING entry: what is unusual, though the program goes on as intended."""
        if self._core.level <= _WARNING:
            try:
                self._write(_WARNING, "WARNING", message, given, fields)
            except Exception:
                STATE.drops.unwritten += 1

    def error(self, message: object = "", /, *given: object, **fields: object) -> None:
        """Write an ERROR entry: an operation failed."""
        if self._core.level <= _ERROR:
            try:
                self._write(_ERROR, "ERROR", message, given, fields)
            except Exception:
                STATE.drops.unwritten += 1

    def critical(self, message: object = "", /, *given: object, **fields: object) -> None:
        """Write a CRITICAL entry: the program cannot go on, or must not."""
        if self._core.level <= _CRITICAL:
            try:
                self._write(_CRITICAL, "CRITICAL", message, given, fields)
            except Exception:
                STATE.drops.unwritten += 1

    warn = warning

    def exception(self, message: object = "", /, *given: object, **fields: object) -> None:
        """Write an ERROR entry with the exception that is being handled, unless an error is given."""
        if self._core.level <= _ERROR:
            try:
                if all(value is None or kind_of(value) in _CONTEXTS for value in given):
                    given = (*given, sys.exc_info()[1])
                self._write(_ERROR, "ERROR", message, given, fields)
            except Exception:
                STATE.drops.unwritten += 1

    def with_context(self, /, *contexts: Mapping[str, object] | None, **fields: object) -> Logger:
        """Return a child that adds context to every entry; this logger stays as it is.

        Args:
            *contexts: Context by mapping, the later above the earlier; a dict is copied.
            **fields: Context by keyword, under any name, which wins over the mappings.
        """
        given = [dict(context) if type(context) is dict else context for context in contexts if context is not None]
        return Logger(self._core, (*self._layers, *given, *((fields,) if fields else ())))

    def is_enabled(self, level: LogLevel | str | int) -> bool:
        """Say whether an entry of a level would be written.

        Args:
            level: Level by name, alias or number.

        Raises:
            AgoraError: There is no such level (code AGORA_LEVEL).
        """
        if self._core.in_use is None:
            STATE.runtime()
        return parse_level(level) >= self._core.level

    def __repr__(self) -> str:
        return f"<agora_log.Logger {self._core.name!r}>"

    def _write(self, level: int, name: str, message: object, given: tuple[object, ...], fields: dict[str, Any]) -> None:
        """Write an entry. Raises RecursionError where there is no room on the stack for anything."""
        if this_thread.depth >= DROPPING_DEPTH:
            STATE.drops.add("recursion")
            return
        core = self._core
        if core.in_use is None:
            STATE.runtime()
        in_use = core.in_use
        if in_use is None or level < core.level:
            return
        runtime, head = in_use
        delivery = runtime.delivery
        if delivery.is_closed and level < _WARNING:
            delivery.report_closed()
            STATE.drops.add("closed")
        else:
            line = self._line(runtime, head, name, message, given, fields)
            if not delivery.deliver(line, level):
                STATE.drops.add("failed")
        drops = STATE.drops
        if drops.unsaid or drops.unwritten:
            STATE.tell_drops(runtime)

    def _line(
        self,
        runtime: Runtime,
        head: Head,
        level: str,
        message: object,
        given: tuple[object, ...],
        fields: dict[str, Any],
    ) -> bytes:
        """Encode an entry; in a minimal form that says so, if this package fails or the stack is full."""
        site, layers, error = runtime.sites.unknown, runtime.bottom, None
        contexts: tuple[Any, ...] = (fields, *given) if fields else given
        try:
            site = runtime.sites.find(sys._getframe(3))  # noqa: SLF001 - the only way to a frame
            layers = self._layers_under(runtime)
            if given:
                error, contexts = _sorted_out(message, given, fields)
            return encode(head, runtime.call(level, message, site, layers, contexts, error))
        except Exception as fault:
            return encode_minimal(head, runtime.call(level, message, site, layers, contexts, error), fault)

    def _layers_under(self, runtime: Runtime) -> Layers:
        bound = self._bound
        if bound is None or bound[0] is not runtime:
            layers = runtime.bottom
            for layer in self._layers:
                layers = merge(layers, layer)
            bound = self._bound = (runtime, layers)
        return bound[1]


def _sorted_out(message: object, given: tuple[object, ...], fields: dict[str, Any]) -> tuple[object, tuple[Any, ...]]:
    """Tell the error from the contexts among the values of a call.

    The error is the first that is one, the message included, else the first value that is no context. What is left
    over becomes `error` in the context.
    """
    contexts: list[Any] = []
    others: list[object] = []
    for value in given:
        if value is not None:
            (contexts if kind_of(value) in _CONTEXTS else others).append(value)
    error = next((value for value in (message, *others) if kind_of(value) == "error"), others[0] if others else None)
    left = [value for value in others if value is not error]
    if left:
        contexts.append({"error": left[0] if len(left) == 1 else left})
    if fields:
        contexts.append(fields)
    return error, tuple(contexts)


def get_logger(name: str = "", /) -> Logger:
    """Return a logger.

    Args:
        name: Hierarchical name with dots, written as `logger_name` in every entry; cut at 256 bytes. Empty, or no
            text: absent.
    """
    return Logger(STATE.core(exact(name) if is_a(name, str) else ""))
