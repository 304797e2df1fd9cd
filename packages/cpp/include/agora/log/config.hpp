#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "agora/log/encoder.hpp"
#include "agora/log/handlers/console_format.hpp"
#include "agora/log/handlers/handler.hpp"

namespace agora::log {

/// Names and values of environment variables.
using Environment = std::vector<std::pair<std::string, std::string>>;

/// The environment of this process.
[[nodiscard]] Environment process_environment();

/// Configuration as code gives it. Every field is optional but `service_name`, and each is overruled by its environment
/// variable. docs/reference/configuration.md lists fields, variables, ranges and defaults.
struct Config {
    /// `SERVICE_NAME`. 1 to 128 characters. Required, here or in the environment.
    std::optional<std::string> service_name = {};
    /// `ENVIRONMENT`. development (default), staging, production, or dev, stage, prod.
    std::optional<std::string> environment = {};
    /// `SERVICE_VERSION`. A semantic version; default 0.0.0.
    std::optional<std::string> version = {};
    /// `LOG_LEVEL`. Lowest level that is written, by name or alias in any case; default INFO.
    std::optional<std::string> level = {};
    /// `LOG_HOST`. Default: the machine's host name.
    std::optional<std::string> host = {};
    /// `LOG_CONSOLE_ENABLED`. Default true.
    std::optional<bool> console_enabled = {};
    /// `LOG_CONSOLE_FORMAT`. json, text or auto (default): text on a terminal, else json.
    std::optional<std::string> console_format = {};
    /// `LOG_CONSOLE_COLORS`. Default true; on a terminal only, and never where NO_COLOR is set.
    std::optional<bool> console_colors = {};
    /// `LOG_FILE_ENABLED`. Default true in staging and production, in development only where a path is set.
    std::optional<bool> file_enabled = {};
    /// `LOG_FILE_PATH`. Default `/var/log/agora/<service>.log`.
    std::optional<std::string> file_path = {};
    /// Context of every entry.
    std::optional<Context> default_context = {};
    /// `LOG_MAX_ENTRY_BYTES`. 4,096 to 256,000; default 31,999.
    std::optional<std::int64_t> max_entry_bytes = {};
    /// `LOG_STRIP_ANSI`. Default true.
    std::optional<bool> strip_ansi = {};
    /// `LOG_REDACT_ENABLED`. Default true.
    std::optional<bool> redact_enabled = {};
    /// `LOG_REDACT_FIELDS`, separated by commas.
    std::optional<std::vector<std::string>> redact_fields = {};
    /// `LOG_REDACT_REPLACE_DEFAULTS`. Default false.
    std::optional<bool> redact_replace_defaults = {};
    /// `LOG_SOURCE_ROOT`. Default empty: base names.
    std::optional<std::string> source_root = {};

    /// Handlers beside the console and the file.
    std::vector<std::shared_ptr<Handler>> handlers = {};
    /// The time of entries; default the system's clock.
    Timestamp (*clock)() noexcept = &Timestamp::now;

    /// What the environment says, field by field; fields whose variable is unset or has a bad value are left out.
    [[nodiscard]] static Config from_env(const Environment& environment = process_environment());
};

/// Configuration with every field settled.
struct Settings {
    EncoderOptions entry;
    Level level = Level::info;
    bool console_enabled = true;
    ConsoleFormat console_format = ConsoleFormat::json;
    bool console_colors = false;
    bool file_enabled = false;
    std::string file_path;
    /// Where the value of each field came from: a variable's name, `code` or `default`.
    std::map<std::string, std::string, std::less<>> sources;
    /// Variables that have a bad value, or look like misspelt ones of ours. They are passed over.
    std::vector<Violation> warnings;
};

/// Settles every field: environment before code before default. A bad value in code is refused, with all others
/// (`AGORA_CONFIG`); one in the environment is passed over with a warning.
[[nodiscard]] Result<Settings> resolve(const Config& config, const Environment& environment = process_environment());

}  // namespace agora::log
