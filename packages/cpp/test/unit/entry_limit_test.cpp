#include <gtest/gtest.h>

#include "agora/log/json.hpp"
#include "encoding.hpp"

using namespace agora::log;

namespace {

constexpr std::size_t tight_limit = 4096;
constexpr std::size_t reserve = 128;

EncoderOptions tight() {
    EncoderOptions options = encoding::options();
    options.max_entry_bytes = tight_limit;
    return options;
}

std::string limited_line(ContextView context, const Value& error = {}, std::string_view message = "m") {
    Record entry = encoding::record(context);
    entry.message = message;
    entry.error = &error;
    return encoding::line_of(entry, tight());
}

// The entry without context and exception.
const std::size_t bare_size = limited_line({}).size();

bool has(const std::string& line, std::string_view text) { return line.find(text) != std::string::npos; }

std::string filler(std::size_t size) { return std::string(size, 'x'); }

}  // namespace

TEST(EntryLimit, LetsALineBeAsLongAsTheLimit) {
    const std::size_t overhead = bare_size + std::string_view(R"(,"context":{"a":""})").size();
    const std::string fits = limited_line({{"a", filler(tight_limit - overhead)}});
    EXPECT_EQ(fits.size(), tight_limit);
    EXPECT_FALSE(has(fits, "_agora"));
    const std::string too_long = limited_line({{"a", filler(tight_limit - overhead + 1)}});
    EXPECT_EQ(too_long.size(), bare_size + std::string_view(R"(,"context":{"_agora":{"dropped":1}})").size());
}

TEST(EntryLimit, NeedsTheReserveOnlyForALineThatLosesSomething) {
    const std::size_t overhead = bare_size + std::string_view(R"(,"context":{"a":"","b":[]})").size();
    const std::string line = limited_line({{"a", filler(tight_limit - overhead - 100)}, {"b", Array{Array{}}}});
    EXPECT_FALSE(has(line, "_agora"));
}

TEST(EntryLimit, TakesErrorsThenTheCauseThenTheStack) {
    const Exception cause{"C", filler(1000), {}, {}, {}, {}};
    Exception error{
        "T", "m", filler(1500), {{"p", filler(1000)}}, cause, {Exception{"X", filler(1500), {}, {}, {}, {}}}};
    const std::string no_errors = limited_line({}, error);
    EXPECT_FALSE(has(no_errors, "\"errors\""));
    EXPECT_TRUE(has(no_errors, "\"cause\""));
    EXPECT_TRUE(has(no_errors, R"("context":{"_agora":{"truncated":["exception"]}})"));

    error.stacktrace = filler(2500);
    const std::string no_cause = limited_line({}, error);
    EXPECT_FALSE(has(no_cause, "\"cause\""));
    EXPECT_TRUE(has(no_cause, filler(2500)));

    error.stacktrace = filler(3500);
    const std::string short_stack = limited_line({}, error);
    EXPECT_TRUE(has(short_stack, "\u2026[+"));
    EXPECT_TRUE(has(short_stack, "\"properties\""));
    // The marker takes 10 of the 24 bytes that are kept for it.
    const std::size_t own = std::string_view(R"(,"context":{"_agora":{"truncated":["exception"]}})").size();
    EXPECT_EQ(short_stack.size(), tight_limit - reserve - 24 + std::string_view("...[+999B]").size() + own);
}

TEST(EntryLimit, LeavesTheStackOutRatherThanAShortRestOfIt) {
    const std::size_t overhead =
        bare_size + std::string_view(R"(,"exception":{"type":"T","message":"","stacktrace":""})").size();
    const std::size_t room = tight_limit - reserve - overhead;
    const std::string kept = limited_line({}, Exception{"T", filler(room - 256), filler(3000), {}, {}, {}});
    EXPECT_TRUE(has(kept, R"("stacktrace":")" + filler(232) + "\u2026[+2768B]\""));
    const std::string gone = limited_line({}, Exception{"T", filler(room - 255), filler(3000), {}, {}, {}});
    EXPECT_FALSE(has(gone, "stacktrace"));
}

TEST(EntryLimit, TakesTheLargestMembersOfTheContextAndOfEqualOnesTheLater) {
    const std::string line =
        limited_line({{"a", filler(1000)}, {"b", filler(2000)}, {"c", filler(1000)}, {"d", filler(999)}});
    EXPECT_FALSE(has(line, "\"b\":"));
    EXPECT_TRUE(has(line, R"("context":{"_agora":{"dropped":1},"a":)"));
    EXPECT_TRUE(has(line, "\"c\":"));
    const std::string equal = limited_line({{"a", filler(1500)}, {"b", filler(1500)}, {"c", filler(1500)}});
    EXPECT_TRUE(has(equal, "\"a\":"));
    EXPECT_TRUE(has(equal, "\"b\":"));
    EXPECT_FALSE(has(equal, "\"c\":"));
}

TEST(EntryLimit, TakesPropertiesBeforeTheContext) {
    const std::string line =
        limited_line({{"a", filler(2000)}}, Exception{"T", "m", {}, {{"p", filler(3000)}}, {}, {}});
    EXPECT_FALSE(has(line, "properties"));
    EXPECT_TRUE(has(line, R"("context":{"_agora":{"truncated":["exception"]},"a":"x)"));
}

TEST(EntryLimit, CountsOnlyWhatIsStillThere) {
    // The large member had lost elements and text of its own; gone as a whole, it counts one.
    Array large(300, "0123456789");
    large.front() = filler(9000);
    const std::string line = limited_line({{"large", large}, {"list", Array(257, 1)}});
    EXPECT_TRUE(has(line, R"("context":{"_agora":{"dropped":2},"list":[1)"));
}

TEST(EntryLimit, CutsTheMessagesLast) {
    const std::string line =
        limited_line({{"a", 1}}, Exception{"T", filler(4000), {}, {}, {}, {}}, std::string(5000, 'y'));
    EXPECT_FALSE(has(line, "\"a\":"));
    EXPECT_TRUE(has(line, R"("exception":{"type":"T","message":"…[+4000B]"})"));
    EXPECT_TRUE(has(line, R"("context":{"_agora":{"dropped":1,"truncated":["exception","message"]}})"));
    EXPECT_LE(line.size(), tight_limit);
    EXPECT_GT(line.size(), tight_limit - reserve);

    const std::string only_exception = limited_line({}, Exception{"T", filler(4000), {}, {}, {}, {}}, "kept");
    EXPECT_TRUE(has(only_exception, R"("message":"kept")"));
    EXPECT_TRUE(has(only_exception, R"({"truncated":["exception"]})"));
}

TEST(EntryLimit, CutsFromTheWholeTextAndNotFromWhatWasCutBefore) {
    const std::string line = limited_line({}, {}, "\x1b[1m" + filler(20'000));
    const std::size_t kept = tight_limit - reserve - (bare_size - 1) - 24;
    EXPECT_TRUE(has(line, "\"message\":\"" + filler(kept) + "\u2026[+" + std::to_string(20'000 - kept) + "B]\""));
}

TEST(EntryLimit, HoldsForTheLargestHead) {
    EncoderOptions options = tight();
    for (int i = 0; i < 128; ++i) {
        options.service += "\x01";
    }
    options.service = options.service.substr(options.service.size() - 128);
    options.host = filler(300);
    const std::string id = filler(300);
    const Context context{{"user_id", id}, {"a", filler(5000)}};
    const Value error = Exception{id, filler(9000), filler(20'000), {{"p", id}}, id, {id}};
    Record entry = encoding::record(context);
    entry.message = entry.file = entry.function = entry.logger_name = id;
    entry.error = &error;
    const std::string message = filler(20'000);
    entry.message = message;
    const std::string line = encoding::line_of(entry, options);
    EXPECT_LE(line.size(), tight_limit);
    EXPECT_TRUE(has(line, R"(["exception","file","function","logger_name","message","user_id"])"));
    EXPECT_TRUE(parse_json(line));
}
