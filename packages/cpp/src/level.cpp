#include "agora/log/level.hpp"

#include "agora/log/gen/tables.hpp"
#include "ascii.hpp"

namespace agora::log {

std::string_view to_string(Level level) noexcept {
    for (const gen::level_row& row : gen::levels) {
        if (row.number == static_cast<int>(level)) {
            return row.name;
        }
    }
    return gen::levels.back().name;
}

std::optional<Level> parse_level(std::string_view name) noexcept {
    for (const gen::alias_row& row : gen::level_aliases) {
        if (detail::equal_ignoring_case(name, row.alias)) {
            name = row.name;
            break;
        }
    }
    for (const gen::level_row& row : gen::levels) {
        if (detail::equal_ignoring_case(name, row.name)) {
            return static_cast<Level>(row.number);
        }
    }
    return std::nullopt;
}

}  // namespace agora::log
