#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "agora/log/exception.hpp"
#include "agora/log/gen/tables.hpp"
#include "members.hpp"
#include "redact.hpp"

namespace agora::log::detail {

/// Where an error stands in its chain, which says what it may have below it.
struct ErrorPlace {
    std::size_t position = 1;
    bool may_have_errors = true;
    bool may_have_cause = true;

    [[nodiscard]] ErrorPlace cause() const noexcept { return {position + 1, false, true}; }
    [[nodiscard]] static ErrorPlace element() noexcept { return {1, false, false}; }
    [[nodiscard]] bool takes_cause() const noexcept {
        return may_have_cause && position < static_cast<std::size_t>(gen::limit_chain);
    }
};

/// Writes the values of one `context`, or of the `properties` of one exception, with a common budget, and counts what
/// is lost.
class ValueWriter {
public:
    /// `nesting` counts the texts that this one is a part of.
    ValueWriter(std::string& out, const Redactor& redactor, std::size_t nesting = 0) noexcept
        : out_(out), redactor_(redactor), nesting_(nesting) {}

    /// Takes one value from the budget. False where it is used up.
    [[nodiscard]] bool spend() noexcept {
        if (budget_ == 0) {
            return false;
        }
        --budget_;
        return true;
    }

    /// Writes `"key":value` of a member whose object has that depth.
    void write_member(const Slot& slot, std::size_t depth);
    /// Writes a value that stands in a container of that depth.
    void write_value(const Value& value, std::size_t depth);
    /// Writes an object of that depth.
    void write_object(const Object& object, std::size_t depth);

    [[nodiscard]] std::uint64_t dropped() const noexcept { return dropped_; }
    /// Whether a key or string was cut since the last call.
    [[nodiscard]] bool take_cut() noexcept;

private:
    /// Writes a text as it is.
    void write_text(std::string_view text, std::size_t limit);
    /// Writes a text with secrets hidden.
    void write_shown(std::string_view text, std::size_t limit);
    void write_scalar(const Value& value);
    void write_bytes(std::string_view bytes);
    void write_array(const Array& array, std::size_t depth);
    void write_error_value(const Value& value, std::size_t depth, ErrorPlace place);
    void write_error(const Exception& error, std::size_t depth, ErrorPlace place);
    void write_errors(const Array& errors, std::size_t depth);
    /// False, and a placeholder written, where a container of that depth would be too deep.
    [[nodiscard]] bool open(std::size_t depth);

    std::string& out_;
    const Redactor& redactor_;
    std::size_t nesting_;
    std::size_t budget_ = gen::limit_values;
    std::uint64_t dropped_ = 0;
    bool cut_ = false;
};

/// An integer as digits, quoted where a double could not hold it.
void append_integer(std::string& out, std::int64_t number);

/// A value that is no error, given where only an error may stand. Its text may hold such values again; the seventeenth
/// text inside of texts is a placeholder.
[[nodiscard]] Exception as_error(const Value& value, const Redactor& redactor, std::size_t nesting = 0);

/// How many elements are not null.
[[nodiscard]] std::size_t count_errors(const Array& errors) noexcept;

}  // namespace agora::log::detail
