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
  readonly kind:
    | "string"
    | "boolean"
    | "integer"
    | "number"
    | "level"
    | "strings"
    | "object"
    | "texts"
    | "levels"
    | "rates"
    | "records";
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
  /** Of the strings in a list. */
  readonly itemPattern?: string;
  /** What a value must be, in words that fit behind "is not". */
  readonly says: string;
  /** What to do about a value that does not fit, in words that fit behind "; ". */
  readonly remedy: string;
  /** Whether a change in the file takes effect while the process runs. */
  readonly live?: true;
  /** Whether no message may show the value. */
  readonly secret?: true;
  /** Whether the field may not stand in a file. */
  readonly notInFile?: true;
  /** Environment variable of OpenTelemetry; it counts below our own. */
  readonly otelEnv?: string;
  /** Attributes in OpenTelemetry's resource attributes; the first one that is there counts. */
  readonly otelAttributes?: readonly string[];
  /** The members of each record of a list. */
  readonly members?: readonly ConfigField[];
}

/** The fields of the configuration, in the order of the reference. */
export const CONFIG_FIELDS: readonly ConfigField[] = [
  {"name":"service_name","typescript":"serviceName","env":"SERVICE_NAME","kind":"string","required":true,"minLength":1,"maxLength":128,"says":"a string of 1 to 128 characters","remedy":"use a string of this length","otelEnv":"OTEL_SERVICE_NAME","otelAttributes":["service.name"]},
  {"name":"environment","typescript":"environment","env":"ENVIRONMENT","kind":"string","required":false,"default":"development","values":["development","staging","production"],"aliases":{"dev":"development","stage":"staging","prod":"production"},"says":"an allowed value","remedy":"use one of development, staging, production","otelAttributes":["deployment.environment.name","deployment.environment"]},
  {"name":"version","typescript":"version","env":"SERVICE_VERSION","kind":"string","required":false,"default":"0.0.0","maxLength":256,"pattern":"^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$","says":"a semantic version","remedy":"use a form such as 1.4.2","otelAttributes":["service.version"]},
  {"name":"level","typescript":"level","env":"LOG_LEVEL","kind":"level","required":false,"default":"INFO","says":"a level","remedy":"use one of DEBUG, INFO, WARNING, ERROR, CRITICAL","live":true},
  {"name":"levels","typescript":"levels","env":"LOG_LEVELS","kind":"levels","required":false,"default":{},"says":"an object whose values are levels","remedy":"use one of DEBUG, INFO, WARNING, ERROR, CRITICAL","live":true},
  {"name":"host","typescript":"host","env":"LOG_HOST","kind":"string","required":false,"says":"a string","remedy":"use a string","otelAttributes":["host.name"]},
  {"name":"console.enabled","typescript":"console.enabled","env":"LOG_CONSOLE_ENABLED","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"console.format","typescript":"console.format","env":"LOG_CONSOLE_FORMAT","kind":"string","required":false,"default":"auto","values":["json","text","auto"],"says":"an allowed value","remedy":"use one of json, text, auto"},
  {"name":"console.colors","typescript":"console.colors","env":"LOG_CONSOLE_COLORS","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"file.enabled","typescript":"file.enabled","env":"LOG_FILE_ENABLED","kind":"boolean","required":false,"says":"a boolean","remedy":"use true or false"},
  {"name":"file.path","typescript":"file.path","env":"LOG_FILE_PATH","kind":"string","required":false,"minLength":1,"says":"a string that is not empty","remedy":"use such a string or leave the field out"},
  {"name":"file.max_size_mb","typescript":"file.maxSizeMb","env":"LOG_MAX_FILE_SIZE_MB","kind":"number","required":false,"default":100,"minimum":0,"maximum":1048576,"says":"a number from 0 to 1048576","remedy":"use a number in this range"},
  {"name":"file.max_backup_count","typescript":"file.maxBackupCount","env":"LOG_MAX_BACKUP_COUNT","kind":"integer","required":false,"default":5,"minimum":0,"maximum":1000,"says":"an integer from 0 to 1000","remedy":"use a number in this range"},
  {"name":"file.layout","typescript":"file.layout","env":"LOG_FILE_LAYOUT","kind":"string","required":false,"default":"backups","values":["backups","segments"],"says":"an allowed value","remedy":"use one of backups, segments"},
  {"name":"file.min_rotation_interval_ms","typescript":"file.minRotationIntervalMs","env":"LOG_MIN_ROTATION_INTERVAL_MS","kind":"integer","required":false,"default":3000,"minimum":0,"maximum":3600000,"says":"an integer from 0 to 3600000","remedy":"use a number in this range"},
  {"name":"file.compress","typescript":"file.compress","env":"LOG_FILE_COMPRESS","kind":"boolean","required":false,"default":false,"says":"a boolean","remedy":"use true or false"},
  {"name":"file.rotate_daily","typescript":"file.rotateDaily","env":"LOG_FILE_ROTATE_DAILY","kind":"boolean","required":false,"default":false,"says":"a boolean","remedy":"use true or false"},
  {"name":"file.max_age_days","typescript":"file.maxAgeDays","env":"LOG_FILE_MAX_AGE_DAYS","kind":"integer","required":false,"default":0,"minimum":0,"maximum":36500,"says":"an integer from 0 to 36500","remedy":"use a number in this range"},
  {"name":"file.max_total_mb","typescript":"file.maxTotalMb","env":"LOG_FILE_MAX_TOTAL_MB","kind":"number","required":false,"default":0,"minimum":0,"maximum":1073741824,"says":"a number from 0 to 1073741824","remedy":"use a number in this range"},
  {"name":"file.fsync","typescript":"file.fsync","env":"LOG_FILE_FSYNC","kind":"string","required":false,"default":"interval","values":["never","interval","always"],"says":"an allowed value","remedy":"use one of never, interval, always"},
  {"name":"file.fsync_interval_ms","typescript":"file.fsyncIntervalMs","env":"LOG_FILE_FSYNC_INTERVAL_MS","kind":"integer","required":false,"default":1000,"minimum":10,"maximum":3600000,"says":"an integer from 10 to 3600000","remedy":"use a number in this range"},
  {"name":"async.enabled","typescript":"async.enabled","env":"LOG_ASYNC_ENABLED","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"async.queue_size","typescript":"async.queueSize","env":"LOG_QUEUE_SIZE","kind":"integer","required":false,"default":10000,"minimum":1,"maximum":10000000,"says":"an integer from 1 to 10000000","remedy":"use a number in this range"},
  {"name":"async.queue_bytes","typescript":"async.queueBytes","env":"LOG_QUEUE_BYTES","kind":"integer","required":false,"default":67108864,"minimum":65536,"maximum":4294967296,"says":"an integer from 65536 to 4294967296","remedy":"use a number in this range"},
  {"name":"async.overflow_policy","typescript":"async.overflowPolicy","env":"LOG_OVERFLOW_POLICY","kind":"string","required":false,"default":"drop_oldest","values":["drop_oldest","drop_newest","block","drop_least_important"],"says":"an allowed value","remedy":"use one of drop_oldest, drop_newest, block, drop_least_important"},
  {"name":"async.block_timeout_ms","typescript":"async.blockTimeoutMs","env":"LOG_BLOCK_TIMEOUT_MS","kind":"integer","required":false,"default":1000,"minimum":0,"maximum":60000,"says":"an integer from 0 to 60000","remedy":"use a number in this range"},
  {"name":"async.batch_size","typescript":"async.batchSize","env":"LOG_BATCH_SIZE","kind":"integer","required":false,"default":100,"minimum":1,"maximum":100000,"says":"an integer from 1 to 100000","remedy":"use a number in this range"},
  {"name":"async.flush_interval_ms","typescript":"async.flushIntervalMs","env":"LOG_FLUSH_INTERVAL_MS","kind":"integer","required":false,"default":10,"minimum":1,"maximum":60000,"says":"an integer from 1 to 60000","remedy":"use a number in this range"},
  {"name":"default_context","typescript":"defaultContext","kind":"object","required":false,"default":{},"says":"an object","remedy":"use an object"},
  {"name":"max_entry_bytes","typescript":"maxEntryBytes","env":"LOG_MAX_ENTRY_BYTES","kind":"integer","required":false,"default":31999,"minimum":4096,"maximum":256000,"says":"an integer from 4096 to 256000","remedy":"use a number in this range"},
  {"name":"strip_ansi","typescript":"stripAnsi","env":"LOG_STRIP_ANSI","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"redact.enabled","typescript":"redact.enabled","env":"LOG_REDACT_ENABLED","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false","live":true},
  {"name":"redact.fields","typescript":"redact.fields","env":"LOG_REDACT_FIELDS","kind":"strings","required":false,"default":[],"says":"a list of strings","remedy":"use a list of strings that are not empty","live":true},
  {"name":"redact.replace_defaults","typescript":"redact.replaceDefaults","env":"LOG_REDACT_REPLACE_DEFAULTS","kind":"boolean","required":false,"default":false,"says":"a boolean","remedy":"use true or false","live":true},
  {"name":"redact.patterns","typescript":"redact.patterns","kind":"object","required":false,"default":{},"says":"an object","remedy":"use an object","live":true},
  {"name":"redact.masks","typescript":"redact.masks","kind":"object","required":false,"default":{},"says":"an object","remedy":"use an object","live":true},
  {"name":"redact.policy_file","typescript":"redact.policyFile","env":"LOG_REDACT_POLICY_FILE","kind":"string","required":false,"minLength":1,"says":"a string that is not empty","remedy":"use such a string or leave the field out","live":true},
  {"name":"sampling.rates","typescript":"sampling.rates","env":"LOG_SAMPLE_<LEVEL>","kind":"rates","required":false,"default":{},"says":"a rate from 0 to 1 for a level","remedy":"use levels with numbers from 0 to 1; ERROR and CRITICAL can only have 1","live":true},
  {"name":"sampling.always_log_patterns","typescript":"sampling.alwaysLogPatterns","env":"LOG_ALWAYS_LOG_PATTERNS","kind":"strings","required":false,"default":[],"says":"a list of strings","remedy":"use a list of strings that are not empty","live":true},
  {"name":"rate_limit.messages_per_second","typescript":"rateLimit.messagesPerSecond","env":"LOG_RATE_LIMIT","kind":"number","required":false,"default":0,"minimum":0,"maximum":10000000,"says":"a number from 0 to 10000000","remedy":"use a number in this range","live":true},
  {"name":"rate_limit.burst_size","typescript":"rateLimit.burstSize","env":"LOG_RATE_LIMIT_BURST","kind":"integer","required":false,"default":5000,"minimum":1,"maximum":100000000,"says":"an integer from 1 to 100000000","remedy":"use a number in this range","live":true},
  {"name":"source_root","typescript":"sourceRoot","env":"LOG_SOURCE_ROOT","kind":"string","required":false,"default":"","says":"a string","remedy":"use a string"},
  {"name":"entry_ids","typescript":"entryIds","env":"LOG_ENTRY_IDS","kind":"string","required":false,"default":"auto","values":["auto","on","off"],"says":"an allowed value","remedy":"use one of auto, on, off"},
  {"name":"recent.capacity","typescript":"recent.capacity","env":"LOG_RECENT_CAPACITY","kind":"integer","required":false,"default":256,"minimum":0,"maximum":100000,"says":"an integer from 0 to 100000","remedy":"use a number in this range"},
  {"name":"routes","typescript":"routes","kind":"records","required":false,"default":[],"says":"a list of routes","remedy":"use objects with handler and, where wanted, loggers, level, priority and path","members":[{"name":"handler","typescript":"handler","kind":"string","required":true,"values":["console","file","http","loki","otlp"],"says":"an allowed value","remedy":"use one of console, file, http, loki, otlp"},{"name":"loggers","typescript":"loggers","kind":"strings","required":false,"itemPattern":"^(\\*|#|[^.*#]+)(\\.(\\*|#|[^.*#]+))*$","says":"a list of strings","remedy":"use a list of strings that are not empty"},{"name":"level","typescript":"level","kind":"level","required":false,"says":"a level","remedy":"use one of DEBUG, INFO, WARNING, ERROR, CRITICAL"},{"name":"priority","typescript":"priority","kind":"integer","required":false,"minimum":-1000000,"maximum":1000000,"says":"an integer from -1000000 to 1000000","remedy":"use a number in this range"},{"name":"path","typescript":"path","kind":"string","required":false,"minLength":1,"says":"a string that is not empty","remedy":"use such a string or leave the field out"}]},
  {"name":"http.url","typescript":"http.url","env":"LOG_HTTP_URL","kind":"string","required":false,"maxLength":2048,"pattern":"^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$","says":"an http or https address","remedy":"use a form such as https://logs.example.com/push","secret":true},
  {"name":"http.headers","typescript":"http.headers","env":"LOG_HTTP_HEADERS","kind":"texts","required":false,"default":{},"says":"an object whose values are strings","remedy":"use strings","secret":true},
  {"name":"http.level","typescript":"http.level","env":"LOG_HTTP_LEVEL","kind":"level","required":false,"default":"DEBUG","says":"a level","remedy":"use one of DEBUG, INFO, WARNING, ERROR, CRITICAL"},
  {"name":"http.batch_size","typescript":"http.batchSize","env":"LOG_HTTP_BATCH_SIZE","kind":"integer","required":false,"default":500,"minimum":1,"maximum":10000,"says":"an integer from 1 to 10000","remedy":"use a number in this range"},
  {"name":"http.flush_interval_ms","typescript":"http.flushIntervalMs","env":"LOG_HTTP_FLUSH_INTERVAL_MS","kind":"integer","required":false,"default":1000,"minimum":1,"maximum":60000,"says":"an integer from 1 to 60000","remedy":"use a number in this range"},
  {"name":"http.timeout_ms","typescript":"http.timeoutMs","env":"LOG_HTTP_TIMEOUT_MS","kind":"integer","required":false,"default":10000,"minimum":1,"maximum":300000,"says":"an integer from 1 to 300000","remedy":"use a number in this range"},
  {"name":"http.gzip","typescript":"http.gzip","env":"LOG_HTTP_GZIP","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"http.spool_directory","typescript":"http.spoolDirectory","env":"LOG_HTTP_SPOOL_DIRECTORY","kind":"string","required":false,"minLength":1,"says":"a string that is not empty","remedy":"use such a string or leave the field out"},
  {"name":"http.spool_max_mb","typescript":"http.spoolMaxMb","env":"LOG_HTTP_SPOOL_MAX_MB","kind":"number","required":false,"default":64,"minimum":1,"maximum":1048576,"says":"a number from 1 to 1048576","remedy":"use a number in this range"},
  {"name":"loki.url","typescript":"loki.url","env":"LOG_LOKI_URL","kind":"string","required":false,"maxLength":2048,"pattern":"^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$","says":"an http or https address","remedy":"use a form such as https://logs.example.com/push","secret":true},
  {"name":"loki.headers","typescript":"loki.headers","env":"LOG_LOKI_HEADERS","kind":"texts","required":false,"default":{},"says":"an object whose values are strings","remedy":"use strings","secret":true},
  {"name":"loki.labels","typescript":"loki.labels","env":"LOG_LOKI_LABELS","kind":"texts","required":false,"default":{},"says":"an object whose values are strings","remedy":"use strings"},
  {"name":"loki.tenant","typescript":"loki.tenant","env":"LOG_LOKI_TENANT","kind":"string","required":false,"minLength":1,"says":"a string that is not empty","remedy":"use such a string or leave the field out"},
  {"name":"loki.level","typescript":"loki.level","env":"LOG_LOKI_LEVEL","kind":"level","required":false,"default":"DEBUG","says":"a level","remedy":"use one of DEBUG, INFO, WARNING, ERROR, CRITICAL"},
  {"name":"loki.batch_size","typescript":"loki.batchSize","env":"LOG_LOKI_BATCH_SIZE","kind":"integer","required":false,"default":500,"minimum":1,"maximum":10000,"says":"an integer from 1 to 10000","remedy":"use a number in this range"},
  {"name":"loki.flush_interval_ms","typescript":"loki.flushIntervalMs","env":"LOG_LOKI_FLUSH_INTERVAL_MS","kind":"integer","required":false,"default":1000,"minimum":1,"maximum":60000,"says":"an integer from 1 to 60000","remedy":"use a number in this range"},
  {"name":"loki.timeout_ms","typescript":"loki.timeoutMs","env":"LOG_LOKI_TIMEOUT_MS","kind":"integer","required":false,"default":10000,"minimum":1,"maximum":300000,"says":"an integer from 1 to 300000","remedy":"use a number in this range"},
  {"name":"loki.gzip","typescript":"loki.gzip","env":"LOG_LOKI_GZIP","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"loki.spool_directory","typescript":"loki.spoolDirectory","env":"LOG_LOKI_SPOOL_DIRECTORY","kind":"string","required":false,"minLength":1,"says":"a string that is not empty","remedy":"use such a string or leave the field out"},
  {"name":"loki.spool_max_mb","typescript":"loki.spoolMaxMb","env":"LOG_LOKI_SPOOL_MAX_MB","kind":"number","required":false,"default":64,"minimum":1,"maximum":1048576,"says":"a number from 1 to 1048576","remedy":"use a number in this range"},
  {"name":"otlp.url","typescript":"otlp.url","env":"LOG_OTLP_URL","kind":"string","required":false,"maxLength":2048,"pattern":"^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$","says":"an http or https address","remedy":"use a form such as https://logs.example.com/push","secret":true},
  {"name":"otlp.headers","typescript":"otlp.headers","env":"LOG_OTLP_HEADERS","kind":"texts","required":false,"default":{},"says":"an object whose values are strings","remedy":"use strings","secret":true},
  {"name":"otlp.level","typescript":"otlp.level","env":"LOG_OTLP_LEVEL","kind":"level","required":false,"default":"DEBUG","says":"a level","remedy":"use one of DEBUG, INFO, WARNING, ERROR, CRITICAL"},
  {"name":"otlp.batch_size","typescript":"otlp.batchSize","env":"LOG_OTLP_BATCH_SIZE","kind":"integer","required":false,"default":500,"minimum":1,"maximum":10000,"says":"an integer from 1 to 10000","remedy":"use a number in this range"},
  {"name":"otlp.flush_interval_ms","typescript":"otlp.flushIntervalMs","env":"LOG_OTLP_FLUSH_INTERVAL_MS","kind":"integer","required":false,"default":1000,"minimum":1,"maximum":60000,"says":"an integer from 1 to 60000","remedy":"use a number in this range"},
  {"name":"otlp.timeout_ms","typescript":"otlp.timeoutMs","env":"LOG_OTLP_TIMEOUT_MS","kind":"integer","required":false,"default":10000,"minimum":1,"maximum":300000,"says":"an integer from 1 to 300000","remedy":"use a number in this range"},
  {"name":"otlp.gzip","typescript":"otlp.gzip","env":"LOG_OTLP_GZIP","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"otlp.spool_directory","typescript":"otlp.spoolDirectory","env":"LOG_OTLP_SPOOL_DIRECTORY","kind":"string","required":false,"minLength":1,"says":"a string that is not empty","remedy":"use such a string or leave the field out"},
  {"name":"otlp.spool_max_mb","typescript":"otlp.spoolMaxMb","env":"LOG_OTLP_SPOOL_MAX_MB","kind":"number","required":false,"default":64,"minimum":1,"maximum":1048576,"says":"a number from 1 to 1048576","remedy":"use a number in this range"},
  {"name":"audit.enabled","typescript":"audit.enabled","env":"LOG_AUDIT_ENABLED","kind":"boolean","required":false,"default":false,"says":"a boolean","remedy":"use true or false"},
  {"name":"audit.file_path","typescript":"audit.filePath","env":"LOG_AUDIT_FILE_PATH","kind":"string","required":false,"minLength":1,"says":"a string that is not empty","remedy":"use such a string or leave the field out"},
  {"name":"audit.retention_days","typescript":"audit.retentionDays","env":"LOG_AUDIT_RETENTION_DAYS","kind":"integer","required":false,"default":365,"minimum":0,"maximum":36500,"says":"an integer from 0 to 36500","remedy":"use a number in this range"},
  {"name":"audit.include_user_id","typescript":"audit.includeUserId","env":"LOG_AUDIT_INCLUDE_USER_ID","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"audit.include_ip_address","typescript":"audit.includeIpAddress","env":"LOG_AUDIT_INCLUDE_IP_ADDRESS","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"audit.include_request_id","typescript":"audit.includeRequestId","env":"LOG_AUDIT_INCLUDE_REQUEST_ID","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"audit.key","typescript":"audit.key","env":"LOG_AUDIT_KEY","kind":"string","required":false,"minLength":16,"says":"a string of at least 16 characters","remedy":"use a longer one","secret":true},
  {"name":"exit.handle_signals","typescript":"exit.handleSignals","env":"LOG_HANDLE_SIGNALS","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"exit.reopen_on_sighup","typescript":"exit.reopenOnSighup","env":"LOG_REOPEN_ON_SIGHUP","kind":"boolean","required":false,"default":false,"says":"a boolean","remedy":"use true or false"},
  {"name":"exit.deadline_ms","typescript":"exit.deadlineMs","env":"LOG_EXIT_DEADLINE_MS","kind":"integer","required":false,"default":2000,"minimum":0,"maximum":60000,"says":"an integer from 0 to 60000","remedy":"use a number in this range"},
  {"name":"config_file","typescript":"configFile","env":"LOG_CONFIG_FILE","kind":"string","required":false,"minLength":1,"says":"a string that is not empty","remedy":"use such a string or leave the field out","notInFile":true},
  {"name":"reload.enabled","typescript":"reload.enabled","env":"LOG_RELOAD_ENABLED","kind":"boolean","required":false,"default":true,"says":"a boolean","remedy":"use true or false"},
  {"name":"reload.interval_ms","typescript":"reload.intervalMs","env":"LOG_RELOAD_INTERVAL_MS","kind":"integer","required":false,"default":5000,"minimum":100,"maximum":3600000,"says":"an integer from 100 to 3600000","remedy":"use a number in this range"},
];

/** What can be done about each error, by its code. */
export const ERROR_REMEDIES = {
  AGORA_CONFIG: "Correct the fields that the message names; docs/reference/configuration.md lists all of them.",
  AGORA_LEVEL: "Use one of DEBUG, INFO, WARNING, ERROR, CRITICAL.",
  AGORA_HANDLER_IO: "Look at the system error in the report: free space, permissions, or whether the directory exists.",
  AGORA_HANDLER_RECOVERED: "Nothing: look at the report before it for what was wrong. Lines in between are on standard error, unless they were replayed.",
  AGORA_ROTATION: "Look at the system error in the report: the process needs the right to make, rename and remove files in the directory.",
  AGORA_NETWORK_FILE: "Write to a local disk and let an agent collect the file, or give each machine a file of its own.",
  AGORA_DROPPED: "sampled and rate_limited are what the configuration asks for. Otherwise raise the limit that was reached, or look at the handler that could not keep up.",
  AGORA_NOT_INITIALIZED: "Call `initialize` before the first entry.",
  AGORA_LEVEL_CHANGED: "Nothing, where it was meant. `resetLevel` returns to the configured level.",
  AGORA_RELOADED: "Nothing, where it was meant.",
  AGORA_REFUSED: "Look at the status and the answer in the report: entries that are too old, too large, or not what the receiver expects.",
  AGORA_AUDIT: "Look at the system error in the report: free space, permissions, or another process that holds the lock.",
  AGORA_AUDIT_CHAIN: "Run `verifyAudit` and keep the files: somebody has removed or changed entries.",
  AGORA_UNCAUGHT: "Handle the error where it arises. The entry is switched off with `logUncaught: false` of `installExitHooks`.",
  AGORA_CLOSED: "Call `shutdown` last, or `initialize` again.",
  AGORA_ENCODE: "Look for a call that logs at the end of the stack (RecursionError). Anything else is a fault of the library: report it with the value that was logged.",
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
