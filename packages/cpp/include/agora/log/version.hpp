#pragma once

#include <string_view>

namespace agora::log {

/// The version of this library, such as `1.4.0`.
[[nodiscard]] std::string_view version() noexcept;

}  // namespace agora::log
