"""The plain file handler."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import threading
import time
from typing import Final

from agora_log._descriptor import STDERR, PartialWriteError, write_all

# Reading is for the last byte: whether a process that died left a line without its end.
_FLAGS: Final = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE_MODE: Final = 0o640
_DIRECTORY_MODE: Final = 0o750
_CANNOT_SYNC: Final = (errno.EINVAL, errno.ENOTSUP, errno.EROFS)
_CLOSED: Final = -1
_LOOKS: Final = 5
_LOOK_AGAIN_SECONDS: Final = 0.005


class FileHandler:
    """Appends to one file, one write call a line, so that several processes may share it.

    The file is made with mode 0640 and its directory with 0750; a symbolic link in place of the file is refused. It
    is opened with the first line, and again with the next one after a failure or after somebody removed it. A line
    that a crash or a full disk cut off is ended before the next one.
    """

    def __init__(self, path: str) -> None:
        """Choose a file; nothing is opened yet."""
        self.name = f"file {path}"
        self._path = path
        self._descriptor = _CLOSED
        self._is_torn = False
        self._is_closed = False
        # Reentrant: a signal handler or a finalizer may log while this thread writes.
        self._lock = threading.RLock()

    def write(self, line: bytes, level: int) -> None:  # noqa: ARG002 - every handler is told the level
        """Append a line. Raises OSError; the file is opened again with the next line then."""
        with self._lock:
            if self._descriptor != _CLOSED and _is_removed(self._descriptor):
                self._release()
            if self._descriptor == _CLOSED:
                self._descriptor = _open(self._path)
                self._is_torn = _ends_within_a_line(self._descriptor)
            try:
                # A line that was written in part must not spoil this one as well.
                write_all(self._descriptor, b"\n" + line if self._is_torn else line)
            except OSError as error:
                self._is_torn = self._is_torn or isinstance(error, PartialWriteError)
                self._release(owned=error.errno != errno.EBADF)
                raise
            self._is_torn = False
            if self._is_closed:
                self._release()

    def flush(self, timeout: float) -> int:  # noqa: ARG002 - a file has nothing to wait for
        """Write the file through to the disk. Nothing is ever held back: returns 0. Raises OSError."""
        with self._lock:
            if self._descriptor != _CLOSED:
                try:
                    os.fsync(self._descriptor)
                except OSError as error:
                    if error.errno not in _CANNOT_SYNC:
                        raise
        return 0

    def close(self) -> None:
        """Close the file. A line that another thread is about to write still gets there."""
        with self._lock:
            self._is_closed = True
            self._release()

    def after_fork(self) -> None:
        """Forget a lock that another thread of the parent may have held."""
        self._lock = threading.RLock()

    def _release(self, *, owned: bool = True) -> None:
        descriptor, self._descriptor = self._descriptor, _CLOSED
        # A bad descriptor was closed by somebody else, and its number may be somebody else's by now.
        if owned and descriptor != _CLOSED:
            with contextlib.suppress(OSError):
                os.close(descriptor)


def _is_removed(descriptor: int) -> bool:
    """Say whether the file has lost its name: what is written to it then is lost. A bad descriptor is not judged."""
    with contextlib.suppress(OSError):
        return os.fstat(descriptor).st_nlink == 0
    return False


def _ends_within_a_line(descriptor: int) -> bool:
    """Say whether a process left a line without its end.

    Another process may be in the middle of a write just now, so the last byte is looked at several times.
    """
    for look in range(_LOOKS):
        if look:
            time.sleep(_LOOK_AGAIN_SECONDS)
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size == 0:
            return False
        if os.pread(descriptor, 1, status.st_size - 1) == b"\n":
            return False
    return True


def _open(path: str) -> int:
    try:
        descriptor = os.open(path, _FLAGS, _FILE_MODE)
    except FileNotFoundError:
        _make_directories(os.path.dirname(os.path.abspath(path)))  # noqa: PTH100, PTH120 - as the path was given
        descriptor = os.open(path, _FLAGS, _FILE_MODE)
    return _above_standard_streams(descriptor)


def _above_standard_streams(descriptor: int) -> int:
    """Move a descriptor that the system gave in the place of a closed standard stream, which others write to."""
    taken: list[int] = []
    try:
        while descriptor <= STDERR:
            taken.append(descriptor)
            descriptor = os.dup(descriptor)
    finally:
        for lower in taken:
            os.close(lower)
    return descriptor


def _make_directories(path: str) -> None:
    if os.path.isdir(path):  # noqa: PTH112 - see above
        return
    _make_directories(os.path.dirname(path))  # noqa: PTH120 - see above
    with contextlib.suppress(FileExistsError):
        os.mkdir(path, _DIRECTORY_MODE)  # noqa: PTH102 - see above
