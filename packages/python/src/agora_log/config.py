"""The configuration as code gives it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict

from agora_log._config_values import from_environment
from agora_log._levels import LogLevel
from agora_log.handlers import Handler

__all__ = ["ConfigFields", "LogConfig"]

Environment = Literal["development", "staging", "production", "dev", "stage", "prod"]
ConsoleFormat = Literal["json", "text", "auto"]


@dataclass(frozen=True, kw_only=True, slots=True)
class LogConfig:
    """What code says about logging. A field that is None is not set.

    Each field is overruled by its environment variable, and has its default where neither says anything.
    Whether the values fit is checked by `initialize`, all at once.

    Attributes:
        service_name: `SERVICE_NAME`. 1 to 128 characters. Required, here or in the environment.
        environment: `ENVIRONMENT`. Default `development`.
        version: `SERVICE_VERSION`. A semantic version; default `0.0.0`.
        level: `LOG_LEVEL`. Lowest level that is written, by name, alias or number; default INFO.
        host: `LOG_HOST`. Default: the machine's host name.
        console_enabled: `LOG_CONSOLE_ENABLED`. Default True.
        console_format: `LOG_CONSOLE_FORMAT`. Default `auto`: text on a terminal, else JSON.
        console_colors: `LOG_CONSOLE_COLORS`. Default True; on a terminal only, and never where NO_COLOR is set.
        file_enabled: `LOG_FILE_ENABLED`. Default True in staging and production, in development only where a path is
            set.
        file_path: `LOG_FILE_PATH`. Default `/var/log/agora/<service>.log`.
        default_context: Context of every entry; default empty.
        max_entry_bytes: `LOG_MAX_ENTRY_BYTES`. 4,096 to 256,000; default 31,999.
        strip_ansi: `LOG_STRIP_ANSI`. Default True: escape sequences are taken out of messages.
        redact_enabled: `LOG_REDACT_ENABLED`. Default True: values of secret names are hidden.
        redact_fields: `LOG_REDACT_FIELDS`, separated by commas. Further secret names.
        redact_replace_defaults: `LOG_REDACT_REPLACE_DEFAULTS`. Default False; True: only `redact_fields` are hidden.
        redact_patterns: Secrets in texts: built-in patterns by name, on or off (`jwt`, `bearer`, `basic-auth`,
            `url-credentials`, `key-value`, `private-key` are on; `aws-key`, `credit-card`, `email`, `iban`, `ipv4` are
            off), and own ones: `{"pattern": ..., "ignore_case": False, "replacement": "[REDACTED]"}`.
        redact_masks: Names whose values are shown in part: `{"show_last": 4, "mask_char": "*", "email": False}`.
        redact_policy_file: `LOG_REDACT_POLICY_FILE`. Path of a policy in JSON that languages share; it counts below
            code, name by name in patterns and masks. A part that does not fit is left out, and a WARNING entry says so.
        source_root: `LOG_SOURCE_ROOT`. Folder that is taken off the front of `file`; default empty: base names.
        handlers: Handlers beside the console and the file.
        clock: Returns the time of an entry in nanoseconds since 1970.
    """

    service_name: str | None = None
    environment: Environment | None = None
    version: str | None = None
    level: LogLevel | str | int | None = None
    host: str | None = None
    console_enabled: bool | None = None
    console_format: ConsoleFormat | None = None
    console_colors: bool | None = None
    file_enabled: bool | None = None
    file_path: str | os.PathLike[str] | None = None
    default_context: Mapping[str, object] | None = None
    max_entry_bytes: int | None = None
    strip_ansi: bool | None = None
    redact_enabled: bool | None = None
    redact_fields: Sequence[str] | None = None
    redact_replace_defaults: bool | None = None
    redact_patterns: Mapping[str, bool | Mapping[str, object]] | None = None
    redact_masks: Mapping[str, Mapping[str, object]] | None = None
    redact_policy_file: str | os.PathLike[str] | None = None
    source_root: str | os.PathLike[str] | None = None
    handlers: Sequence[Handler] = ()
    clock: Callable[[], int] = time.time_ns

    @classmethod
    def from_env(cls, service_name: str | None = None, /, *, environ: Mapping[str, str] | None = None) -> LogConfig:
        """Read what the environment says.

        Args:
            service_name: Name of the service where `SERVICE_NAME` does not say it.
            environ: Variables; default those of the process.

        Returns:
            A configuration with the fields whose variables are set. A bad value is passed over here; `initialize`
            warns of it.
        """
        found, _ = from_environment(os.environ if environ is None else environ)
        return cls(**{"service_name": service_name, **found})


class ConfigFields(TypedDict, total=False):
    """The fields of LogConfig as keyword arguments."""

    service_name: str
    environment: Environment
    version: str
    level: LogLevel | str | int
    host: str
    console_enabled: bool
    console_format: ConsoleFormat
    console_colors: bool
    file_enabled: bool
    file_path: str | os.PathLike[str]
    default_context: Mapping[str, object]
    max_entry_bytes: int
    strip_ansi: bool
    redact_enabled: bool
    redact_fields: Sequence[str]
    redact_replace_defaults: bool
    redact_patterns: Mapping[str, bool | Mapping[str, object]]
    redact_masks: Mapping[str, Mapping[str, object]]
    redact_policy_file: str | os.PathLike[str]
    source_root: str | os.PathLike[str]
    handlers: Sequence[Handler]
    clock: Callable[[], int]
