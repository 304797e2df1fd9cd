"""Numbers: ECMAScript's form of doubles, integers by size, whatever class they come in."""

from __future__ import annotations

import enum
import hashlib
import json
import math
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_log.encoding import format_number
from entries import context_text, entry
from number_file import PUBLISHED_HASHES, first_doubles, line_of


def _double(bits: str) -> float:
    value: float = struct.unpack(">d", bytes.fromhex(bits))[0]
    return value


@pytest.mark.parametrize(
    ("bits", "text"),
    [
        ("8000000000000000", "0"),
        ("3ff0000000000000", "1"),
        ("40f86a0000000000", "100000"),
        ("3f1a36e2eb1c432d", "0.0001"),
        ("3ee4f8b588e368f1", "0.00001"),
        ("3eb0c6f7a0b5ed8d", "0.000001"),
        ("3eb0c6f7a0b5ed8c", "9.999999999999997e-7"),
        ("3e7ad7f29abcaf48", "1e-7"),
        ("4341c37937e08000", "10000000000000000"),
        ("444b1ae4d6e2ef4f", "999999999999999900000"),
        ("444b1ae4d6e2ef50", "1e+21"),
        ("44b52d02c7e14af6", "1e+23"),
        ("44b52d02c7e14af5", "9.999999999999997e+22"),
        ("0000000000000001", "5e-324"),
        ("8000000000000001", "-5e-324"),
        ("7fefffffffffffff", "1.7976931348623157e+308"),
        ("43e0000000000000", "9223372036854776000"),
        ("43143ff3c1cb0959", "1424953923781206.2"),
        ("3fd3333333333334", "0.30000000000000004"),
        ("4340000000000000", "9007199254740992"),
        ("7ff8000000000000", "NaN"),
        ("7ff0000000000000", "Infinity"),
        ("fff0000000000000", "-Infinity"),
    ],
)
def test_double(bits: str, text: str) -> None:
    """A double has the digits and the notation of ECMAScript."""
    assert text == format_number(_double(bits))


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_number_file(count: int) -> None:
    """The first lines of the RFC 8785 number file have their published hash."""
    assert PUBLISHED_HASHES[count] == _hash_of(count)


@pytest.mark.long
@pytest.mark.parametrize("count", [100_000, 1_000_000])
def test_number_file_long(count: int) -> None:
    """A million lines of the RFC 8785 number file have their published hash."""
    assert PUBLISHED_HASHES[count] == _hash_of(count)


def _hash_of(count: int) -> str:
    digest = hashlib.sha256()
    for value in first_doubles(count):
        digest.update(line_of(value, format_number(value)))
    return digest.hexdigest()


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_double_is_exact(value: float) -> None:
    """The text of a double means the same double again, -0 apart."""
    text = format_number(value)

    assert value == float(text)
    assert not text.startswith("-0") or value != 0


@given(st.integers())
def test_integer(value: int) -> None:
    """An integer is bare within ±(2^53-1), else a string of its digits."""
    expected = str(value) if abs(value) < 2**53 else f'"{value}"'

    assert f'{{"n":{expected}}}' == context_text({"n": value})


@pytest.mark.parametrize("digits", [4_299, 4_301, 8_192])
def test_long_integer(digits: int) -> None:
    """An integer that Python refuses to print is written all the same."""
    value = 10 ** (digits - 1) + 7

    assert f'{{"n":"1{"0" * (digits - 2)}7"}}' == context_text({"n": value})


def test_longer_integer_is_cut() -> None:
    """An integer of more digits than a string may have is cut like one."""
    assert entry(context={"n": -(10**9_000)})["context"] == {
        "_agora": {"truncated": ["context"]},
        "n": "-1" + "0" * 8_166 + "…[+834B]",
    }


def test_endless_integer() -> None:
    """An integer of a million bits does not hold the program up."""
    assert context_text({"n": 1 << 1_000_000}) == '{"n":"[threw ValueError]"}'


def test_not_finite_in_context() -> None:
    """What JSON has no number for is a string."""
    assert context_text({"a": [math.nan, math.inf, -math.inf]}) == '{"a":["NaN","Infinity","-Infinity"]}'


def test_bool_is_no_number() -> None:
    """A bool is no integer, although Python says so."""
    assert context_text({"a": True, "b": False}) == '{"a":true,"b":false}'


def test_subclasses() -> None:
    """A subclass of int or float is the number that it holds, whatever it prints."""

    class Loud(int):
        def __repr__(self) -> str:
            raise RuntimeError

        __str__ = __repr__

        def __add__(self, other: int) -> int:
            raise RuntimeError

    class Odd(float):
        def __repr__(self) -> str:
            return "Odd(1.0)"

    class Level(enum.IntEnum):
        HIGH = 3

    context = {"enum": Level.HIGH, "f": Odd(1), "i": Loud(5), "big": Loud(2**60)}

    assert context_text(context) == '{"big":"1152921504606846976","enum":3,"f":1,"i":5}'


def test_numpy_scalar() -> None:
    """A scalar of numpy is the Python value that its item() gives, by the name of its module alone."""

    class Scalar:
        dtype = "int64"

        def item(self) -> int:
            return 7

    Scalar.__module__ = "numpy"

    assert context_text({"n": Scalar()}) == '{"n":7}'
    assert entry(context={"user_id": Scalar()})["user_id"] == "7"


def test_numbers_survive_a_second_round() -> None:
    """Encoding what was parsed gives the same bytes."""
    text = context_text({"n": [2.0**53 + 2, 1e21, 0.1, -0.0, 5e-324, 2**53]})

    assert text == context_text(json.loads(text, parse_int=float))
