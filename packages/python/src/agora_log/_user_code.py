"""Code of the caller that the logger runs: values that are asked for their text, handlers, replaced streams.

Such code may log in turn. What it logs must not make the logger run it again and again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final, TypeVar

DROPPING_DEPTH: Final = 2
"""Depth of user code from which on a log call is dropped: it stands in code that was run for such a call."""

_ROOM: Final = 100
"""Calls that any code of the caller may need, one in another."""

_Argument = TypeVar("_Argument")
_Result = TypeVar("_Result")


class _Thread(threading.local):
    """Where this thread is."""

    depth: int = 0
    """How deep it is in code that the encoder runs."""
    delivers: bool = False
    """Whether it is in a handler, or in a stream that the program put in the place of standard output."""
    falls_back: bool = False
    """Whether it is in a stream that the program put in the place of standard error."""


this_thread: Final = _Thread()


def run(function: Callable[[_Argument], _Result], argument: _Argument) -> _Result:
    """Run code of the caller: the only door through which the encoder does so. Lets through what it raises."""
    this_thread.depth += 1
    try:
        return function(argument)
    finally:
        this_thread.depth -= 1


def deliver(function: Callable[[_Argument], _Result], argument: _Argument) -> _Result:
    """Run a handler or a stream of the caller: what it logs goes to standard error."""
    this_thread.delivers = True
    try:
        return function(argument)
    finally:
        this_thread.delivers = False


def fall_back(function: Callable[[_Argument], _Result], argument: _Argument) -> _Result:
    """Run a stream of the caller in the place of standard error: what it logs goes nowhere."""
    this_thread.falls_back = True
    try:
        return function(argument)
    finally:
        this_thread.falls_back = False


def raise_if_stack_is_full(error: Exception) -> None:
    """Raise an error again that says something about the stack, and nothing about the value that was looked at.

    For places that remember what they found: it would be wrong for calls that have more room.
    """
    if isinstance(error, RecursionError):
        _descend(_ROOM)


def _descend(calls: int) -> None:
    if calls:
        _descend(calls - 1)
