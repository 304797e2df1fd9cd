#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace pricing {

/// The feed has no usable price of a symbol. The error of the conversion is
/// nested in it.
class FeedError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The last price of a symbol, in hundredths of the currency's unit.
///
/// The feed's record of `KELP` is damaged: what makes this service raise.
///
/// @throws FeedError when the symbol is unknown or its record cannot be read
std::int64_t last_price_cents(std::string_view symbol);

}  // namespace pricing
