#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace agora::log {

/// One thing that is wrong with a configuration.
struct Violation {
    /// Name of the field, as in `Config`.
    std::string field;
    /// The value as JSON text.
    std::string value;
    /// Where it came from: `code`, or the name of the environment variable.
    std::string source;
    /// What it is not: `a level`.
    std::string expected;
    /// What to do about it.
    std::string remedy;
};

/// Why an operation was refused.
struct Error {
    /// `AGORA_CONFIG`, `AGORA_LEVEL`, ...: docs/errors.md lists all of them.
    std::string code;
    /// Begins with the code in brackets, quotes what is wrong and says what to do.
    std::string message;
    /// For `AGORA_CONFIG`: everything that is wrong, not only the first.
    std::vector<Violation> violations;
};

/// A value, or the Error that says why there is none. Nothing is thrown.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : value_(std::move(value)) {}
    Result(Error error) : error_(std::move(error)) {}

    [[nodiscard]] explicit operator bool() const noexcept { return value_.has_value(); }
    /// The value. Only where the result holds one.
    [[nodiscard]] T& value() & noexcept { return *value_; }
    [[nodiscard]] const T& value() const& noexcept { return *value_; }
    [[nodiscard]] T&& value() && noexcept { return std::move(*value_); }
    /// The error; empty where the result holds a value.
    [[nodiscard]] const Error& error() const noexcept { return error_; }

private:
    std::optional<T> value_;
    Error error_;
};

/// Success, or the Error that says why not.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    [[nodiscard]] explicit operator bool() const noexcept { return !error_.has_value(); }
    /// The error. Only where there is one.
    [[nodiscard]] const Error& error() const noexcept { return *error_; }

private:
    std::optional<Error> error_;
};

}  // namespace agora::log
