"""What tests of loggers need: a configuration of their own, and what was written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import agora_log
from agora_log._drops import Drops
from agora_log._gen.tables import CONFIG_FIELDS
from agora_log._state import STATE
from entries import TIME_NS


class Memory:
    """A handler that keeps lines."""

    name = "memory"

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.flushed: list[float] = []
        self.closed = 0

    def write(self, line: bytes, level: int) -> None:
        """Keep a line."""
        self.lines.append(line)

    def flush(self, timeout: float) -> int:
        """Note it."""
        self.flushed.append(timeout)
        return 0

    def close(self) -> None:
        """Note it."""
        self.closed += 1

    def entries(self) -> list[dict[str, Any]]:
        """Return what was kept, parsed."""
        return [json.loads(line) for line in self.lines]

    def last(self) -> dict[str, Any]:
        """Return the last entry."""
        return self.entries()[-1]


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep variables of whoever runs the tests out of them, and leave no configuration behind."""
    for name in ("NO_COLOR", *(field.env for field in CONFIG_FIELDS if field.env)):
        monkeypatch.delenv(name, raising=False)
    yield
    STATE._runtime, STATE._cores, STATE.drops = None, {}, Drops()


@pytest.fixture
def memory() -> Memory:
    """Return a handler that keeps lines."""
    return Memory()


@pytest.fixture
def configured(memory: Memory) -> Callable[..., Memory]:
    """Return a function that initializes with a memory handler and no console, and returns the handler."""

    def configure(**fields: Any) -> Memory:
        given: dict[str, Any] = {"service_name": "svc", "host": "h", "console_enabled": False, "handlers": [memory]}
        agora_log.initialize(**(given | {"clock": lambda: TIME_NS} | fields))
        return memory

    return configure
