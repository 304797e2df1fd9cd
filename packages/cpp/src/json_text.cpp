#include "json_text.hpp"

#include <charconv>

#include "ascii.hpp"
#include "utf8.hpp"

namespace agora::log::detail {

namespace {

constexpr bool is_high(char32_t unit) noexcept { return unit >= 0xD800 && unit <= 0xDBFF; }
constexpr bool is_low(char32_t unit) noexcept { return unit >= 0xDC00 && unit <= 0xDFFF; }

// Four hexadecimal digits, exactly.
bool read_unit(std::string_view text, char32_t& unit) noexcept {
    unit = 0;
    if (text.size() < 4) {
        return false;
    }
    for (const char c : text.substr(0, 4)) {
        if (!is_hex(c)) {
            return false;
        }
        unit = unit * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : to_lower(c) - 'a' + 10);
    }
    return true;
}

// Reads behind `\u`; a pair of surrogates is one code point.
std::size_t read_unicode_escape(std::string_view text, std::string& out) {
    char32_t unit = 0;
    if (!read_unit(text, unit)) {
        return 0;
    }
    char32_t low = 0;
    if (is_high(unit) && text.substr(4).starts_with("\\u") && read_unit(text.substr(6), low) && is_low(low)) {
        append_code_point(out, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
        return 10;
    }
    append_code_point(out, is_high(unit) || is_low(unit) ? 0xFFFD : unit);
    return 4;
}

// Reads behind the backslash.
std::size_t read_escape(std::string_view text, std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (text.empty()) {
        return 0;
    }
    if (text.front() == 'u') {
        const std::size_t length = read_unicode_escape(text.substr(1), out);
        return length == 0 ? 0 : length + 1;
    }
    const std::size_t letter = letters.find(text.front());
    if (letter == std::string_view::npos) {
        return 0;
    }
    out.push_back(meanings[letter]);
    return 1;
}

// Length of the run of characters that stand for themselves; 0 also where one is not allowed.
std::size_t plain_run(std::string_view text) noexcept {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end && *at != '"' && *at != '\\') {
        const auto byte = static_cast<unsigned char>(*at);
        const Step step = byte < 0x80 ? Step{1, byte >= 0x20} : next_step(at, end);
        if (!step.valid) {
            return 0;
        }
        at += step.size;
    }
    return static_cast<std::size_t>(at - text.data());
}

std::size_t skip_digits(std::string_view text, std::size_t at) noexcept {
    while (at < text.size() && is_digit(text[at])) {
        ++at;
    }
    return at;
}

// Decimal places before the first digit that is not 0, with the exponent: positive for large numbers.
long magnitude(std::string_view digits) noexcept {
    constexpr long bound = 100'000'000;
    const std::size_t mark = digits.find_first_of("eE");
    long exponent = 0;
    if (mark != std::string_view::npos) {
        std::string_view text = digits.substr(mark + 1);
        text.remove_prefix(text.starts_with('+') ? 1 : 0);
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), exponent);
        if (parsed.ec != std::errc() || exponent > bound || exponent < -bound) {
            exponent = text.starts_with('-') ? -bound : bound;
        }
    }
    const std::string_view mantissa = digits.substr(0, mark);
    const auto point =
        static_cast<long>(mantissa.find('.') == std::string_view::npos ? mantissa.size() : mantissa.find('.'));
    return point - static_cast<long>(mantissa.find_first_of("123456789")) + exponent;
}

}  // namespace

std::size_t read_json_string(std::string_view text, std::string& out) {
    std::size_t at = 1;
    while (at < text.size() && text[at] != '"') {
        const bool escape = text[at] == '\\';
        const std::size_t length = escape ? read_escape(text.substr(at + 1), out) : plain_run(text.substr(at));
        if (length == 0) {
            return 0;
        }
        if (!escape) {
            out.append(text.substr(at, length));
        }
        at += length + (escape ? 1 : 0);
    }
    return at < text.size() ? at + 1 : 0;
}

std::size_t json_number_length(std::string_view text) noexcept {
    const std::size_t begin = text.starts_with('-') ? 1 : 0;
    std::size_t at = skip_digits(text, begin);
    if (at == begin || (text[begin] == '0' && at > begin + 1)) {
        return 0;
    }
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = at + 1;
        at = skip_digits(text, fraction);
        if (at == fraction) {
            return 0;
        }
    }
    if (at < text.size() && to_lower(text[at]) == 'e') {
        std::size_t exponent = at + 1;
        exponent += exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-') ? 1 : 0;
        at = skip_digits(text, exponent);
        if (at == exponent) {
            return 0;
        }
    }
    return at;
}

bool parse_json_number(std::string_view digits, double& number) noexcept {
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (parsed.ec != std::errc::result_out_of_range) {
        return parsed.ec == std::errc();
    }
    number = digits.starts_with('-') ? -0.0 : 0.0;
    return magnitude(digits) < 0;
}

}  // namespace agora::log::detail
