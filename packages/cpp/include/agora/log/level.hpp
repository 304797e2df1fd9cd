#pragma once

#include <optional>
#include <string_view>

namespace agora::log {

/// How serious an entry is. The wire knows these five.
enum class Level : int { debug = 10, info = 20, warning = 30, error = 40, critical = 50 };

/// The name on the wire: `DEBUG`, `INFO`, `WARNING`, `ERROR`, `CRITICAL`.
[[nodiscard]] std::string_view to_string(Level level) noexcept;

/// The level of a name in any case, or of an alias (trace, notice, warn, err, fatal, crit, alert, emerg, panic);
/// nothing for any other text.
[[nodiscard]] std::optional<Level> parse_level(std::string_view name) noexcept;

}  // namespace agora::log
