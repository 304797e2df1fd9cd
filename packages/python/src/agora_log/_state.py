"""The one state of a process: its configuration in use, its loggers, what was dropped."""

from __future__ import annotations

import atexit
import os
import sys
import threading
from collections.abc import Mapping
from types import ModuleType
from typing import Any, Final

from agora_log._console import ConsoleHandler
from agora_log._drops import Drops
from agora_log._encode import Head
from agora_log._file import FileHandler
from agora_log._own import config_report, own_report
from agora_log._runtime import Runtime
from agora_log._settings import UNKNOWN_SERVICE, Settings, config_from_fields, resolve
from agora_log.config import LogConfig
from agora_log.handlers import Handler

_KEY: Final = "_agora_log_state_1"
_EXIT_TIMEOUT_S: Final = 2.0


class Core:
    """What all loggers of one name share; `initialize` changes it."""

    __slots__ = ("in_use", "level", "name")

    def __init__(self, name: str) -> None:
        """Begin without a configuration."""
        self.name = name
        self.level = 0
        """Lowest level that is written. 0 before the first configuration: every call asks for one then."""
        self.in_use: tuple[Runtime, Head] | None = None
        """The configuration with the head of this name; one tuple, so that a thread sees both of one configuration."""

    def use(self, runtime: Runtime) -> None:
        """Follow a configuration."""
        self.in_use = (runtime, runtime.head(self.name))
        self.level = runtime.settings.level


class State:
    """Shared by all threads, and by all copies of this package in a process."""

    def __init__(self) -> None:
        """Begin before `initialize`."""
        self.drops = Drops()
        self._cores: dict[str, Core] = {}
        self._runtime: Runtime | None = None
        # Reentrant: a signal handler or a finalizer may log while this thread configures.
        self._lock = threading.RLock()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._after_fork)
        atexit.register(self.flush, _EXIT_TIMEOUT_S)

    def core(self, name: str) -> Core:
        """Return what the loggers of a name share."""
        with self._lock:
            core = self._cores.get(name)
            if core is None:
                core = Core(name)
                if self._runtime is not None:
                    core.use(self._runtime)
                self._cores[name] = core
            return core

    def initialize(self, config: LogConfig | None, given: Mapping[str, Any]) -> None:
        """Settle the configuration and use it from now on. Raises ConfigError; nothing has changed then."""
        settings = resolve(config_from_fields(config, given), os.environ)
        runtime = Runtime(settings, handlers_of(settings))
        with self._lock:
            old = self._runtime
            self._use(runtime)
        if old is not None:
            old.delivery.flush(_EXIT_TIMEOUT_S)
            for report in old.delivery.close(kept=runtime.handlers):
                runtime.delivery.report(report)
        self._warn(runtime)
        self.tell_drops(runtime, at_once=True)

    def runtime(self) -> Runtime:
        """Return the configuration in use, making the one that holds before `initialize`."""
        with self._lock:
            if self._runtime is not None:
                return self._runtime
            runtime = _early_runtime()
            self._use(runtime)
        runtime.delivery.report(own_report("AGORA_NOT_INITIALIZED"))
        self._warn(runtime)
        return runtime

    def tell_drops(self, runtime: Runtime, *, at_once: bool = False) -> None:
        """Say in the log what was dropped, when it is time to or at once."""
        for reason, count in self.drops.take(at_once=at_once).items():
            try:
                is_taken = runtime.delivery.report(own_report("AGORA_DROPPED", reason=reason, dropped=count))
            except Exception:  # no room on the stack
                is_taken = False
            if not is_taken:
                self.drops.put_back(reason, count)

    def flush(self, timeout: float) -> int:
        """Flush the handlers; return the number of entries that they still hold."""
        runtime = self._runtime
        if runtime is None:
            return 0
        self.tell_drops(runtime, at_once=True)
        return 0 if runtime.delivery.is_closed else runtime.delivery.flush(timeout)

    def shutdown(self, timeout: float) -> int:
        """Flush and close the handlers; return the number of entries that were not delivered."""
        with self._lock:
            if self._runtime is None:
                self._use(_early_runtime())
            runtime = self._runtime
        if runtime is None or runtime.delivery.is_closed:
            return 0
        held = self.flush(timeout)
        runtime.delivery.is_closed = True
        for report in runtime.delivery.close():
            runtime.delivery.report(report)
        return held

    def _use(self, runtime: Runtime) -> None:
        # All that can fail comes first.
        heads = {name: (runtime, runtime.head(name)) for name in self._cores}
        level = runtime.settings.level
        self._runtime = runtime
        for name, core in self._cores.items():
            core.in_use = heads[name]
            core.level = level

    def _warn(self, runtime: Runtime) -> None:
        """Write an entry for everything that is wrong in the environment and in the policy."""
        for wrong in runtime.settings.warnings:
            runtime.delivery.report(config_report(wrong))

    def _after_fork(self) -> None:
        """Forget locks that other threads of the parent may have held."""
        self._lock = threading.RLock()
        self.drops.after_fork()
        if self._runtime is not None:
            self._runtime.after_fork()


def handlers_of(settings: Settings) -> list[Handler]:
    """Make the handlers that a configuration asks for."""
    handlers: list[Handler] = []
    if settings.console_enabled:
        handlers.append(ConsoleHandler(settings.console_format, colors=settings.console_colors))
    if settings.file_enabled:
        handlers.append(FileHandler(settings.file_path))
    return [*handlers, *settings.handlers]


def _early_runtime() -> Runtime:
    config = LogConfig(service_name=UNKNOWN_SERVICE)
    settings = resolve(config, os.environ)
    console = ConsoleHandler(settings.console_format, colors=settings.console_colors)
    return Runtime(settings, [console] if settings.console_enabled else [])


def _shared_state() -> State:
    """Return the state of the process, which outlives a second copy of this package under another name."""
    holder = sys.modules.setdefault(_KEY, ModuleType(_KEY))
    state: State | None = getattr(holder, "state", None)
    if state is None:
        state = State()
        holder.__dict__["state"] = state
    return state


STATE: Final = _shared_state()
