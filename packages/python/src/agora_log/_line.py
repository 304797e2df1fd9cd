"""One entry as a line: put together, and made shorter where it is too long."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from agora_log._exception_member import ExceptionPieces
from agora_log._gen.tables import (
    LIMIT_CUT_RESERVE,
    LIMIT_DROPPED_MAX,
    LIMIT_ENTRY_RESERVE,
    LIMIT_STACKTRACE_MIN,
    TRUNCATABLE,
)
from agora_log._text import cut, quote, repair, utf8, utf16_order

_OURS = "_agora"


@dataclass(slots=True)
class Line:
    """The pieces of an entry. Texts that end with `_source` are repaired, whole and not escaped."""

    start: str
    """Up to the value of `message`, which follows."""
    message: str
    message_source: str
    middle: str
    """From the comma behind `message` to the last member before `context`."""
    exception: ExceptionPieces | None
    keys: list[str]
    """Keys of `context`, sorted."""
    members: list[str]
    """Members of `context` as JSON, one for each key."""
    notes: dict[int, tuple[int, bool]]
    """Of members of `context`, by position: what was dropped in them, and whether something was cut."""
    dropped: int
    """All that was dropped from `context`, that within members included."""
    lost: set[str] = field(default_factory=set)
    """What `truncated` names apart from `context` and `exception`."""

    def encode(self) -> bytes:
        """Return the complete line, with `_agora` if anything was lost."""
        return self._encode(self._agora())

    def shorten(self, limit: int) -> bytes:
        """Take away, in the order of the wire format, until the line fits its limit."""
        self._repair()
        room = limit - LIMIT_ENTRY_RESERVE
        size = len(self._encode(""))
        if self.exception is not None:
            size = self._shorten_exception(self.exception, size, room)
        size = self._drop_members(size, room)
        if self.exception is not None and size > room:
            piece = self.exception
            shorter = _cut_to(piece.message_source, piece.message, size, room)
            piece.lost = piece.lost or shorter != piece.message
            size -= _size(piece.message) - _size(shorter)
            piece.message = shorter
        if size > room:
            shorter = _cut_to(self.message_source, self.message, size, room)
            if shorter != self.message:
                self.lost.add("message")
            self.message = shorter
        return self._encode(self._agora())

    def _encode(self, agora: str) -> bytes:
        members = self.members
        if agora:
            place = bisect_left(self.keys, utf16_order(_OURS), key=utf16_order)
            members = [*members[:place], agora, *members[place:]]
        context = f',"context":{{{",".join(members)}}}' if members else ""
        exception = f',"exception":{self.exception.text()}' if self.exception is not None else ""
        return utf8(f"{self.start}{self.message}{self.middle}{context}{exception}}}\n")

    def _agora(self) -> str:
        lost = self.lost.copy()
        if any(was_cut for _, was_cut in self.notes.values()):
            lost.add("context")
        if self.exception is not None and self.exception.lost:
            lost.add("exception")
        parts = [f'"dropped":{min(self.dropped, LIMIT_DROPPED_MAX)}'] if self.dropped else []
        if lost:
            parts.append(f'"truncated":[{",".join(quote(name) for name in TRUNCATABLE if name in lost)}]')
        return f'"{_OURS}":{{{",".join(parts)}}}' if parts else ""

    def _repair(self) -> None:
        """Make the text of every piece well-formed, so that pieces can be measured."""
        self.message = repair(self.message)
        self.members = [repair(member) for member in self.members]
        piece = self.exception
        for name in ("properties", "cause", "errors"):
            text: str | None = getattr(piece, name, None)
            if text is not None:
                setattr(piece, name, repair(text))

    def _shorten_exception(self, piece: ExceptionPieces, size: int, room: int) -> int:
        for name in ("errors", "cause"):
            size = _drop(piece, name, size, room)
        if size > room and piece.stack is not None:
            left = room - (size - (_size(piece.stack) - 2))
            if left < LIMIT_STACKTRACE_MIN:
                size = _drop(piece, "stack", size, room)
            else:
                shorter = quote(cut(piece.stack_source, left)[0])
                size -= _size(piece.stack) - _size(shorter)
                piece.stack, piece.lost = shorter, True
        return _drop(piece, "properties", size, room)

    def _drop_members(self, size: int, room: int) -> int:
        sizes = [_size(member) for member in self.members]
        gone: set[int] = set()
        for position in sorted(range(len(sizes)), key=lambda at: (sizes[at], at), reverse=True):
            if size <= room:
                break
            gone.add(position)
            size -= sizes[position] + 1
            if len(gone) == len(sizes):
                size -= len(',"context":{')
            self.dropped += 1 - self.notes.pop(position, (0, False))[0]
        self.keys = [key for at, key in enumerate(self.keys) if at not in gone]
        self.members = [member for at, member in enumerate(self.members) if at not in gone]
        return size


def _drop(piece: ExceptionPieces, name: str, size: int, room: int) -> int:
    text: str | None = getattr(piece, name)
    if size <= room or text is None:
        return size
    setattr(piece, name, None)
    piece.lost = True
    wire = {"stack": "stacktrace"}.get(name, name)
    return size - _size(text) - len(f',"{wire}":')


def _cut_to(source: str, text: str, size: int, room: int) -> str:
    """Cut a text to what is left for it, at least to its marker; return it as JSON."""
    left = room - (size - (_size(text) - 2))
    return quote(cut(source, max(LIMIT_CUT_RESERVE, left))[0])


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())
