"""An entry that is too long loses its parts in a fixed order, and says so."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_log import ExceptionInfo
from entries import check, encode, entry

SMALL = {"max_entry_bytes": 4096}


def test_entry_at_its_limit() -> None:
    """An entry of exactly its limit is whole; one byte more costs its largest member."""
    rest = len(encode(context={"a": 1, "b": ""}, config=SMALL))
    at_limit = encode(context={"a": 1, "b": "x" * (4096 - rest)}, config=SMALL)
    over = entry(context={"a": 1, "b": "x" * (4096 - rest + 1)}, config=SMALL)

    assert len(at_limit) == 4096
    assert "_agora" not in check(at_limit)["context"]
    assert over["context"] == {"_agora": {"dropped": 1}, "a": 1}


def test_order_of_loss() -> None:
    """First the errors go, then the cause, the stack, the properties, the context, the messages."""
    filler = "x" * 1100
    error = ExceptionInfo(
        "E", "m" * 900, "s" * 900, {"p": filler}, ExceptionInfo("C", filler), [ExceptionInfo("I", filler)]
    )
    seen: list[set[str]] = []
    for size in range(0, 8000, 100):
        found = entry("m" * size, error=error, context={"c": "y" * 500, "d": "z" * 400}, config=SMALL)
        members = {*found["exception"], *found["context"]} - {"_agora", "type"}
        if not seen or seen[-1] != members:
            seen.append(members)
        assert found["context"]["_agora"]["truncated"][0] == "exception"

    assert seen == [
        {"message", "stacktrace", "properties", "c", "d"},
        {"message", "properties", "c", "d"},
        {"message", "c", "d"},
        {"message", "d"},
        {"message"},
    ]


def test_largest_members_go_first() -> None:
    """Among members the largest goes first, of equal ones the later; what was lost in them counts no more."""
    context = {"a": "x" * 1500, "b": "x" * 1500, "c": list(range(300)), "d": "x" * 300}
    found = entry(context=context, config=SMALL)["context"]

    assert list(found) == ["_agora", "a", "c", "d"]
    assert found["_agora"] == {"dropped": 45}
    gone = entry(context=context | {"a": "x" * 700, "b": "x" * 700, "c": [list(range(300))] * 3}, config=SMALL)[
        "context"
    ]
    assert list(gone) == ["_agora", "a", "b", "d"]
    assert gone["_agora"] == {"dropped": 1}


def test_cut_members_that_are_gone() -> None:
    """A string that was cut in a member that is gone is not mentioned."""
    assert entry(context={"a": "x" * 9000, "b": 1}, config=SMALL)["context"] == {"_agora": {"dropped": 1}, "b": 1}


def test_context_goes_as_a_whole() -> None:
    """When the last member goes, only `_agora` is left."""
    assert entry("m" * 3800, context={"a": "x" * 300}, config=SMALL)["context"] == {"_agora": {"dropped": 1}}


def test_stack_is_cut_to_what_is_left() -> None:
    """A stack is cut as far as needed, but not below 256 bytes."""
    cut = entry("m" * 2000, error=ExceptionInfo("E", "m", "s" * 5000), config=SMALL)["exception"]
    gone = entry("m" * 3600, error=ExceptionInfo("E", "m", "s" * 5000), config=SMALL)["exception"]

    assert cut["stacktrace"].startswith("s" * 1000)
    assert cut["stacktrace"].endswith("B]")
    assert gone == {"type": "E", "message": "m"}


def test_messages_go_last() -> None:
    """Messages are cut to what is left for them, at least to their markers; the count is that of the whole text."""
    found = entry("m" * 9000, error=ExceptionInfo("E", "x" * 9000), config=SMALL)

    assert found["exception"]["message"] == "…[+9000B]"
    kept, _, count = found["message"].partition("…[+")
    assert count == f"{9000 - len(kept)}B]"
    assert found["context"]["_agora"] == {"truncated": ["exception", "message"]}
    assert 3600 < len(encode("m" * 9000, error=ExceptionInfo("E", "x" * 9000), config=SMALL)) <= 4096


def test_longest_names() -> None:
    """An entry always fits, also when every name is as long as it may be."""
    line = encode(
        "\x00" * 9000,
        file="\x01" * 900,
        function="\x01" * 900,
        error=ExceptionInfo("\x01" * 900, "\x01" * 9000, "\x01" * 90_000),
        context={"user_id": "\x01" * 900, "a": "x" * 9000},
        config=SMALL | {"service": "\x01" * 128, "logger_name": "\x01" * 900, "host": "\x01" * 900},
    )

    assert len(line) <= 4096
    assert check(line)["context"]["_agora"] == {
        "dropped": 1,
        "truncated": ["exception", "file", "function", "logger_name", "message", "user_id"],
    }


@given(
    st.text(max_size=9000),
    st.dictionaries(st.text(max_size=300), st.one_of(st.text(max_size=9000), st.lists(st.integers(), max_size=300))),
    st.one_of(st.none(), st.builds(ExceptionInfo, st.text(max_size=300), st.text(), st.text(max_size=20_000))),
    st.integers(4096, 40_000),
)
def test_any_entry_fits(message: str, context: dict[str, Any], error: Any, limit: int) -> None:
    """Whatever its parts are, an entry is within its limit."""
    line = encode(message, context=context, error=error, config={"max_entry_bytes": limit})

    assert len(line) <= limit
    check(line)


@pytest.mark.parametrize("surrogate", ["\ud800", "\ud83d\ude02"])
def test_ill_formed_text_of_long_entries(surrogate: str) -> None:
    """Texts are measured after their repair."""
    line = encode(
        surrogate * 1000, context={surrogate + str(number): surrogate * 300 for number in range(9)}, config=SMALL
    )

    assert 3000 < len(line) <= 4096
    check(line)
