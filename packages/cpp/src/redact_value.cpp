#include "redact_value.hpp"

#include <algorithm>
#include <optional>

#include "ascii.hpp"
#include "byte_set.hpp"

namespace agora::log::detail {

namespace {

using namespace std::string_view_literals;

constexpr ByteSet plain_bytes = ByteSet("\0- ,;&\"'`<>)]}["sv).others();
constexpr ByteSet backslash_bytes("\\");
constexpr ByteSet colon_bytes(":");

char closing_bracket(char open) noexcept {
    switch (open) {
        case '[':
            return ']';
        case '{':
            return '}';
        case '(':
            return ')';
        case '<':
            return '>';
        default:
            return '\0';
    }
}

// What stands between quotes; the quotes may stand behind backslashes, or the first one behind a letter.
std::optional<Span> quoted_value(std::string_view text, std::size_t from) noexcept {
    const bool is_prefixed =
        from < text.size() && (is_lower(text[from]) || is_upper(text[from])) && quote_bytes.at(text, from + 1);
    const std::size_t open = is_prefixed ? from + 1 : backslash_bytes.end_of_run(text, from);
    if (!quote_bytes.at(text, open)) {
        return std::nullopt;
    }
    const std::size_t backslashes = is_prefixed ? 0 : open - from;
    const std::size_t begin = open + 1;
    for (std::size_t at = text.find(text[open], begin); at != std::string_view::npos;
         at = text.find(text[open], at + 1)) {
        const std::size_t end = std::max(begin, backslash_bytes.begin_of_run(text, at));
        if (at - end == backslashes) {
            return Span{begin, end};
        }
    }
    return Span{begin, text.size()};
}

// The end behind the bracket that closes the one at a place; the end of the text where none does.
std::size_t end_of_brackets(std::string_view text, std::size_t from) noexcept {
    const char open = text[from];
    const char close = closing_bracket(open);
    std::size_t depth = 0;
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] == open) {
            ++depth;
        } else if (text[at] == close && --depth == 0) {
            return at + 1;
        }
    }
    return text.size();
}

// The end of a value without quotes, of which something hidden is a part.
std::size_t end_of_plain(std::string_view text, std::size_t from) noexcept {
    std::size_t at = plain_bytes.end_of_run(text, from);
    while (at < text.size() && text[at] == '[') {
        const bool is_hidden = text.substr(at, hidden_text.size()) == hidden_text;
        at = plain_bytes.end_of_run(text, at + (is_hidden ? hidden_text.size() : 1));
    }
    return at;
}

std::size_t end_of_line(std::string_view text, std::size_t from, const ValueKind& kind) noexcept {
    const auto ends = [&kind](char c) { return c == '\r' || c == '\n' || (kind.is_open && c == kind.quote); };
    while (from < text.size() && !ends(text[from])) {
        ++from;
    }
    return from;
}

}  // namespace

Span value_behind(std::string_view text, std::size_t from, const ValueKind& kind) noexcept {
    const std::size_t begin = blank_bytes.end_of_run(text, from);
    if (const std::optional<Span> quoted = quoted_value(text, begin)) {
        return *quoted;
    }
    const bool has_bracket = begin < text.size() && closing_bracket(text[begin]) != '\0';
    const std::size_t opened = has_bracket ? end_of_brackets(text, begin) : begin;
    if (kind.is_line) {
        return {begin, end_of_line(text, opened, kind)};
    }
    std::size_t end = end_of_plain(text, opened);
    // The backslash belongs to the quote, and a colon to what follows: "password=x: refused".
    if (quote_bytes.at(text, end)) {
        end = std::max(opened, backslash_bytes.begin_of_run(text, end));
    }
    return {begin, std::max(opened, colon_bytes.begin_of_run(text, end))};
}

}  // namespace agora::log::detail
