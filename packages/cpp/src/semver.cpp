#include "semver.hpp"

#include <algorithm>

#include "ascii.hpp"

namespace agora::log::detail {

namespace {

bool is_number(std::string_view text) noexcept {
    return !text.empty() && std::ranges::all_of(text, is_digit) && (text.size() == 1 || text.front() != '0');
}

bool is_identifier(std::string_view text) noexcept {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return is_digit(c) || is_lower(c) || is_upper(c) || c == '-'; });
}

bool is_prerelease_identifier(std::string_view text) noexcept {
    return is_identifier(text) && (!std::ranges::all_of(text, is_digit) || is_number(text));
}

// Whether every part between dots is what `is_part` says; the number of parts where `count` is not 0.
template <class Predicate>
bool dotted(std::string_view text, Predicate is_part, int count = 0) noexcept {
    int parts = 0;
    for (;;) {
        const std::size_t dot = text.find('.');
        if (!is_part(text.substr(0, dot))) {
            return false;
        }
        ++parts;
        if (dot == std::string_view::npos) {
            return count == 0 || parts == count;
        }
        text.remove_prefix(dot + 1);
    }
}

}  // namespace

bool is_semver(std::string_view text) noexcept {
    const std::size_t plus = text.find('+');
    if (plus != std::string_view::npos && !dotted(text.substr(plus + 1), is_identifier)) {
        return false;
    }
    text = text.substr(0, plus);
    const std::size_t hyphen = text.find('-');
    if (hyphen != std::string_view::npos && !dotted(text.substr(hyphen + 1), is_prerelease_identifier)) {
        return false;
    }
    return dotted(text.substr(0, hyphen), is_number, 3);
}

}  // namespace agora::log::detail
