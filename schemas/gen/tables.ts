// Generated from log-entry.schema.json, log-config.schema.json and codes.json by `npm run generate`. Do not edit.

/** Version of the wire format. An entry without `schema_version` has this one. */
export const SCHEMA_VERSION = "1.0";

/** The levels, from the least to the most serious. */
export const LEVELS = [
  "DEBUG",
  "INFO",
  "WARNING",
  "ERROR",
  "CRITICAL",
] as const;

/** Name of a level as it stands in an entry. */
export type Level = (typeof LEVELS)[number];

/** The numbers of the levels in the interfaces; higher is more serious. */
export const LEVEL_NUMBERS = {
  DEBUG: 10,
  INFO: 20,
  WARNING: 30,
  ERROR: 40,
  CRITICAL: 50,
} as const;

/** The severity numbers of the levels in protobuf and OTLP. */
export const LEVEL_SEVERITIES = {
  DEBUG: 5,
  INFO: 9,
  WARNING: 13,
  ERROR: 17,
  CRITICAL: 21,
} as const;

/** Other names for levels, in lower case. Look a name up with `Object.hasOwn` first. */
export const LEVEL_ALIASES = {
  trace: "DEBUG",
  notice: "INFO",
  warn: "WARNING",
  err: "ERROR",
  fatal: "CRITICAL",
  crit: "CRITICAL",
  alert: "CRITICAL",
  emerg: "CRITICAL",
  panic: "CRITICAL",
} as const;

/** Another name for a level, in lower case. */
export type LevelAlias = keyof typeof LEVEL_ALIASES;

/** The members of an entry, in the order of the wire. */
export const ENTRY_MEMBERS = [
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
] as const;

/** The members that every entry has, in the order of the wire. */
export const REQUIRED_MEMBERS = [
  "timestamp",
  "level",
  "message",
  "service",
  "file",
  "line",
  "function",
] as const;

/** The members of an exception, in the order of the wire. */
export const EXCEPTION_MEMBERS = [
  "type",
  "message",
  "stacktrace",
  "properties",
  "cause",
  "errors",
] as const;

/** What `_agora.truncated` may name, in its order. */
export const TRUNCATABLE = [
  "context",
  "exception",
  "file",
  "function",
  "logger_name",
  "message",
  "user_id",
] as const;

/** Keys of a context that are lifted to the top level of the entry. */
export const RESERVED_KEYS = [
  "correlation_id",
  "user_id",
  "trace_id",
  "span_id",
  "duration_ms",
] as const;

/** The camelCase forms of the reserved keys. Look a name up with `Object.hasOwn` first. */
export const RESERVED_ALIASES = {
  correlationId: "correlation_id",
  userId: "user_id",
  traceId: "trace_id",
  spanId: "span_id",
  durationMs: "duration_ms",
} as const;

/** Form of `timestamp`; its length is limited apart from this. */
export const PATTERN_TIMESTAMP =
  "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{6}Z$";

/** Form of `file`; its length is limited apart from this. */
export const PATTERN_FILE =
  "^[^/\\\\?]+(/[^/\\\\?]+)*$";

/** Form of `version`; its length is limited apart from this. */
export const PATTERN_VERSION =
  "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$";

/** Form of `correlation_id`; its length is limited apart from this. */
export const PATTERN_CORRELATION_ID =
  "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

/** Form of `trace_id`; its length is limited apart from this. */
export const PATTERN_TRACE_ID =
  "^0*[1-9a-f][0-9a-f]*$";

/** Form of `span_id`; its length is limited apart from this. */
export const PATTERN_SPAN_ID =
  "^0*[1-9a-f][0-9a-f]*$";

/** Form of `entry_id`; its length is limited apart from this. */
export const PATTERN_ENTRY_ID =
  "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";

/** Form of `schema_version`; its length is limited apart from this. */
export const PATTERN_SCHEMA_VERSION =
  "^1\\.(0|[1-9][0-9]*)$";

/** Containers inside each other; `context` and every `properties` are 1. */
export const LIMIT_DEPTH = 16;

/** Members of an object, after sorting. */
export const LIMIT_MEMBERS = 128;

/** Members of an object that are looked at, in the object's own order. */
export const LIMIT_MEMBERS_SEEN = 1024;

/** Elements of an array. */
export const LIMIT_ELEMENTS = 256;

/** Values in `context` at all depths; the same again in the `properties` of an exception. */
export const LIMIT_VALUES = 4096;

/** Key, in bytes. */
export const LIMIT_KEY_BYTES = 256;

/** Text in `context`, `message` and an exception's message, in bytes. */
export const LIMIT_STRING_BYTES = 8192;

/** Binary data, in bytes before base64. */
export const LIMIT_BINARY_BYTES = 6144;

/** What is kept of binary data that is longer, in bytes before base64. */
export const LIMIT_BINARY_BYTES_KEPT = 6126;

/** Stack trace, in bytes. */
export const LIMIT_STACKTRACE_BYTES = 16384;

/** `file`, `function`, `logger_name`, `host`, `user_id` and an exception's type, in bytes. */
export const LIMIT_TEXT_BYTES = 256;

/** `service`, in code points. */
export const LIMIT_SERVICE_CHARS = 128;

/** Bytes below its limit to which a text is cut, to leave room for the marker. */
export const LIMIT_CUT_RESERVE = 24;

/** Errors in a chain of causes, the first one counted. */
export const LIMIT_CHAIN = 8;

/** Errors in an exception's `errors`. */
export const LIMIT_ERRORS = 16;

/** Entry with its line feed, in bytes, unless configured. */
export const LIMIT_ENTRY_BYTES = 31999;

/** Lowest configurable limit of an entry, in bytes. */
export const LIMIT_ENTRY_BYTES_MIN = 4096;

/** Highest configurable limit of an entry, in bytes. */
export const LIMIT_ENTRY_BYTES_MAX = 256000;

/** Bytes kept free for `_agora` in an entry that must lose something. */
export const LIMIT_ENTRY_RESERVE = 128;

/** A stack trace that would be cut below this many bytes is left out. */
export const LIMIT_STACKTRACE_MIN = 256;

/** Highest number written as `_agora.dropped`. */
export const LIMIT_DROPPED_MAX = 999999;

/** Largest integer written bare; one outside becomes a text of its digits. */
export const LIMIT_SAFE_INTEGER = 9007199254740991;

/** Highest number written as `line`. */
export const LIMIT_LINE_MAX = 4294967295;

/** Names whose values are hidden by default. The words of a name are separated by one blank. */
export const REDACT_KEYS = [
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
] as const;

/** One field of the configuration. */
export interface ConfigField {
  /** Path in the form that a file has. */
  readonly name: string;
  /** Path in TypeScript. */
  readonly typescript: string;
  /** Environment variable. */
  readonly env?: string;
  readonly kind: "string" | "boolean" | "integer" | "level" | "strings" | "object";
  readonly required: boolean;
  /** Absent where there is none or it must be computed. */
  readonly default?: string | number | boolean | readonly string[] | Readonly<Record<string, never>>;
  readonly values?: readonly string[];
  /** Short forms of `values`. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly minimum?: number;
  readonly maximum?: number;
  /** In code points. */
  readonly minLength?: number;
  /** In code points. */
  readonly maxLength?: number;
  readonly pattern?: string;
  /** What a value must be, in words that fit behind "is not". */
  readonly says: string;
  /** What to do about a value that does not fit, in words that fit behind "; ". */
  readonly remedy: string;
}

/** The fields of the configuration, in the order of the reference. */
export const CONFIG_FIELDS: readonly ConfigField[] = [
  {"name":"service_name","typescript":"serviceName","env":"SERVICE_NAME","kind":"string","required":true,"minLength":1,"maxLength":128,"says":"a string of 1 to 128 characters","remedy":"use a string of this length"},
  {"name":"environment","typescript":"environment","env":"ENVIRONMENT","kind":"string","required":false,"default":"development","values":["development","staging","production"],"aliases":{"dev":"development","stage":"staging","prod":"production"},"says":"an allowed value","remedy":"use one of development, staging, production"},
  {"name":"version","typescript":"version","env":"SERVICE_VERSION","kind":"string","required":false,"default":"0.0.0","maxLength":256,"pattern":"^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$","says":"a semantic version","remedy":"use a form such as 1.4.2"},
  {"name":"level","typescript":"level","env":"LOG_LEVEL","kind":"level","required":false,"default":"INFO","says":"a level","remedy":"use one of DEBUG, INFO, WARNING, ERROR, CRITICAL"},
  {"name":"host","typescript":"host","env":"LOG_HOST","kind":"string","required":false,"says":"a string","remedy":"use a string"},
  {"name":"console.enabled","typescript":"console.enabled","env":"LOG_CONSOLE_ENABLED","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"console.format","typescript":"console.format","env":"LOG_CONSOLE_FORMAT","kind":"string","required":false,"default":"auto","values":["json","text","auto"],"says":"an allowed value","remedy":"use one of json, text, auto"},
  {"name":"console.colors","typescript":"console.colors","env":"LOG_CONSOLE_COLORS","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"file.enabled","typescript":"file.enabled","env":"LOG_FILE_ENABLED","kind":"boolean","required":false,"says":"a boolean","remedy":"use true or false"},
  {"name":"file.path","typescript":"file.path","env":"LOG_FILE_PATH","kind":"string","required":false,"minLength":1,"says":"a string that is not empty","remedy":"use such a string or leave the field out"},
  {"name":"default_context","typescript":"defaultContext","kind":"object","required":false,"default":{},"says":"an object","remedy":"use an object"},
  {"name":"max_entry_bytes","typescript":"maxEntryBytes","env":"LOG_MAX_ENTRY_BYTES","kind":"integer","required":false,"default":31999,"minimum":4096,"maximum":256000,"says":"an integer from 4096 to 256000","remedy":"use a number in this range"},
  {"name":"strip_ansi","typescript":"stripAnsi","env":"LOG_STRIP_ANSI","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"redact.enabled","typescript":"redact.enabled","env":"LOG_REDACT_ENABLED","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"redact.fields","typescript":"redact.fields","env":"LOG_REDACT_FIELDS","kind":"strings","required":false,"default":[],"says":"a list of strings","remedy":"use a list of strings that are not empty"},
  {"name":"redact.replace_defaults","typescript":"redact.replaceDefaults","env":"LOG_REDACT_REPLACE_DEFAULTS","kind":"boolean","required":false,"default":false,"says":"a boolean","remedy":"use true or false"},
  {"name":"source_root","typescript":"sourceRoot","env":"LOG_SOURCE_ROOT","kind":"string","required":false,"default":"","says":"a string","remedy":"use a string"},
];

/** What can be done about each error, by its code. */
export const ERROR_REMEDIES = {
  AGORA_CONFIG: "Correct the fields that the message names; docs/reference/configuration.md lists all of them.",
  AGORA_LEVEL: "Use one of DEBUG, INFO, WARNING, ERROR, CRITICAL.",
  AGORA_HANDLER_IO: "Look at the system error in the report: free space, permissions, or whether the directory exists.",
  AGORA_CLOSED: "Call `shutdown` last, or `initialize` again.",
  AGORA_ENCODE: "This is a fault of the library: report it with the value that was logged.",
  AGORA_PROTO: "Look at the reason in the message; files and streams hold messages with their length in front.",
  AGORA_JSON: "Correct the text at the byte that the message names.",
  AGORA_SCHEMA: "Correct the schema at the place that the message names.",
} as const;

/** Code of an error or of a report. */
export type ErrorCode = keyof typeof ERROR_REMEDIES;

/** How much a rule weighs: a broken MUST is a failure, a broken SHOULD a warning. */
export type Severity = "MUST" | "SHOULD";

/** The rules of the validator: how much each weighs and what it says when it is broken. */
export const RULES = {
  "line.empty": {"severity":"MUST","sentence":"The line is empty."},
  "line.too_long": {"severity":"MUST","sentence":"The line is longer than the validator reads."},
  "line.crlf": {"severity":"SHOULD","sentence":"The line ends with a carriage return and a line feed."},
  "line.torn": {"severity":"MUST","sentence":"The last line has no line feed."},
  "json.syntax": {"severity":"MUST","sentence":"The line is not JSON."},
  "json.utf8": {"severity":"MUST","sentence":"The bytes are not UTF-8."},
  "json.bom": {"severity":"MUST","sentence":"The line begins with a byte order mark."},
  "json.duplicate_key": {"severity":"MUST","sentence":"The object has this member twice."},
  "json.depth": {"severity":"MUST","sentence":"The value is nested deeper than the validator reads."},
  "json.not_object": {"severity":"MUST","sentence":"The line is not a JSON object."},
  "json.number_range": {"severity":"MUST","sentence":"The number cannot be held by a 64-bit floating point number."},
  "entry.required": {"severity":"MUST","sentence":"A required member is missing."},
  "entry.type": {"severity":"MUST","sentence":"The value has the wrong type."},
  "entry.enum": {"severity":"MUST","sentence":"The value is none of the allowed ones."},
  "entry.pattern": {"severity":"MUST","sentence":"The text does not have the required form."},
  "entry.min_length": {"severity":"MUST","sentence":"The text is too short."},
  "entry.max_length": {"severity":"MUST","sentence":"The text is too long."},
  "entry.minimum": {"severity":"MUST","sentence":"The number is too small."},
  "entry.maximum": {"severity":"MUST","sentence":"The number is too large."},
  "entry.unknown_member": {"severity":"MUST","sentence":"The object has a member that the schema does not know."},
  "entry.null": {"severity":"MUST","sentence":"The member is null; an absent member is left out instead."},
  "entry.calendar": {"severity":"MUST","sentence":"The date does not exist in the calendar."},
  "entry.depth": {"severity":"MUST","sentence":"The value is nested deeper than the limit."},
  "entry.members": {"severity":"MUST","sentence":"The object has too few or too many members."},
  "entry.elements": {"severity":"MUST","sentence":"The array has too few, too many or equal elements."},
  "entry.values": {"severity":"MUST","sentence":"There are too many values."},
  "entry.key_length": {"severity":"MUST","sentence":"The name of the member is too long."},
  "entry.size": {"severity":"MUST","sentence":"The entry is larger than the limit."},
  "entry.schema": {"severity":"MUST","sentence":"The value does not fit a keyword of its schema."},
  "canon.member_order": {"severity":"MUST","sentence":"The members are not in the order of the wire format."},
  "canon.key_order": {"severity":"MUST","sentence":"The members are not sorted by UTF-16 code units."},
  "canon.whitespace": {"severity":"MUST","sentence":"There is white space between the tokens."},
  "canon.escape": {"severity":"MUST","sentence":"A character is escaped in another way than the canonical one."},
  "canon.number": {"severity":"MUST","sentence":"The number is not written in its canonical form."},
  "canon.text": {"severity":"MUST","sentence":"The text holds an unpaired surrogate."},
  "canon.empty_context": {"severity":"MUST","sentence":"An empty `context` is left out."},
} as const;

/** Code of a rule of the validator. */
export type RuleCode = keyof typeof RULES;
