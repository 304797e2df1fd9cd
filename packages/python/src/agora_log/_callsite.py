"""Where a log call stands: found once for each place in the code, then remembered."""

from __future__ import annotations

from types import CodeType, FrameType
from typing import Final

from agora_log._site import UNKNOWN, Site, make_site

_PACKAGE: Final = __name__.partition(".")[0]
_MOST_SITES: Final = 10_000
_UNNAMED: Final = {"<lambda>": "<anonymous>"}
_INNER: Final = ("<locals>", "<genexpr>", "<listcomp>", "<setcomp>", "<dictcomp>")


class Callsites:
    """The places that were found under one configuration. Shared by threads; grows to a bound."""

    __slots__ = ("_known", "_source_root", "unknown")

    def __init__(self, source_root: str) -> None:
        """Know nothing yet; `source_root` is the folder that is taken off the front of files."""
        self._source_root = source_root
        # By code object and instruction: frames are used again for other functions, and one frame has many lines.
        # Code objects compare by value, even across files, hence the identity; the entry keeps the object alive.
        self._known: dict[tuple[int, int], tuple[CodeType, Site | None]] = {}
        self.unknown = make_site("", 0, "", source_root)

    def find(self, frame: FrameType | None) -> Site:
        """Return the place of the innermost frame that is not in this package."""
        while frame is not None:
            known = self._known.get((id(frame.f_code), frame.f_lasti)) or self._learn(frame)
            if known[1] is not None:
                return known[1]
            frame = frame.f_back
        return self.unknown

    def _learn(self, frame: FrameType) -> tuple[CodeType, Site | None]:
        code = frame.f_code
        module = frame.f_globals.get("__name__", "")
        is_ours = isinstance(module, str) and module.partition(".")[0] == _PACKAGE
        site = None if is_ours else make_site(code.co_filename, frame.f_lineno, bare_name(code), self._source_root)
        if len(self._known) >= _MOST_SITES:
            self._known.clear()
        self._known[(id(code), frame.f_lasti)] = known = (code, site)
        return known


def bare_name(code: CodeType) -> str:
    """Return the name of a function without its class, that of the function around for a comprehension."""
    if not code.co_name.startswith("<"):
        return code.co_name
    for name in reversed(code.co_qualname.split(".")):
        if name not in _INNER:
            return _UNNAMED.get(name, name)
    return "<module>" if code.co_name in _INNER else UNKNOWN
