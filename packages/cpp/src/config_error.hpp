#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agora/log/gen/tables.hpp"
#include "agora/log/result.hpp"
#include "agora/log/value.hpp"

namespace agora::log::detail {

/// The row of a field by its name in C++.
[[nodiscard]] const gen::config_field& field_named(std::string_view cpp_name) noexcept;

/// What is wrong with a value that the field does not take.
[[nodiscard]] Violation violation(const gen::config_field& field, const Value& value, std::string_view source);

/// One sentence: `level: "VERBOSE" (from code) is not a level; use one of DEBUG, INFO, WARNING, ERROR, CRITICAL`.
[[nodiscard]] std::string sentence(const Violation& violation);

/// The error `AGORA_CONFIG` that lists all of them.
[[nodiscard]] Error config_error(std::vector<Violation> violations);

}  // namespace agora::log::detail
