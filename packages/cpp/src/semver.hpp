#pragma once

#include <string_view>

namespace agora::log::detail {

/// Whether the whole text is a semantic version (2.0.0): `1.4.2`, `1.0.0-rc.1+build.5`.
[[nodiscard]] bool is_semver(std::string_view text) noexcept;

}  // namespace agora::log::detail
