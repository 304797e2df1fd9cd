"""The logger."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, Final

from agora_log._kinds import kind_of
from agora_log._layers import Layers, merge
from agora_log._levels import LogLevel, parse_level
from agora_log._runtime import Runtime
from agora_log._state import STATE, Core
from agora_log._user_code import DROPPING_DEPTH, this_thread

__all__ = ["Logger", "get_logger"]

# Plain integers: looking an Enum member up costs more than all the rest of a call that is below its level.
_DEBUG: Final[int] = LogLevel.DEBUG.value
_INFO: Final[int] = LogLevel.INFO.value
_WARNING: Final[int] = LogLevel.WARNING.value
_ERROR: Final[int] = LogLevel.ERROR.value
_CRITICAL: Final[int] = LogLevel.CRITICAL.value


class Logger:
    """A name with context bound to it. Cheap; all loggers share the handlers and follow a later `initialize`.

    Every method may be called from any thread at any time, and a log call raises nothing, whatever it is given: an
    entry that cannot be written costs a line on standard error.

    A log call takes a message and up to two further values by position, in either order: an error and a mapping with
    context. Further context comes by keyword, under any name at all, `level` and `message` included:

        log.info("Order accepted", order_id=17)
        log.error("Order failed", error, {"order_id": 17})

    An error may also be the message, or stand under `err`, `error` or `exception` in the context. An error is an
    exception or an `ExceptionInfo`; any other value in its place is shown with its kind.

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

    def debug(self, message: object, first: object = None, second: object = None, /, **fields: object) -> None:
        """Write a DEBUG entry: what helps to follow the program while it is examined."""
        if self._core.level <= _DEBUG:
            self._write(_DEBUG, "DEBUG", message, first, second, fields)

    def info(self, message: object, first: object = None, second: object = None, /, **fields: object) -> None:
        """Write an INFO entry: what happens in normal operation."""
        if self._core.level <= _INFO:
            self._write(_INFO, "INFO", message, first, second, fields)

    def warning(self, message: object, first: object = None, second: object = None, /, **fields: object) -> None:
        """Write a WARNING entry: what is unusual, though the program goes on as intended."""
        if self._core.level <= _WARNING:
            self._write(_WARNING, "WARNING", message, first, second, fields)

    def error(self, message: object, first: object = None, second: object = None, /, **fields: object) -> None:
        """Write an ERROR entry: an operation failed."""
        if self._core.level <= _ERROR:
            self._write(_ERROR, "ERROR", message, first, second, fields)

    def critical(self, message: object, first: object = None, second: object = None, /, **fields: object) -> None:
        """Write a CRITICAL entry: the program cannot go on, or must not."""
        if self._core.level <= _CRITICAL:
            self._write(_CRITICAL, "CRITICAL", message, first, second, fields)

    def exception(self, message: object, first: object = None, second: object = None, /, **fields: object) -> None:
        """Write an ERROR entry with the exception that is being handled, unless an error is given."""
        if self._core.level <= _ERROR:
            current = sys.exc_info()[1]
            if first is None:
                first = current
            elif second is None and kind_of(first) in ("dict", "mapping"):
                second = current
            self._write(_ERROR, "ERROR", message, first, second, fields)

    def with_context(self, context: Mapping[str, object] | None = None, /, **fields: object) -> Logger:
        """Return a child that adds context to every entry; this logger stays as it is.

        Args:
            context: Context by mapping; a dict is copied.
            **fields: Context by keyword, which wins over the mapping.
        """
        given = dict(context) if type(context) is dict else context
        added = (layer for layer, is_given in ((given, given is not None), (fields, bool(fields))) if is_given)
        return Logger(self._core, (*self._layers, *added))

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

    def _write(
        self, level: int, name: str, message: object, first: object, second: object, fields: dict[str, Any]
    ) -> None:
        if this_thread.depth >= DROPPING_DEPTH:
            STATE.count_dropped()
            return
        core = self._core
        if core.in_use is None:
            STATE.runtime()
        in_use = core.in_use
        if in_use is None or level < core.level:
            return
        runtime, head = in_use
        site = runtime.sites.find(sys._getframe(2))  # noqa: SLF001 - the only way to a frame
        if runtime.is_closed and level < _WARNING:
            runtime.report_closed(site)
            STATE.count_dropped()
            return
        if first is None and second is None:
            error, contexts = None, (fields,) if fields else ()
        else:
            error, contexts = _sorted_out(message, first, second, fields)
        line = runtime.encode(head, name, message, site, self._layers_under(runtime), contexts, error)
        STATE.deliver(runtime, line, level, site)

    def _layers_under(self, runtime: Runtime) -> Layers:
        bound = self._bound
        if bound is None or bound[0] is not runtime:
            layers = runtime.bottom
            for layer in self._layers:
                layers = merge(layers, layer)
            bound = self._bound = (runtime, layers)
        return bound[1]


def _sorted_out(
    message: object, first: object, second: object, fields: dict[str, Any]
) -> tuple[object, tuple[Any, ...]]:
    """Tell the error from the context among the values of a call.

    The error is the first that is one, the message included, else the first value that is no context. What is left
    over becomes `error` in the context.
    """
    given = [value for value in (first, second) if value is not None]
    contexts: list[Any] = [value for value in given if kind_of(value) in ("dict", "mapping")]
    others = [value for value in given if kind_of(value) not in ("dict", "mapping")]
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
        name: Hierarchical name with dots, written as `logger_name` in every entry; cut at 256 bytes. Empty: absent.
    """
    return Logger(STATE.core(name))
