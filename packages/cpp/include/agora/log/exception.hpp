#pragma once

#include <exception>
#include <string>
#include <utility>

#include "agora/log/value.hpp"

namespace agora::log {

/// An error as plain data: what `exc` makes of a C++ exception, and what one fills in for an error that comes from
/// elsewhere (another process, a C library).
struct Exception {
    /// Name of its type, without decoration. Empty: `Error`. At most 256 B are written.
    std::string type;
    /// At most 8,192 B are written.
    std::string message;
    /// Empty where there is none, as for every C++ exception. At most 16,384 B are written.
    std::string stacktrace;
    /// Further members of the error, such as `code` or `status`.
    Object properties;
    /// The error that led to this one; null where there is none. A value that is no Exception becomes one, with the
    /// name of its kind as type. Chains are written to the eighth error.
    Value cause;
    /// The errors that this one stands for. At most 16 are written, each without cause and errors of its own.
    Array errors;

    [[nodiscard]] bool operator==(const Exception&) const = default;
};

/// An error as the argument of a log call; see `exc`. Exceptions derived from `std::exception` convert by themselves.
class Exc {
public:
    template <class T>
        requires std::is_base_of_v<std::exception, T>
    Exc(const T& error) noexcept : Exc(capture(error)) {}

    [[nodiscard]] const Value& value() const noexcept { return value_; }

private:
    friend Exc exc(const std::exception& error) noexcept;
    friend Exc exc(const std::exception_ptr& error) noexcept;
    friend Exc exc(Value value) noexcept;
    struct Tag {};
    Exc(Value value, Tag) noexcept : value_(std::move(value)) {}
    static Exc capture(const std::exception& error) noexcept;

    Value value_;
};

/// The exception with its dynamic type, `what()`, the code and category of a `std::system_error`, and the chain of
/// nested exceptions (`std::throw_with_nested`) as causes.
[[nodiscard]] Exc exc(const std::exception& error) noexcept;
/// The same of `std::current_exception()`. A thrown value that is no `std::exception` is written with the name of its
/// kind (`string`, `number`) or of its C++ type. A null pointer is no error.
[[nodiscard]] Exc exc(const std::exception_ptr& error) noexcept;
/// Plain data, or a value that was thrown: `catch (int code) { log.error("failed", exc(code)); }`.
[[nodiscard]] Exc exc(Value value) noexcept;

}  // namespace agora::log
