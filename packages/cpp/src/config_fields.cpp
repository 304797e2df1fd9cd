#include "config_fields.hpp"

#include <algorithm>

#include "agora/log/json.hpp"

namespace agora::log::detail {

namespace {

Value to_value(const std::string& text) { return text; }
Value to_value(bool boolean) { return boolean; }
Value to_value(std::int64_t number) { return number; }
Value to_value(const Context& context) { return context; }
Value to_value(const std::vector<std::string>& names) { return names; }

void from_value(std::string& text, const Value& value) { text = value.as_text(); }
void from_value(bool& boolean, const Value& value) { boolean = value.as_bool(); }
void from_value(std::int64_t& number, const Value& value) { number = value.as_int64(); }
void from_value(Context& context, const Value& value) { context = value.as_object(); }
void from_value(std::vector<std::string>& names, const Value& value) {
    for (const Value& name : value.as_array()) {
        names.emplace_back(name.as_text());
    }
}

// The one place where a member of Config meets its row of the table.
template <class AnyConfig, class Visitor>
void for_each_field(AnyConfig& config, Visitor&& visit) {
    visit("service_name", config.service_name);
    visit("environment", config.environment);
    visit("version", config.version);
    visit("level", config.level);
    visit("host", config.host);
    visit("console_enabled", config.console_enabled);
    visit("console_format", config.console_format);
    visit("console_colors", config.console_colors);
    visit("file_enabled", config.file_enabled);
    visit("file_path", config.file_path);
    visit("default_context", config.default_context);
    visit("max_entry_bytes", config.max_entry_bytes);
    visit("strip_ansi", config.strip_ansi);
    visit("redact_enabled", config.redact_enabled);
    visit("redact_fields", config.redact_fields);
    visit("redact_replace_defaults", config.redact_replace_defaults);
    visit("source_root", config.source_root);
}

// Edits (insert, delete, exchange) that make one text of the other.
std::size_t edit_distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t exchanged = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({exchanged, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

constexpr std::string_view prefix = "LOG_";
constexpr std::size_t near = 2;

const gen::config_field* meant_by(std::string_view name) {
    const gen::config_field* meant = nullptr;
    std::size_t nearest = near + 1;
    for (const gen::config_field& field : gen::config_fields) {
        if (field.env == name) {
            return nullptr;
        }
        if (!field.env.starts_with(prefix)) {
            continue;
        }
        if (const std::size_t distance = edit_distance(name, field.env); distance < nearest) {
            nearest = distance;
            meant = &field;
        }
    }
    return meant;
}

}  // namespace

std::size_t field_index(std::string_view cpp_name) noexcept {
    const auto* const row = std::ranges::find(gen::config_fields, cpp_name, &gen::config_field::cpp);
    return static_cast<std::size_t>(row - gen::config_fields.begin());
}

FieldValues values_of(const Config& config) {
    FieldValues values;
    for_each_field(config, [&values](std::string_view name, const auto& member) {
        if (member.has_value()) {
            values[field_index(name)] = to_value(*member);
        }
    });
    return values;
}

void assign(Config& config, const FieldValues& values) {
    for_each_field(config, [&values](std::string_view name, auto& member) {
        if (const std::optional<Value>& value = values[field_index(name)]) {
            from_value(member.emplace(), *value);
        }
    });
}

std::optional<std::string_view> variable(const Environment& environment, std::string_view name) noexcept {
    for (const auto& [key, value] : environment) {
        if (key == name && !value.empty()) {
            return value;
        }
    }
    return std::nullopt;
}

std::vector<Violation> misspelt_variables(const Environment& environment) {
    std::vector<Violation> violations;
    for (const auto& [name, value] : environment) {
        const gen::config_field* const field = name.starts_with(prefix) ? meant_by(name) : nullptr;
        if (field != nullptr) {
            violations.push_back({name, to_json(value), "the environment", "a variable of the logger",
                                  "did you mean " + std::string(field->env) + "?"});
        }
    }
    return violations;
}

}  // namespace agora::log::detail
