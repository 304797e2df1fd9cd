"""Values that are neither objects nor arrays, and the table of all kinds."""

from __future__ import annotations

from base64 import b64encode
from typing import Any, Final

from agora_log._containers import (
    write_dataclass,
    write_dict,
    write_list,
    write_mapping,
    write_sequence,
    write_set,
)
from agora_log._errors_in_context import write_error
from agora_log._gen.tables import LIMIT_BINARY_BYTES, LIMIT_BINARY_BYTES_KEPT
from agora_log._kinds import Kind, unwrapped
from agora_log._numbers import float_json, int_json, int_text
from agora_log._text import exact, quote, repair
from agora_log._time import datetime_microseconds, timestamp
from agora_log._user_code import run
from agora_log._writer import Writer, WriteValue, threw


def _write_str(writer: Writer, value: Any, _: int) -> str:
    return writer.text(exact(value))


def _write_int(writer: Writer, value: Any, _: int) -> str:
    number = int.__add__(value, 0)
    try:
        text = int_json(number)
    except ValueError as error:
        return threw(error)
    return writer.string(int_text(number)) if text[0] == '"' else text


def _write_bytes(writer: Writer, value: Any, _: int) -> str:
    try:
        view = memoryview(value)
        size, data = view.nbytes, _first_bytes(view)
    except Exception as error:
        return threw(error)
    if size <= LIMIT_BINARY_BYTES:
        return f'"{b64encode(data).decode()}"'
    writer.cut = True
    return f'"{b64encode(data[:LIMIT_BINARY_BYTES_KEPT]).decode()}…[+{size - LIMIT_BINARY_BYTES_KEPT}B]"'


def _first_bytes(view: memoryview) -> bytes:
    """Copy no more than what may be written, where the memory is in one piece."""
    try:
        return view.cast("B")[:LIMIT_BINARY_BYTES].tobytes()
    except (TypeError, ValueError):
        return view.tobytes()


def _write_datetime(_writer: Writer, value: Any, _: int) -> str:
    try:
        microseconds = run(datetime_microseconds, value)
        return '"Invalid Date"' if microseconds is None else f'"{timestamp(microseconds)}"'
    except Exception as error:
        return threw(error)


def _write_unwrapped(writer: Writer, value: object, depth: int) -> str:
    try:
        inner = unwrapped(value)
    except Exception as error:
        return threw(error)
    return writer.value(inner, depth)


def _write_other(writer: Writer, value: object, _: int) -> str:
    try:
        text = exact(run(str, value))
    except Exception as error:
        return threw(error)
    return writer.text(text)


TABLE: Final[dict[Kind, WriteValue]] = {
    "str": _write_str,
    "bool": lambda _writer, value, _depth: "true" if value else "false",
    "int": _write_int,
    "float": lambda _writer, value, _depth: float_json(value),  # type: ignore[arg-type]
    "none": lambda _writer, _value, _depth: "null",
    "enum": _write_unwrapped,
    "numpy": _write_unwrapped,
    "error": write_error,
    "dict": write_dict,
    "mapping": write_mapping,
    "list": write_list,
    "sequence": write_sequence,
    "set": write_set,
    "bytes": _write_bytes,
    "datetime": _write_datetime,
    "dataclass": write_dataclass,
    "threw": lambda _writer, value, _depth: quote(repair(value.text)),  # type: ignore[attr-defined]
    "other": _write_other,
}
"""How values of each kind are written."""
