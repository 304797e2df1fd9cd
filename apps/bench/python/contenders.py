"""The ways to encode an entry in Python: ours, and what others would use instead."""

from __future__ import annotations

import json
import platform
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, TypeAlias

import agora_log
from agora_log.encoding import Encoder

try:
    import orjson
except ImportError:
    orjson = None  # type: ignore[assignment]

Encode: TypeAlias = Callable[[int, int], bytes]
"""Encodes the entry of an index at a time in microseconds since 1970: one line with its line feed."""

_EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - its text has no offset, which is quicker to write

_Entries: TypeAlias = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Contender:
    """A way to encode entries."""

    name: str
    version: str
    prepare: Callable[[Mapping[str, Any], _Entries], tuple[Encode, int]]
    """From what all entries share and the entries of a workload: the function, and how many entries there are."""


def _prepare_agora(shared: Mapping[str, Any], entries: _Entries) -> tuple[Encode, int]:
    encoder = Encoder(**{name: value for name, value in shared.items() if name != "first_time_us"})
    errors = [_raised(entry["error"]) for entry in entries]

    def encode(index: int, time_us: int) -> bytes:
        entry = entries[index]
        return encoder.encode(
            level=entry["level"],
            message=entry["message"],
            time_ns=time_us * 1000,
            file=entry["file"],
            line=entry["line"],
            function=entry["function"],
            bound=(entry["bound"],),
            context=entry["context"],
            error=errors[index],
        )

    return encode, len(entries)


def _prepare_plain(dumps: Callable[[Any], bytes]) -> Callable[..., tuple[Encode, int]]:
    def prepare(shared: Mapping[str, Any], entries: _Entries) -> tuple[Encode, int]:
        errors = [_raised(entry["error"]) for entry in entries]

        def encode(index: int, time_us: int) -> bytes:
            return dumps(_plain_entry(shared, entries[index], errors[index], time_us)) + b"\n"

        return encode, len(entries)

    return prepare


def _plain_entry(
    shared: Mapping[str, Any], entry: Mapping[str, Any], error: BaseException | None, time_us: int
) -> dict[str, Any]:
    """Put an entry together as one would by hand."""
    time = _EPOCH + timedelta(microseconds=time_us)
    plain = {
        "timestamp": f"{time.isoformat(timespec='microseconds')}Z",
        "level": entry["level"],
        "message": entry["message"],
        "service": shared["service"],
        "file": entry["file"],
        "line": entry["line"],
        "function": entry["function"],
        "environment": shared["environment"],
        "version": shared["version"],
        "host": shared["host"],
        "logger_name": shared["logger_name"],
    }
    context = {**entry["bound"], **entry["context"]}
    if context:
        plain["context"] = context
    if error is not None:
        stack = "".join(traceback.format_exception(error))
        plain["exception"] = {"type": type(error).__name__, "message": str(error), "stacktrace": stack}
    return plain


def _raised(error: Mapping[str, str] | None) -> BaseException | None:
    """Raise an error through a few frames, as a real one is."""
    if error is None:
        return None
    try:
        _ask_venue(error)
    except Exception as caught:
        return caught
    return None


def _ask_venue(error: Mapping[str, str]) -> None:
    _wait_for_answer(error)


def _wait_for_answer(error: Mapping[str, str]) -> None:
    raise _ERROR_TYPES[error["type"]](error["message"])


_ERROR_TYPES: Final[Mapping[str, type[Exception]]] = {"TimeoutError": TimeoutError}

CONTENDERS: Final = [Contender("agora", agora_log.__version__, _prepare_agora)]
MISSING: Final[list[dict[str, str]]] = []

if orjson is None:
    MISSING.append({"name": "orjson", "remedy": "packages/python/.venv/bin/pip install orjson"})
else:
    CONTENDERS.append(Contender("orjson", orjson.__version__, _prepare_plain(orjson.dumps)))
CONTENDERS.append(
    Contender(
        "json.dumps",
        platform.python_version(),
        _prepare_plain(lambda entry: json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()),
    )
)
