#pragma once

#include <cstdint>
#include <source_location>
#include <string_view>

#include "agora/log/detail/function_name.hpp"

namespace agora::log {

/// Where a log call stands. It comes into being by itself, as the default argument of the call, and is made by the
/// compiler: `function` is the bare name, without class and signature, `<anonymous>` in a lambda, `<module>` in an
/// initialiser outside of functions.
class Location {
public:
    /// Unknown: `<unknown>`, line 0.
    constexpr Location() noexcept = default;

    /// Wrappers take `agora::log::Location where = std::source_location::current()` as their last parameter and pass it
    /// on.
    consteval Location(std::source_location source) noexcept : Location(at(source)) {}

    /// The same for a location that is known only at run time.
    [[nodiscard]] static constexpr Location at(std::source_location source) noexcept {
        return at(source.file_name(), source.line(), detail::FunctionName(source.function_name()).bare());
    }

    /// A place named by hand, for calls that come from elsewhere, such as a script. The texts must outlive the call.
    [[nodiscard]] static constexpr Location at(std::string_view file, std::uint_least32_t line,
                                               std::string_view function) noexcept {
        Location location;
        location.file_ = file;
        location.line_ = line;
        location.function_ = function;
        return location;
    }

    /// The path as the compiler was given it. Entries have its base name, or its path below `source_root`.
    [[nodiscard]] constexpr std::string_view file() const noexcept { return file_; }
    [[nodiscard]] constexpr std::uint_least32_t line() const noexcept { return line_; }
    [[nodiscard]] constexpr std::string_view function() const noexcept { return function_; }

private:
    std::string_view file_;
    std::string_view function_;
    std::uint_least32_t line_ = 0;
};

}  // namespace agora::log
