"""Members at the top of an entry: time, level, message, place, identity."""

from __future__ import annotations

import datetime as dt
import decimal
import math
from typing import Any

import pytest

from agora_log import AgoraError, ConfigError, ExceptionInfo, LogLevel
from agora_log.encoding import Encoder
from entries import encode, entry


@pytest.mark.parametrize(
    ("time_ns", "text"),
    [
        (0, "1970-01-01T00:00:00.000000Z"),
        (1_700_000_000_123_456_789, "2023-11-14T22:13:20.123456Z"),
        (1_700_000_000_999_999_999, "2023-11-14T22:13:20.999999Z"),
        (-1, "1969-12-31T23:59:59.999999Z"),
        (-1500, "1969-12-31T23:59:59.999998Z"),
        (951_782_400_000_000_000, "2000-02-29T00:00:00.000000Z"),
        (253_402_300_800_000_000_000, "9999-12-31T23:59:59.999999Z"),
        (-62_135_596_800_000_000_001, "0001-01-01T00:00:00.000000Z"),
        (10**40, "9999-12-31T23:59:59.999999Z"),
    ],
)
def test_timestamp(time_ns: int, text: str) -> None:
    """A time is floored to the microsecond and clamped to the years that the form has."""
    assert text == entry(time_ns=time_ns)["timestamp"]


@pytest.mark.parametrize(
    ("level", "name"),
    [
        ("Info", "INFO"),
        ("trace", "DEBUG"),
        ("NOTICE", "INFO"),
        ("warn", "WARNING"),
        ("err", "ERROR"),
        ("panic", "CRITICAL"),
        (LogLevel.ERROR, "ERROR"),
        (50, "CRITICAL"),
    ],
)
def test_level(level: Any, name: str) -> None:
    """Names and aliases count in any case; the wire has five."""
    assert name == entry(level=level)["level"]


@pytest.mark.parametrize("level", ["verbose", "", " info", 15, None])
def test_unknown_level(level: Any) -> None:
    """What is no level is refused by its code."""
    with pytest.raises(AgoraError) as refused:
        encode(level=level)

    assert refused.value.code == "AGORA_LEVEL"


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("", ""),
        (None, ""),
        (5, "5"),
        (-0.0, "0"),
        (math.nan, "NaN"),
        (True, "true"),
        (10**20, "100000000000000000000"),
        ({"b": 1, "a": [None, 1.5]}, '{"a":[null,1.5],"b":1}'),
        (["x"], '["x"]'),
        ({"password": "x"}, '{"password":"[REDACTED]"}'),
        (dt.datetime(2020, 1, 1, tzinfo=dt.UTC), '"2020-01-01T00:00:00.000000Z"'),
        (decimal.Decimal("1.10"), '"1.10"'),
        (b"abc", '"YWJj"'),
        (ValueError("told"), "told"),
        (ExceptionInfo("E", "told"), "told"),
    ],
)
def test_message_of_any_kind(message: object, text: str) -> None:
    """A message that is no text becomes the text of its value."""
    assert text == entry(message)["message"]


def test_error_as_message() -> None:
    """An error as message is the entry's error too, unless another is given."""
    told = ValueError("told")

    assert entry(told)["exception"]["type"] == "ValueError"
    assert entry(told, error=KeyError("k"))["exception"]["type"] == "KeyError"
    assert entry(told, context={"err": KeyError("k")})["exception"]["type"] == "ValueError"


@pytest.mark.parametrize(
    ("file", "root", "name"),
    [
        ("/srv/app/feed.py", "", "feed.py"),
        ("C:\\app\\feed.py", "", "feed.py"),
        ("feed.py?v=3", "", "feed.py"),
        ("/srv/app/a/feed.py", "/srv/app", "a/feed.py"),
        ("/srv/app/a/feed.py", "/srv/app/", "a/feed.py"),
        ("C:\\app\\a\\feed.py", "C:\\app", "a/feed.py"),
        ("/srv/application/feed.py", "/srv/app", "feed.py"),
        ("/srv/app//feed.py", "/srv/app", "feed.py"),
        ("/srv/app/", "/srv/app", "<unknown>"),
        ("/", "", "<unknown>"),
        ("", "", "<unknown>"),
        (None, "", "<unknown>"),
        ("<string>", "", "<string>"),
    ],
)
def test_file(file: object, root: str, name: str) -> None:
    """A file is its base name, or a path relative to the source root."""
    assert name == entry(file=file, config={"source_root": root})["file"]


@pytest.mark.parametrize(
    ("line", "number"),
    [(0, 0), (2**32 - 1, 2**32 - 1), (2**32, 0), (-1, 0), (3.0, 3), (3.5, 0), (True, 0), ("3", 0), (None, 0)],
)
def test_line(line: object, number: int) -> None:
    """A line is an integer that fits, else 0."""
    assert number == entry(line=line)["line"]


def test_cut_names() -> None:
    """Names are cut at 256 bytes, and the entry says which; that of the host says nothing."""
    cut_name = "n" * 232 + "…[+68B]"
    found = entry(
        file="n" * 300,
        function="n" * 300,
        context={"user_id": "n" * 300},
        config={"logger_name": "n" * 300, "host": "n" * 300},
    )

    assert {"file", "function", "user_id", "logger_name", "host"} == {
        name for name, value in found.items() if value == cut_name
    }
    assert found["context"] == {"_agora": {"truncated": ["file", "function", "logger_name", "user_id"]}}


def test_optional_members() -> None:
    """Optional members are absent when they have no value, and in their place when they have one."""
    config = {"environment": "production", "version": "1.2.3", "host": "h", "logger_name": "a.b"}
    bare = entry(config=dict.fromkeys(config, ""), entry_id="", sampling_rate=1.0)
    full = entry(config=config, entry_id="0192f3a1-7c4e-7d2a-9b1c-5e8f6a7b8c9d", sampling_rate=0.1)

    assert len(bare) == 7
    assert list(full)[7:] == ["environment", "version", "host", "logger_name", "entry_id", "sampling"]
    assert full["sampling"] == {"rate": 0.1}


@pytest.mark.parametrize("rate", [0, 0.0, 1.0, 1, -0.5, 2.0, math.nan, "0.5", None, True])
def test_sampling_rate_that_says_nothing(rate: object) -> None:
    """A rate that is none between 0 and 1 is absent."""
    assert "sampling" not in entry(sampling_rate=rate)


@pytest.mark.parametrize("service", ["", "s" * 129])
def test_service_length(service: str) -> None:
    """A service has 1 to 128 characters."""
    with pytest.raises(ConfigError, match=r"AGORA_CONFIG.*service"):
        Encoder(service=service)

    assert entry(config={"service": "é" * 128})["service"] == "é" * 128


@pytest.mark.parametrize("size", [4095, 256_001])
def test_entry_limit_range(size: int) -> None:
    """A limit outside its range is refused."""
    with pytest.raises(ConfigError, match="4096 to 256000"):
        Encoder(service="svc", max_entry_bytes=size)
