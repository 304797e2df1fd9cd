"""Patterns of one's own: looked for in linear time, whatever the text is."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final, Literal

from agora_log._pattern_syntax import (
    WORD,
    Assertion,
    Characters,
    Choice,
    Node,
    Ranges,
    Repeat,
    Sequence,
    parse_pattern,
)
from agora_log._spans import HIDDEN

_END: Final = -1
_SHORT: Final = 256
"""The platform's engine may take time that grows with the third power of this length."""
_MOST_WAYS: Final = 100
_MOST_WAYS_UNBOUNDED: Final = 10
_ASSERTIONS: Final = {"start": r"\A", "end": r"\Z", "boundary": r"\b"}


@dataclass(slots=True)
class _Step:
    """One step of a program; the next is its number, and -1 is a match."""

    kind: Literal["set", "assert", "fork"]
    next: int
    other: int = _END
    """Of a fork: what is tried where `next` leads to no match."""
    what: str = ""
    """Of an assertion."""
    ranges: Ranges = ()
    is_negated: bool = False


class Pattern:
    """A pattern, ready to be looked for. Immutable; shared by threads."""

    __slots__ = ("_cost", "_native", "_start", "_steps")

    def __init__(self, source: str, *, ignore_case: bool = False) -> None:
        """Compile a pattern.

        Raises:
            PatternError: It is not of the subset.
        """
        node = parse_pattern(source, ignore_case=ignore_case)
        self._steps: list[_Step] = []
        self._start = _build(self._steps, node, _END)
        self._cost = _cost(node)
        self._native = re.compile(_native_source(node), re.ASCII)

    def test(self, text: str) -> bool:
        """Say whether it is found anywhere in a well-formed text."""
        if self._may_use_native(text):
            return self._native.search(text) is not None
        return self._search(text, 0, set()) is not None

    def replace(self, text: str, replacement: str = HIDDEN) -> str:
        """Replace everything that it finds, from the left, each time behind the last one."""
        if self._may_use_native(text) and self._native.search(text) is None:
            return text
        failed: set[int] = set()
        parts: list[str] = []
        at = 0
        found = self._search(text, 0, failed)
        while found is not None:
            parts += (text[at : found[0]], replacement)
            at = found[1]
            found = self._search(text, at, failed)
        return "".join((*parts, text[at:]))

    def _may_use_native(self, text: str) -> bool:
        return self._cost == "linear" or (self._cost == "small" and len(text) <= _SHORT)

    def _search(self, text: str, start: int, failed: set[int]) -> tuple[int, int] | None:
        """Find the leftmost match; `failed` holds forks and places where nothing came of it, for the whole text."""
        for at in range(start, len(text)):
            end = self._match(text, at, failed)
            if end is not None:
                return at, end
        return None

    def _match(self, text: str, at: int, failed: set[int]) -> int | None:
        waiting = [(self._start, at)]
        while waiting:
            number, at = waiting.pop()
            while True:
                if number == _END:
                    return at
                step = self._steps[number]
                if step.kind == "set":
                    if at >= len(text) or not _has(step, ord(text[at])):
                        break
                    at += 1
                elif step.kind == "assert":
                    if not _holds(step.what, text, at):
                        break
                else:
                    mark = number * (len(text) + 1) + at
                    if mark in failed:
                        break
                    failed.add(mark)
                    waiting.append((step.other, at))
                number = step.next
        return None


def _build(steps: list[_Step], node: Node, following: int) -> int:
    """Add the steps of a part that lead to the step `following`; return the first of them."""
    match node:
        case Characters():
            return _add(steps, _Step("set", following, ranges=node.ranges, is_negated=node.is_negated))
        case Assertion():
            return _add(steps, _Step("assert", following, what=node.what))
        case Sequence():
            for part in reversed(node.parts):
                following = _build(steps, part, following)
            return following
        case Choice():
            firsts = [_build(steps, part, following) for part in node.parts]
            first = firsts.pop()
            while firsts:
                first = _add(steps, _Step("fork", firsts.pop(), first))
            return first
        case Repeat():
            return _build_repeat(steps, node, following)


def _build_repeat(steps: list[_Step], node: Repeat, following: int) -> int:
    first = following
    if node.most == math.inf:
        first = _add(steps, _Step("fork", _END, following))
        steps[first].next = _build(steps, node.part, first)
    else:
        for _ in range(node.least, int(node.most)):
            first = _add(steps, _Step("fork", _build(steps, node.part, first), following))
    for _ in range(node.least):
        first = _build(steps, node.part, first)
    return first


def _add(steps: list[_Step], step: _Step) -> int:
    steps.append(step)
    return len(steps) - 1


def _has(step: _Step, point: int) -> bool:
    return any(first <= point <= last for first, last in step.ranges) is not step.is_negated


def _holds(what: str, text: str, at: int) -> bool:
    if what == "start":
        return at == 0
    if what == "end":
        return at == len(text)
    return _is_word(text, at - 1) is not _is_word(text, at)


def _is_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and any(first <= ord(text[at]) <= last for first, last in WORD)


def _native_source(node: Node) -> str:
    """Write a pattern for Python's engine that finds the same."""
    match node:
        case Characters():
            ranges = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in node.ranges)
            return f"[{'^' if node.is_negated else ''}{ranges}]"
        case Assertion():
            return _ASSERTIONS[node.what]
        case Sequence():
            return "".join(map(_native_source, node.parts))
        case Choice():
            return f"(?:{'|'.join(map(_native_source, node.parts))})"
        case Repeat():
            most = "" if node.most == math.inf else int(node.most)
            return f"(?:{_native_source(node.part)}){{{node.least},{most}}}"


def _cost(node: Node) -> Literal["linear", "small", "large"]:
    """Say what it may cost to let an engine look for a pattern that tries every way through it at every place."""
    ways = _ways(node)
    if not _is_unbounded(node):
        return "linear" if ways <= _MOST_WAYS else "large"
    return "small" if ways <= _MOST_WAYS_UNBOUNDED else "large"


def _ways(node: Node) -> float:
    """Count the ways through a part, an unbounded quantifier as one; infinite for too many."""
    match node:
        case Characters() | Assertion():
            return 1
        case Sequence():
            return math.prod(map(_ways, node.parts))
        case Choice():
            return sum(map(_ways, node.parts))
        case Repeat():
            ways = _ways(node.part)
            if node.most == math.inf:
                return 1 if ways == 1 else math.inf
            total = 0.0
            for count in range(node.least, int(node.most) + 1):
                total += 1 if ways == 1 else ways ** min(count, _MOST_WAYS)
                if total > _MOST_WAYS:
                    return math.inf
            return total


def _is_unbounded(node: Node) -> bool:
    if isinstance(node, Repeat):
        return node.most == math.inf or _is_unbounded(node.part)
    return isinstance(node, Sequence | Choice) and any(map(_is_unbounded, node.parts))
