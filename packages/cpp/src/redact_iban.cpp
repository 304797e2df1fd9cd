#include "ascii.hpp"
#include "byte_set.hpp"
#include "redact_patterns.hpp"

namespace agora::log::detail {

namespace {

constexpr ByteSet iban_bytes("A-Z0-9");

constexpr std::size_t iban_head = 4;
constexpr std::size_t shortest_iban = 15;
constexpr std::size_t longest_iban = 34;

// Appends a digit, or a letter as its number from 10 to 35, to a number of which only the rest of 97 is kept.
unsigned append_to_rest(unsigned rest, char c) noexcept {
    return (is_digit(c) ? rest * 10 + static_cast<unsigned>(c - '0')
                        : rest * 100 + static_cast<unsigned>(c - 'A' + 10)) %
           97;
}

bool begins_iban(std::string_view text, std::size_t at) noexcept {
    return at + iban_head <= text.size() && is_upper(text[at]) && is_upper(text[at + 1]) && is_digit(text[at + 2]) &&
           is_digit(text[at + 3]) && !alphanumeric.before(text, at);
}

// The end of the longest account number that begins at a place; 0 where none does.
std::size_t end_of_iban(std::string_view text, std::size_t begin) noexcept {
    const std::string_view head = text.substr(begin, iban_head);
    std::size_t end = 0;
    unsigned rest = 0;
    std::size_t at = begin + iban_head;
    for (std::size_t size = iban_head; size < longest_iban; ++at) {
        at += at < text.size() && text[at] == ' ' ? 1 : 0;
        if (!iban_bytes.at(text, at)) {
            break;
        }
        rest = append_to_rest(rest, text[at]);
        if (++size < shortest_iban || alphanumeric.at(text, at + 1)) {
            continue;
        }
        unsigned whole = rest;
        for (const char c : head) {
            whole = append_to_rest(whole, c);
        }
        end = whole == 1 ? at + 1 : end;
    }
    return end;
}

}  // namespace

Span find_iban(std::string_view text, std::size_t from) noexcept {
    for (std::size_t at = from; at < text.size();) {
        if (!begins_iban(text, at)) {
            ++at;
            continue;
        }
        if (const std::size_t end = end_of_iban(text, at); end > 0) {
            return {at, end};
        }
        at += iban_head;
    }
    return {};
}

}  // namespace agora::log::detail
