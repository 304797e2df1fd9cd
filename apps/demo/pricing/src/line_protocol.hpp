#pragma once

#include <map>
#include <string>
#include <string_view>

namespace pricing {

/// The fields of a protocol line by name, values decoded.
using Fields = std::map<std::string, std::string>;

/// One line of the protocol between gateway and pricing, taken apart.
struct ProtocolLine {
    std::string verb;
    Fields fields;
};

/// Takes a line apart: the verb, then `key=value` after a blank each, values
/// percent-encoded.
///
/// @param line without its LF; what is not of the form is left out, a broken
/// percent sequence is kept as it is
ProtocolLine parse_line(std::string_view line);

/// Writes a line with its LF. Values are percent-encoded, all but letters,
/// digits and `-._~`.
std::string format_line(std::string_view verb, const Fields& fields);

}  // namespace pricing
