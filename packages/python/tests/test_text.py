"""Text: escapes over all of Unicode, repair, cuts, order of keys, escape sequences of terminals."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_log._text import cut, escaped_size, quote, repair, sort_keys, strip_ansi
from entries import context_text, encode, entry

_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_ANY_TEXT = st.text(alphabet=st.characters(codec=None, categories=None, exclude_categories=()))  # surrogates included


def test_every_code_point() -> None:
    """Only the quote, the backslash and U+0000 to U+001F are escaped; everything else is raw."""
    for number in range(0x110000):
        if not 0xD800 <= number <= 0xDFFF:
            character = chr(number)
            expected = _SHORT.get(character, f"\\u{number:04x}" if number < 0x20 else character)
            assert quote(character) == f'"{expected}"'


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("\ud800", "\ufffd"),
        ("\udc00a", "\ufffda"),
        ("\udc00\ud800", "\ufffd\ufffd"),
        ("\ud83d\ude02", "😂"),
        ("\ud83d\ud83d\ude02", "\ufffd😂"),
        ("a\ud83d", "a\ufffd"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_repair(text: str, repaired: str) -> None:
    """Surrogate pairs are joined first; a surrogate that is alone becomes U+FFFD; nothing is normalised."""
    assert repaired == repair(text)
    assert repaired == entry(text)["message"]
    assert {repaired: repaired} == entry(context={text: text})["context"]


@given(_ANY_TEXT)
def test_repair_as_utf16_decoders_do(text: str) -> None:
    """Text is repaired as a replacing decoder of its UTF-16 units repairs it."""
    units = text.encode("utf-16-be", "surrogatepass")

    assert units.decode("utf-16-be", "replace") == repair(text)


@given(_ANY_TEXT, st.integers(24, 200))
def test_cut(text: str, limit: int) -> None:
    """A text within its limit stays whole; another keeps its longest start that leaves room for the marker."""
    source = repair(text * 7)
    kept, was_cut = cut(source, limit)

    assert was_cut == (escaped_size(source) > limit)
    if was_cut:
        start, _, rest = kept.rpartition("…[+")
        assert source.startswith(start)
        assert f"{len(source[len(start) :].encode())}B]" == rest
        assert escaped_size(start) <= limit - 24 < escaped_size(source[: len(start) + 1])
    else:
        assert source == kept


def test_cut_without_room() -> None:
    """A limit below the marker's reserve leaves the marker alone."""
    assert cut("x" * 30, 24) == ("…[+30B]", True)


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("a" * 8192, "a" * 8192),
        ("a" * 8193, "a" * 8168 + "…[+25B]"),
        ("\x00" * 1365, "\x00" * 1365),
        ("\x00" * 1366, "\x00" * 1361 + "…[+5B]"),
        ("a" * 8167 + "😂" * 10, "a" * 8167 + "…[+40B]"),
        ("a" * 8166 + "e\u0301" * 20, "a" * 8166 + "e…[+59B]"),
    ],
)
def test_message_limit(message: str, kept: str) -> None:
    """Sizes are those after escaping, and a cut never splits a code point."""
    cut_members = {} if message == kept else {"context": {"_agora": {"truncated": ["message"]}}}

    assert kept == entry(message)["message"]
    assert cut_members == {name: value for name, value in entry(message).items() if name == "context"}


def test_huge_message() -> None:
    """A message of 20 MB costs its length and leaves an entry of 8 KiB."""
    assert entry("é" * 10_000_000)["message"].endswith("…[+19991832B]")


@pytest.mark.parametrize(
    ("keys", "ordered"),
    [
        (["b", "2", "10", "1", "a"], ["1", "10", "2", "a", "b"]),
        (["\ufb33", "😂"], ["😂", "\ufb33"]),
        (["\ue000", "\ud7ff", "\uffff", "\U00010000"], ["\ud7ff", "\U00010000", "\ue000", "\uffff"]),
        (["a", "A", ""], ["", "A", "a"]),
    ],
)
def test_key_order(keys: list[str], ordered: list[str]) -> None:
    """Keys are sorted by UTF-16 code units, in context and everywhere in it."""
    members: dict[str, Any] = dict.fromkeys(keys, 0)

    assert ordered == sort_keys(keys.copy())
    assert ordered == list(json.loads(context_text(members)))
    assert ordered == list(json.loads(context_text({"x": members}))["x"])


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[1;31;4mx\x1b[ q", "x"),
        ("\x1b]0;title\x07x\x1b]8;;u\x1b\\y", "xy"),
        ("\x1bM\x1b7\x1b\\x", "x"),
        ("\x1b[31", "\x1b[31"),
        ("\x1b]0;open", "\x1b]0;open"),
        ("\x1b\x1b[0m", "\x1b"),
        ("\x1b[\x1b[0mx", "\x1b[x"),
        ("\x1b]a\x1b[0mb\x07", "\x1b]ab\x07"),
        ("\x1b(B", "\x1b(B"),
        ("\x9b31m", "\x9b31m"),
        ("\x1b", "\x1b"),
        ("\x1b[3\x1b[0m1m", "\x1b[31m"),
    ],
)
def test_escape_sequences(text: str, stripped: str) -> None:
    """Escape sequences leave the message in one pass; one that does not end stays."""
    assert stripped == strip_ansi(text)
    assert stripped == entry(text)["message"]
    assert text == entry(text, config={"strip_ansi": False})["message"]


def test_hostile_escape_sequences() -> None:
    """A megabyte of beginnings of sequences is no work."""
    text = "\x1b[" * 250_000 + "\x1b]" * 250_000

    assert text == strip_ansi(text)


def test_one_line() -> None:
    """No line break of a message reaches the line."""
    line = encode("a\nb\r\nc\rd\u2028e\u0085f")

    assert line.count(b"\n") == 1
    assert b"a\\nb\\r\\nc\\rd\xe2\x80\xa8e\xc2\x85f" in line
