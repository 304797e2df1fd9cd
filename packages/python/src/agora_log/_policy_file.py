"""The policy of redaction in a file, which languages share."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from agora_log._config_values import checked, refused
from agora_log._gen.tables import CONFIG_FIELDS, ConfigField
from agora_log._redact_options import redaction_violations
from agora_log.errors import Violation

_MOST_BYTES: Final = 262_144
_SECTION: Final = "redact."
_MAPS: Final = ("redact_patterns", "redact_masks")
_MEMBERS: Final[dict[str, ConfigField]] = {
    field.name.removeprefix(_SECTION): field
    for field in CONFIG_FIELDS
    if field.name.startswith(_SECTION) and field.name != "redact.policy_file"
}


class _PolicyError(Exception):
    """A file that is no policy."""

    def __init__(self, *, why: str) -> None:
        super().__init__(why)


def read_policy(path: str, source: str) -> tuple[dict[str, Any], list[Violation]]:
    """Read a policy.

    Args:
        path: A file with JSON of at most 262,144 bytes.
        source: Who named it.

    Returns:
        Its members by the names that the fields have in Python, as far as they fit, and what is wrong: one bad pattern
        or mask costs no other one.
    """
    try:
        tree = _parse(path)
    except (OSError, ValueError, RecursionError, _PolicyError) as error:
        why = str(error) if isinstance(error, _PolicyError) else f"{type(error).__name__}: {error}"
        remedy = "correct the file or its rights, or name another"
        expected = f"a policy of redaction that can be used ({why})"
        return {}, [Violation("redact_policy_file", path, source, expected, remedy)]
    found: dict[str, Any] = {}
    wrong: list[Violation] = []
    for name, value in tree.items():
        field = _MEMBERS.get(name)
        if field is None:
            remedy = f"use {', '.join(_MEMBERS)}"
            wrong.append(Violation(_SECTION + name, value, path, "a member of a policy", remedy))
            continue
        try:
            value = checked(field, value)  # noqa: PLW2901 - the same value in the form that the logger uses
        except (TypeError, ValueError):
            wrong.append(refused(field, value, path)._replace(field=field.name))
            continue
        if field.python in _MAPS:
            value, problems = _usable(field, value, path)  # noqa: PLW2901 - see above
            wrong += problems
        found[field.python] = value
    return found, wrong


def _usable(field: ConfigField, members: Mapping[str, object], path: str) -> tuple[dict[str, object], list[Violation]]:
    kept: dict[str, object] = {}
    wrong: list[Violation] = []
    for name, options in members.items():
        one = {name: options}
        patterns, masks = (one, {}) if field.python == "redact_patterns" else ({}, one)
        problems = redaction_violations(fields=(), patterns=patterns, masks=masks, source=path, prefix=_SECTION)
        wrong += problems
        if not problems:
            kept[name] = options
    return kept, wrong


def _parse(path: str) -> dict[str, Any]:
    file = Path(path)
    if not file.is_file():
        # A pipe would be waited for.
        raise _PolicyError(why="it is not a file" if file.exists() else "there is no such file")
    with file.open("rb") as stream:
        data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise _PolicyError(why=f"it has more than {_MOST_BYTES} bytes")
    tree = json.loads(data.decode(), object_pairs_hook=_unique, parse_constant=_no_constant)
    if not isinstance(tree, dict):
        raise _PolicyError(why="it is not a JSON object")
    return tree


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        twice = next(_repeated(pairs))
        raise _PolicyError(why=f"the member {json.dumps(twice)[:80]} stands twice")
    return members


def _repeated(pairs: list[tuple[str, object]]) -> Iterator[str]:
    seen: set[str] = set()
    for name, _ in pairs:
        if name in seen:
            yield name
        seen.add(name)


def _no_constant(name: str) -> object:
    raise _PolicyError(why=f"{name} is no JSON")
