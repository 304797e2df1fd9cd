#pragma once

#include <string>
#include <string_view>

namespace agora::log::detail {

/// The words of a key in lower case, separated by one blank, without digits at their end.
[[nodiscard]] std::string words_of(std::string_view key);

/// The last word as it stands in the key, without digits at its end; empty where there is none.
[[nodiscard]] std::string_view last_word_of(std::string_view key) noexcept;

}  // namespace agora::log::detail
