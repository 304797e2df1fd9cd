#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace agora::log::detail {

/// Reads the JSON string, quotes included, that the text begins with. Returns its length, or 0 where it is none.
std::size_t read_json_string(std::string_view text, std::string& out);

/// Length of the JSON number that the text begins with, or 0.
[[nodiscard]] std::size_t json_number_length(std::string_view text) noexcept;

/// The value of a JSON number; too small ones are 0. False where it is too large for a double.
[[nodiscard]] bool parse_json_number(std::string_view digits, double& number) noexcept;

}  // namespace agora::log::detail
