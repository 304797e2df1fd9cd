#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace agora::log {

/// Bytes that `write_number` may need.
inline constexpr std::size_t number_text_size = 32;

/// Writes a double as ECMAScript prints it (Number::toString, RFC 8785): the shortest digits that read back as the same
/// number, fixed from 1e-6 up to below 1e21, else with an exponent; `0` for -0, and the words `NaN`, `Infinity`,
/// `-Infinity`. Needs `number_text_size` bytes and returns the end; no locale has a say.
char* write_number(char* out, double number) noexcept;

/// The same as a string.
[[nodiscard]] std::string number_text(double number);

}  // namespace agora::log
