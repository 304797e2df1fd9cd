"""The small subset of regular expressions that all languages of Agora Log have: reading it, and refusing the rest."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NoReturn, TypeAlias

Ranges: TypeAlias = "tuple[tuple[int, int], ...]"
"""Code points, from the first to the last of each pair."""

_LIMIT_PATTERN: Final = 1000
_LIMIT_NESTING: Final = 20
_LIMIT_COUNT: Final = 255
_LIMIT_SIZE: Final = 2000
_LIMIT_UNBOUNDED: Final = 2
_WHOLE: Final = -1
_LONGEST_QUANTIFIER: Final = 21

DIGITS: Final[Ranges] = ((0x30, 0x39),)
WORD: Final[Ranges] = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
SPACE: Final[Ranges] = ((0x09, 0x0D), (0x20, 0x20))
_CLASSES: Final = {"d": DIGITS, "w": WORD, "s": SPACE}
_CONTROLS: Final = {"n": "\n", "r": "\r", "t": "\t"}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_QUANTIFIER: Final = re.compile(r"[*+?]|\{([0-9]{1,9})(?:(,)([0-9]{1,9})?)?\}")


@dataclass(frozen=True, slots=True)
class Characters:
    """One code point: of the ranges, or of none of them."""

    ranges: Ranges
    is_negated: bool


@dataclass(frozen=True, slots=True)
class Assertion:
    """A place."""

    what: Literal["start", "end", "boundary"]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts, one behind the other."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives: the first that leads to a match counts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part as often as possible; `most` is infinite for an unbounded one."""

    part: Node
    least: int
    most: float


Node: TypeAlias = "Characters | Assertion | Sequence | Choice | Repeat"

_NOT_LINE_FEED: Final = Characters(((0x0A, 0x0A),), is_negated=True)


class PatternError(ValueError):
    """A pattern that is not of the subset.

    Attributes:
        position: The character of the pattern where it stands, from 1; 0 for the pattern as a whole.
        says: What is not allowed, as the end of a sentence.
        remedy: What to do.
    """

    def __init__(self, position: int, says: str, remedy: str) -> None:
        where = f" (character {position})" if position > 0 else ""
        super().__init__(f"{says}{where}; {remedy}")
        self.position = position
        self.says = says + where
        self.remedy = remedy


def parse_pattern(source: str, *, ignore_case: bool) -> Node:
    """Read a pattern.

    Raises:
        PatternError: It is not of the subset.
    """
    return _Parser(source, ignore_case=ignore_case).whole()


def is_nullable(node: Node) -> bool:
    """Say whether a part can match without a character."""
    match node:
        case Characters():
            return False
        case Assertion():
            return True
        case Repeat():
            return node.least == 0 or is_nullable(node.part)
        case Sequence():
            return all(map(is_nullable, node.parts))
        case Choice():
            return any(map(is_nullable, node.parts))


def _size(node: Node) -> int:
    """Count the steps of a part when its counts are written out."""
    if isinstance(node, Characters | Assertion):
        return 1
    if isinstance(node, Repeat):
        return _size(node.part) * (max(1, node.least) if node.most == math.inf else int(node.most)) + 1
    return 1 + sum(map(_size, node.parts))


def _unbounded(node: Node) -> float:
    """Count the unbounded quantifiers of a part when its counts are written out; infinite for one in another."""
    if isinstance(node, Characters | Assertion):
        return 0
    if isinstance(node, Repeat):
        inner = _unbounded(node.part)
        if node.most == math.inf:
            return math.inf if inner else 1
        return inner * node.most if inner else 0
    return sum(map(_unbounded, node.parts))


class _Parser:
    """Reads one pattern."""

    def __init__(self, source: str, *, ignore_case: bool) -> None:
        self._source = source
        self._ignore_case = ignore_case
        self._at = 0
        self._nesting = 0

    def whole(self) -> Node:
        if not self._source:
            self._refuse("is empty", "write what shall be found", _WHOLE)
        if _SURROGATE.search(self._source):
            self._refuse("has half of a surrogate pair", "use whole characters", _WHOLE)
        if len(self._source) > _LIMIT_PATTERN:
            self._refuse(f"has more than {_LIMIT_PATTERN} characters", "use several patterns", _WHOLE)
        node = self._choice()
        if self._at < len(self._source):
            self._refuse("has a closing parenthesis too many", "write \\) for the character")
        if is_nullable(node):
            self._refuse("matches the empty text", "ask for at least one character", _WHOLE)
        if sum(map(_unbounded, _counted(node))) > _LIMIT_UNBOUNDED:
            remedy = "use a count such as {1,40}, or several patterns"
            self._refuse(f"has more than {_LIMIT_UNBOUNDED} unbounded quantifiers", remedy, _WHOLE)
        if _size(node) > _LIMIT_SIZE:
            self._refuse("is too large with its counts written out", "use smaller counts", _WHOLE)
        return node

    def _choice(self) -> Node:
        self._nesting += 1
        if self._nesting > _LIMIT_NESTING:
            self._refuse(f"has more than {_LIMIT_NESTING} groups within each other", "use fewer groups")
        parts = [self._sequence()]
        while self._take("|"):
            parts.append(self._sequence())
        self._nesting -= 1
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def _sequence(self) -> Node:
        parts = []
        while self._at < len(self._source) and self._peek() not in "|)":
            parts.append(self._quantified())
        if not parts:
            self._refuse("has an empty alternative or group", "leave it out, or write ? behind it")
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _quantified(self) -> Node:
        part = self._atom()
        start = self._at
        bounds = self._quantifier()
        if bounds is None:
            return part
        if is_nullable(part):
            self._refuse("repeats what can match nothing", "repeat something of at least one character", start)
        if bounds[1] == math.inf and _unbounded(part):
            remedy = "use a count such as {1,40} for the inner one"
            self._refuse("has an unbounded quantifier inside another one", remedy, start)
        end = self._at
        if self._quantifier() is not None:
            self._refuse("has a lazy, possessive or second quantifier", "use one quantifier", end)
        return Repeat(part, *bounds)

    def _quantifier(self) -> tuple[int, float] | None:
        found = _QUANTIFIER.match(self._source, self._at, self._at + _LONGEST_QUANTIFIER)
        if found is None:
            return None
        text, low, comma, high = found[0], found[1], found[2], found[3]
        if low is None:
            least, most = int(text == "+"), 1 if text == "?" else math.inf
        else:
            least = int(low)
            most = least if comma is None else math.inf if high is None else int(high)
        if least > _LIMIT_COUNT or _LIMIT_COUNT < most < math.inf or most < least or most == 0:
            self._refuse(f"has a count that is not from 1 to {_LIMIT_COUNT} or goes down", "correct the count")
        self._at = found.end()
        return least, most

    def _atom(self) -> Node:
        character = self._next()
        if character == "(":
            return self._group()
        if character == "[":
            return self._class()
        if character == "\\":
            return self._escape()
        if character == ".":
            return _NOT_LINE_FEED
        if character in "^$":
            return Assertion("start" if character == "^" else "end")
        if character in "*+?":
            remedy = f"write \\{character} for the character"
            self._refuse("has a quantifier with nothing to repeat", remedy, self._at - 1)
        if character in "]{}":
            self._refuse(f"has a {character} by itself", f"write \\{character} for the character", self._at - 1)
        return self._set((_point(character),), is_negated=False)

    def _group(self) -> Node:
        start = self._at - 1
        if self._take("?") and not self._take(":"):
            self._refuse("has a look-around, a named group or flags", "use ( ) or (?: ) for groups", start)
        node = self._choice()
        if not self._take(")"):
            self._refuse("has a group that is not closed", "write \\( for the character", start)
        return node

    def _escape(self) -> Node:
        if self._take("b"):
            return Assertion("boundary")
        return self._set(self._escaped(), is_negated=False)

    def _escaped(self) -> Ranges:
        """Read what an escape stands for, behind its backslash."""
        character = self._next()
        if character in _CLASSES:
            return _CLASSES[character]
        if character in _CONTROLS:
            return (_point(_CONTROLS[character]),)
        if character and character in "123456789":
            self._refuse("has a back reference", "write the text out", self._at - 2)
        if not character or (character.isascii() and character.isalnum()):
            remedy = "use \\d \\w \\s \\b \\t \\n \\r, a class such as [^\\s], or the character itself"
            self._refuse(f"has the escape \\{character}", remedy, self._at - 2)
        return (_point(character),)

    def _class(self) -> Node:
        start = self._at - 1
        is_negated = self._take("^")
        ranges: list[tuple[int, int]] = []
        while not self._take("]"):
            if self._at >= len(self._source):
                self._refuse("has a class that is not closed", "write \\[ for the character", start)
            first = self._class_member(is_first=not ranges)
            if self._peek() == "-" and self._peek(1) not in ("]", ""):
                self._at += 1
                ranges.append(self._range(first, self._class_member(is_first=False)))
            else:
                ranges.extend(first)
        if not ranges:
            self._refuse("has an empty class", "write what it shall hold", start)
        return self._set(tuple(ranges), is_negated=is_negated)

    def _class_member(self, *, is_first: bool) -> Ranges:
        character = self._next()
        if character == "\\":
            return self._escaped()
        if character == "[" or (character == "-" and not is_first and self._peek() != "]"):
            self._refuse(f"has a {character} in a class", f"write \\{character} for the character", self._at - 1)
        return (_point(character),)

    def _range(self, first: Ranges, last: Ranges) -> tuple[int, int]:
        (low, low_end), (high, high_end) = first[0], last[0]
        if len(first) > 1 or len(last) > 1 or low != low_end or high != high_end or high < low:
            remedy = "write [a-z]; \\- for the character"
            self._refuse("has a range that goes down or has no single ends", remedy, self._at - 1)
        return low, high

    def _set(self, ranges: Ranges, *, is_negated: bool) -> Node:
        if self._ignore_case:
            ranges = tuple(other for own in ranges for other in _both_cases(own))
        return Characters(ranges, is_negated)

    def _peek(self, ahead: int = 0) -> str:
        return self._source[self._at + ahead : self._at + ahead + 1]

    def _next(self) -> str:
        self._at += 1
        return self._source[self._at - 1 : self._at]

    def _take(self, character: str) -> bool:
        if self._peek() != character:
            return False
        self._at += 1
        return True

    def _refuse(self, says: str, remedy: str, at: int | None = None) -> NoReturn:
        raise PatternError((self._at if at is None else at) + 1, says, remedy)


def _counted(node: Node) -> Iterator[Node]:
    """Leave `.*` at the begin and the end out: where a match may begin or end anywhere, it says nothing."""
    parts = node.parts if isinstance(node, Sequence) else (node,)
    for index, part in enumerate(parts):
        is_anything = isinstance(part, Repeat) and part.part is _NOT_LINE_FEED and part.most == math.inf
        if not is_anything or 0 < index < len(parts) - 1:
            yield part


def _point(character: str) -> tuple[int, int]:
    return ord(character), ord(character)


def _both_cases(own: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield a range and, of the ASCII letters in it, those of the other case."""
    yield own
    for first, last, by in ((0x41, 0x5A, 32), (0x61, 0x7A, -32)):
        low, high = max(own[0], first), min(own[1], last)
        if low <= high:
            yield low + by, high + by
