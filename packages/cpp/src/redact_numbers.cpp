#include <algorithm>
#include <array>

#include "ascii.hpp"
#include "byte_set.hpp"
#include "redact_patterns.hpp"

namespace agora::log::detail {

namespace {

constexpr ByteSet digit_bytes("0-9");
constexpr ByteSet code_bytes("A-Z0-9");
constexpr ByteSet address_bytes("A-Za-z0-9_.");
constexpr ByteSet local_part_bytes("A-Za-z0-9._%+'-");
constexpr ByteSet domain_bytes("A-Za-z0-9.-");

constexpr std::size_t aws_key_size = 20;
constexpr std::size_t shortest_card = 13;
constexpr std::size_t longest_card = 19;

bool is_aws_prefix(std::string_view four) noexcept {
    return four == "AKIA" || four == "ASIA" || four == "ABIA" || four == "ACCA";
}

bool is_domain(std::string_view text) noexcept {
    const std::size_t dot = text.rfind('.');
    if (dot == std::string_view::npos || !alphanumeric.has(text[0]) || text.size() - dot < 3) {
        return false;
    }
    return std::ranges::all_of(text.substr(dot + 1), [](char c) { return is_lower(c) || is_upper(c); });
}

bool fits_luhn(const char* digits, std::size_t count) noexcept {
    int sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const int digit = digits[count - 1 - i] - '0';
        const int doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
        sum += i % 2 == 0 ? digit : doubled;
    }
    return sum % 10 == 0;
}

// The end of the longest card number that begins with the group of digits at a place; 0 where none does.
std::size_t end_of_card(std::string_view text, std::size_t begin) noexcept {
    std::array<char, longest_card> digits{};
    std::size_t count = 0;
    std::size_t end = 0;
    for (std::size_t at = begin;; ++at) {
        for (; digit_bytes.at(text, at); ++at) {
            if (count == longest_card) {
                return end;
            }
            digits[count++] = text[at];
        }
        if (count >= shortest_card && !word_bytes.at(text, at) && fits_luhn(digits.data(), count)) {
            end = at;
        }
        const bool goes_on = at < text.size() && (text[at] == ' ' || text[at] == '-') && digit_bytes.at(text, at + 1);
        if (!goes_on) {
            return end;
        }
    }
}

struct Address {
    // 0 where the text at the place has not the form of an address.
    std::size_t end;
    bool fits;
};

Address address_at(std::string_view text, std::size_t at) noexcept {
    bool fits = true;
    for (int part = 0; part < 4; ++part) {
        if (part > 0 && (at >= text.size() || text[at++] != '.')) {
            return {0, false};
        }
        int number = 0;
        const std::size_t begin = at;
        for (; at - begin < 3 && digit_bytes.at(text, at); ++at) {
            number = number * 10 + (text[at] - '0');
        }
        if (at == begin) {
            return {0, false};
        }
        fits &= number <= 255;
    }
    const bool goes_on =
        word_bytes.at(text, at) || (at < text.size() && text[at] == '.' && digit_bytes.at(text, at + 1));
    return {goes_on ? 0 : at, fits};
}

}  // namespace

Span find_aws_key(std::string_view text, std::size_t from) noexcept {
    for (std::size_t at = text.find('A', from); at != std::string_view::npos; at = text.find('A', at + 1)) {
        const std::string_view key = text.substr(at, aws_key_size);
        if (key.size() == aws_key_size && is_aws_prefix(key.substr(0, 4)) && !alphanumeric.before(text, at) &&
            !alphanumeric.at(text, at + aws_key_size) &&
            std::ranges::all_of(key, [](char c) { return code_bytes.has(c); })) {
            return {at, at + aws_key_size};
        }
    }
    return {};
}

Span find_credit_card(std::string_view text, std::size_t from) noexcept {
    for (std::size_t at = from; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        if (text[at] >= '2' && text[at] <= '6' && !address_bytes.before(text, at)) {
            if (const std::size_t end = end_of_card(text, at); end > 0) {
                return {at, end};
            }
        }
        at = digit_bytes.end_of_run(text, at);
    }
    return {};
}

Span find_email(std::string_view text, std::size_t from) noexcept {
    for (std::size_t at = text.find('@', from); at != std::string_view::npos; at = text.find('@', at + 1)) {
        const std::size_t begin = std::max(from, local_part_bytes.begin_of_run(text, at));
        std::size_t end = domain_bytes.end_of_run(text, at + 1);
        while (end > at + 1 && !alphanumeric.has(text[end - 1])) {
            --end;
        }
        if (begin < at && end > at + 1 && is_domain(text.substr(at + 1, end - at - 1))) {
            return {begin, end};
        }
    }
    return {};
}

Span find_ipv4(std::string_view text, std::size_t from) noexcept {
    for (std::size_t at = from; at < text.size();) {
        if (!is_digit(text[at]) || address_bytes.before(text, at)) {
            ++at;
            continue;
        }
        const Address address = address_at(text, at);
        if (address.end > 0 && address.fits) {
            return {at, address.end};
        }
        at = address.end > 0 ? address.end : at + 1;
    }
    return {};
}

}  // namespace agora::log::detail
