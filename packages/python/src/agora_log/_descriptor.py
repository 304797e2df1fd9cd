"""Whole lines into file descriptors."""

from __future__ import annotations

import errno
import os
import select
import sys
from typing import Final, TextIO

from agora_log._user_code import deliver, fall_back, this_thread

STDOUT: Final = 1
STDERR: Final = 2


def write_all(descriptor: int, data: bytes) -> None:
    """Write all bytes, in one call where the system takes them so; waits where it takes none now.

    Raises:
        PartialWriteError: Some of the bytes were written, and then it failed.
        OSError: Nothing was written.
    """
    done = _write_some(descriptor, data)
    while done < len(data):
        try:
            done += _write_some(descriptor, data[done:])
        except OSError as error:
            raise PartialWriteError(error) from error


class PartialWriteError(OSError):
    """A line was written only in part."""

    def __init__(self, error: OSError) -> None:
        super().__init__(error.errno, error.strerror)


def _write_some(descriptor: int, data: bytes) -> int:
    while True:
        try:
            return os.write(descriptor, data)
        except BlockingIOError:
            select.select([], [descriptor], [])


class StandardStream:
    """Standard output or error: its descriptor, or what the program put in the place of `sys.stdout`."""

    __slots__ = ("_descriptor", "_name")

    def __init__(self, descriptor: int) -> None:
        """Choose a stream: 1 or 2."""
        self._descriptor = descriptor
        self._name = "stdout" if descriptor == STDOUT else "stderr"

    def write(self, data: bytes) -> None:
        """Write a line. Raises what the stream raises."""
        stream: TextIO | None = getattr(sys, self._name)
        if stream is None:
            raise OSError(errno.EBADF, f"there is no sys.{self._name}")
        if stream is getattr(sys, f"__{self._name}__"):
            stream.flush()
            write_all(self._descriptor, data)
        else:
            run_stream = deliver if self._descriptor == STDOUT else fall_back
            run_stream(_write_text, (stream, data.decode()))

    def is_terminal(self) -> bool:
        """Say whether people read it."""
        stream: TextIO | None = getattr(sys, self._name)
        try:
            return stream is not None and stream.isatty()
        except Exception:
            return False


def write_stderr(data: bytes) -> bool:
    """Write to standard error as a last resort; say whether that worked."""
    if this_thread.falls_back:
        return False
    try:
        _STDERR.write(data)
    except Exception:
        return False
    return True


def _write_text(call: tuple[TextIO, str]) -> None:
    stream, text = call
    stream.write(text)
    stream.flush()


_STDERR: Final = StandardStream(STDERR)
