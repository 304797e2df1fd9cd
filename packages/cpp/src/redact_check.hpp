#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agora/log/redact.hpp"

namespace agora::log::detail {

/// Appends what is wrong with patterns and masks.
void check_redact_options(const RedactOptions& options, std::vector<Violation>& violations);

/// A name of a pattern that is not built in: `[a-z][a-z0-9_-]{0,63}`.
[[nodiscard]] bool is_own_pattern_name(std::string_view name) noexcept;

/// The names of the built-in patterns, for a sentence.
[[nodiscard]] std::string built_in_pattern_list();

inline constexpr std::size_t largest_show_last = 256;

}  // namespace agora::log::detail
