"""The policy of redaction as a whole: in code, in the environment, in a file that languages share."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import agora_log
from agora_log._settings import Settings, resolve
from conftest import Memory
from entries import check, encode

Configure = Callable[..., Memory]

VECTORS = Path(__file__).parents[3] / "conformance" / "vectors" / "canonical"
TEXTS = [
    "password=1234567 a@b.example 192.168.1.1 ACC-1234 AKIAIOSFODNN7EXAMPLE aaa acct x1",
    "4532015112830366 DE89370400440532013000 Bearer abcdefghijklmnop1 https://u:p@h",
]
CONTEXT = {
    **dict.fromkeys(("card_number", "ssn", "pin", "a", "b_a", "email", "api_key", "password"), "secret-value-1234"),
    "iban": "DE89", "user_email": "alice@example.com", "texts": TEXTS, "plain": "x",
}  # fmt: skip


def policies() -> list[dict[str, Any]]:
    """Return the policies of the shared vectors that are valid, each once."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(VECTORS.glob("*.json")):
        for case in json.loads(path.read_text())["cases"]:
            redact = case.get("config", {}).get("redact")
            if redact is not None and "rejected" not in case["expect"]:
                found[json.dumps(redact, sort_keys=True)] = redact
    return list(found.values())


def settle(environ: dict[str, str] | None = None, **fields: Any) -> Settings:
    """Settle a configuration."""
    return resolve(agora_log.LogConfig(**({"service_name": "svc"} | fields)), environ or {})


def policy_file(folder: Path, policy: object, name: str = "policy.json") -> Path:
    """Write a policy."""
    path = folder / name
    path.write_text(policy if isinstance(policy, str) else json.dumps(policy))
    return path


@pytest.mark.skipif(not VECTORS.is_dir(), reason="the vectors are beside the package only in the repository")
def test_policies_of_the_shared_vectors(configured: Configure, tmp_path: Path) -> None:
    """A logger hides the same as the encoder that the vectors hold, whether code or a file gives the policy."""
    found = policies()
    assert len(found) > 40
    for policy in found:
        fields = {f"redact_{name}": value for name, value in policy.items()}
        expected = check(encode(TEXTS[0], context=CONTEXT, config=fields))
        written = []
        for given in (fields, {"redact_policy_file": policy_file(tmp_path, policy)}):
            memory = configured(**given)
            memory.lines.clear()
            agora_log.get_logger().info(TEXTS[0], CONTEXT)
            assert len(memory.lines) == 1
            written.append(check(memory.lines[0]))

        for entry in written:
            assert (entry["message"], entry["context"]) == (expected["message"], expected["context"]), policy


def test_policy_counts_below_code(tmp_path: Path) -> None:
    """The environment comes before code, and code before the policy; patterns and masks are put together by name."""
    path = policy_file(
        tmp_path,
        {
            "enabled": False,
            "replace_defaults": True,
            "fields": ["iban"],
            "patterns": {"jwt": False, "email": False, "acc": {"pattern": "ACC"}},
            "masks": {"card": {"show_last": 2}, "pin": {}},
        },
    )
    settings = settle(
        {"LOG_REDACT_REPLACE_DEFAULTS": "no", "LOG_REDACT_POLICY_FILE": str(path)},
        redact_enabled=True,
        redact_patterns={"email": True},
        redact_masks={"pin": {"show_last": 1}},
        redact_policy_file="/no/such/file",
    )

    assert settings.warnings == ()
    assert settings.redact_enabled
    assert not settings.redact_replace_defaults
    assert settings.redact_fields == ("iban",)
    assert settings.redact_patterns == {"jwt": False, "email": True, "acc": {"pattern": "ACC"}}
    assert settings.redact_masks == {"card": {"show_last": 2}, "pin": {"show_last": 1}}
    assert settings.sources["redact_fields"] == str(path)
    assert settings.sources["redact_enabled"] == "code"
    assert settings.sources["redact_policy_file"] == "LOG_REDACT_POLICY_FILE"
    assert settle(redact_policy_file=path, redact_fields=["a"]).redact_fields == ("a",)


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"redact_patterns": 5}, ["redact_patterns"]),
        ({"redact_masks": ["a"]}, ["redact_masks"]),
        ({"redact_policy_file": ""}, ["redact_policy_file"]),
        ({"redact_policy_file": 5}, ["redact_policy_file"]),
        (
            {"redact_patterns": {"emial": True, "p": {"pattern": "(a+)+"}}, "redact_masks": {"a": {"email": 1}}},
            ["redact_patterns.emial", "redact_patterns.p.pattern", "redact_masks.a.email"],
        ),
    ],
)
def test_bad_values_in_code(fields: dict[str, Any], names: list[str]) -> None:
    """What does not fit is refused, all of it at once."""
    with pytest.raises(agora_log.ConfigError) as refused:
        settle(**fields)

    assert [violation.field for violation in refused.value.violations] == names
    assert {violation.source for violation in refused.value.violations} == {"code"}


def test_bad_members_of_a_policy(configured: Configure, tmp_path: Path) -> None:
    """What does not fit in a file costs only itself, and an entry for each says so."""
    path = policy_file(
        tmp_path,
        {
            "enabled": "yes",
            "fields": ["iban", ""],
            "colour": 1,
            "patterns": {"acc": {"pattern": "ACC-\\d+"}, "bad": {"pattern": "(a+)+"}, "emial": True},
            "masks": {"pin": {"show_last": 1}, "card": {"show_last": 999}},
        },
    )
    memory = configured(redact_policy_file=path)
    agora_log.get_logger().info("ACC-12 password=1", pin="1234", iban="DE", card="4444")
    *warnings, entry = memory.entries()

    assert [warning["context"]["field"] for warning in warnings] == [
        "redact.enabled", "redact.fields", "redact.colour", "redact.patterns.bad.pattern", "redact.patterns.emial",
        "redact.masks.card.show_last",
    ]  # fmt: skip
    assert {warning["context"]["source"] for warning in warnings} == {str(path)}
    assert warnings[0]["message"] == f'redact.enabled: "yes" (from {path}) is not a boolean; use true or false'
    assert entry["message"] == "[REDACTED] password=[REDACTED]"
    assert entry["context"] == {"card": "4444", "iban": "DE", "pin": "***4"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (None, "there is no such file"),
        ("", "JSONDecodeError"),
        ("[1]", "it is not a JSON object"),
        ('{"enabled": NaN}', "NaN is no JSON"),
        ('{"fields": ["a"], "fields": []}', 'the member "fields" stands twice'),
        ('{"fields": ' + "[" * 100_000, "RecursionError"),
        ("{" + " " * 262_144 + "}", "it has more than 262144 bytes"),
        ("enabled: true\n", "JSONDecodeError"),
    ],
)
def test_policies_that_cannot_be_used(tmp_path: Path, text: str | None, why: str) -> None:
    """A file that is no policy is reported with its path, and everything else counts."""
    path = tmp_path / "policy.json" if text is None else policy_file(tmp_path, text)
    settings = settle({"LOG_REDACT_POLICY_FILE": str(path)}, redact_fields=["a"])
    (warning,) = settings.warnings

    assert str(warning).startswith(f'redact_policy_file: "{path}" (from environment variable LOG_REDACT_POLICY_FILE)')
    assert why in str(warning)
    assert settings.redact_fields == ("a",)
    assert settings.redact_enabled


def test_other_things_than_files(tmp_path: Path) -> None:
    """A folder, a pipe that nobody writes to, and bytes that are no text are no policies, and are not waited for."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "bytes").write_bytes(b'{"fields": ["\xff"]}')
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "bytes"):
        (warning,) = settle(redact_policy_file=path).warnings

        assert warning.field == "redact_policy_file"
        assert warning.source == "code"
