#include "quotes.hpp"

#include <agora/log/log.hpp>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <random>

#include "feed.hpp"
#include "line_protocol.hpp"

namespace pricing {
namespace {

using Clock = std::chrono::steady_clock;

/// What a buyer pays above, and a seller gets below, the last price.
constexpr std::int64_t half_spread_cents = 2;

/// Two parts of `00-<trace id>-<span id>-<flags>`; empty where the text is not
/// of that form.
struct Trace {
    std::string trace_id;
    std::string parent_span_id;
};

Trace parse_traceparent(std::string_view text) {
    constexpr std::size_t length = 55;
    if (text.size() != length) {
        return {};
    }
    return {std::string(text.substr(3, 32)), std::string(text.substr(36, 16))};
}

std::string new_span_id() {
    static std::mt19937_64 random{std::random_device{}()};
    constexpr std::string_view digits = "0123456789abcdef";
    std::string id(16, '1');
    for (std::uint64_t bits = random() | 1U; char& digit : id) {
        digit = digits[bits & 0xFU];
        bits >>= 4U;
    }
    return id;
}

double milliseconds_since(Clock::time_point start) {
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
    return static_cast<double>(micros.count()) / 1000;
}

std::int64_t quote_cents(const std::string& order_id, std::string_view symbol, std::string_view side) {
    try {
        const std::int64_t last = last_price_cents(symbol);
        return side == "buy" ? last + half_spread_cents : last - half_spread_cents;
    } catch (const FeedError&) {
        std::throw_with_nested(QuoteError("there is no price for order " + order_id));
    }
}

std::string answer_quote(Fields& fields) {
    const Clock::time_point start = Clock::now();
    const Trace trace = parse_traceparent(fields["traceparent"]);
    const agora::log::Logger log = agora::log::get_logger("pricing.quotes")
                                       .with_context({{"correlation_id", fields["correlation_id"]},
                                                      {"trace_id", trace.trace_id},
                                                      {"span_id", new_span_id()},
                                                      {"order_id", fields["order_id"]},
                                                      {"symbol", fields["symbol"]}});
    log.debug("Quote requested", {{"api_key", fields["api_key"]},
                                  {"parent_span_id", trace.parent_span_id},
                                  {"quantity", std::atoll(fields["quantity"].c_str())},
                                  {"side", fields["side"]},
                                  {"trader", fields["trader"]}});
    try {
        const std::int64_t cents = quote_cents(fields["order_id"], fields["symbol"], fields["side"]);
        log.info("Quote given", {{"cents", cents}, {"currency", "USD"}, {"duration_ms", milliseconds_since(start)}});
        return format_line("PRICE", {{"cents", std::to_string(cents)}, {"currency", "USD"}});
    } catch (const QuoteError& error) {
        log.error("Quote failed", error, {{"duration_ms", milliseconds_since(start)}});
        return format_line("ERROR", {{"type", "QuoteError"}, {"message", error.what()}});
    }
}

}  // namespace

std::string answer_line(std::string_view line) {
    ProtocolLine parsed = parse_line(line);
    if (parsed.verb == "QUOTE") {
        return answer_quote(parsed.fields);
    }
    return format_line("ERROR", {{"type", "ProtocolError"}, {"message", "a line begins with QUOTE"}});
}

}  // namespace pricing
