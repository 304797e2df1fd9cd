"""What a value is for the encoder, decided by its type alone and remembered."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Final, Literal, TypeGuard, TypeVar

from agora_log._exception_info import ExceptionInfo
from agora_log._user_code import raise_if_stack_is_full, run

Kind = Literal[
    "str",
    "bool",
    "int",
    "float",
    "none",
    "enum",
    "numpy",
    "error",
    "dict",
    "mapping",
    "list",
    "sequence",
    "set",
    "bytes",
    "datetime",
    "dataclass",
    "threw",
    "other",
]


class Threw:
    """Stands in place of a member that could not be read."""

    __slots__ = ("text",)

    def __init__(self, error: Exception) -> None:
        self.text = f"[threw {type_name(error)}]"


KINDS: Final[dict[type, Kind]] = {
    str: "str",
    bool: "bool",
    int: "int",
    float: "float",
    type(None): "none",
    dict: "dict",
    list: "list",
    tuple: "list",
    set: "set",
    frozenset: "set",
    bytes: "bytes",
    bytearray: "bytes",
    memoryview: "bytes",
    datetime: "datetime",
    Threw: "threw",
}
"""The kinds of types seen so far."""

_MOST_TYPES: Final = 1024

# In the order of the tests. Scalars come before containers: a class may be both.
_FAMILIES: Final[tuple[tuple[type, Kind], ...]] = (
    (BaseException, "error"),
    (ExceptionInfo, "error"),
    (Enum, "enum"),
    (str, "str"),
    (bool, "bool"),
    (int, "int"),
    (float, "float"),
    (bytes, "bytes"),
    (bytearray, "bytes"),
    (datetime, "datetime"),
    (Mapping, "mapping"),
    (list, "sequence"),
    (tuple, "sequence"),
    (set, "set"),
    (frozenset, "set"),
    (Sequence, "sequence"),
)

_Class = TypeVar("_Class")


def is_a(value: object, cls: type[_Class]) -> TypeGuard[_Class]:
    """Say whether a value is of a class: as isinstance does, without asking the value, whose answer may raise."""
    return issubclass(type(value), cls)


def kind_of(value: object) -> Kind:
    """Say what a value is. Never asks the value itself, only its class."""
    cls = type(value)
    known = KINDS.get(cls)
    if known is None:
        known = _find(cls)
        if len(KINDS) < _MOST_TYPES:
            KINDS[cls] = known
    return known


def unwrapped(value: object) -> object:
    """Return what an Enum member or a numpy scalar stands for; other values as they are.

    Raises whatever the value's own code raises.
    """
    kind = kind_of(value)
    if kind == "enum":
        return run(_enum_value, value)
    return run(_numpy_item, value) if kind == "numpy" else value


def type_name(value: object) -> str:
    """Return the name of a value's class; `Error` where a metaclass hides it."""
    try:
        name = type.__dict__["__name__"].__get__(type(value))
    except Exception:
        return "Error"
    return name if isinstance(name, str) and name else "Error"


def _find(cls: type) -> Kind:
    try:
        for family, kind in _FAMILIES:
            if issubclass(cls, family):
                return kind
        if dataclasses.is_dataclass(cls):
            return "dataclass"
        if cls.__module__ == "numpy" and hasattr(cls, "item") and hasattr(cls, "dtype") and not hasattr(cls, "__len__"):
            return "numpy"
    except Exception as error:
        raise_if_stack_is_full(error)
        return "other"
    return "other"


def _enum_value(member: object) -> object:
    value: object = member.value  # type: ignore[attr-defined]
    return str(value) if is_a(value, Enum) else value


def _numpy_item(scalar: object) -> object:
    item: object = scalar.item()  # type: ignore[attr-defined]
    return item if kind_of(item) != "numpy" else str(item)
