"""The configuration: fields, sources, what is refused and what is passed over."""

from __future__ import annotations

import dataclasses
import os
import pickle
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import agora_log
from agora_log._gen.tables import CONFIG_FIELDS
from agora_log._settings import Settings, resolve
from agora_log.config import ConfigFields
from conftest import Memory

Configure = Callable[..., Memory]


def settle(environ: dict[str, str] | None = None, **fields: Any) -> Settings:
    """Settle a configuration."""
    return resolve(agora_log.LogConfig(**({"service_name": "svc"} | fields)), environ or {})


def test_fields_are_those_of_the_schema() -> None:
    """LogConfig has every field of the schema, its own two besides, and the keywords are the same."""
    names = [field.name for field in dataclasses.fields(agora_log.LogConfig)]

    assert [field.python for field in CONFIG_FIELDS] == names[:-2]
    assert names[-2:] == ["handlers", "clock"]
    assert names == list(get_type_hints(ConfigFields))
    assert all(f"`{field.env}`" in (agora_log.LogConfig.__doc__ or "") for field in CONFIG_FIELDS if field.env)


def test_defaults() -> None:
    """What nobody sets has its default, and says so."""
    settings = settle()

    assert settings.environment == "development"
    assert settings.version == "0.0.0"
    assert settings.level == agora_log.LogLevel.INFO
    assert settings.host == socket.gethostname()
    assert settings.console_enabled
    assert settings.console_format == "auto"
    assert settings.file_path == "/var/log/agora/svc.log"
    assert settings.max_entry_bytes == 31_999
    assert settings.redact_fields == ()
    assert set(settings.sources.values()) == {"default", "code"}
    assert settings.sources["service_name"] == "code"


@pytest.mark.parametrize(
    ("fields", "enabled"),
    [
        ({}, False),
        ({"file_path": "/tmp/x.log"}, True),  # noqa: S108 - never opened
        ({"environment": "staging"}, True),
        ({"environment": "prod"}, True),
        ({"environment": "prod", "file_enabled": False}, False),
        ({"file_enabled": True}, True),
    ],
)
def test_when_a_file_is_written(fields: dict[str, Any], enabled: bool) -> None:  # noqa: FBT001 - a table of cases
    """In development a file is written only where a path is set."""
    assert enabled == settle(**fields).file_enabled


@pytest.mark.parametrize(
    ("service", "path"),
    [
        ("a/../b", "/var/log/agora/a_.._b.log"),
        (".hidden", "/var/log/agora/_hidden.log"),
        ("Zahlung é", "/var/log/agora/Zahlung__.log"),
    ],
)
def test_file_name(service: str, path: str) -> None:
    """The name of the file is made of the service without anything that could lead elsewhere."""
    assert path == settle(service_name=service).file_path


def test_environment_comes_first() -> None:
    """Each field comes from the environment, else from code, else from the defaults, and says which."""
    environ = {
        "SERVICE_NAME": "env",
        "ENVIRONMENT": "stage",
        "LOG_LEVEL": "warn",
        "LOG_CONSOLE_ENABLED": "NO",
        "LOG_MAX_ENTRY_BYTES": "5000",
        "LOG_REDACT_FIELDS": "iban, date of birth,,",
        "LOG_HOST": "",
    }
    settings = settle(environ, level="DEBUG", version="1.2.3", host="code")

    assert settings.service_name == "env"
    assert settings.environment == "staging"
    assert settings.level == agora_log.LogLevel.WARNING
    assert not settings.console_enabled
    assert settings.max_entry_bytes == 5000
    assert settings.redact_fields == ("iban", "date of birth")
    assert settings.host == "code"
    assert settings.sources["level"] == "LOG_LEVEL"
    assert settings.sources["version"] == "code"
    assert settings.sources["strip_ansi"] == "default"
    assert settings.warnings == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("1", True),
        ("Yes", True),
        ("ON", True),
        ("false", False),
        ("0", False),
        ("no", False),
        ("off", False),
    ],
)
def test_words_for_booleans(text: str, value: bool) -> None:  # noqa: FBT001 - a table of cases
    """A variable may say yes and no in four ways, in any case."""
    assert value == settle({"LOG_STRIP_ANSI": text}, strip_ansi=not value).strip_ansi


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("service_name", ""),
        ("service_name", "s" * 129),
        ("service_name", 5),
        ("environment", "qa"),
        ("version", "1.2"),
        ("version", "1.2.3garbage!"),
        ("version", "1.2.3\n"),
        ("level", "VERBOSE"),
        ("level", 15),
        ("level", []),
        ("console_enabled", "yes"),
        ("console_enabled", 1),
        ("console_format", "yaml"),
        ("file_path", ""),
        ("default_context", [1]),
        ("max_entry_bytes", 4095),
        ("max_entry_bytes", 256_001),
        ("max_entry_bytes", True),
        ("max_entry_bytes", "5000"),
        ("redact_fields", "password"),
        ("redact_fields", ["a", ""]),
        ("redact_fields", 5),
    ],
)
def test_bad_values_in_code(field: str, value: object) -> None:
    """A value that does not fit is refused with field, value, source and remedy."""
    fields: dict[str, Any] = {field: value}
    with pytest.raises(agora_log.ConfigError) as refused:
        settle(**fields)

    assert refused.value.code == "AGORA_CONFIG"
    (violation,) = refused.value.violations
    assert violation[:3] == (field, value, "code")
    assert str(refused.value).startswith(f"[AGORA_CONFIG] {field}: ")
    assert "(from code) is not a" in str(refused.value)
    assert violation.remedy in str(refused.value)


def test_bad_handlers_and_clocks() -> None:
    """What only code can give is checked too."""
    with pytest.raises(agora_log.ConfigError, match=r"handlers: \[5\] .* is not a list of handlers; .*clock: 7 .*"):
        settle(handlers=[5], clock=7)
    with pytest.raises(agora_log.ConfigError, match=r"handlers: 5 .*"):
        settle(handlers=5)


def test_level_in_words() -> None:
    """The error for a level reads as documented."""
    with pytest.raises(agora_log.ConfigError) as refused:
        settle(level="VERBOSE")

    assert str(refused.value) == (
        '[AGORA_CONFIG] level: "VERBOSE" (from code) is not a level; use one of DEBUG, INFO, WARNING, ERROR, CRITICAL'
    )


def test_all_violations_at_once(configured: Configure) -> None:
    """Everything that is wrong is in one error, and the configuration in use stays."""
    memory = configured()
    with pytest.raises(agora_log.ConfigError) as refused:
        agora_log.initialize(level="LOUD", version="x", max_entry_bytes=1)
    agora_log.get_logger().info("still here")

    assert [violation.field for violation in refused.value.violations] == [
        "service_name", "version", "level", "max_entry_bytes"
    ]  # fmt: skip
    assert memory.last()["message"] == "still here"


def test_unknown_names() -> None:
    """A field that does not exist is refused, with the one that was meant."""
    with pytest.raises(agora_log.ConfigError, match=r"servce_name: .* did you mean service_name\?"):
        agora_log.initialize(servce_name="x")  # type: ignore[call-arg]
    with pytest.raises(agora_log.ConfigError, match=r"colour: .* the fields are service_name, environment"):
        agora_log.initialize(colour="x")  # type: ignore[call-arg]


def test_errors_can_be_pickled() -> None:
    """An error reaches another process as it was."""
    with pytest.raises(agora_log.ConfigError) as refused:
        settle(level="x")
    copy = pickle.loads(pickle.dumps(refused.value))  # noqa: S301 - our own bytes

    assert str(copy) == str(refused.value)
    assert copy.violations == refused.value.violations
    assert str(pickle.loads(pickle.dumps(agora_log.AgoraError("AGORA_X", "y")))) == "[AGORA_X] y"  # noqa: S301 - as above


def test_bad_values_in_the_environment(configured: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bad variable never stops the service: the next source is used, and an entry says so."""
    monkeypatch.setenv("LOG_LEVEL", "VERBOSE")
    monkeypatch.setenv("LOG_LEVLE", "DEBUG")
    monkeypatch.setenv("LOG_UNRELATED_THING", "x")
    memory = configured(level="WARNING")
    agora_log.get_logger().info("not written")

    assert [(entry["level"], entry["logger_name"]) for entry in memory.entries()] == [("WARNING", "agora")] * 2
    first, second = memory.entries()
    assert first["message"] == (
        'level: "VERBOSE" (from environment variable LOG_LEVEL) is not a level; '
        "use one of DEBUG, INFO, WARNING, ERROR, CRITICAL"
    )
    assert first["context"] == {
        "code": "AGORA_CONFIG",
        "field": "level",
        "remedy": "use one of DEBUG, INFO, WARNING, ERROR, CRITICAL",
        "source": "environment variable LOG_LEVEL",
        "value": '"VERBOSE"',
    }
    assert second["message"] == (
        'LOG_LEVLE: "DEBUG" (from the environment) is no field of the configuration; use LOG_LEVEL'
    )


def test_from_env(monkeypatch: pytest.MonkeyPatch) -> None:
    """A configuration from the environment has what is set there, and nothing bad."""
    environ = {"LOG_LEVEL": "error", "LOG_MAX_ENTRY_BYTES": "lots", "SERVICE_NAME": "env"}
    monkeypatch.setenv("LOG_HOST", "h9")

    assert agora_log.LogConfig.from_env("svc", environ=environ) == agora_log.LogConfig(service_name="env", level=40)
    assert agora_log.LogConfig.from_env("svc") == agora_log.LogConfig(service_name="svc", host="h9")


def test_fields_over_a_configuration(configured: Configure, memory: Memory) -> None:
    """Keyword arguments are put over a configuration; paths may be path objects."""
    config = agora_log.LogConfig(service_name="a", host="h", console_enabled=False, handlers=[memory])
    agora_log.initialize(config, service_name="b", source_root=Path("/srv"))
    agora_log.get_logger().info("m")

    assert memory.last()["service"] == "b"
    assert memory.last()["host"] == "h"


def test_host_that_cannot_be_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a name has no host."""

    def fail() -> str:
        raise OSError

    monkeypatch.setattr(socket, "gethostname", fail)

    assert settle().host == ""


def test_environment_is_read_at_initialize(configured: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables count as they are when initialize is called."""
    monkeypatch.setitem(os.environ, "LOG_LEVEL", "ERROR")
    memory = configured(level="DEBUG")
    agora_log.get_logger().warning("not written")
    monkeypatch.delitem(os.environ, "LOG_LEVEL")
    configured(level="DEBUG")
    agora_log.get_logger().debug("written")

    assert [entry["message"] for entry in memory.entries()] == ["written"]
