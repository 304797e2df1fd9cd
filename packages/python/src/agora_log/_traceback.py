"""The text of a traceback: the frames of one exception, without those of its causes."""

from __future__ import annotations

import linecache
from types import CodeType, TracebackType
from typing import Final

from agora_log._gen.tables import LIMIT_STACKTRACE_BYTES
from agora_log._text import escaped_size, repair

_HEADER: Final = "Traceback (most recent call last):"
_MOST_FRAMES: Final = 4096
_RESERVE: Final = 256
_frame_texts: dict[tuple[int, int], tuple[CodeType, str]] = {}


def stack_text(traceback: TracebackType | None, last_line: str) -> tuple[str, bool]:
    """Write a traceback in Python's usual form, as far as its limit of 16,384 bytes goes.

    Frames that do not fit are left out from the outer end, since the inner ones say what went wrong.

    Args:
        traceback: The frames; without them there is no text.
        last_line: What Python writes behind the frames: the type and the message.

    Returns:
        Repaired text, perhaps still too long where the last line is, and whether frames were left out.
    """
    frames, total = _frames(traceback)
    if not frames:
        return "", False
    end = repair(last_line)
    room = LIMIT_STACKTRACE_BYTES - len(_HEADER) - _RESERVE - min(escaped_size(end[:LIMIT_STACKTRACE_BYTES]), 4096)
    kept: list[str] = []
    for code, line in reversed(frames):
        text = _frame_text(code, line)
        room -= escaped_size(text) + 2
        if room < 0 and kept:
            break
        kept.append(text)
    left_out = total - len(kept)
    gap = [f"  [{left_out} outer frames left out]"] if left_out else []
    return "\n".join([_HEADER, *gap, *reversed(kept), end]), left_out > 0


def _frames(traceback: TracebackType | None) -> tuple[list[tuple[CodeType, int]], int]:
    frames: list[tuple[CodeType, int]] = []
    total = 0
    while traceback is not None:
        frames.append((traceback.tb_frame.f_code, traceback.tb_lineno or 0))
        total += 1
        if len(frames) >= 2 * _MOST_FRAMES:
            del frames[:_MOST_FRAMES]
        traceback = traceback.tb_next
    return frames, total


def _frame_text(code: CodeType, line: int) -> str:
    """Return the lines of one frame; kept, since reading source is slow. The entry holds the code: ids stay unique."""
    key = (id(code), line)
    known = _frame_texts.get(key)
    if known is None:
        place = f'  File "{code.co_filename}", line {line}, in {code.co_name}'
        source = _source_line(code.co_filename, line)
        known = (code, repair(f"{place}\n    {source}" if source else place))
        if len(_frame_texts) >= _MOST_FRAMES:
            _frame_texts.clear()
        _frame_texts[key] = known
    return known[1]


def _source_line(file: str, line: int) -> str:
    try:
        return linecache.getline(file, line).strip()[:1000]
    except Exception:
        return ""
