"""The place of a call: `file`, `line` and `function` as the entry has them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from agora_log._gen.tables import LIMIT_LINE_MAX, LIMIT_TEXT_BYTES, PATTERN_FILE
from agora_log._kinds import is_a, kind_of
from agora_log._text import cut, exact, quote, repair

UNKNOWN: Final = "<unknown>"

_FILE: Final = re.compile(PATTERN_FILE)
_SEPARATORS: Final = re.compile(r"[/\\]")


class Site(NamedTuple):
    """A place, written once and used for every entry that comes from it."""

    json: str
    """The three members with a comma in front."""
    lost: frozenset[str]
    """Those of `file` and `function` that were cut."""


def make_site(file: object, line: object, function: object, source_root: str) -> Site:
    """Write a place.

    Args:
        file: Path as the run time reports it; any other value is unknown.
        line: Anything but an integer from 0 to 4,294,967,295 becomes 0.
        function: Bare name; empty is unknown.
        source_root: Folder that is taken off the front of the path; empty: only the base name is kept.
    """
    name, file_cut = cut(file_name(_text(file), source_root), LIMIT_TEXT_BYTES)
    if not _FILE.fullmatch(name):
        name = _base_name(name) or UNKNOWN
    bare, function_cut = cut(_text(function) or UNKNOWN, LIMIT_TEXT_BYTES)
    lost = [member for member, was_cut in (("file", file_cut), ("function", function_cut)) if was_cut]
    json = f',"file":{quote(name)},"line":{line_number(line)},"function":{quote(bare)}'
    return Site(json, frozenset(lost))


def file_name(path: str, source_root: str) -> str:
    """Reduce a path to what the entry shows, not yet cut."""
    path = path.partition("?")[0]
    root = source_root.rstrip("/\\")
    if root and path.startswith(root) and path[len(root) :][:1] in ("/", "\\"):
        return path[len(root) + 1 :].replace("\\", "/") or UNKNOWN
    return _base_name(path) or UNKNOWN


def line_number(line: object) -> int:
    """Return a line number, 0 for anything that is none."""
    kind = kind_of(line)
    if kind == "float" and isinstance(line, float) and line.is_integer():
        return line_number(int(line))
    if kind != "int" or not isinstance(line, int):
        return 0
    number = int.__add__(line, 0)
    return number if 0 <= number <= LIMIT_LINE_MAX else 0


def _text(value: object) -> str:
    return repair(exact(value)) if is_a(value, str) else ""


def _base_name(path: str) -> str:
    return _SEPARATORS.split(path)[-1]
