# Generated from schemas/*.schema.json and schemas/codes.json by `npm run generate`. Do not edit.

"""Levels, members, limits, names and codes that all languages share."""

from __future__ import annotations

from typing import Final, NamedTuple


class ConfigField(NamedTuple):
    """One field of the configuration."""

    name: str
    """Path in the form that a file has."""
    python: str
    """Name in Python."""
    env: str | None
    """Environment variable, if there is one."""
    kind: str
    """`string`, `boolean`, `integer`, `level`, `strings` or `object`."""
    required: bool
    """Whether the field must be given."""
    default: str | int | bool | None
    """Default of a scalar; None where there is none, it must be computed, or it is empty."""
    values: tuple[str, ...]
    """The allowed values; empty where every value of the kind is allowed."""
    aliases: dict[str, str]
    """Short forms of `values`."""
    minimum: int | None
    """Lowest number."""
    maximum: int | None
    """Highest number."""
    min_length: int | None
    """Shortest text, in code points."""
    max_length: int | None
    """Longest text, in code points."""
    pattern: str | None
    """Regular expression that the whole text must match."""
    says: str
    """What a value must be, in words that fit behind "is not"."""
    remedy: str
    """What to do about a value that does not fit, in words that fit behind "; "."""


class OwnEntry(NamedTuple):
    """An entry that the library writes about itself."""

    level: str
    """Name of its level."""
    message: str
    """Its message."""


class Rule(NamedTuple):
    """A rule of the validator."""

    severity: str
    """`MUST` (failure) or `SHOULD` (warning)."""
    sentence: str
    """What it says when it is broken."""


SCHEMA_VERSION: Final = "1.0"
"""Version of the wire format; an entry without `schema_version` has this one."""

LEVELS: Final[tuple[str, ...]] = (
    "DEBUG",
    "INFO",
    "WARNING",
    "ERROR",
    "CRITICAL",
)
"""The levels, from the least to the most serious."""

LEVEL_NUMBERS: Final[dict[str, int]] = {
    "DEBUG": 10,
    "INFO": 20,
    "WARNING": 30,
    "ERROR": 40,
    "CRITICAL": 50,
}
"""The numbers of the levels in the interfaces; higher is more serious."""

LEVEL_SEVERITIES: Final[dict[str, int]] = {
    "DEBUG": 5,
    "INFO": 9,
    "WARNING": 13,
    "ERROR": 17,
    "CRITICAL": 21,
}
"""The severity numbers of the levels in protobuf and OTLP."""

LEVEL_ALIASES: Final[dict[str, str]] = {
    "trace": "DEBUG",
    "notice": "INFO",
    "warn": "WARNING",
    "err": "ERROR",
    "fatal": "CRITICAL",
    "crit": "CRITICAL",
    "alert": "CRITICAL",
    "emerg": "CRITICAL",
    "panic": "CRITICAL",
}
"""Other names for levels, in lower case."""

ENTRY_MEMBERS: Final[tuple[str, ...]] = (
    "timestamp",
    "level",
    "message",
    "service",
    "file",
    "line",
    "function",
    "environment",
    "version",
    "host",
    "logger_name",
    "correlation_id",
    "user_id",
    "trace_id",
    "span_id",
    "entry_id",
    "schema_version",
    "sampling",
    "duration_ms",
    "context",
    "exception",
)
"""The members of an entry, in the order of the wire."""

REQUIRED_MEMBERS: Final[tuple[str, ...]] = (
    "timestamp",
    "level",
    "message",
    "service",
    "file",
    "line",
    "function",
)
"""The members that every entry has, in the order of the wire."""

EXCEPTION_MEMBERS: Final[tuple[str, ...]] = (
    "type",
    "message",
    "stacktrace",
    "properties",
    "cause",
    "errors",
)
"""The members of an exception, in the order of the wire."""

TRUNCATABLE: Final[tuple[str, ...]] = (
    "context",
    "exception",
    "file",
    "function",
    "logger_name",
    "message",
    "user_id",
)
"""What `_agora.truncated` may name, in its order."""

RESERVED_KEYS: Final[tuple[str, ...]] = (
    "correlation_id",
    "user_id",
    "trace_id",
    "span_id",
    "duration_ms",
)
"""Keys of a context that are lifted to the top level of the entry."""

RESERVED_ALIASES: Final[dict[str, str]] = {
    "correlationId": "correlation_id",
    "userId": "user_id",
    "traceId": "trace_id",
    "spanId": "span_id",
    "durationMs": "duration_ms",
}
"""The camelCase forms of the reserved keys; only TypeScript lifts them."""

PATTERN_TIMESTAMP: Final = (
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9"
    "]\\.[0-9]{6}Z$"
)
"""Form of `timestamp`, for `re.fullmatch`; its length is limited apart from this."""

PATTERN_FILE: Final = "^[^/\\\\?]+(/[^/\\\\?]+)*$"
"""Form of `file`, for `re.fullmatch`; its length is limited apart from this."""

PATTERN_VERSION: Final = (
    "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA"
    "-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)"
    "*)?$"
)
"""Form of `version`, for `re.fullmatch`; its length is limited apart from this."""

PATTERN_CORRELATION_ID: Final = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
"""Form of `correlation_id`, for `re.fullmatch`; its length is limited apart from this."""

PATTERN_TRACE_ID: Final = "^0*[1-9a-f][0-9a-f]*$"
"""Form of `trace_id`, for `re.fullmatch`; its length is limited apart from this."""

PATTERN_SPAN_ID: Final = "^0*[1-9a-f][0-9a-f]*$"
"""Form of `span_id`, for `re.fullmatch`; its length is limited apart from this."""

PATTERN_ENTRY_ID: Final = "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
"""Form of `entry_id`, for `re.fullmatch`; its length is limited apart from this."""

PATTERN_SCHEMA_VERSION: Final = "^1\\.(0|[1-9][0-9]*)$"
"""Form of `schema_version`, for `re.fullmatch`; its length is limited apart from this."""

LIMIT_DEPTH: Final = 16
"""Containers inside each other; `context` and every `properties` are 1."""

LIMIT_MEMBERS: Final = 128
"""Members of an object, after sorting."""

LIMIT_MEMBERS_SEEN: Final = 1024
"""Members of an object that are looked at, in the object's own order."""

LIMIT_ELEMENTS: Final = 256
"""Elements of an array."""

LIMIT_VALUES: Final = 4096
"""Values in `context` at all depths; the same again in the `properties` of an exception."""

LIMIT_KEY_BYTES: Final = 256
"""Key, in bytes."""

LIMIT_STRING_BYTES: Final = 8192
"""Text in `context`, `message` and an exception's message, in bytes."""

LIMIT_BINARY_BYTES: Final = 6144
"""Binary data, in bytes before base64."""

LIMIT_BINARY_BYTES_KEPT: Final = 6126
"""What is kept of binary data that is longer, in bytes before base64."""

LIMIT_STACKTRACE_BYTES: Final = 16384
"""Stack trace, in bytes."""

LIMIT_TEXT_BYTES: Final = 256
"""`file`, `function`, `logger_name`, `host`, `user_id` and an exception's type, in bytes."""

LIMIT_SERVICE_CHARS: Final = 128
"""`service`, in code points."""

LIMIT_CUT_RESERVE: Final = 24
"""Bytes below its limit to which a text is cut, to leave room for the marker."""

LIMIT_CHAIN: Final = 8
"""Errors in a chain of causes, the first one counted."""

LIMIT_ERRORS: Final = 16
"""Errors in an exception's `errors`."""

LIMIT_ENTRY_BYTES: Final = 31999
"""Entry with its line feed, in bytes, unless configured."""

LIMIT_ENTRY_BYTES_MIN: Final = 4096
"""Lowest configurable limit of an entry, in bytes."""

LIMIT_ENTRY_BYTES_MAX: Final = 256000
"""Highest configurable limit of an entry, in bytes."""

LIMIT_ENTRY_RESERVE: Final = 128
"""Bytes kept free for `_agora` in an entry that must lose something."""

LIMIT_STACKTRACE_MIN: Final = 256
"""A stack trace that would be cut below this many bytes is left out."""

LIMIT_DROPPED_MAX: Final = 999999
"""Highest number written as `_agora.dropped`."""

LIMIT_SAFE_INTEGER: Final = 9007199254740991
"""Largest integer written bare; one outside becomes a text of its digits."""

LIMIT_LINE_MAX: Final = 4294967295
"""Highest number written as `line`."""

REDACT_KEYS: Final[tuple[str, ...]] = (
    "password",
    "passwords",
    "passwd",
    "pwd",
    "passphrase",
    "password hash",
    "password confirmation",
    "pin code",
    "api key",
    "api keys",
    "access key",
    "secret",
    "secrets",
    "secret key",
    "token",
    "authorization",
    "private key",
    "credential",
    "credentials",
    "cookie",
    "cookies",
    "connection string",
    "session id",
    "signature key",
)
"""Names whose values are hidden by default; the words of a name are separated by one blank."""

CONFIG_FIELDS: Final[tuple[ConfigField, ...]] = (
    ConfigField(
        name="service_name",
        python="service_name",
        env="SERVICE_NAME",
        kind="string",
        required=True,
        default=None,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=1,
        max_length=128,
        pattern=None,
        says="a string of 1 to 128 characters",
        remedy="use a string of this length",
    ),
    ConfigField(
        name="environment",
        python="environment",
        env="ENVIRONMENT",
        kind="string",
        required=False,
        default="development",
        values=("development", "staging", "production"),
        aliases={"dev": "development", "stage": "staging", "prod": "production"},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="an allowed value",
        remedy="use one of development, staging, production",
    ),
    ConfigField(
        name="version",
        python="version",
        env="SERVICE_VERSION",
        kind="string",
        required=False,
        default="0.0.0",
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=256,
        pattern=(
            "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA"
            "-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)"
            "*)?$"
        ),
        says="a semantic version",
        remedy="use a form such as 1.4.2",
    ),
    ConfigField(
        name="level",
        python="level",
        env="LOG_LEVEL",
        kind="level",
        required=False,
        default="INFO",
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="a level",
        remedy="use one of DEBUG, INFO, WARNING, ERROR, CRITICAL",
    ),
    ConfigField(
        name="host",
        python="host",
        env="LOG_HOST",
        kind="string",
        required=False,
        default=None,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="a string",
        remedy="use a string",
    ),
    ConfigField(
        name="console.enabled",
        python="console_enabled",
        env="LOG_CONSOLE_ENABLED",
        kind="boolean",
        required=False,
        default=True,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="a boolean",
        remedy="use true or false",
    ),
    ConfigField(
        name="console.format",
        python="console_format",
        env="LOG_CONSOLE_FORMAT",
        kind="string",
        required=False,
        default="auto",
        values=("json", "text", "auto"),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="an allowed value",
        remedy="use one of json, text, auto",
    ),
    ConfigField(
        name="console.colors",
        python="console_colors",
        env="LOG_CONSOLE_COLORS",
        kind="boolean",
        required=False,
        default=True,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="a boolean",
        remedy="use true or false",
    ),
    ConfigField(
        name="file.enabled",
        python="file_enabled",
        env="LOG_FILE_ENABLED",
        kind="boolean",
        required=False,
        default=None,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="a boolean",
        remedy="use true or false",
    ),
    ConfigField(
        name="file.path",
        python="file_path",
        env="LOG_FILE_PATH",
        kind="string",
        required=False,
        default=None,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=1,
        max_length=None,
        pattern=None,
        says="a string that is not empty",
        remedy="use such a string or leave the field out",
    ),
    ConfigField(
        name="default_context",
        python="default_context",
        env=None,
        kind="object",
        required=False,
        default=None,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="an object",
        remedy="use an object",
    ),
    ConfigField(
        name="max_entry_bytes",
        python="max_entry_bytes",
        env="LOG_MAX_ENTRY_BYTES",
        kind="integer",
        required=False,
        default=31999,
        values=(),
        aliases={},
        minimum=4096,
        maximum=256000,
        min_length=None,
        max_length=None,
        pattern=None,
        says="an integer from 4096 to 256000",
        remedy="use a number in this range",
    ),
    ConfigField(
        name="strip_ansi",
        python="strip_ansi",
        env="LOG_STRIP_ANSI",
        kind="boolean",
        required=False,
        default=True,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="a boolean",
        remedy="use true or false",
    ),
    ConfigField(
        name="redact.enabled",
        python="redact_enabled",
        env="LOG_REDACT_ENABLED",
        kind="boolean",
        required=False,
        default=True,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="a boolean",
        remedy="use true or false",
    ),
    ConfigField(
        name="redact.fields",
        python="redact_fields",
        env="LOG_REDACT_FIELDS",
        kind="strings",
        required=False,
        default=None,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="a list of strings",
        remedy="use a list of strings that are not empty",
    ),
    ConfigField(
        name="redact.replace_defaults",
        python="redact_replace_defaults",
        env="LOG_REDACT_REPLACE_DEFAULTS",
        kind="boolean",
        required=False,
        default=False,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="a boolean",
        remedy="use true or false",
    ),
    ConfigField(
        name="redact.patterns",
        python="redact_patterns",
        env=None,
        kind="object",
        required=False,
        default=None,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="an object",
        remedy="use an object",
    ),
    ConfigField(
        name="redact.masks",
        python="redact_masks",
        env=None,
        kind="object",
        required=False,
        default=None,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="an object",
        remedy="use an object",
    ),
    ConfigField(
        name="redact.policy_file",
        python="redact_policy_file",
        env="LOG_REDACT_POLICY_FILE",
        kind="string",
        required=False,
        default=None,
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=1,
        max_length=None,
        pattern=None,
        says="a string that is not empty",
        remedy="use such a string or leave the field out",
    ),
    ConfigField(
        name="source_root",
        python="source_root",
        env="LOG_SOURCE_ROOT",
        kind="string",
        required=False,
        default="",
        values=(),
        aliases={},
        minimum=None,
        maximum=None,
        min_length=None,
        max_length=None,
        pattern=None,
        says="a string",
        remedy="use a string",
    ),
)
"""The fields of the configuration, in the order of the reference."""

OWN_ENTRIES: Final[dict[str, OwnEntry]] = {
    "AGORA_HANDLER_IO": OwnEntry("ERROR", "A handler could not write; its lines go to standard error"),
    "AGORA_HANDLER_RECOVERED": OwnEntry("WARNING", "A handler writes again"),
    "AGORA_DROPPED": OwnEntry("WARNING", "Entries were dropped"),
    "AGORA_NOT_INITIALIZED": OwnEntry("WARNING", "A logger is used before initialize: entries go to the console only"),
    "AGORA_LEVEL_CHANGED": OwnEntry("INFO", "A level was changed"),
    "AGORA_RELOADED": OwnEntry("INFO", "The configuration was loaded again"),
    "AGORA_CLOSED": OwnEntry("WARNING", "A logger was used after shutdown"),
}
"""The entries that the library writes about itself, by their codes."""

ERROR_REMEDIES: Final[dict[str, str]] = {
    "AGORA_CONFIG": (
        "Correct the fields that the message names; docs/reference/configuration.md lists all of "
        "them."
    ),
    "AGORA_LEVEL": "Use one of DEBUG, INFO, WARNING, ERROR, CRITICAL.",
    "AGORA_HANDLER_IO": (
        "Look at the system error in the report: free space, permissions, or whether the directory "
        "exists."
    ),
    "AGORA_HANDLER_RECOVERED": (
        "Nothing: look at the report before it for what was wrong. Lines in between are on standard "
        "error, unless they were replayed."
    ),
    "AGORA_ROTATION": (
        "Look at the system error in the report: the process needs the right to make, rename and "
        "remove files in the directory."
    ),
    "AGORA_NETWORK_FILE": (
        "Write to a local disk and let an agent collect the file, or give each machine a file of "
        "its own."
    ),
    "AGORA_DROPPED": (
        "sampled and rate_limited are what the configuration asks for. Otherwise raise the limit "
        "that was reached, or look at the handler that could not keep up."
    ),
    "AGORA_NOT_INITIALIZED": "Call `initialize` before the first entry.",
    "AGORA_LEVEL_CHANGED": "Nothing, where it was meant. `resetLevel` returns to the configured level.",
    "AGORA_RELOADED": "Nothing, where it was meant.",
    "AGORA_REFUSED": (
        "Look at the status and the answer in the report: entries that are too old, too large, or "
        "not what the receiver expects."
    ),
    "AGORA_AUDIT": (
        "Look at the system error in the report: free space, permissions, or another process that "
        "holds the lock."
    ),
    "AGORA_AUDIT_CHAIN": "Run `verifyAudit` and keep the files: somebody has removed or changed entries.",
    "AGORA_UNCAUGHT": (
        "Handle the error where it arises. The entry is switched off with `logUncaught: false` of "
        "`installExitHooks`."
    ),
    "AGORA_CLOSED": "Call `shutdown` last, or `initialize` again.",
    "AGORA_ENCODE": (
        "Look for a call that logs at the end of the stack (RecursionError). Anything else is a "
        "fault of the library: report it with the value that was logged."
    ),
    "AGORA_PROTO": (
        "Look at the reason in the message; files and streams hold messages with their length in "
        "front."
    ),
    "AGORA_JSON": "Correct the text at the byte that the message names.",
    "AGORA_SCHEMA": "Correct the schema at the place that the message names.",
}
"""What can be done about each error, by its code."""

RULES: Final[dict[str, Rule]] = {
    "line.empty": Rule("MUST", "The line is empty."),
    "line.too_long": Rule("MUST", "The line is longer than the validator reads."),
    "line.crlf": Rule("SHOULD", "The line ends with a carriage return and a line feed."),
    "line.torn": Rule("MUST", "The last line has no line feed."),
    "json.syntax": Rule("MUST", "The line is not JSON."),
    "json.utf8": Rule("MUST", "The bytes are not UTF-8."),
    "json.bom": Rule("MUST", "The line begins with a byte order mark."),
    "json.duplicate_key": Rule("MUST", "The object has this member twice."),
    "json.depth": Rule("MUST", "The value is nested deeper than the validator reads."),
    "json.not_object": Rule("MUST", "The line is not a JSON object."),
    "json.number_range": Rule("MUST", "The number cannot be held by a 64-bit floating point number."),
    "entry.required": Rule("MUST", "A required member is missing."),
    "entry.type": Rule("MUST", "The value has the wrong type."),
    "entry.enum": Rule("MUST", "The value is none of the allowed ones."),
    "entry.pattern": Rule("MUST", "The text does not have the required form."),
    "entry.min_length": Rule("MUST", "The text is too short."),
    "entry.max_length": Rule("MUST", "The text is too long."),
    "entry.minimum": Rule("MUST", "The number is too small."),
    "entry.maximum": Rule("MUST", "The number is too large."),
    "entry.unknown_member": Rule("MUST", "The object has a member that the schema does not know."),
    "entry.null": Rule("MUST", "The member is null; an absent member is left out instead."),
    "entry.calendar": Rule("MUST", "The date does not exist in the calendar."),
    "entry.depth": Rule("MUST", "The value is nested deeper than the limit."),
    "entry.members": Rule("MUST", "The object has too few or too many members."),
    "entry.elements": Rule("MUST", "The array has too few, too many or equal elements."),
    "entry.values": Rule("MUST", "There are too many values."),
    "entry.key_length": Rule("MUST", "The name of the member is too long."),
    "entry.size": Rule("MUST", "The entry is larger than the limit."),
    "entry.schema": Rule("MUST", "The value does not fit a keyword of its schema."),
    "canon.member_order": Rule("MUST", "The members are not in the order of the wire format."),
    "canon.key_order": Rule("MUST", "The members are not sorted by UTF-16 code units."),
    "canon.whitespace": Rule("MUST", "There is white space between the tokens."),
    "canon.escape": Rule("MUST", "A character is escaped in another way than the canonical one."),
    "canon.number": Rule("MUST", "The number is not written in its canonical form."),
    "canon.text": Rule("MUST", "The text holds an unpaired surrogate."),
    "canon.empty_context": Rule("MUST", "An empty `context` is left out."),
}
"""The rules of the validator, by code."""
