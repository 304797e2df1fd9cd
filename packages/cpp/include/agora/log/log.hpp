#pragma once

// Everything: `#include <agora/log/log.hpp>`.

#include "agora/log/config.hpp"            // IWYU pragma: export
#include "agora/log/context.hpp"           // IWYU pragma: export
#include "agora/log/encoder.hpp"           // IWYU pragma: export
#include "agora/log/exception.hpp"         // IWYU pragma: export
#include "agora/log/handlers/console.hpp"  // IWYU pragma: export
#include "agora/log/handlers/file.hpp"     // IWYU pragma: export
#include "agora/log/handlers/handler.hpp"  // IWYU pragma: export
#include "agora/log/json.hpp"              // IWYU pragma: export
#include "agora/log/level.hpp"             // IWYU pragma: export
#include "agora/log/location.hpp"          // IWYU pragma: export
#include "agora/log/logger.hpp"            // IWYU pragma: export
#include "agora/log/number.hpp"            // IWYU pragma: export
#include "agora/log/redact.hpp"            // IWYU pragma: export
#include "agora/log/result.hpp"            // IWYU pragma: export
#include "agora/log/text.hpp"              // IWYU pragma: export
#include "agora/log/timestamp.hpp"         // IWYU pragma: export
#include "agora/log/value.hpp"             // IWYU pragma: export
#include "agora/log/version.hpp"           // IWYU pragma: export
