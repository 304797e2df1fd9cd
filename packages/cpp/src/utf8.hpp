#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace agora::log::detail {

inline constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// One step over UTF-8: a whole code point, or a maximal subpart of an ill-formed sequence.
struct Step {
    std::size_t size;
    bool valid;
};

/// The step at `at`, whose byte is not ASCII.
[[nodiscard]] Step next_step(const char* at, const char* end) noexcept;

/// Bytes of the text after repair.
[[nodiscard]] std::size_t repaired_size(std::string_view text) noexcept;

[[nodiscard]] bool is_valid_utf8(std::string_view text) noexcept;

void append_repaired(std::string& out, std::string_view text);

/// The code point at a place of well-formed text; `at` moves behind it.
[[nodiscard]] char32_t take_code_point(std::string_view text, std::size_t& at) noexcept;

void append_code_point(std::string& out, char32_t code_point);

}  // namespace agora::log::detail
