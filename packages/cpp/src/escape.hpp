#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace agora::log::detail {

/// Appends text as it stands inside the quotes of a JSON string, repaired.
void append_escaped(std::string& out, std::string_view text);

/// The same, cut where the escaped form is longer than `limit` bytes: whole code points, then `…[+<n>B]`. True where
/// it was cut. What is behind the cut is counted, and not copied.
bool append_escaped(std::string& out, std::string_view text, std::size_t limit);

/// The repaired text itself, cut by the same rule; nothing where it is within the limit.
[[nodiscard]] bool cut_text(std::string_view text, std::size_t limit, std::string& cut);

/// Appends the marker for `bytes` that were cut.
void append_cut_marker(std::string& out, std::size_t bytes);

void append_quoted(std::string& out, std::string_view text);

}  // namespace agora::log::detail
