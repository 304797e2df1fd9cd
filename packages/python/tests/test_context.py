"""Context: keys, layers, lifted members, redaction, limits of objects and arrays."""

from __future__ import annotations

import collections
import enum
import math
import random
import uuid
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import pytest

from entries import context_text, entry

UUID = "0192f3a1-7c4e-7d2a-9b1c-5e8f6a7b8c9d"


class Pairs(Mapping[Any, Any]):
    """A mapping whose keys may stand twice."""

    def __init__(self, *pairs: tuple[Any, Any]) -> None:
        self._pairs = pairs

    def __getitem__(self, key: Any) -> Any:
        return dict(self._pairs)[key]

    def __iter__(self) -> Iterator[Any]:
        return (key for key, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def items(self) -> Any:
        """Return all pairs."""
        return list(self._pairs)


def test_empty() -> None:
    """An empty context is absent; empty containers in it are kept."""
    assert context_text({}) == ""
    assert context_text({"a": {}, "b": [], "c": ""}) == '{"a":{},"b":[],"c":""}'
    assert context_text({"a": None}) == '{"a":null}'


def test_order_of_insertion_is_nothing() -> None:
    """The bytes do not depend on the order in which members came."""
    members = {f"k{number}": number for number in range(40)} | {"é": 1, "\ufb33": 2, "😂": 3}
    expected = context_text(members)
    shuffled = list(members.items())

    for seed in range(100):
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret
        assert expected == context_text(dict(shuffled))


@pytest.mark.parametrize(
    ("context", "text"),
    [
        ({1: "a", "1": "b"}, '{"1":"b"}'),
        ({"1": "b", 1: "a"}, '{"1":"a"}'),
        ({None: 1, 1.5: 3, math.nan: 4, False: 5}, '{"1.5":3,"NaN":4,"false":5,"null":1}'),
        ({10**20: 1, -0.0: 2, 1e21: 3}, '{"0":2,"100000000000000000000":1,"1e+21":3}'),
        (dict([("\ud800", 1), ("\ufffd", 2)]), '{"\ufffd":2}'),  # noqa: C406 - ruff takes the keys for equal
        ({"\ud83d\ude02": 1, "😂": 2}, '{"😂":2}'),
        ({"__class__": 1, "__proto__": 2, "a.b": 3}, '{"__class__":1,"__proto__":2,"a.b":3}'),
        ({(1, 2): 1, b"k": 2}, """{"(1, 2)":1,"b'k'":2}"""),
        (Pairs(("a", 1), ("b", 2), ("a", 3)), '{"a":3,"b":2}'),
        (collections.OrderedDict(b=1, a=2), '{"a":2,"b":1}'),
        (MappingProxyType({"b": 1}), '{"b":1}'),
        (collections.ChainMap({"a": 1}, {"b": 2}), '{"a":1,"b":2}'),
    ],
)
def test_keys(context: Any, text: str) -> None:
    """Keys become text, are repaired, and of equal ones the last wins; so it is at the top and below."""
    assert text == context_text(context)
    assert f'{{"x":{text}}}' == context_text({"x": context})


def test_enum_keys() -> None:
    """A member of a string enumeration is its text, also where Python keeps it apart from that text."""

    class Color(enum.StrEnum):
        RED = "red"

    assert context_text({Color.RED: 1, "red": 2}) == '{"red":2}'
    assert context_text({"red": 2, Color.RED: 1}) == '{"red":1}'
    assert context_text({"user": Color.RED}) == '{"user":"red"}'


def test_layers() -> None:
    """A later layer wins over an earlier one, and the call over all."""
    bound = [{"a": 1, "b": 1, "c": 1}, {"b": 2, "c": 2}]

    assert context_text({"c": 3}, bound=bound) == '{"a":1,"b":2,"c":3}'
    assert context_text(None, bound=bound) == '{"a":1,"b":2,"c":2}'


def test_reserved_keys_are_lifted() -> None:
    """Reserved keys whose values fit stand at the top of the entry and no longer in the context."""
    ids = {"correlation_id": UUID.upper(), "trace_id": "A" * 32, "span_id": "0" * 15 + "1", "duration_ms": 12.0}
    found = entry(context=ids | {"user_id": 42, "other": 1})

    assert list(found)[7:] == ["correlation_id", "user_id", "trace_id", "span_id", "duration_ms", "context"]
    assert found["correlation_id"] == UUID
    assert found["trace_id"] == "a" * 32
    assert found["user_id"] == "42"
    assert found["duration_ms"] == 12
    assert found["context"] == {"other": 1}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("correlation_id", "req-42"),
        ("correlation_id", UUID + "\n"),
        ("correlation_id", 5),
        ("user_id", {"id": 1}),
        ("user_id", True),
        ("user_id", 1.5),
        ("user_id", float(2**53)),
        ("trace_id", "0" * 32),
        ("trace_id", "a" * 31),
        ("trace_id", "g" * 32),
        ("trace_id", "٣" * 32),
        ("span_id", "a" * 17),
        ("duration_ms", -1),
        ("duration_ms", math.nan),
        ("duration_ms", math.inf),
        ("duration_ms", True),
        ("duration_ms", 2**53),
        ("duration_ms", "12"),
    ],
)
def test_reserved_keys_that_do_not_fit(name: str, value: Any) -> None:
    """A value that does not fit stays in the context under another name."""
    found = entry(context={name: value})

    assert name not in found
    assert list(found["context"]) == [f"invalid_{name}"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("u\ud800", "u\ufffd"),
        (10**300, "1" + "0" * 231 + "…[+69B]"),
        (7.0, "7"),
        (uuid.UUID(UUID), UUID),
    ],
)
def test_user_id(value: Any, text: str) -> None:
    """A user may be a text, an integer of any size, or a UUID."""
    assert text == entry(context={"user_id": value})["user_id"]


def test_uuid_as_correlation_id() -> None:
    """A UUID object fits as its text does."""
    assert entry(context={"correlation_id": uuid.UUID(UUID)})["correlation_id"] == UUID


def test_reserved_keys_that_vanish() -> None:
    """None and the empty user vanish, and what an earlier layer lifted stays."""
    bound = [{"user_id": "u", "trace_id": "a" * 32}]
    found = entry(bound=bound, context={"user_id": "", "trace_id": None, "span_id": None})

    assert found["user_id"] == "u"
    assert found["trace_id"] == "a" * 32
    assert "context" not in found


def test_reserved_keys_by_layer() -> None:
    """The last layer that lifts a key wins; one that does not fit changes nothing of it."""
    bound = [{"user_id": "a"}, {"user_id": "b"}]

    assert entry(bound=bound)["user_id"] == "b"
    assert entry(bound=bound, context={"user_id": []})["user_id"] == "b"
    assert entry(context=Pairs(("user_id", "a"), ("user_id", []), ("user_id", "c")))["user_id"] == "c"


def test_own_members_are_safe() -> None:
    """A caller's names of members stay in the context; `_agora` makes way."""
    context = {"level": "gold", "timestamp": 1, "message": "x", "service": None, "_agora": 5}
    found = entry(context=context)

    assert found["level"] == "INFO"
    assert found["context"] == {"_agora_": 5, "level": "gold", "message": "x", "service": None, "timestamp": 1}


@pytest.mark.parametrize(
    ("key", "hidden"),
    [
        ("password", True),
        ("password2", True),
        ("userPassword", True),
        ("apiKey", True),
        ("x-api-key", True),
        ("APIKey", True),
        ("apikey", True),
        ("db.connectionString", True),
        ("github_token", True),
        ("Set-Cookie", True),
        ("sessionid", True),
        ("éToken", True),
        ("max_tokens", False),
        ("token_count", False),
        ("tokenizer", False),
        ("password_changed_at", False),
        ("xsessionid", False),
        ("passwörd", False),
        ("", False),
        ("2", False),
        ("p" * 300 + "_password", True),
    ],
)
def test_redaction(key: str, hidden: bool) -> None:  # noqa: FBT001 - a table of cases
    """A value is hidden when the words of its key end with a listed sequence, at every depth."""
    value = "[REDACTED]" if hidden else [5]

    assert value == next(iter(entry(context={key: [5]})["context"].values() if len(key) < 256 else [value]))
    assert value == list(entry(context={"x": [{key: [5]}]})["context"]["x"][0].values())[0]  # noqa: RUF015 - one key


def test_redaction_by_configuration() -> None:
    """Fields add to the defaults or replace them, and redaction can be off; lifted keys are never hidden."""
    context = {"password": 1, "date_of_birth": 2, "user_id": "u"}
    added = {"redact_fields": ["dateOfBirth", "user id"]}

    assert context_text(context, config=added) == '{"date_of_birth":"[REDACTED]","password":"[REDACTED]"}'
    assert entry(context=context, config=added)["user_id"] == "u"
    assert context_text(context, config=added | {"redact_replace_defaults": True}) == (
        '{"date_of_birth":"[REDACTED]","password":1}'
    )
    assert context_text(context, config={"redact_enabled": False}) == '{"date_of_birth":2,"password":1}'


def test_hidden_values_are_not_looked_at() -> None:
    """The value of a secret key is never asked for its text."""

    class Secret:
        asked = 0

        def __str__(self) -> str:
            Secret.asked += 1
            return "secret"

    assert context_text({"password": Secret(), "a": {"token": Secret()}}) == (
        '{"a":{"token":"[REDACTED]"},"password":"[REDACTED]"}'
    )
    assert Secret.asked == 0


def test_members_limit() -> None:
    """Of 129 members the last in order is left out and counted, beside `_agora`."""
    found = entry(context={f"k{number:03}": number for number in range(129)})["context"]

    assert found.pop("_agora") == {"dropped": 1}
    assert list(found.values()) == list(range(128))


def test_members_looked_at() -> None:
    """Only the first 1,024 of a container's own order are looked at; the others count where it knows its size."""
    members = {f"k{9999 - number:04}": number for number in range(1030)}

    for context in (members, collections.OrderedDict(members), {"x": members}, {"x": MappingProxyType(members)}):
        found = entry(context=context)["context"]
        assert found.pop("_agora") == {"dropped": 1030 - 128}
        assert list(found.get("x", found).values()) == list(range(1023, 1023 - 128, -1))


def test_million_members() -> None:
    """A context of a million members is one entry, quickly."""
    found = entry(context={f"k{number}": number for number in range(1_000_000)})

    assert found["context"]["_agora"] == {"dropped": 1_000_000 - 128}


def test_elements_limit() -> None:
    """Of 257 elements the last is left out and counted."""
    for sequence in (list(range(257)), tuple(range(257)), range(257), collections.deque(range(257))):
        found = entry(context={"a": sequence})["context"]
        assert found == {"_agora": {"dropped": 1}, "a": list(range(256))}


def test_key_limit() -> None:
    """A key of more than 256 bytes is cut; keys that become equal are one member, the last."""
    found = entry(context={"k" * 256: 1, "k" * 257: 2, "k" * 256 + "x": 3, "é" * 129: 4})["context"]

    assert found == {
        "_agora": {"truncated": ["context"]},
        "k" * 256: 1,
        "k" * 232 + "…[+25B]": 3,
        "é" * 116 + "…[+26B]": 4,
    }


def test_last_occurrence_of_cut_keys() -> None:
    """Among layers the key that occurred last wins, also when keys become equal only by being cut."""
    left, right = "k" * 256 + "l", "k" * 256 + "r"
    found = entry(bound=[{left: 1, right: 2}], context={left: 3})["context"]

    assert 3 in found.values()
    assert 2 not in found.values()


def test_depth_limit() -> None:
    """The sixteenth container is kept, the next is a placeholder, whatever its real depth."""
    for kind in "[{":
        value: Any = [] if kind == "[" else {}
        for _ in range(20_000):
            value = [value] if kind == "[" else {"d": value}
        # 15 lists and the bracket of the placeholder, or 15 objects and the context.
        assert context_text({"x": value}).count(kind) == 16
        assert '"[depth]"' in context_text({"x": value})
    fifteen: Any = []
    for _ in range(14):
        fifteen = [fifteen]
    assert context_text({"x": fifteen}) == '{"x":' + "[" * 15 + "]" * 15 + "}"
    assert context_text({"x": [fifteen]}) == '{"x":' + "[" * 15 + '"[depth]"' + "]" * 15 + "}"


def test_value_budget() -> None:
    """Of 5,000 values 4,096 are written, in the order of the bytes; the others are counted where they are missing."""
    members = {f"k{number:02}": list(range(250)) for number in range(20)}
    context = entry(context=members, config={"max_entry_bytes": 99_999})["context"]

    assert context.pop("_agora") == {"dropped": 171 + 3}
    assert [len(elements) for elements in context.values()] == [250] * 16 + [79]
    assert sum(map(len, context.values())) + len(context) == 4096


def test_budget_reaches_a_container_last() -> None:
    """A container that is the last value is written empty, and its members count."""
    before = {"a": [0] * 256, "b": [[0] * 255] * 14 + [[0] * 252]}  # 4,095 values
    found = entry(context=before | {"c": {"x": 1, "y": 2}, "d": 4}, config={"max_entry_bytes": 99_999})["context"]

    assert found.pop("_agora") == {"dropped": 3}
    assert found == before | {"c": {}}


def test_what_is_lost_within_members() -> None:
    """Losses at all depths add up, and a cut string anywhere in the context says so."""
    found = entry(context={"a": [list(range(300)), list(range(300))], "b": {"c": "x" * 9000}})["context"]

    assert found["_agora"] == {"dropped": 88, "truncated": ["context"]}
