"""Layers of context: what is lifted out of each to the top of the entry, and what remains of all together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from agora_log._containers import read_mapping
from agora_log._error_facts import is_error
from agora_log._gen.tables import RESERVED_KEYS
from agora_log._keys import key_text
from agora_log._lifting import Lifted, lift
from agora_log._user_code import raise_if_stack_is_full, run

ERROR_KEYS: Final = ("err", "error", "exception")
"""Members of the context in which an error is looked for, in this order."""

_OURS: Final = "_agora"
_SPECIAL: Final = frozenset((*RESERVED_KEYS, _OURS, *ERROR_KEYS))
_RESERVED: Final = frozenset(RESERVED_KEYS)


class Layers(NamedTuple):
    """Layers of context, merged. Never changed: a child is made by merging one more."""

    members: Mapping[str, object]
    """Repaired keys with their values, in the order of their last occurrence."""
    lifted: Mapping[str, Lifted]
    """Members of the entry that were lifted."""
    dropped: int
    """Members that were not looked at."""
    sources: tuple[object, ...]
    """The containers that the members came from: they are open while the context is written."""
    holds_error: bool
    """Whether `take_error` would find something."""


NO_LAYERS: Final = Layers({}, {}, 0, (), holds_error=False)
"""No context at all."""


def merge(below: Layers, layer: Any) -> Layers:
    """Put one more layer on top.

    Args:
        below: The layers so far.
        layer: A mapping; what its own code raises costs this layer only, which then counts as one member dropped.

    Raises:
        RecursionError: There is no room on the stack: the layer is not to blame, and is read another time.
    """
    try:
        pairs, beyond = run(read_mapping, layer)
    except Exception as error:
        raise_if_stack_is_full(error)
        return below._replace(dropped=below.dropped + 1)
    members = dict(below.members)
    lifted = dict(below.lifted)
    for key, value in pairs:
        name = key_text(key)
        if name in _RESERVED:
            found = lift(name, value)
            if found is not None:
                if found.json:
                    lifted[name] = found
                continue
            name = f"invalid_{name}"
        elif name == _OURS:
            name = f"{_OURS}_"
        members.pop(name, None)
        members[name] = value
    holds_error = any(is_error(members.get(key)) for key in ERROR_KEYS)
    return Layers(members, lifted, below.dropped + beyond, (*below.sources, layer), holds_error)


def overlay(below: Layers, layer: Any) -> dict[Any, object] | None:
    """Put a simple layer on top without a look at its members, which is what most calls need.

    Returns:
        A new dict, whose keys need not be text; None where `merge` must be used: the layer is no dict, or holds a
        name that means something.
    """
    if type(layer) is not dict:
        return None
    try:
        simple = _SPECIAL.isdisjoint(layer)
    except Exception:  # a key whose own code raises
        return None
    return {**below.members, **layer} if simple else None


def take_error(members: dict[str, object]) -> object:
    """Take the first member out that holds an error where one is looked for; None where none does."""
    for key in ERROR_KEYS:
        if is_error(members.get(key)):
            return members.pop(key)
    return None
