"""Values that JSON does not have, and values that mean harm."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import decimal
import enum
import json
import math
import pathlib
import sys
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import agora_log
from entries import check, context_text, encode, entry

EAST = dt.timezone(dt.timedelta(hours=5, minutes=30))


@dataclasses.dataclass
class Order:
    """A dataclass of an application."""

    number: int
    api_key: str


class Point(NamedTuple):
    """A named tuple of an application."""

    x: int
    y: int


class Color(enum.Enum):
    """An enumeration of an application."""

    RED = ("r", 1)
    BLUE = "b"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (decimal.Decimal("1.10"), '"1.10"'),
        (uuid.UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
        (pathlib.PurePosixPath("/a/b"), '"/a/b"'),
        (dt.date(2020, 1, 2), '"2020-01-02"'),
        (dt.time(1, 2, 3), '"01:02:03"'),
        (dt.datetime(2020, 1, 1), '"2020-01-01T00:00:00.000000Z"'),  # noqa: DTZ001 - naive is the case
        (dt.datetime(2020, 1, 1, tzinfo=EAST), '"2019-12-31T18:30:00.000000Z"'),
        (dt.datetime(1, 1, 1, tzinfo=EAST), '"0001-01-01T00:00:00.000000Z"'),
        (dt.datetime.max.replace(tzinfo=dt.UTC), '"9999-12-31T23:59:59.999999Z"'),
        (b"\x00\xff", '"AP8="'),
        (bytearray(b"abc"), '"YWJj"'),
        (memoryview(b"abcdef")[::2], '"YWNl"'),
        (Order(1, "k"), '{"api_key":"[REDACTED]","number":1}'),
        (Point(1, 2), "[1,2]"),
        (Color.RED, '["r",1]'),
        (Color.BLUE, '"b"'),
        (range(3), "[0,1,2]"),
        ({3, 1, 20}, "[1,20,3]"),
        (frozenset(["b", "a", "😂", "\ufb33"]), '["a","b","😂","\ufb33"]'),
        ({frozenset([2, 1]), frozenset([0])}, "[[0],[1,2]]"),
        (collections.deque([1, 2]), "[1,2]"),
        (collections.Counter("aab"), '{"a":2,"b":1}'),
        (1 + 2j, '"(1+2j)"'),
        (..., '"Ellipsis"'),
        (int, "\"<class 'int'>\""),
    ],
)
def test_values(value: object, text: str) -> None:
    """Each kind of value has its form."""
    assert f'{{"v":{text}}}' == context_text({"v": value})
    assert f'{{"v":[{text}]}}' == context_text({"v": [value]})


def test_generators_are_not_consumed() -> None:
    """A generator is its text, and still has all its values."""
    generator = (number for number in range(3))

    assert context_text({"v": generator}).startswith('{"v":"<generator object')
    assert list(generator) == [0, 1, 2]


@pytest.mark.parametrize(("size", "text"), [(6144, "A" * 8192), (6145, "A" * 8168 + "…[+19B]")])
def test_bytes_limit(size: int, text: str) -> None:
    """Of more than 6,144 bytes the first 6,126 are kept."""
    assert text == entry(context={"v": bytes(size)})["context"]["v"]


def test_circles() -> None:
    """A container that is open is a placeholder; one that is met twice is written twice."""
    circle: dict[str, Any] = {"a": 1}
    circle["self"] = circle
    circle["list"] = [circle]
    shared = [1]

    assert context_text({"c": circle}) == '{"c":{"a":1,"list":["[circular]"],"self":"[circular]"}}'
    assert context_text(circle) == '{"a":1,"list":["[circular]"],"self":"[circular]"}'
    assert context_text({"a": shared, "b": shared}) == '{"a":[1],"b":[1]}'
    assert context_text({"x": circle}, bound=[circle])[:6] == '{"a":1'


class Hostile:
    """Raises wherever it is touched."""

    def __init__(self, error: type[BaseException] = TypeError) -> None:
        object.__setattr__(self, "_error", error)

    def _fail(self, *_: object) -> Any:
        raise object.__getattribute__(self, "_error")

    __str__ = __repr__ = __getattr__ = __getattribute__ = _fail
    __eq__ = __bool__ = __len__ = __iter__ = _fail
    __hash__ = object.__hash__


class HostileMapping(Mapping[Any, Any]):
    """Raises at one place."""

    def __init__(self, place: str) -> None:
        self.place = place

    def _at(self, place: str) -> None:
        if self.place == place:
            raise LookupError(place)

    def __getitem__(self, key: Any) -> Any:
        self._at(f"item {key}")
        return 1

    def __iter__(self) -> Iterator[Any]:
        self._at("iter")
        yield "a"
        self._at("next")
        yield "b"

    def __len__(self) -> int:
        self._at("len")
        return 2


class HostileSequence(Sequence[Any]):
    """Raises for its second element."""

    def __getitem__(self, index: Any) -> Any:
        if index:
            raise OverflowError
        return 1

    def __len__(self) -> int:
        raise RuntimeError


class WithoutEnd(Mapping[Any, Any]):
    """Never ends, and does not know its size."""

    def __getitem__(self, key: Any) -> Any:
        return key

    def __iter__(self) -> Iterator[Any]:
        number = 0
        while True:
            yield f"k{number:09}"
            number += 1

    def __len__(self) -> int:
        raise OverflowError


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (Hostile, '"[threw TypeError]"'),
        (lambda: HostileMapping("iter"), '"[threw LookupError]"'),
        (lambda: HostileMapping("next"), '"[threw LookupError]"'),
        (lambda: HostileMapping("item a"), '{"a":"[threw LookupError]","b":1}'),
        (lambda: HostileMapping("len"), '{"a":1,"b":1}'),
        (HostileSequence, '"[threw OverflowError]"'),
        (lambda: [Hostile(ValueError), 1], '["[threw ValueError]",1]'),
        (lambda: {Hostile(): 1}, '{"[threw TypeError]":1}'),
        (lambda: {1, Hostile()}, '["[threw TypeError]",1]'),
    ],
)
def test_values_that_raise(make: Callable[[], object], text: str) -> None:
    """What raises costs its own place and nothing else."""
    assert f'{{"a":0,"v":{text}}}' == context_text({"a": 0, "v": make()})


def test_layers_that_raise() -> None:
    """A layer that raises counts as one member that was left out."""
    for context in (HostileMapping("iter"), HostileMapping("next"), Hostile(), 5, "text"):
        assert entry(context=context, bound=[{"a": 1}])["context"] == {"_agora": {"dropped": 1}, "a": 1}


def test_everything_hostile_at_once() -> None:
    """An entry of nothing but hostile values is one valid entry."""
    found = entry(
        Hostile(), file=Hostile(), line=Hostile(), function=Hostile(), error=Hostile(), sampling_rate=Hostile(),
        context={"user_id": Hostile(), "err": Hostile(), "duration_ms": Hostile(), "trace_id": Hostile()},
    )  # fmt: skip

    assert found["message"] == '"[threw TypeError]"'
    assert found["exception"] == {"type": "object", "message": '"[threw TypeError]"'}
    assert set(found["context"].values()) == {"[threw TypeError]"}


def test_mapping_without_end() -> None:
    """A mapping without an end is read as far as its first 1,024 members."""
    found = entry(context={"v": WithoutEnd()})["context"]

    assert len(found["v"]) == 128
    assert found["_agora"] == {"dropped": 1024 - 128}


def test_released_memory() -> None:
    """Memory that is gone is what its reading raises."""
    view = memoryview(b"abc")
    view.release()

    assert context_text({"v": view}) == '{"v":"[threw ValueError]"}'


def test_time_zone_that_raises() -> None:
    """A time zone is code of the caller too."""

    class Nowhere(dt.tzinfo):
        def _fail(self, _: dt.datetime | None) -> Any:
            raise KeyError

        utcoffset = dst = tzname = _fail

    value = dt.datetime(2020, 1, 1, tzinfo=Nowhere())

    assert context_text({"v": value}) == '{"v":"[threw KeyError]"}'


def test_datetime_that_is_no_time() -> None:
    """A datetime that stands for no time says so."""

    class NotATime(dt.datetime):
        year = math.nan  # type: ignore[assignment]

    assert context_text({"v": NotATime(2020, 1, 1)}) == '{"v":"Invalid Date"}'


def test_property_of_a_dataclass_that_raises() -> None:
    """A field that cannot be read costs its own place."""
    order = Order(1, "k")
    del order.number

    assert context_text({"v": order}) == '{"v":{"api_key":"[REDACTED]","number":"[threw AttributeError]"}}'


def test_text_without_end() -> None:
    """A conversion that recurses for ever ends as the error that it is."""

    class Recursive:
        def __str__(self) -> str:
            return str(self)

    assert context_text({"v": Recursive()}) == '{"v":"[threw RecursionError]"}'


def test_little_stack_is_left() -> None:
    """An entry that is made when the stack is nearly used up is an entry still."""

    def descend(levels: int) -> bytes:
        return descend(levels - 1) if levels else encode(context={"a": [[{"b": [1]}]]}, error=ValueError("x"))

    depth = len(_frames())
    for left in range(25, 60):
        assert check(descend(sys.getrecursionlimit() - depth - left))["message"] == "m"


def _frames() -> list[object]:
    frame: Any = sys._getframe()
    frames = []
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back
    return frames


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_what_is_no_error_passes(error: type[BaseException]) -> None:
    """What ends the program is not swallowed."""
    with pytest.raises(error):
        encode(context={"v": Hostile(error)})


class Stubborn:
    """Has no text."""

    def __str__(self) -> str:
        raise TypeError


_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(alphabet=st.characters(exclude_categories=())),
    st.binary(max_size=50),
    st.decimals(),
    st.datetimes(),
    st.uuids(),
    st.complex_numbers(),
    st.builds(Stubborn),
    st.builds(ValueError, st.text()),
    st.builds(agora_log.ExceptionInfo, st.text(), st.text(), st.text()),
)
_KEYS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=()), max_size=12),
    st.sampled_from(["user_id", "trace_id", "duration_ms", "err", "error", "_agora", "password"]),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=6), st.dictionaries(_KEYS, inner, max_size=6), st.tuples(inner, inner)
    ),
    max_leaves=30,
)


@given(
    _VALUES, st.dictionaries(_KEYS, _VALUES, max_size=8), _VALUES, st.lists(st.dictionaries(_KEYS, _VALUES), max_size=2)
)
def test_any_values(message: object, context: Any, error: object, bound: Any) -> None:
    """Whatever an entry is made of, it is one valid entry within its limit, and the same one again."""
    line = encode(message, context=context, error=error, bound=bound, config={"max_entry_bytes": 4096})

    assert len(line) <= 4096
    assert check(line)
    assert line == encode(message, context=context, error=error, bound=bound, config={"max_entry_bytes": 4096})


@given(st.dictionaries(st.text(max_size=20), _VALUES, max_size=8))
def test_context_of_what_was_read(context: Any) -> None:
    """A context that was read from an entry gives the same bytes again."""
    plain = {"redact_enabled": False}
    text = context_text({"v": context}, config=plain)

    if "_agora" not in text:
        assert text == context_text(json.loads(text, parse_int=float), config=plain)
