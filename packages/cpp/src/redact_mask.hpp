#pragma once

#include "agora/log/redact.hpp"
#include "agora/log/value.hpp"

namespace agora::log::detail {

/// What is written instead of a value, like any other value. Fails closed.
[[nodiscard]] Value masked(const Value& value, const RedactMask& mask) noexcept;

}  // namespace agora::log::detail
