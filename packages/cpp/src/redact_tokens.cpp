#include <algorithm>

#include "ascii.hpp"
#include "byte_set.hpp"
#include "redact_patterns.hpp"

namespace agora::log::detail {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view key_begin = "-----BEGIN ";
constexpr std::string_view key_end = "-----END ";
constexpr std::string_view key_dashes = "-----";
constexpr ByteSet key_label("A-Z0-9 ");
// An authority ends at a slash, a query, a fragment, and where no URL goes on.
constexpr ByteSet authority_bytes = ByteSet("\0- /?#\\\"'`<>"sv).others();
constexpr ByteSet base64_bytes("A-Za-z0-9+/_-");
constexpr ByteSet base64url_bytes("A-Za-z0-9_-");
constexpr ByteSet token_bytes("A-Za-z0-9._~+/-");
constexpr ByteSet equals_bytes("=");

constexpr std::size_t longest_word = 15;
constexpr std::size_t shortest_header = 8;
constexpr int most_parts_behind_header = 4;

unsigned sextet(char c) noexcept {
    if (is_lower(c)) {
        return static_cast<unsigned>(c - 'a' + 26);
    }
    if (is_upper(c)) {
        return static_cast<unsigned>(c - 'A');
    }
    if (is_digit(c)) {
        return static_cast<unsigned>(c - '0' + 52);
    }
    return c == '+' || c == '-' ? 62 : 63;
}

// Whether one of the whole bytes that base64, of either alphabet, stands for is a colon.
bool holds_colon(std::string_view base64) noexcept {
    unsigned bits = 0;
    unsigned held = 0;
    for (const char c : base64) {
        bits = (bits << 6 | sextet(c)) & 0xFFFF;
        held += 6;
        if (held >= 8) {
            held -= 8;
            if ((bits >> held & 0xFF) == ':') {
                return true;
            }
        }
    }
    return false;
}

std::size_t end_of_basic(std::string_view text, std::size_t begin) noexcept {
    const std::size_t end = base64_bytes.end_of_run(text, begin);
    return holds_colon(text.substr(begin, end - begin)) ? end : begin;
}

std::size_t end_of_bearer(std::string_view text, std::size_t begin) noexcept {
    std::size_t end = token_bytes.end_of_run(text, begin);
    while (end > begin && text[end - 1] == '.') {
        --end;
    }
    const std::string_view token = text.substr(begin, end - begin);
    const bool letters = std::ranges::all_of(token, [](char c) { return is_lower(c) || is_upper(c); });
    return letters && token.size() <= longest_word ? begin : end;
}

// What `end_of` says to stand behind a scheme, with the equals signs that follow.
Span find_behind(std::string_view scheme, std::string_view text, std::size_t from,
                 std::size_t (*end_of)(std::string_view, std::size_t) noexcept) noexcept {
    for (std::size_t at = from; at + scheme.size() < text.size(); ++at) {
        const bool is_scheme = to_lower(text[at]) == scheme[0] && blank_bytes.has(text[at + scheme.size()]) &&
                               equal_ignoring_case(text.substr(at, scheme.size()), scheme);
        if (!is_scheme || word_bytes.before(text, at)) {
            continue;
        }
        const std::size_t begin = blank_bytes.end_of_run(text, at + scheme.size());
        const std::size_t end = end_of(text, begin);
        if (end > begin) {
            return {begin, equals_bytes.end_of_run(text, end)};
        }
        at = begin - 1;
    }
    return {};
}

struct TokenParts {
    // Of the last one that is not empty; the end of the header where there is none.
    std::size_t end;
    // Dots between the header and that end.
    int dots;
};

TokenParts parts_behind(std::string_view text, std::size_t header_end) noexcept {
    TokenParts parts{header_end, 0};
    std::size_t at = header_end;
    for (int part = 1; part <= most_parts_behind_header && at < text.size() && text[at] == '.'; ++part) {
        const std::size_t end = base64url_bytes.end_of_run(text, at + 1);
        if (end > at + 1) {
            parts = {end, part};
        }
        at = end;
    }
    return parts;
}

}  // namespace

Span find_private_key(std::string_view text, std::size_t from) noexcept {
    for (std::size_t begin = text.find(key_begin, from); begin != std::string_view::npos;
         begin = text.find(key_begin, begin + 1)) {
        const std::size_t label = key_label.end_of_run(text, begin + key_begin.size());
        const bool is_private = text.substr(begin, label - begin).find("PRIVATE KEY") != std::string_view::npos;
        if (!is_private || !text.substr(label).starts_with(key_dashes)) {
            continue;
        }
        const std::size_t last = text.find(key_end, label + key_dashes.size());
        const std::size_t close = last == std::string_view::npos ? last : text.find(key_dashes, last + key_end.size());
        return {begin, close == std::string_view::npos ? text.size() : close + key_dashes.size()};
    }
    return {};
}

Span find_url_credentials(std::string_view text, std::size_t from) noexcept {
    if (text.find('@', from) == std::string_view::npos) {
        return {};
    }
    for (std::size_t at = text.find("://", from); at != std::string_view::npos; at = text.find("://", at + 3)) {
        const std::size_t begin = at + 3;
        const std::size_t end = authority_bytes.end_of_run(text, begin);
        const std::size_t size = text.substr(begin, end - begin).rfind('@');
        if (size != std::string_view::npos && size > 0) {
            return {begin, begin + size};
        }
    }
    return {};
}

Span find_basic_auth(std::string_view text, std::size_t from) noexcept {
    return find_behind("basic", text, from, end_of_basic);
}

Span find_bearer(std::string_view text, std::size_t from) noexcept {
    return find_behind("bearer", text, from, end_of_bearer);
}

Span find_jwt(std::string_view text, std::size_t from) noexcept {
    // The rarest letter of `eyJ` is looked for.
    for (std::size_t at = text.find('J', from + 2); at != std::string_view::npos; at = text.find('J', at + 1)) {
        const std::size_t begin = at - 2;
        if (text[begin] != 'e' || text[begin + 1] != 'y') {
            continue;
        }
        const std::size_t header = base64url_bytes.end_of_run(text, begin);
        if (!base64url_bytes.before(text, begin) && header - begin >= shortest_header) {
            const TokenParts parts = parts_behind(text, header);
            if (parts.end > header && (text.substr(header).starts_with(".eyJ") || parts.dots >= 2)) {
                return {begin, parts.end};
            }
        }
        at = header - 1;
    }
    return {};
}

}  // namespace agora::log::detail
