"""What is hidden before an entry leaves the process."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agora_log._pattern import Pattern
from agora_log._pattern_syntax import PatternError, parse_pattern
from agora_log._redact import Policy
from agora_log.encoding import Encoder
from agora_log.errors import ConfigError

ALL = dict.fromkeys(("aws-key", "credit-card", "email", "iban", "ipv4"), True)
BY_DEFAULT = Policy()
EVERYTHING = Policy(patterns=ALL, fields=["user"])
POLICIES = st.sampled_from([BY_DEFAULT, EVERYTHING])
PIECES = re.findall(
    r"\S+",
    "password token apiKey cookie Authorization passphrase user x 1 = : => :: , ; & ? # [ ] { } ( ) < > / :// @ %5B "
    "[REDACTED] Bearer Basic dXNlcjpwYXNz abcdefghijklmnopq eyJhbGciOi .eyJ . -----BEGIN PRIVATE KEY ----- -----END "
    "…[+12B] é 🎉 4111111111111111 DE89 10.0.0.1 bob b.o .com _ - b' \" ' ` \\ null",
)
TEXTS = st.lists(st.one_of(st.sampled_from([*PIECES, " ", "\t", "\n"]), st.text(max_size=4)), max_size=14).map("".join)


def context_of(context: dict[str, Any], **options: Any) -> Any:
    """Encode a context and return it as it was written."""
    line = Encoder(service="s", **options).encode(level="INFO", message="m", time_ns=0, context=context)
    return json.loads(line)["context"]


def test_secrets_in_messages_and_exceptions_are_hidden() -> None:
    """Secrets in messages and exceptions are hidden."""
    error = ValueError("bad password=hunter2")
    line = Encoder(service="s").encode(level="ERROR", message="url /p?token=abc&x=1", time_ns=0, error=error)
    entry = json.loads(line)

    assert entry["message"] == "url /p?token=[REDACTED]&x=1"
    assert entry["exception"]["message"] == "bad password=[REDACTED]"
    assert b"hunter2" not in line


def test_strings_at_every_depth_are_scrubbed_and_keys_are_not() -> None:
    """Strings at every depth are scrubbed and keys are not."""
    context = {"l": ["a", ("Bearer abc1", {"k": "pwd=x1"})], "pwd=x": 1, "d": {"o": "https://u:p@h"}}

    assert context_of(context) == {
        "l": ["a", ["Bearer [REDACTED]", {"k": "pwd=[REDACTED]"}]],
        "pwd=x": 1,
        "d": {"o": "https://[REDACTED]@h"},
    }


def test_a_masked_key_is_masked_wherever_it_stands() -> None:
    """A masked key is masked wherever it stands."""
    masks = {"card_number": {"show_last": 4}, "email": {"email": True}}
    context = {"cardNumber": 4532015112830366, "o": {"email": "bob@example.com"}, "x": 1}

    assert context_of(context, redact_masks=masks) == {
        "cardNumber": "************0366",
        "o": {"email": "b***@***"},
        "x": 1,
    }
    assert context_of({"card_number": [1], "email": None}, redact_masks=masks) == {
        "card_number": "[REDACTED]",
        "email": None,
    }


def test_nothing_is_hidden_where_redaction_is_off() -> None:
    """Nothing is hidden where redaction is off."""
    context = {"token": "t", "x": "password=hunter2", "a": "abc"}

    assert context_of(context, redact_enabled=False, redact_patterns=ALL, redact_masks={"a": {}}) == context


def test_own_patterns_run_behind_built_in_ones() -> None:
    """Own patterns run behind built in ones."""
    own = {"account": {"pattern": "acc-\\d{4}", "ignore_case": True, "replacement": "[ACCOUNT]"}, "key-value": False}

    assert context_of({"x": "ACC-1234 pwd=a Bearer a1"}, redact_patterns=own) == {
        "x": "[ACCOUNT] pwd=a Bearer [REDACTED]",
    }


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"redact_patterns": {"emails": True}}, "redact_patterns.emails"),
        ({"redact_patterns": {"email": {"pattern": "a"}}}, "redact_patterns.email"),
        ({"redact_patterns": {"p": {"pattern": "(a+)+"}}}, "redact_patterns.p.pattern"),
        ({"redact_patterns": {"p": {}}}, "redact_patterns.p.pattern"),
        ({"redact_patterns": {"p": {"pattern": "a", "flags": "i"}}}, "redact_patterns.p.flags"),
        ({"redact_patterns": {"p": {"pattern": "a", "replacement": "x" * 257}}}, "redact_patterns.p.replacement"),
        ({"redact_patterns": ["email"]}, "redact_patterns"),
        ({"redact_masks": {"a": {"show_last": True}}}, "redact_masks.a.show_last"),
        ({"redact_masks": {"a": {"mask_char": "ab"}}}, "redact_masks.a.mask_char"),
        ({"redact_masks": {"a": 4}}, "redact_masks.a"),
        ({"redact_masks": {"--": {}}}, "redact_masks.--"),
        ({"redact_fields": ["a", 1]}, "redact_fields[1]"),
    ],
)
def test_what_is_not_valid_is_refused_by_name(options: dict[str, Any], field: str) -> None:
    """What is not valid is refused by name."""
    with pytest.raises(ConfigError) as caught:
        Encoder(service="s", **options)
    assert [violation.field for violation in caught.value.violations] == [field]
    assert caught.value.violations[0].remedy


@settings(max_examples=500)
@given(TEXTS, POLICIES)
def test_scrubbing_again_changes_nothing(text: str, policy: Policy) -> None:
    """Scrubbing again changes nothing."""
    once = policy.scrub(text)
    assert policy.scrub(once) == once


@settings(max_examples=500)
@given(TEXTS, POLICIES)
def test_every_text_that_is_changed_is_suspect(text: str, policy: Policy) -> None:
    """Every text that is changed is suspect."""
    assert policy.scrub(text) == text or policy.suspects(text)


@given(st.text(alphabet="abc 019,.é🎉-"), st.text(alphabet="abc 019,.é🎉-"))
def test_no_secret_passes(before: str, after: str) -> None:
    """No secret passes."""
    canary = "c4nary7secret"
    places = (
        f"password={canary}",
        f'"apiKey": "{canary}"',
        f"https://bob:{canary}@host/",
        f"Bearer {canary}",
        f"eyJhbGciOiJIUzI1NiJ9.{canary}.{canary}",
        f"-----BEGIN PRIVATE KEY-----\n{canary}",
    )
    for place in places:
        assert canary not in BY_DEFAULT.scrub(f"{before} {place} {after}")


def test_a_text_that_cannot_be_judged_is_hidden() -> None:
    """A text that cannot be judged is hidden."""

    class Broken(str):
        """A text that fails."""

        __slots__ = ()

        def endswith(self, *_: Any) -> bool:
            """Fail."""
            raise RuntimeError

    assert BY_DEFAULT.scrub(Broken("x")) == "[REDACTED]"


@pytest.mark.parametrize(
    "unit", ["token:a ", "token='a ", "http://a", "a@b.", "Bearer a ", "4111 ", "DE89 ", "=", "aA"]
)
def test_a_megabyte_of_hostile_text_takes_linear_time(unit: str) -> None:
    """A megabyte of hostile text takes linear time."""
    hostile = unit * (1_048_576 // len(unit))
    start = time.perf_counter()
    EVERYTHING.scrub(hostile)
    # Far from what it takes, since this machine may be busy; what grows with the square takes hours.
    assert time.perf_counter() - start < 60


PATTERNS = st.recursive(
    st.sampled_from(["a", "b", "c", "é", "🎉", "[ab]", "[^a]", "\\d", "\\w", "\\b", "^", "[^\\n]"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{1,3}", "{2,}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=6,
)


def is_of_subset(source: str) -> bool:
    """Say whether a pattern is allowed."""
    try:
        parse_pattern(source, ignore_case=False)
    except PatternError:
        return False
    return True


@settings(max_examples=500)
@given(PATTERNS.filter(is_of_subset), st.text(alphabet="abc1 é🎉\n", max_size=24))
def test_a_pattern_finds_what_the_engine_of_python_finds(source: str, text: str) -> None:
    """A pattern finds what the engine of Python finds."""
    native = re.compile(source, re.ASCII)

    assert Pattern(source).replace(text, "#") == native.sub("#", text)
    assert Pattern(source).test(text) == (native.search(text) is not None)
    assert Pattern(source).replace(text + " " * 300, "#") == native.sub("#", text + " " * 300)
