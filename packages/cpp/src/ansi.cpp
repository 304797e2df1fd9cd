#include "ansi.hpp"

namespace agora::log::detail {

namespace {

constexpr char escape = '\x1b';
constexpr char bell = '\x07';

constexpr bool between(char c, char lowest, char highest) noexcept { return c >= lowest && c <= highest; }

std::size_t control_sequence(std::string_view text) noexcept {
    std::size_t at = 2;
    while (at < text.size() && between(text[at], '\x30', '\x3f')) {
        ++at;
    }
    while (at < text.size() && between(text[at], '\x20', '\x2f')) {
        ++at;
    }
    return at < text.size() && between(text[at], '\x40', '\x7e') ? at + 1 : 0;
}

std::size_t operating_system_command(std::string_view text) noexcept {
    const std::size_t end = text.find_first_of("\x07\x1b", 2);
    if (end == std::string_view::npos) {
        return 0;
    }
    if (text[end] == bell) {
        return end + 1;
    }
    return end + 1 < text.size() && text[end + 1] == '\\' ? end + 2 : 0;
}

// Length of the sequence at the begin of the text, which is an ESC; 0 where there is none.
std::size_t sequence_length(std::string_view text) noexcept {
    if (text.size() < 2) {
        return 0;
    }
    if (text[1] == '[') {
        return control_sequence(text);
    }
    if (text[1] == ']') {
        return operating_system_command(text);
    }
    return between(text[1], '\x30', '\x7e') ? 2 : 0;
}

}  // namespace

std::string without_ansi(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t start = text.find(escape);
        out.append(text.substr(0, start));
        if (start == std::string_view::npos) {
            break;
        }
        text.remove_prefix(start);
        const std::size_t length = sequence_length(text);
        if (length == 0) {
            out.push_back(escape);
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return out;
}

}  // namespace agora::log::detail
