#include "agora/log/number.hpp"

#include <charconv>
#include <cmath>
#include <cstring>
#include <string_view>

namespace agora::log {

namespace {

constexpr double safe_integer = 9007199254740991.0;

char* append(char* out, std::string_view text) noexcept {
    std::memcpy(out, text.data(), text.size());
    return out + text.size();
}

char* fill_zeros(char* out, int count) noexcept {
    for (; count > 0; --count) {
        *out++ = '0';
    }
    return out;
}

// The shortest digits of a number and where its decimal point stands, counted from their begin.
struct Digits {
    char text[20];
    int count;
    int point;

    [[nodiscard]] std::string_view view(int from, int size) const noexcept {
        return {text + from, static_cast<std::size_t>(size)};
    }
};

// `to_chars` in its default form differs from ECMAScript (1e+05, 1e-07, exact digits of large integers), so only its
// digits are taken.
Digits shortest_digits(double positive) noexcept {
    char buffer[number_text_size];
    const char* const end = std::to_chars(buffer, buffer + sizeof buffer, positive, std::chars_format::scientific).ptr;
    Digits digits{};
    const char* at = buffer;
    for (; *at != 'e'; ++at) {
        if (*at != '.') {
            digits.text[digits.count++] = *at;
        }
    }
    ++at;
    at += *at == '+' ? 1 : 0;
    int exponent = 0;
    std::from_chars(at, end, exponent);
    digits.point = exponent + 1;
    return digits;
}

char* lay_out(char* out, const Digits& digits) noexcept {
    const int count = digits.count;
    const int point = digits.point;
    if (count <= point && point <= 21) {
        return fill_zeros(append(out, digits.view(0, count)), point - count);
    }
    if (0 < point && point <= 21) {
        out = append(append(out, digits.view(0, point)), ".");
        return append(out, digits.view(point, count - point));
    }
    if (-6 < point && point <= 0) {
        return append(fill_zeros(append(out, "0."), -point), digits.view(0, count));
    }
    out = append(out, digits.view(0, 1));
    if (count > 1) {
        out = append(append(out, "."), digits.view(1, count - 1));
    }
    const int exponent = point - 1;
    out = append(out, exponent < 0 ? "e-" : "e+");
    return std::to_chars(out, out + 4, exponent < 0 ? -exponent : exponent).ptr;
}

}  // namespace

char* write_number(char* out, double number) noexcept {
    if (std::isnan(number)) {
        return append(out, "NaN");
    }
    if (std::isinf(number)) {
        return append(out, number < 0 ? "-Infinity" : "Infinity");
    }
    if (std::fabs(number) <= safe_integer) {
        const auto integer = static_cast<long long>(number);
        if (static_cast<double>(integer) == number) {
            return std::to_chars(out, out + number_text_size, integer).ptr;
        }
    }
    if (number < 0) {
        *out++ = '-';
    }
    return lay_out(out, shortest_digits(std::fabs(number)));
}

std::string number_text(double number) {
    char buffer[number_text_size];
    return {buffer, write_number(buffer, number)};
}

}  // namespace agora::log
