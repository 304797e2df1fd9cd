"""The console handler."""

from __future__ import annotations

import os
import threading
from typing import Literal

from agora_log._descriptor import STDOUT, StandardStream
from agora_log._text_form import text_form


class ConsoleHandler:
    """Writes to standard output, one write call a line; to `sys.stdout` where the program has replaced it."""

    name = "console"

    def __init__(self, form: Literal["json", "text", "auto"] = "auto", *, colors: bool = True) -> None:
        """Choose how lines look.

        Args:
            form: `json` for the lines as they are, `text` for a form for people, `auto` for text on a terminal and
                JSON elsewhere.
            colors: Colours in the text form; used on a terminal only, and never where NO_COLOR is set.
        """
        self._stream = StandardStream(STDOUT)
        is_terminal = self._stream.is_terminal()
        self._is_text = form == "text" or (form == "auto" and is_terminal)
        self._has_colors = colors and is_terminal and not os.environ.get("NO_COLOR")
        # Reentrant: a signal handler or a finalizer may log while this thread writes.
        self._lock = threading.RLock()

    def write(self, line: bytes, level: int) -> None:  # noqa: ARG002 - every handler is told the level
        """Write a line. Raises what the stream raises."""
        data = text_form(line, colors=self._has_colors) if self._is_text else line
        with self._lock:
            self._stream.write(data)

    def flush(self, timeout: float) -> int:  # noqa: ARG002 - a stream has nothing to wait for
        """Do nothing: every line was written through. Returns 0."""
        return 0

    def close(self) -> None:
        """Do nothing: the stream is the program's."""

    def after_fork(self) -> None:
        """Forget a lock that another thread of the parent may have held."""
        self._lock = threading.RLock()
