"""The state of one tree of values while it is written, and the rules that hold for every value in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from agora_log._gen.tables import LIMIT_DEPTH, LIMIT_STRING_BYTES, LIMIT_TEXT_BYTES, LIMIT_VALUES
from agora_log._keys import Keys
from agora_log._kinds import KINDS, Kind, kind_of, type_name
from agora_log._redact import Policy
from agora_log._text import WORST_ESCAPE, cut, quote, repair

WriteValue: TypeAlias = "Callable[[Writer, object, int], str]"
"""Writes a value of one kind: the writer, the value, the depth it has if it is a container."""

SHORT: Final = LIMIT_STRING_BYTES // WORST_ESCAPE
"""A string of no more characters than this is within its limit, whatever they are."""

CIRCULAR: Final = '"[circular]"'
TOO_DEEP: Final = '"[depth]"'


class Writer:
    """Writes the values of one tree: `context`, or all `properties` of an exception.

    Texts that it returns may hold lone surrogates where the string was short; whoever encodes the line repairs them.
    """

    __slots__ = ("budget", "cut", "dropped", "is_aside", "keys", "notes", "opened", "table")

    def __init__(self, keys: Keys, table: Mapping[Kind, WriteValue]) -> None:
        """Begin a tree.

        Args:
            keys: What is known about keys.
            table: How values of each kind are written.
        """
        self.keys = keys
        self.table = table
        self.budget = LIMIT_VALUES
        """Values that may still be written."""
        self.dropped = 0
        """Members and elements that were left out."""
        self.cut = False
        """Whether a string or a key was cut."""
        self.opened: list[int] = []
        """Identities of the containers that are open."""
        self.is_aside = False
        self.notes: dict[int, tuple[int, bool]] = {}
        """Of the members at the top, by position: what was dropped in them, and whether something was cut."""

    def value(self, value: object, depth: int) -> str:
        """Write a value that is no short scalar. Never raises what code of the caller raises."""
        return self.table[KINDS.get(type(value)) or kind_of(value)](self, value, depth)

    def top_value(self, value: object, position: int) -> str:
        """Write a member at the top of the tree, and note what was lost in it."""
        dropped, was_cut = self.dropped, self.cut
        self.cut = False
        text = self.value(value, 2)
        if self.cut or self.dropped != dropped:
            self.note(position, self.dropped - dropped, was_cut=self.cut)
        self.cut = self.cut or was_cut
        return text

    def note(self, position: int, dropped: int, *, was_cut: bool) -> None:
        """Remember what was lost in a member at the top."""
        before, cut_before = self.notes.get(position, (0, False))
        self.notes[position] = (before + dropped, cut_before or was_cut)

    def aside(self, value: object) -> Writer:
        """Return a writer for a value that becomes text in this tree: what is lost in it is not counted here.

        It has a budget of its own, unless it is aside of one that is aside already: values that hold each other
        by way of such texts must come to an end.
        """
        other = Writer(self.keys, self.table)
        other.is_aside = True
        other.opened = [identity for identity in self.opened if identity != id(value)]
        if self.is_aside:
            other.budget = self.budget
        return other

    def adopt(self, trial: Writer) -> bool:
        """Count what a writer of its own wrote as written here, if the budget allows; say whether it did."""
        used = LIMIT_VALUES - trial.budget
        if used > self.budget or trial.budget <= 0:
            return False
        self.budget -= used
        self.dropped += trial.dropped
        self.cut = self.cut or trial.cut
        return True

    def text(self, text: str, limit: int = LIMIT_STRING_BYTES) -> str:
        """Write text that may hold secrets: repaired, cut, scrubbed, escaped."""
        return quote(self.settle(text, limit)[0])

    def settle(self, text: str, limit: int = LIMIT_STRING_BYTES) -> tuple[str, str]:
        """Cut and scrub a text; return what is written of it, and the source that later cuts begin with."""
        short, source, was_cut = settle_text(self.keys.policy, text, limit)
        self.cut = self.cut or was_cut
        return short, source

    def string(self, text: str, limit: int = LIMIT_STRING_BYTES) -> str:
        """Write text that holds no secret: repaired, cut, escaped."""
        if len(text) * WORST_ESCAPE <= limit:
            return quote(text)
        kept, was_cut = cut(repair(text), limit)
        self.cut = self.cut or was_cut
        return quote(kept)

    def container(self, value: object, depth: int, body: WriteValue) -> str:
        """Write a container with `body`, unless it is open already or too deep."""
        identity = id(value)
        if identity in self.opened:
            return CIRCULAR
        if depth > LIMIT_DEPTH:
            return TOO_DEEP
        self.opened.append(identity)
        try:
            return body(self, value, depth)
        finally:
            self.opened.pop()


def settle_text(policy: Policy, text: str, limit: int) -> tuple[str, str, bool]:
    """Repair, cut and scrub a text.

    Returns:
        What is written of it; the source that later cuts begin with: the scrubbed text where anything was hidden; and
        whether it was cut. A short text without suspicion comes back as it is, not repaired.
    """
    if len(text) * WORST_ESCAPE <= limit:
        if not policy.suspects(text):
            return text, text, False
        whole = repair(text)
        short, was_cut = whole, False
    else:
        whole = repair(text)
        short, was_cut = cut(whole, limit)
        if not policy.suspects(short):
            return short, whole, was_cut
    clean = policy.scrub(short)
    if clean == short:
        return short, whole, was_cut
    again, was_cut_again = cut(clean, limit)
    return again, clean, was_cut or was_cut_again


def threw(error: BaseException) -> str:
    """Write what stands in place of a value whose code raised."""
    name, _ = cut(repair(type_name(error)), LIMIT_TEXT_BYTES)
    return quote(f"[threw {name}]")
