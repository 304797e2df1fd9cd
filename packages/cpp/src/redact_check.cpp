#include "redact_check.hpp"

#include <algorithm>
#include <optional>

#include "agora/log/json.hpp"
#include "byte_set.hpp"
#include "config_value.hpp"
#include "redact.hpp"
#include "redact_words.hpp"
#include "utf8.hpp"

namespace agora::log::detail {

namespace {

constexpr std::size_t longest_replacement = 256;
constexpr std::size_t longest_pattern_name = 64;
constexpr ByteSet lower_bytes("a-z");
constexpr ByteSet name_bytes("a-z0-9_-");

struct Checks {
    std::vector<Violation>& violations;

    void refuse(std::string field, const Value& value, std::string expected, std::string remedy) const {
        violations.push_back({std::move(field), to_json(value), "code", std::move(expected), std::move(remedy)});
    }
};

bool is_built_in(std::string_view name) noexcept { return std::ranges::count(built_in_patterns, name) > 0; }

// One code point that is no control character.
bool is_mask_character(std::string_view text) noexcept {
    if (!is_valid_utf8(text) || code_points(text) != 1) {
        return false;
    }
    std::size_t at = 0;
    const char32_t point = take_code_point(text, at);
    return point >= 0x20 && (point < 0x7F || point > 0x9F);
}

void check_own_pattern(const Checks& checks, const std::string& field, const RedactPattern& own) {
    const auto parsed = parse_pattern(own.pattern, own.ignore_case);
    if (const auto* const problem = std::get_if<PatternProblem>(&parsed)) {
        std::string expected = "a pattern of the subset: it " + problem->says;
        if (problem->position > 0) {
            expected += " (character " + std::to_string(problem->position) + ")";
        }
        checks.refuse(field + ".pattern", own.pattern, std::move(expected), problem->remedy);
    }
    if (!is_valid_utf8(own.replacement) || code_points(own.replacement) > longest_replacement) {
        checks.refuse(field + ".replacement", own.replacement, "well-formed text of at most 256 characters",
                      "use a shorter text");
    }
}

void check_mask(const Checks& checks, const std::string& name, const RedactMask& mask) {
    const std::string field = "redact_masks." + name;
    if (words_of(repair_utf8(name)).empty()) {
        checks.refuse(field, name, "a name with at least one letter", "use the name of a key");
    }
    if (mask.show_last > largest_show_last) {
        checks.refuse(field + ".show_last", mask.show_last, "an integer from 0 to 256", "use a number in this range");
    }
    if (!is_mask_character(mask.mask_char)) {
        checks.refuse(field + ".mask_char", mask.mask_char, "one character that is no control character",
                      "use one such as *");
    }
}

}  // namespace

bool is_own_pattern_name(std::string_view name) noexcept {
    return !is_built_in(name) && lower_bytes.at(name, 0) && name_bytes.end_of_run(name, 0) == name.size() &&
           name.size() <= longest_pattern_name;
}

std::string built_in_pattern_list() {
    std::string list;
    for (const std::string_view name : built_in_patterns) {
        list.append(list.empty() ? "" : ", ").append(name);
    }
    return list;
}

void check_redact_options(const RedactOptions& options, std::vector<Violation>& violations) {
    const Checks checks{violations};
    for (const auto& [name, rule] : options.patterns) {
        const std::string field = "redact_patterns." + name;
        const bool* const on = std::get_if<bool>(&rule);
        if (on != nullptr && !is_built_in(name)) {
            checks.refuse(field, *on, "a pattern of one's own",
                          "use one of " + built_in_pattern_list() + ", or give a pattern");
        } else if (on == nullptr && is_built_in(name)) {
            checks.refuse(field, std::get<RedactPattern>(rule).pattern, "a boolean",
                          "use true or false, or another name");
        } else if (on == nullptr) {
            if (!is_own_pattern_name(name)) {
                checks.refuse(field, name, "a name of a pattern", "use a-z, 0-9, _ and -, a letter first, at most 64");
            }
            check_own_pattern(checks, field, std::get<RedactPattern>(rule));
        }
    }
    for (const auto& [name, mask] : options.masks) {
        check_mask(checks, name, mask);
    }
}

}  // namespace agora::log::detail
