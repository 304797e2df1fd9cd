#include "feed.hpp"

#include <cmath>
#include <exception>
#include <functional>
#include <map>

namespace pricing {
namespace {

/// The records as the feed delivered them: prices are text.
const std::map<std::string, std::string, std::less<>>& records() {
    static const std::map<std::string, std::string, std::less<>> all = {
        {"ALDER", "41.25"}, {"BIRCH", "118.40"}, {"CEDAR", "7.05"}, {"MAPLE", "962.00"},
        {"ROWAN", "33.10"}, {"ORBIT", "250.75"}, {"KELP", "--.--"},
    };
    return all;
}

}  // namespace

std::int64_t last_price_cents(std::string_view symbol) {
    const auto record = records().find(symbol);
    if (record == records().end()) {
        throw FeedError("the feed has no record of " + std::string(symbol));
    }
    try {
        return std::llround(std::stod(record->second) * 100);
    } catch (const std::invalid_argument&) {
        std::throw_with_nested(
            FeedError("the record of " + std::string(symbol) + " cannot be read: \"" + record->second + "\""));
    }
}

}  // namespace pricing
