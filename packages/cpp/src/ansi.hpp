#pragma once

#include <string>
#include <string_view>

namespace agora::log::detail {

/// The text without escape sequences that begin with ESC: CSI, OSC and those of two bytes. One pass, not repeated; a
/// sequence without its end stays.
[[nodiscard]] std::string without_ansi(std::string_view text);

}  // namespace agora::log::detail
