#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "agora/log/config.hpp"
#include "agora/log/gen/tables.hpp"

namespace agora::log::detail {

/// One value for each row of `gen::config_fields`, or nothing where the field is not set.
using FieldValues = std::array<std::optional<Value>, gen::config_fields.size()>;

[[nodiscard]] std::size_t field_index(std::string_view cpp_name) noexcept;

/// The fields that code has set.
[[nodiscard]] FieldValues values_of(const Config& config);

/// Sets the fields that have a value.
void assign(Config& config, const FieldValues& values);

/// The value of a variable; nothing where it is unset or empty.
[[nodiscard]] std::optional<std::string_view> variable(const Environment& environment, std::string_view name) noexcept;

/// The variables that look like misspelt ones of ours.
[[nodiscard]] std::vector<Violation> misspelt_variables(const Environment& environment);

}  // namespace agora::log::detail
