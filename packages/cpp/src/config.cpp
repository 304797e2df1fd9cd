#include "agora/log/config.hpp"

#include <algorithm>

#include "agora/log/level.hpp"
#include "ascii.hpp"
#include "config_error.hpp"
#include "config_fields.hpp"
#include "config_value.hpp"
#include "system.hpp"
#include "utf8.hpp"

extern char** environ;

namespace agora::log {

namespace {

using detail::FieldValues;

struct Settling {
    FieldValues values;
    std::map<std::string, std::string, std::less<>> sources;
    std::vector<Violation> violations;
    std::vector<Violation> warnings;
};

bool settle_from_environment(const gen::config_field& field, const Environment& environment, std::size_t index,
                             Settling& settling) {
    const auto text = field.env.empty() ? std::nullopt : detail::variable(environment, field.env);
    if (!text) {
        return false;
    }
    const Value value = detail::from_variable(field, *text);
    std::optional<Value> accepted = detail::accepted(field, value);
    if (!accepted) {
        settling.warnings.push_back(detail::violation(field, value, field.env));
        return false;
    }
    settling.values[index] = std::move(accepted);
    settling.sources.emplace(field.cpp, field.env);
    return true;
}

void settle_from_code(const gen::config_field& field, const std::optional<Value>& value, std::size_t index,
                      bool overruled, Settling& settling) {
    std::optional<Value> accepted = detail::accepted(field, *value);
    if (!accepted) {
        settling.violations.push_back(detail::violation(field, *value, "code"));
    } else if (!overruled) {
        settling.values[index] = std::move(accepted);
        settling.sources.emplace(field.cpp, "code");
    }
}

void settle_by_default(const gen::config_field& field, std::size_t index, Settling& settling) {
    if (field.required) {
        settling.violations.push_back({std::string(field.cpp),
                                       {},
                                       "code",
                                       std::string(field.says),
                                       "set it in code or by the environment variable " + std::string(field.env)});
        return;
    }
    settling.sources.emplace(field.cpp, "default");
    if (!field.default_text.empty()) {
        settling.values[index] = detail::from_variable(field, field.default_text);
    }
}

Settling settle(const Config& config, const Environment& environment) {
    const FieldValues code = detail::values_of(config);
    Settling settling;
    for (std::size_t i = 0; i < gen::config_fields.size(); ++i) {
        const gen::config_field& field = gen::config_fields[i];
        const bool from_environment = settle_from_environment(field, environment, i, settling);
        if (code[i]) {
            settle_from_code(field, code[i], i, from_environment, settling);
        } else if (!from_environment) {
            settle_by_default(field, i, settling);
        }
    }
    for (Violation& violation : detail::misspelt_variables(environment)) {
        settling.warnings.push_back(std::move(violation));
    }
    return settling;
}

// A name that is one path segment whatever the service is called.
std::string file_name(std::string_view service) {
    std::string name;
    for (const char *at = service.data(), *const end = at + service.size(); at != end;) {
        const char c = *at;
        const bool safe = detail::is_digit(c) || detail::is_lower(c) || detail::is_upper(c) || c == '_' || c == '-' ||
                          (c == '.' && !name.empty());
        name.push_back(safe ? c : '_');
        at += static_cast<unsigned char>(c) < 0x80 ? 1 : detail::next_step(at, end).size;
    }
    return name + ".log";
}

Settings settings_of(const Config& settled, const Environment& environment) {
    const bool terminal = detail::is_terminal(1);
    const std::string& format = *settled.console_format;
    Settings settings;
    settings.entry = {
        .service = *settled.service_name,
        .environment = *settled.environment,
        .version = *settled.version,
        .host = settled.host ? *settled.host : detail::host_name(),
        .default_context = settled.default_context.value_or(Context()),
        .max_entry_bytes = static_cast<std::uint32_t>(*settled.max_entry_bytes),
        .strip_ansi = *settled.strip_ansi,
        .redact = {*settled.redact_enabled, settled.redact_fields.value_or(std::vector<std::string>()),
                   *settled.redact_replace_defaults},
        .source_root = settled.source_root.value_or(""),
    };
    settings.level = parse_level(*settled.level).value_or(Level::info);
    settings.console_enabled = *settled.console_enabled;
    const bool text = format == "text" || (format == "auto" && terminal);
    settings.console_format = text ? ConsoleFormat::text : ConsoleFormat::json;
    settings.console_colors = *settled.console_colors && terminal && !detail::variable(environment, "NO_COLOR");
    settings.file_enabled =
        settled.file_enabled.value_or(settled.environment != "development" || settled.file_path.has_value());
    settings.file_path = settled.file_path ? *settled.file_path : "/var/log/agora/" + file_name(settings.entry.service);
    return settings;
}

}  // namespace

Environment process_environment() {
    Environment environment;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        if (const std::size_t equals = text.find('='); equals != std::string_view::npos) {
            environment.emplace_back(text.substr(0, equals), text.substr(equals + 1));
        }
    }
    return environment;
}

Config Config::from_env(const Environment& environment) {
    FieldValues values;
    for (std::size_t i = 0; i < gen::config_fields.size(); ++i) {
        const gen::config_field& field = gen::config_fields[i];
        if (const auto text = field.env.empty() ? std::nullopt : detail::variable(environment, field.env)) {
            values[i] = detail::accepted(field, detail::from_variable(field, *text));
        }
    }
    Config config;
    detail::assign(config, values);
    return config;
}

Result<Settings> resolve(const Config& config, const Environment& environment) {
    Settling settling = settle(config, environment);
    if (!settling.violations.empty()) {
        return detail::config_error(std::move(settling.violations));
    }
    Config settled;
    detail::assign(settled, settling.values);
    Settings settings = settings_of(settled, environment);
    settings.sources = std::move(settling.sources);
    settings.warnings = std::move(settling.warnings);
    return settings;
}

}  // namespace agora::log
