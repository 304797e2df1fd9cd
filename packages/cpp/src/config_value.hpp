#pragma once

#include <optional>
#include <string_view>

#include "agora/log/gen/tables.hpp"
#include "agora/log/value.hpp"

namespace agora::log::detail {

/// The value in the form that the settings use, aliases replaced; nothing where the field does not take it.
[[nodiscard]] std::optional<Value> accepted(const gen::config_field& field, const Value& value);

/// What the text of an environment variable means for the field; the text itself where it means nothing.
[[nodiscard]] Value from_variable(const gen::config_field& field, std::string_view text);

/// Code points of the text after repair.
[[nodiscard]] std::size_t code_points(std::string_view text) noexcept;

}  // namespace agora::log::detail
