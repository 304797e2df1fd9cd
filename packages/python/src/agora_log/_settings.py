"""The configuration with every field settled: environment before code before default."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any, Final, Literal

from agora_log._config_values import checked, from_environment, refused, source_name
from agora_log._gen.tables import CONFIG_FIELDS, ConfigField
from agora_log._policy_file import read_policy
from agora_log._redact_options import redaction_violations
from agora_log.config import LogConfig
from agora_log.errors import NO_FIELD, ConfigError, Violation
from agora_log.handlers import Handler

UNKNOWN_SERVICE: Final = "unknown_service"
_LOG_FOLDER: Final = "/var/log/agora"
_UNSAFE_IN_FILE_NAME: Final = re.compile("[^A-Za-z0-9._-]|^[.]")
_CODE: Final = "code"
_DEFAULT: Final = "default"
_EMPTY: Final[Mapping[str, object]] = {
    "default_context": {},
    "redact_fields": (),
    "redact_patterns": {},
    "redact_masks": {},
}


@dataclass(frozen=True, slots=True)
class Settings:
    """A configuration without gaps. Attributes are those of LogConfig."""

    service_name: str
    environment: str
    version: str
    level: int
    host: str
    console_enabled: bool
    console_format: Literal["json", "text", "auto"]
    console_colors: bool
    file_enabled: bool
    file_path: str
    default_context: Mapping[str, object]
    max_entry_bytes: int
    strip_ansi: bool
    redact_enabled: bool
    redact_fields: tuple[str, ...]
    redact_replace_defaults: bool
    redact_patterns: Mapping[str, Any]
    redact_masks: Mapping[str, Mapping[str, Any]]
    redact_policy_file: str | None
    source_root: str
    handlers: tuple[Handler, ...]
    clock: Callable[[], int]
    sources: Mapping[str, str]
    """Where each value came from: a variable's name, `code`, the path of the policy, or `default`."""
    warnings: tuple[Violation, ...]
    """What is wrong in the environment and in the policy; the next source was used."""


def config_from_fields(config: LogConfig | None, given: Mapping[str, Any]) -> LogConfig:
    """Put keyword arguments over a configuration.

    Raises:
        ConfigError: A name is unknown.
    """
    known = [field.name for field in fields(LogConfig)]
    unknown = [_unknown(name, value, known) for name, value in given.items() if name not in known]
    if unknown:
        raise ConfigError(tuple(unknown))
    base = {} if config is None else {name: getattr(config, name) for name in known}
    return LogConfig(**(base | dict(given)))


def resolve(config: LogConfig, environ: Mapping[str, str]) -> Settings:
    """Settle every field.

    Raises:
        ConfigError: Code gives values that do not fit, or nothing gives a service; all violations at once.
    """
    found, warnings = from_environment(environ)
    values: dict[str, Any] = {}
    sources: dict[str, str] = {}
    violations: list[Violation] = []
    for field in CONFIG_FIELDS:
        name = field.python
        try:
            values[name], sources[name] = _settle(field, getattr(config, name), found)
        except (TypeError, ValueError):
            violations.append(refused(field, getattr(config, name), _CODE))
            continue
        if field.required and values[name] is None:
            remedy = f"pass {name} to initialize, or set {field.env}"
            violations.append(Violation(name, None, _CODE, field.says, remedy))
    violations += _own_violations(config)
    violations += redaction_violations(
        fields=(), patterns=values.get("redact_patterns", {}), masks=values.get("redact_masks", {})
    )
    if violations:
        raise ConfigError(tuple(violations))
    if values["redact_policy_file"] is not None:
        warnings += _follow_policy(values, sources)
    if values["file_enabled"] is None:
        values["file_enabled"] = values["environment"] != "development" or sources["file_path"] != _DEFAULT
    if values["file_path"] is None:
        values["file_path"] = f"{_LOG_FOLDER}/{_UNSAFE_IN_FILE_NAME.sub('_', values['service_name'])}.log"
    handlers = tuple(config.handlers)
    return Settings(**values, handlers=handlers, clock=config.clock, sources=sources, warnings=tuple(warnings))


def _follow_policy(values: dict[str, Any], sources: dict[str, str]) -> list[Violation]:
    """Take from the policy what nobody else says, name by name in maps; return what is wrong with it."""
    path = values["redact_policy_file"]
    found, wrong = read_policy(path, source_name(sources["redact_policy_file"]))
    for name, value in found.items():
        if isinstance(value, Mapping):
            values[name] = {**value, **values[name]}
        if sources[name] == _DEFAULT:
            values[name], sources[name] = (values[name] if isinstance(value, Mapping) else value), path
    return wrong


def _settle(field: ConfigField, in_code: object, found: Mapping[str, Any]) -> tuple[Any, str]:
    """Return the value of a field and its source. Raises where code gives a bad one, overruled or not."""
    value = None if in_code is None else checked(field, in_code)
    if field.python in found:
        return found[field.python], field.env or ""
    if value is not None:
        return value, _CODE
    default = _default(field.python, field.default)
    return checked(field, default) if field.kind == "level" else default, _DEFAULT


def _own_violations(config: LogConfig) -> list[Violation]:
    """Check the fields that only code has."""
    wrong: list[Violation] = []
    handlers: object = config.handlers
    if not isinstance(handlers, Sequence) or not all(isinstance(handler, Handler) for handler in handlers):
        remedy = "give objects with name, write, flush and close"
        wrong.append(Violation("handlers", handlers, _CODE, "a list of handlers", remedy))
    clock: object = config.clock
    if not callable(clock):
        wrong.append(Violation("clock", clock, _CODE, "a function", "give one that returns nanoseconds"))
    return wrong


def _default(name: str, default: object) -> object:
    """Return the default of a field; None where it follows from other fields."""
    if name == "host":
        return _host()
    return _EMPTY.get(name) if default is None else default


def _host() -> str:
    try:
        return socket.gethostname()
    except OSError:
        return ""


def _unknown(name: str, value: object, known: list[str]) -> Violation:
    near = get_close_matches(name, known, n=1)
    remedy = f"did you mean {near[0]}?" if near else f"the fields are {', '.join(known)}"
    return Violation(name, value, _CODE, NO_FIELD, remedy)
