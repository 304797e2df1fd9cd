#include "agora/log/version.hpp"

namespace agora::log {

std::string_view version() noexcept { return AGORA_LOG_VERSION; }

}  // namespace agora::log
