// clang-format off
// Generated from schemas/*.schema.json and schemas/codes.json by `npm run generate`. Do not edit.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// Levels, members, limits, names and codes that all languages share.
namespace agora::log::gen {

/// A level with its number in the interfaces and its severity number in protobuf and OTLP.
struct level_row {
  std::string_view name;
  int number;
  int severity;
};

/// One name that stands for another.
struct alias_row {
  std::string_view alias;
  std::string_view name;
};

/// What a field of the configuration holds.
enum class config_kind : std::uint8_t { string, boolean, integer, level, strings, object };

/// One field of the configuration. Texts that do not apply are empty.
struct config_field {
  std::string_view name;           ///< path in the form that a file has
  std::string_view cpp;            ///< name in C++
  std::string_view env;            ///< environment variable
  config_kind kind;
  bool required;
  std::string_view default_text;   ///< default of a scalar, as it would stand in the environment
  std::string_view values;         ///< the allowed values, separated by blanks
  std::int64_t minimum;            ///< lowest number; 0 where there is none
  std::int64_t maximum;            ///< highest number; 0 where there is none
  std::size_t min_length;          ///< shortest text, in code points
  std::size_t max_length;          ///< longest text, in code points; 0: no limit
  std::string_view says;           ///< what a value must be, in words that fit behind "is not"
  std::string_view remedy;         ///< what to do about a value that does not fit
};

/// What can be done about an error.
struct error_row {
  std::string_view code;
  std::string_view remedy;
};

/// An entry that the library writes about itself.
struct own_entry_row {
  std::string_view code;
  std::string_view level;
  std::string_view message;
};

/// A rule of the validator.
struct rule_row {
  std::string_view code;
  std::string_view severity;       ///< MUST (failure) or SHOULD (warning)
  std::string_view sentence;
};

/// Version of the wire format; an entry without `schema_version` has this one.
inline constexpr std::string_view schema_version = "1.0";

/// The levels, from the least to the most serious.
inline constexpr std::array<level_row, 5> levels{{
    {"DEBUG", 10, 5},
    {"INFO", 20, 9},
    {"WARNING", 30, 13},
    {"ERROR", 40, 17},
    {"CRITICAL", 50, 21},
}};

/// Other names for levels, in lower case.
inline constexpr std::array<alias_row, 9> level_aliases{{
    {"trace", "DEBUG"},
    {"notice", "INFO"},
    {"warn", "WARNING"},
    {"err", "ERROR"},
    {"fatal", "CRITICAL"},
    {"crit", "CRITICAL"},
    {"alert", "CRITICAL"},
    {"emerg", "CRITICAL"},
    {"panic", "CRITICAL"},
}};


/// Short names for environments.
inline constexpr std::array<alias_row, 3> environment_aliases{{
    {"dev", "development"},
    {"stage", "staging"},
    {"prod", "production"},
}};

/// The members of an entry, in the order of the wire.
inline constexpr std::array<std::string_view, 21> entry_members{
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
};

/// The members that every entry has, in the order of the wire.
inline constexpr std::array<std::string_view, 7> required_members{
    "timestamp",
    "level",
    "message",
    "service",
    "file",
    "line",
    "function",
};

/// The members of an exception, in the order of the wire.
inline constexpr std::array<std::string_view, 6> exception_members{
    "type",
    "message",
    "stacktrace",
    "properties",
    "cause",
    "errors",
};

/// What `_agora.truncated` may name, in its order.
inline constexpr std::array<std::string_view, 7> truncatable{
    "context",
    "exception",
    "file",
    "function",
    "logger_name",
    "message",
    "user_id",
};

/// Keys of a context that are lifted to the top level of the entry.
inline constexpr std::array<std::string_view, 5> reserved_keys{
    "correlation_id",
    "user_id",
    "trace_id",
    "span_id",
    "duration_ms",
};

/// Containers inside each other; `context` and every `properties` are 1.
inline constexpr std::int64_t limit_depth = 16;

/// Members of an object, after sorting.
inline constexpr std::int64_t limit_members = 128;

/// Members of an object that are looked at, in the object's own order.
inline constexpr std::int64_t limit_members_seen = 1024;

/// Elements of an array.
inline constexpr std::int64_t limit_elements = 256;

/// Values in `context` at all depths; the same again in the `properties` of an exception.
inline constexpr std::int64_t limit_values = 4096;

/// Key, in bytes.
inline constexpr std::int64_t limit_key_bytes = 256;

/// Text in `context`, `message` and an exception's message, in bytes.
inline constexpr std::int64_t limit_string_bytes = 8192;

/// Binary data, in bytes before base64.
inline constexpr std::int64_t limit_binary_bytes = 6144;

/// What is kept of binary data that is longer, in bytes before base64.
inline constexpr std::int64_t limit_binary_bytes_kept = 6126;

/// Stack trace, in bytes.
inline constexpr std::int64_t limit_stacktrace_bytes = 16384;

/// `file`, `function`, `logger_name`, `host`, `user_id` and an exception's type, in bytes.
inline constexpr std::int64_t limit_text_bytes = 256;

/// `service`, in code points.
inline constexpr std::int64_t limit_service_chars = 128;

/// Bytes below its limit to which a text is cut, to leave room for the marker.
inline constexpr std::int64_t limit_cut_reserve = 24;

/// Errors in a chain of causes, the first one counted.
inline constexpr std::int64_t limit_chain = 8;

/// Errors in an exception's `errors`.
inline constexpr std::int64_t limit_errors = 16;

/// Entry with its line feed, in bytes, unless configured.
inline constexpr std::int64_t limit_entry_bytes = 31999;

/// Lowest configurable limit of an entry, in bytes.
inline constexpr std::int64_t limit_entry_bytes_min = 4096;

/// Highest configurable limit of an entry, in bytes.
inline constexpr std::int64_t limit_entry_bytes_max = 256000;

/// Bytes kept free for `_agora` in an entry that must lose something.
inline constexpr std::int64_t limit_entry_reserve = 128;

/// A stack trace that would be cut below this many bytes is left out.
inline constexpr std::int64_t limit_stacktrace_min = 256;

/// Highest number written as `_agora.dropped`.
inline constexpr std::int64_t limit_dropped_max = 999999;

/// Largest integer written bare; one outside becomes a text of its digits.
inline constexpr std::int64_t limit_safe_integer = 9007199254740991;

/// Highest number written as `line`.
inline constexpr std::int64_t limit_line_max = 4294967295;

/// Names whose values are hidden by default; the words of a name are separated by one blank.
inline constexpr std::array<std::string_view, 24> redact_keys{
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
};

/// The fields of the configuration, in the order of the reference.
inline constexpr std::array<config_field, 17> config_fields{{
    {"service_name", "service_name", "SERVICE_NAME", config_kind::string, true, "", "", 0, 0, 1, 128, "a string of 1 to 128 characters", "use a string of this length"},
    {"environment", "environment", "ENVIRONMENT", config_kind::string, false, "development", "development staging production", 0, 0, 0, 0, "an allowed value", "use one of development, staging, production"},
    {"version", "version", "SERVICE_VERSION", config_kind::string, false, "0.0.0", "", 0, 0, 0, 256, "a semantic version", "use a form such as 1.4.2"},
    {"level", "level", "LOG_LEVEL", config_kind::level, false, "INFO", "", 0, 0, 0, 0, "a level", "use one of DEBUG, INFO, WARNING, ERROR, CRITICAL"},
    {"host", "host", "LOG_HOST", config_kind::string, false, "", "", 0, 0, 0, 0, "a string", "use a string"},
    {"console.enabled", "console_enabled", "LOG_CONSOLE_ENABLED", config_kind::boolean, false, "true", "", 0, 0, 0, 0, "a boolean", "use true or false"},
    {"console.format", "console_format", "LOG_CONSOLE_FORMAT", config_kind::string, false, "auto", "json text auto", 0, 0, 0, 0, "an allowed value", "use one of json, text, auto"},
    {"console.colors", "console_colors", "LOG_CONSOLE_COLORS", config_kind::boolean, false, "true", "", 0, 0, 0, 0, "a boolean", "use true or false"},
    {"file.enabled", "file_enabled", "LOG_FILE_ENABLED", config_kind::boolean, false, "", "", 0, 0, 0, 0, "a boolean", "use true or false"},
    {"file.path", "file_path", "LOG_FILE_PATH", config_kind::string, false, "", "", 0, 0, 1, 0, "a string that is not empty", "use such a string or leave the field out"},
    {"default_context", "default_context", "", config_kind::object, false, "", "", 0, 0, 0, 0, "an object", "use an object"},
    {"max_entry_bytes", "max_entry_bytes", "LOG_MAX_ENTRY_BYTES", config_kind::integer, false, "31999", "", 4096, 256000, 0, 0, "an integer from 4096 to 256000", "use a number in this range"},
    {"strip_ansi", "strip_ansi", "LOG_STRIP_ANSI", config_kind::boolean, false, "true", "", 0, 0, 0, 0, "a boolean", "use true or false"},
    {"redact.enabled", "redact_enabled", "LOG_REDACT_ENABLED", config_kind::boolean, false, "true", "", 0, 0, 0, 0, "a boolean", "use true or false"},
    {"redact.fields", "redact_fields", "LOG_REDACT_FIELDS", config_kind::strings, false, "", "", 0, 0, 0, 0, "a list of strings", "use a list of strings that are not empty"},
    {"redact.replace_defaults", "redact_replace_defaults", "LOG_REDACT_REPLACE_DEFAULTS", config_kind::boolean, false, "false", "", 0, 0, 0, 0, "a boolean", "use true or false"},
    {"source_root", "source_root", "LOG_SOURCE_ROOT", config_kind::string, false, "", "", 0, 0, 0, 0, "a string", "use a string"},
}};

/// The entries that the library writes about itself, by their codes.
inline constexpr std::array<own_entry_row, 7> own_entries{{
    {"AGORA_HANDLER_IO", "ERROR", "A handler could not write; its lines go to standard error"},
    {"AGORA_HANDLER_RECOVERED", "WARNING", "A handler writes again"},
    {"AGORA_DROPPED", "WARNING", "Entries were dropped"},
    {"AGORA_NOT_INITIALIZED", "WARNING", "A logger is used before initialize: entries go to the console only"},
    {"AGORA_LEVEL_CHANGED", "INFO", "A level was changed"},
    {"AGORA_RELOADED", "INFO", "The configuration was loaded again"},
    {"AGORA_CLOSED", "WARNING", "A logger was used after shutdown"},
}};

/// What can be done about each error, by its code.
inline constexpr std::array<error_row, 19> error_remedies{{
    {"AGORA_CONFIG", "Correct the fields that the message names; docs/reference/configuration.md lists all of " "them."},
    {"AGORA_LEVEL", "Use one of DEBUG, INFO, WARNING, ERROR, CRITICAL."},
    {"AGORA_HANDLER_IO", "Look at the system error in the report: free space, permissions, or whether the directory " "exists."},
    {"AGORA_HANDLER_RECOVERED", "Nothing: look at the report before it for what was wrong. Lines in between are on standard " "error, unless they were replayed."},
    {"AGORA_ROTATION", "Look at the system error in the report: the process needs the right to make, rename and " "remove files in the directory."},
    {"AGORA_NETWORK_FILE", "Write to a local disk and let an agent collect the file, or give each machine a file of " "its own."},
    {"AGORA_DROPPED", "sampled and rate_limited are what the configuration asks for. Otherwise raise the limit " "that was reached, or look at the handler that could not keep up."},
    {"AGORA_NOT_INITIALIZED", "Call `initialize` before the first entry."},
    {"AGORA_LEVEL_CHANGED", "Nothing, where it was meant. `resetLevel` returns to the configured level."},
    {"AGORA_RELOADED", "Nothing, where it was meant."},
    {"AGORA_REFUSED", "Look at the status and the answer in the report: entries that are too old, too large, or " "not what the receiver expects."},
    {"AGORA_AUDIT", "Look at the system error in the report: free space, permissions, or another process that " "holds the lock."},
    {"AGORA_AUDIT_CHAIN", "Run `verifyAudit` and keep the files: somebody has removed or changed entries."},
    {"AGORA_UNCAUGHT", "Handle the error where it arises. The entry is switched off with `logUncaught: false` of " "`installExitHooks`."},
    {"AGORA_CLOSED", "Call `shutdown` last, or `initialize` again."},
    {"AGORA_ENCODE", "Look for a call that logs at the end of the stack (RecursionError). Anything else is a " "fault of the library: report it with the value that was logged."},
    {"AGORA_PROTO", "Look at the reason in the message; files and streams hold messages with their length in " "front."},
    {"AGORA_JSON", "Correct the text at the byte that the message names."},
    {"AGORA_SCHEMA", "Correct the schema at the place that the message names."},
}};

/// The rules of the validator.
inline constexpr std::array<rule_row, 36> rules{{
    {"line.empty", "MUST", "The line is empty."},
    {"line.too_long", "MUST", "The line is longer than the validator reads."},
    {"line.crlf", "SHOULD", "The line ends with a carriage return and a line feed."},
    {"line.torn", "MUST", "The last line has no line feed."},
    {"json.syntax", "MUST", "The line is not JSON."},
    {"json.utf8", "MUST", "The bytes are not UTF-8."},
    {"json.bom", "MUST", "The line begins with a byte order mark."},
    {"json.duplicate_key", "MUST", "The object has this member twice."},
    {"json.depth", "MUST", "The value is nested deeper than the validator reads."},
    {"json.not_object", "MUST", "The line is not a JSON object."},
    {"json.number_range", "MUST", "The number cannot be held by a 64-bit floating point number."},
    {"entry.required", "MUST", "A required member is missing."},
    {"entry.type", "MUST", "The value has the wrong type."},
    {"entry.enum", "MUST", "The value is none of the allowed ones."},
    {"entry.pattern", "MUST", "The text does not have the required form."},
    {"entry.min_length", "MUST", "The text is too short."},
    {"entry.max_length", "MUST", "The text is too long."},
    {"entry.minimum", "MUST", "The number is too small."},
    {"entry.maximum", "MUST", "The number is too large."},
    {"entry.unknown_member", "MUST", "The object has a member that the schema does not know."},
    {"entry.null", "MUST", "The member is null; an absent member is left out instead."},
    {"entry.calendar", "MUST", "The date does not exist in the calendar."},
    {"entry.depth", "MUST", "The value is nested deeper than the limit."},
    {"entry.members", "MUST", "The object has too few or too many members."},
    {"entry.elements", "MUST", "The array has too few, too many or equal elements."},
    {"entry.values", "MUST", "There are too many values."},
    {"entry.key_length", "MUST", "The name of the member is too long."},
    {"entry.size", "MUST", "The entry is larger than the limit."},
    {"entry.schema", "MUST", "The value does not fit a keyword of its schema."},
    {"canon.member_order", "MUST", "The members are not in the order of the wire format."},
    {"canon.key_order", "MUST", "The members are not sorted by UTF-16 code units."},
    {"canon.whitespace", "MUST", "There is white space between the tokens."},
    {"canon.escape", "MUST", "A character is escaped in another way than the canonical one."},
    {"canon.number", "MUST", "The number is not written in its canonical form."},
    {"canon.text", "MUST", "The text holds an unpaired surrogate."},
    {"canon.empty_context", "MUST", "An empty `context` is left out."},
}};

}  // namespace agora::log::gen
