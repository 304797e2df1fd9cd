"""Log calls where nearly nothing is left of the stack."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import agora_log
from conftest import Memory
from entries import check

Configure = Callable[..., Memory]
ROOM = 160
"""More than any call of these tests needs."""


def at_depth(left: int, method: Callable[..., None], values: tuple[object, ...], fields: dict[str, object]) -> None:
    """Call a method of a logger where so many calls are left, its own among them."""

    def room(depth: int) -> int:
        try:
            return room(depth + 1)
        except RecursionError:
            return depth

    def descend(more: int) -> None:
        if more > 0:
            descend(more - 1)
        else:
            method(*values, **fields)

    # `descend` takes as many calls as there were given, and one more.
    descend(room(0) - left)


def outcomes(
    memory: Memory, capfd: pytest.CaptureFixture[str], method: Callable[..., None], *values: object, **fields: object
) -> list[dict[str, Any]]:
    """Call at every depth up to the end; return the entries: each call gave one, also on stderr, or was counted."""
    found: list[dict[str, Any]] = []
    for left in range(ROOM, 1, -1):
        dropped = agora_log.dropped_entries()
        memory.lines.clear()
        at_depth(left, method, values, fields)
        lines = [*memory.lines, *capfd.readouterr().err.encode().splitlines(keepends=True)]
        entries = [entry for entry in map(check, lines) if entry["logger_name"] == "deep"]
        assert len(entries) + agora_log.dropped_entries() - dropped == 1, left
        found += entries
    return found


def test_no_call_raises(configured: Configure, capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever is left, nothing is raised; each entry is whole, or says what is missing, or is counted."""
    memory = configured()
    log = agora_log.get_logger("deep").with_context(bound=1)
    entries = outcomes(memory, capfd, log.error, "m", ValueError("v"), value={"a": [1, {"b": "password=1234567"}]}, n=1)
    minimal = [entry for entry in entries if entry["context"].get("code") == "AGORA_ENCODE"]

    assert entries[0]["context"] == {"bound": 1, "n": 1, "value": {"a": [1, {"b": "password=[REDACTED]"}]}}
    assert minimal
    assert {entry["context"]["fault"] for entry in minimal} == {"RecursionError"}
    assert {entry["context"]["_agora"]["truncated"][0] for entry in minimal} == {"exception"}
    assert all(entry["context"]["_agora"]["dropped"] >= 2 for entry in minimal)
    assert agora_log.dropped_entries() > 0
    assert "1234567" not in str(entries)


def test_what_was_lost_is_reported(configured: Configure, capfd: pytest.CaptureFixture[str]) -> None:
    """What could only be counted is said with the next flush, and nothing of it sticks: the next entry is whole."""
    memory = configured()
    log = agora_log.get_logger("deep").with_context({"bound": 1})
    outcomes(memory, capfd, log.warning, "m", api_key="k", plain="p")
    lost = agora_log.dropped_entries()
    memory.lines.clear()
    log.warning("m", api_key="k", plain="p")
    agora_log.flush()
    entry, *_, report = memory.entries()

    assert entry["context"] == {"api_key": "[REDACTED]", "bound": 1, "plain": "p"}
    assert report["context"] == {"code": "AGORA_DROPPED", "dropped": lost, "reason": "failed"}
    assert report["logger_name"] == "agora"


def test_first_calls(configured: Configure) -> None:
    """A logger whose first call came at the end of the stack learns nothing wrong from it."""
    for left in range(ROOM, 1, -1):
        memory = configured()
        log = agora_log.get_logger("n").with_context({"bound": 1, "user_id": "u"})
        at_depth(left, log.info, ("m",), {"plain": "p", "odd key": "o"})
        memory.lines.clear()
        log.info("m", plain="p")

        assert memory.last()["context"] == {"bound": 1, "plain": "p"}, left
        assert memory.last()["user_id"] == "u"


def test_before_initialize(capfd: pytest.CaptureFixture[str]) -> None:
    """The same holds for a logger that is used before initialize."""
    for left in range(2, 40):
        log = agora_log.get_logger(str(left))
        at_depth(left, log.info, ("m",), {})
        log.info("after")

    assert capfd.readouterr().out.count("after") == 38
