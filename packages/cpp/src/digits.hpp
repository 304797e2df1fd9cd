#pragma once

#include <charconv>
#include <cstddef>
#include <string>

namespace agora::log::detail {

/// Appends the decimal digits of an integer.
template <class T>
void append_digits(std::string& out, T number) {
    char digits[24];
    const char* const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, static_cast<std::size_t>(end - digits));
}

}  // namespace agora::log::detail
