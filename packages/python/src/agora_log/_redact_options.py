"""Checks of what a user asks to be hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from agora_log._pattern_syntax import PatternError, parse_pattern
from agora_log._redact import BUILT_IN_PATTERNS
from agora_log._redact_names import words
from agora_log.errors import Violation

_OWN_NAME: Final = re.compile("[a-z][a-z0-9_-]{0,63}")
_LONGEST_REPLACEMENT: Final = 256
_LARGEST_SHOWN: Final = 256
_MASK_CHARACTER: Final = re.compile("[^\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_CODE: Final = "code"


def redaction_violations(
    *, fields: Iterable[object], patterns: object, masks: object, source: str = "code", prefix: str = "redact_"
) -> tuple[Violation, ...]:
    """Say everything that is wrong with names, patterns and masks.

    Args:
        fields: Names whose values are hidden.
        patterns: By name: a bool for one of ours, a mapping for one's own.
        masks: By name: a mapping.
        source: Where all of it came from.
        prefix: What the names of the three begin with there.
    """
    found = (*_fields(fields), *_patterns(patterns), *_masks(masks))
    return tuple(wrong._replace(field=prefix + wrong.field, source=source) for wrong in found)


def _fields(fields: Iterable[object]) -> Iterator[Violation]:
    for index, name in enumerate(fields):
        if not isinstance(name, str):
            yield Violation(f"fields[{index}]", name, _CODE, "a string", "use names of keys")


def _patterns(patterns: object) -> Iterator[Violation]:
    if not isinstance(patterns, Mapping):
        yield Violation("patterns", patterns, _CODE, "a mapping", "use a mapping with a member for each name")
        return
    for name, options in patterns.items():
        field = f"patterns.{name}"
        if name in BUILT_IN_PATTERNS:
            if not isinstance(options, bool):
                yield Violation(field, options, _CODE, "a boolean", "use true or false, or another name")
        elif not isinstance(name, str) or not _OWN_NAME.fullmatch(name) or not isinstance(options, Mapping):
            remedy = f"use one of {', '.join(BUILT_IN_PATTERNS)}, or a mapping with a pattern"
            yield Violation(field, options, _CODE, "a built-in pattern or one of your own", remedy)
        else:
            yield from _own_pattern(field, options)


def _own_pattern(field: str, options: Mapping[Any, object]) -> Iterator[Violation]:
    yield from _unknown(field, options, ("pattern", "ignore_case", "replacement"))
    source = options.get("pattern")
    if isinstance(source, str):
        try:
            parse_pattern(source, ignore_case=False)
        except PatternError as error:
            expected = f"a pattern of the subset: it {error.says}"
            yield Violation(f"{field}.pattern", source, _CODE, expected, error.remedy)
    else:
        yield Violation(f"{field}.pattern", source, _CODE, "a string", "give the pattern")
    if not isinstance(options.get("ignore_case", False), bool):
        yield Violation(f"{field}.ignore_case", options["ignore_case"], _CODE, "a boolean", "use true or false")
    replacement = options.get("replacement", "")
    if not isinstance(replacement, str) or len(replacement) > _LONGEST_REPLACEMENT or _SURROGATE.search(replacement):
        expected = f"a string of at most {_LONGEST_REPLACEMENT} characters"
        yield Violation(f"{field}.replacement", replacement, _CODE, expected, "use a shorter text")


def _masks(masks: object) -> Iterator[Violation]:
    if not isinstance(masks, Mapping):
        yield Violation("masks", masks, _CODE, "a mapping", "use a mapping with a member for each name")
        return
    for name, options in masks.items():
        field = f"masks.{name}"
        if not isinstance(name, str) or not words(name):
            yield Violation(field, name, _CODE, "a name with at least one letter", "use the name of a key")
        if not isinstance(options, Mapping):
            yield Violation(field, options, _CODE, "a mapping", "use show_last, mask_char or email")
            continue
        yield from _unknown(field, options, ("show_last", "mask_char", "email"))
        shown = options.get("show_last", 0)
        if type(shown) is not int or not 0 <= shown <= _LARGEST_SHOWN:
            expected = f"an integer from 0 to {_LARGEST_SHOWN}"
            yield Violation(f"{field}.show_last", shown, _CODE, expected, "use a number in this range")
        character = options.get("mask_char", "*")
        if not isinstance(character, str) or not _MASK_CHARACTER.fullmatch(character):
            expected = "one character that is no control character"
            yield Violation(f"{field}.mask_char", character, _CODE, expected, "use one such as *")
        if not isinstance(options.get("email", False), bool):
            yield Violation(f"{field}.email", options["email"], _CODE, "a boolean", "use true or false")


def _unknown(field: str, options: Mapping[Any, object], known: tuple[str, ...]) -> Iterator[Violation]:
    for name, value in options.items():
        if name not in known:
            yield Violation(f"{field}.{name}", value, _CODE, "a known member", f"use one of {', '.join(known)}")
