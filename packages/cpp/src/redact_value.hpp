#pragma once

#include <cstddef>
#include <string_view>

#include "span.hpp"

namespace agora::log::detail {

inline constexpr std::string_view hidden_text = "[REDACTED]";

/// What is known about the value of a key that stands in a text.
struct ValueKind {
    /// It goes to the end of its line.
    bool is_line = false;
    /// A quote stands before the key and not behind it: `quote` ends a value that goes to the end of its line.
    bool is_open = false;
    char quote = '\0';
};

/// The value that stands behind a separator; an empty span where there is none.
[[nodiscard]] Span value_behind(std::string_view text, std::size_t from, const ValueKind& kind) noexcept;

}  // namespace agora::log::detail
