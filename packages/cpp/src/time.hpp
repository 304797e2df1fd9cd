#pragma once

#include <string>

#include "agora/log/timestamp.hpp"

namespace agora::log::detail {

/// Appends `YYYY-MM-DDTHH:MM:SS.ffffffZ`, 27 bytes, clamped to the years 0001 to 9999.
void append_timestamp(std::string& out, Timestamp time);

}  // namespace agora::log::detail
