"""From the arguments of a call to the bytes of an entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from agora_log._error_facts import error_message, is_error, kind_and_text
from agora_log._exception_member import write_exception
from agora_log._gen.tables import LIMIT_ENTRY_BYTES, LIMIT_STRING_BYTES, LIMIT_TEXT_BYTES
from agora_log._keys import Keys
from agora_log._kinds import is_a, kind_of
from agora_log._layers import Layers, merge, overlay, take_error
from agora_log._lifting import Lifted
from agora_log._line import Line
from agora_log._members import write_known_members, write_members
from agora_log._numbers import float_json
from agora_log._redact import Policy
from agora_log._scalars import TABLE
from agora_log._site import Site
from agora_log._text import cut, exact, quote, repair, strip_ansi, utf8
from agora_log._time import timestamp
from agora_log._writer import Writer, settle_text

_IDS: Final = ("correlation_id", "user_id", "trace_id", "span_id")


@dataclass(frozen=True, slots=True)
class Head:
    """What is the same for every entry of a logger, written once."""

    keys: Keys
    service: str
    """The member `service` with a comma in front."""
    about: str
    """`environment`, `version`, `host` and `logger_name`, as far as they are there, each with a comma in front."""
    lost: frozenset[str] = frozenset()
    """`logger_name` when it was cut."""
    strips_ansi: bool = True
    max_entry_bytes: int = LIMIT_ENTRY_BYTES


@dataclass(slots=True)
class Call:
    """The arguments of one call."""

    microseconds: int
    level: str
    """One of the five names."""
    message: object
    site: Site
    layers: Layers
    """Context that was bound before."""
    contexts: Sequence[Any]
    """Mappings given with the call, the later on top."""
    error: object = None
    entry_id: str | None = None
    sampling_rate: object = None


@dataclass(slots=True)
class _Context:
    """The context of an entry, written."""

    lifted: Mapping[str, Lifted]
    keys: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    notes: dict[int, tuple[int, bool]] = field(default_factory=dict)
    dropped: int = 0
    error: object = None


def make_head(
    *,
    service: str,
    environment: str | None,
    version: str | None,
    host: str | None,
    logger_name: str | None,
    policy: Policy,
    strips_ansi: bool,
    max_entry_bytes: int,
) -> Head:
    """Write what does not change; texts are repaired, empty ones left out."""
    name, name_cut = cut(repair(logger_name or ""), LIMIT_TEXT_BYTES)
    about = {
        "environment": repair(environment or ""),
        "version": repair(version or ""),
        "host": cut(repair(host or ""), LIMIT_TEXT_BYTES)[0],
        "logger_name": name,
    }
    return Head(
        keys=Keys(policy),
        service=f',"service":{quote(repair(service))}',
        about="".join(f',"{member}":{quote(text)}' for member, text in about.items() if text),
        lost=frozenset({"logger_name"} if name_cut else ()),
        strips_ansi=strips_ansi,
        max_entry_bytes=max_entry_bytes,
    )


def encode(head: Head, call: Call) -> bytes:
    """Encode an entry. Raises only what no rule of the wire format foresees."""
    message_is_error = type(call.message) is not str and is_error(call.message)
    context = _write_context(head, call, looks_for_error=call.error is None and not message_is_error)
    error = call.error if call.error is not None else call.message if message_is_error else context.error
    message, source, message_cut = _message(head, call.message)
    lifted = context.lifted
    start = f'{{"timestamp":"{timestamp(call.microseconds)}","level":"{call.level}","message":'
    middle = f"{head.service}{call.site.json}{head.about}{_lifted(lifted, call)}"
    lost = _lost(head, call.site, lifted, message_cut=message_cut)
    if error is None and not lost and not context.notes and not context.dropped:
        members = f',"context":{{{",".join(context.members)}}}' if context.members else ""
        data = utf8(f"{start}{message}{middle}{members}}}\n")
        if len(data) <= head.max_entry_bytes:
            return data
    line = Line(
        start=start,
        message=message,
        message_source=source,
        middle=middle,
        exception=None if error is None else write_exception(Writer(head.keys, TABLE), error),
        keys=context.keys,
        members=context.members,
        notes=context.notes,
        dropped=context.dropped,
        lost=lost,
    )
    data = line.encode()
    return data if len(data) <= head.max_entry_bytes else line.shorten(head.max_entry_bytes)


def _write_context(head: Head, call: Call, *, looks_for_error: bool) -> _Context:
    layers = call.layers
    if not call.contexts and not layers.members:
        return _Context(layers.lifted, dropped=layers.dropped)
    writer = Writer(head.keys, TABLE)
    writer.opened = [*map(id, layers.sources), *map(id, call.contexts)]
    if not (looks_for_error and layers.holds_error):
        members = _simple_members(call)
        written = None if members is None else write_known_members(writer, members, 2, top=True)
        if written is not None:
            return _Context(layers.lifted, *written, writer.notes, writer.dropped + layers.dropped)
    for layer in call.contexts:
        layers = merge(layers, layer)
    members = dict(layers.members)
    error = take_error(members) if looks_for_error else None
    keys, parts = write_members(writer, members, 2, top=True)
    return _Context(layers.lifted, keys, parts, writer.notes, writer.dropped + layers.dropped, error)


def _simple_members(call: Call) -> Mapping[Any, object] | None:
    if len(call.contexts) == 1:
        return overlay(call.layers, call.contexts[0])
    return None if call.contexts else call.layers.members


def _message(head: Head, message: object) -> tuple[str, str, bool]:
    """Return a message as JSON, its repaired source, and whether it was cut."""
    if type(message) is not str:
        message = _message_text(head, message)
    if head.strips_ansi:
        message = strip_ansi(message)
    kept, source, was_cut = settle_text(head.keys.policy, message, LIMIT_STRING_BYTES)
    return quote(kept), source if source.isascii() else repair(source), was_cut


def _message_text(head: Head, message: object) -> str:
    if message is None:
        return ""
    if kind_of(message) == "str":
        return exact(message)  # type: ignore[arg-type]
    if is_error(message):
        return error_message(message)
    return kind_and_text(message, Writer(head.keys, TABLE))[1]


def _lost(head: Head, site: Site, lifted: Mapping[str, Lifted], *, message_cut: bool) -> set[str]:
    """Name the members that were cut, apart from `context` and `exception`."""
    lost: set[str] = set()
    if head.lost or site.lost:
        lost |= head.lost | site.lost
    if message_cut:
        lost.add("message")
    if lifted and "user_id" in lifted and lifted["user_id"].was_cut:
        lost.add("user_id")
    return lost


def _lifted(lifted: Mapping[str, Lifted], call: Call) -> str:
    if not lifted and call.entry_id is None and call.sampling_rate is None:
        return ""
    parts = [f',"{name}":{lifted[name].json}' for name in _IDS if name in lifted]
    if call.entry_id:
        parts.append(f',"entry_id":{quote(repair(call.entry_id))}')
    rate = call.sampling_rate
    if is_a(rate, float) and 0 < rate < 1:
        parts.append(f',"sampling":{{"rate":{float_json(rate)}}}')
    if "duration_ms" in lifted:
        parts.append(f',"duration_ms":{lifted["duration_ms"].json}')
    return "".join(parts)
