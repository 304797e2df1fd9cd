#pragma once

#include <string>
#include <string_view>

#include "agora/log/result.hpp"
#include "agora/log/value.hpp"

namespace agora::log {

/// What an integer means that a double cannot hold exactly.
enum class Integers {
    /// Itself, with all its digits.
    exact,
    /// The nearest double. So it is in entries, whose writers put exact integers of that size in quotes.
    as_in_entries,
};

/// Reads one JSON text (RFC 8259), strictly: no comments, no trailing comma, no byte order mark, nothing behind it,
/// only well-formed UTF-8. Nothing is lost: integers of any size keep their digits, members their order and duplicates.
/// An unpaired `\ud800` becomes U+FFFD. Nesting of any depth is read without recursion. Error code `AGORA_JSON`, with
/// the byte at which the text is wrong.
[[nodiscard]] Result<Value> parse_json(std::string_view text, Integers integers = Integers::exact);

/// The canonical JSON text of a value, as it stands in the `context` of an entry, limits included; nothing is hidden.
[[nodiscard]] std::string to_json(const Value& value);

}  // namespace agora::log
