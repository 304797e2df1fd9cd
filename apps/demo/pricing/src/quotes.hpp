#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace pricing {

/// There is no price for an order. The reason is nested in it.
class QuoteError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Answers one line of the protocol and says in the log how it went.
///
/// `QUOTE order_id= symbol= side= quantity= correlation_id= traceparent= ...`
/// is answered by `PRICE cents= currency=`, or by `ERROR type= message=` when
/// there is no price. Any other line is answered by `ERROR` and not logged.
///
/// @param line without its LF
/// @returns the answer with its LF
std::string answer_line(std::string_view line);

}  // namespace pricing
