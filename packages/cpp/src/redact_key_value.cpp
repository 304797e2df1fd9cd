#include <algorithm>
#include <array>
#include <string>

#include "ascii.hpp"
#include "byte_set.hpp"
#include "redact_patterns.hpp"
#include "redact_value.hpp"
#include "redact_words.hpp"

namespace agora::log::detail {

namespace {

using namespace std::string_view_literals;

// What stands in a key, with blanks within it; anything that is not ASCII does as well.
constexpr ByteSet key_bytes = ByteSet("\0-\x1f!\"#&'()*+,/:;<=>?@\\^`{|}~\x7f"sv).others();
constexpr ByteSet arrow_bytes("=>");
constexpr ByteSet escape_bytes("\\");
constexpr ByteSet separator_bytes("=:");
constexpr ByteSet letter_bytes("A-Za-z");

// Keys whose values may hold blanks and separators: headers, sentences, lists of settings.
constexpr std::array<std::string_view, 6> line_keys{"authorization", "cookie", "cookies",
                                                    "passphrase",    "string", "connectionstring"};

bool is_escape(std::string_view text, std::size_t at) noexcept {
    return at + 2 < text.size() && text[at] == '%' && is_hex(text[at + 1]) && is_hex(text[at + 2]);
}

// The key without the escapes of URLs, each of which counts as a blank. `store` holds it where there are any.
std::string_view without_escapes(std::string_view key, std::string& store) {
    if (key.find('%') == std::string_view::npos) {
        return key;
    }
    store.clear();
    for (std::size_t i = 0; i < key.size(); ++i) {
        const bool escaped = is_escape(key, i);
        store.push_back(escaped ? ' ' : key[i]);
        i += escaped ? 2 : 0;
    }
    return store;
}

// Whether the key that ends at a place may be secret, by its last letter: nearly all are done with here.
bool is_suspect(const RedactNames& names, std::string_view text, std::size_t end) noexcept {
    if (end == 0 || !letter_bytes.has(text[end - 1]) || (end >= 3 && text[end - 3] == '%')) {
        return true;
    }
    return names.may_end_with(text[end - 1]);
}

// The value behind a separator, if its key is secret.
Span value_of_key(const RedactNames& names, std::string_view text, std::size_t separator, std::size_t behind) {
    if (letter_bytes.before(text, separator) && !is_suspect(names, text, separator)) {
        return {};
    }
    const std::size_t end = blank_bytes.begin_of_run(text, separator);
    const bool is_quoted = quote_bytes.before(text, end);
    const std::size_t key_end = is_quoted ? escape_bytes.begin_of_run(text, end - 1) : end;
    if (!is_suspect(names, text, key_end)) {
        return {};
    }
    const std::size_t key_begin = key_bytes.begin_of_run(text, key_end);
    std::string store;
    const std::string_view key = without_escapes(text.substr(key_begin, key_end - key_begin), store);
    if (!names.verdict(key).is_secret()) {
        return {};
    }
    ValueKind kind;
    const std::string_view last = last_word_of(key);
    kind.is_line = text[separator] == ':' && std::ranges::any_of(line_keys, [last](std::string_view name) {
                       return equal_ignoring_case(name, last);
                   });
    kind.is_open = !is_quoted && quote_bytes.before(text, key_begin);
    kind.quote = kind.is_open ? text[key_begin - 1] : '\0';
    return value_behind(text, behind, kind);
}

}  // namespace

Span find_key_value(const RedactNames& names, std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size();) {
        if (!separator_bytes.has(text[at])) {
            ++at;
            continue;
        }
        if (text[at] == ':' && at + 1 < text.size() && text[at + 1] == ':') {
            at = std::min(text.find_first_not_of(':', at), text.size());
            continue;
        }
        const std::size_t behind = arrow_bytes.end_of_run(text, at + 1);
        if (const Span value = value_of_key(names, text, at, behind); !value.empty()) {
            return value;
        }
        at = behind;
    }
    return {};
}

}  // namespace agora::log::detail
