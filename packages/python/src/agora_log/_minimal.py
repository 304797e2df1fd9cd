"""An entry in its minimal form: what is left when it cannot be encoded as it is."""

from __future__ import annotations

from typing import Final

from agora_log._encode import Call, Head
from agora_log._gen.tables import LIMIT_DROPPED_MAX, LIMIT_TEXT_BYTES
from agora_log._kinds import is_a, type_name
from agora_log._text import cut, exact, quote, repair, strip_ansi
from agora_log._time import timestamp

_MINIMAL_TEXT: Final = 1024


def encode_minimal(head: Head, call: Call, fault: Exception) -> bytes:
    """Encode what needs next to nothing: the entry with what was lost, for a fault of this package or a full stack.

    The context says the code AGORA_ENCODE, the class of the fault, how many members are missing at least, and which
    other members of the entry are not whole.
    """
    is_text = is_a(call.message, str)
    whole = repair(strip_ansi(exact(call.message))) if is_text else ""  # type: ignore[arg-type]
    message, was_cut = cut(whole, _MINIMAL_TEXT)
    lost = ["exception"] if call.error is not None else []
    lost += ["message"] if was_cut or not (is_text or call.message is None) else []
    dropped = len(call.layers.members) + call.layers.dropped
    dropped += sum(len(context) if type(context) is dict else 1 for context in call.contexts)
    notes = [f'"dropped":{min(dropped, LIMIT_DROPPED_MAX)}'] if dropped else []
    notes += [f'"truncated":[{",".join(map(quote, lost))}]'] if lost else []
    start = f'{{"timestamp":"{timestamp(call.microseconds)}","level":"{call.level}","message":'
    agora = f'"_agora":{{{",".join(notes)}}},' if notes else ""
    context = f'{{{agora}"code":"AGORA_ENCODE","fault":{quote(_minimal_type(fault))}}}'
    exception = "" if call.error is None else f',"exception":{_minimal_exception(head, call.error)}'
    text = quote(_scrubbed(head, message))
    return f'{start}{text}{head.service}{call.site.json}{head.about},"context":{context}{exception}}}\n'.encode()


def _minimal_exception(head: Head, error: object) -> str:
    """Write the class of an error, and its message where it is a text that needs no code of the caller."""
    arguments = getattr(error, "args", None) if is_a(error, BaseException) else None
    told = arguments[0] if type(arguments) is tuple and arguments and type(arguments[0]) is str else ""
    message = _scrubbed(head, cut(repair(told), _MINIMAL_TEXT)[0])
    return f'{{"type":{quote(_minimal_type(error))},"message":{quote(message)}}}'


def _scrubbed(head: Head, text: str) -> str:
    """Scrub a text, if need be; a policy that has no room on the stack hides all of it."""
    policy = head.keys.policy
    return policy.scrub(text) if policy.suspects(text) else text


def _minimal_type(error: object) -> str:
    return cut(repair(type_name(error)), LIMIT_TEXT_BYTES)[0]
