#include "config_value.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "agora/log/level.hpp"
#include "ascii.hpp"
#include "semver.hpp"
#include "utf8.hpp"

namespace agora::log::detail {

namespace {

bool lists(std::string_view words, std::string_view word) noexcept {
    for (;;) {
        const std::size_t blank = words.find(' ');
        if (words.substr(0, blank) == word) {
            return true;
        }
        if (blank == std::string_view::npos) {
            return false;
        }
        words.remove_prefix(blank + 1);
    }
}

std::optional<Value> accepted_string(const gen::config_field& field, std::string_view text) {
    const std::size_t length = code_points(text);
    if (length < field.min_length || (field.max_length > 0 && length > field.max_length)) {
        return std::nullopt;
    }
    if (field.cpp == "environment") {
        const auto* const alias = std::ranges::find(gen::environment_aliases, text, &gen::alias_row::alias);
        text = alias == gen::environment_aliases.end() ? text : alias->name;
    }
    if (!field.values.empty() && !lists(field.values, text)) {
        return std::nullopt;
    }
    if (field.cpp == "version" && !is_semver(text)) {
        return std::nullopt;
    }
    return Value(text);
}

bool is_list_of_names(const Value& value) {
    return value.kind() == Kind::array && std::ranges::all_of(value.as_array(), [](const Value& element) {
               return element.kind() == Kind::string && !element.as_text().empty();
           });
}

std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

Value split(std::string_view text) {
    Array names;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        if (const std::string_view name = trimmed(text.substr(begin, comma - begin)); !name.empty()) {
            names.emplace_back(name);
        }
        begin = comma + 1;
    }
    return names;
}

Value boolean_of(std::string_view text) {
    constexpr std::array<std::string_view, 4> yes{"true", "1", "yes", "on"};
    constexpr std::array<std::string_view, 4> no{"false", "0", "no", "off"};
    const auto is_word = [text](std::string_view word) { return equal_ignoring_case(text, word); };
    if (std::ranges::any_of(yes, is_word)) {
        return true;
    }
    return std::ranges::any_of(no, is_word) ? Value(false) : Value(text);
}

}  // namespace

std::size_t code_points(std::string_view text) noexcept {
    std::size_t count = 0;
    for (const char *at = text.data(), *const end = at + text.size(); at != end; ++count) {
        at += static_cast<unsigned char>(*at) < 0x80 ? 1 : next_step(at, end).size;
    }
    return count;
}

std::optional<Value> accepted(const gen::config_field& field, const Value& value) {
    const auto when = [&value](bool condition) { return condition ? std::optional(value) : std::nullopt; };
    switch (field.kind) {
        case gen::config_kind::string:
            return value.kind() == Kind::string ? accepted_string(field, value.as_text()) : std::nullopt;
        case gen::config_kind::boolean:
            return when(value.kind() == Kind::boolean);
        case gen::config_kind::integer:
            return when(value.kind() == Kind::int64 && value.as_int64() >= field.minimum &&
                        value.as_int64() <= field.maximum);
        case gen::config_kind::level:
            return when(value.kind() == Kind::string && parse_level(value.as_text()).has_value());
        case gen::config_kind::strings:
            return when(is_list_of_names(value));
        case gen::config_kind::object:
            return when(value.kind() == Kind::object);
    }
    return std::nullopt;
}

Value from_variable(const gen::config_field& field, std::string_view text) {
    switch (field.kind) {
        case gen::config_kind::boolean:
            return boolean_of(trimmed(text));
        case gen::config_kind::integer: {
            const Value number = Value::integer(trimmed(text));
            return number.kind() == Kind::int64 ? number : Value(text);
        }
        case gen::config_kind::level:
            return trimmed(text);
        case gen::config_kind::strings:
            return split(text);
        default:
            return text;
    }
}

}  // namespace agora::log::detail
