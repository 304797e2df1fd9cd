#include <gtest/gtest.h>

#include "agora/log/handlers/console.hpp"
#include "encoding.hpp"

using namespace agora::log;

namespace {

std::string text_of(ContextView context, std::string_view message = "message text", const Value& error = {}) {
    Record entry = encoding::record(context);
    entry.time = Timestamp(1'795'255'200'123'456);
    entry.level = Level::error;
    entry.message = message;
    entry.error = &error;
    entry.file = "feed.cpp";
    entry.line = 12;
    entry.function = "load";
    entry.logger_name = "agora.feed";
    EncoderOptions options = encoding::options();
    options.service = "market-data";
    return text_form(encoding::line_of(entry, options));
}

}  // namespace

TEST(TextForm, IsOneLineForPeople) {
    EXPECT_EQ(text_of({{"key", "value"}, {"key2", "two words"}, {"key3", {{"a", 1}}}}),
              "2026-11-21 10:00:00.123 ERROR    market-data [agora.feed] message text  key=value key2=\"two words\" "
              "key3={\"a\":1}  feed.cpp:12 load\n");
    EXPECT_EQ(text_of({}),
              "2026-11-21 10:00:00.123 ERROR    market-data [agora.feed] message text  feed.cpp:12 load\n");
}

TEST(TextForm, HasLiftedMembersBeforeTheContext) {
    EXPECT_NE(
        text_of({{"a", 1}, {"user_id", "u 1"}, {"duration_ms", 2.5}}).find("  user_id=\"u 1\" duration_ms=2.5 a=1  "),
        std::string::npos);
}

TEST(TextForm, QuotesWhatWouldBeMisread) {
    EXPECT_NE(text_of({{"a", ""},
                       {"b", "x=y"},
                       {"c", "say \"hi\" \\"},
                       {"d", nullptr},
                       {"e", Array{1, "x"}},
                       {"f", 9007199254740994.0}})
                  .find("a=\"\" b=\"x=y\" c=\"say \\\"hi\\\" \\\\\" d=null e=[1,\"x\"] f=9007199254740994  "),
              std::string::npos);
}

TEST(TextForm, LetsNothingLeaveItsLine) {
    const std::string text = text_of({{"k\n", "a\nb\u009b31m\u202e"}, {"j", Array{"\u0085\x7F"}}}, "one\ntwo\x1b[31m");
    EXPECT_NE(text.find("one\\u000atwo  "), std::string::npos);
    EXPECT_NE(text.find("k\\u000a=a\\u000ab\\u009b31m\\u202e "), std::string::npos);
    EXPECT_NE(text.find("j=[\"\\u0085\\u007f\"]"), std::string::npos);
    EXPECT_EQ(text.find('\n'), text.size() - 1);
}

TEST(TextForm, HasTheStackOrTheTypeAndMessageOfEachExceptionBelow) {
    const Value error = Exception{"std::runtime_error",
                                  "no price",
                                  "std::runtime_error: no price\n  at load (feed.cpp:12)",
                                  {},
                                  Exception{"SocketError", "closed\nby peer", {}, {}, {}, {}},
                                  {Exception{"A", "1", {}, {}, {}, {}}}};
    EXPECT_TRUE(text_of({}, "m", error)
                    .ends_with("feed.cpp:12 load\n"
                               "    std::runtime_error: no price\n"
                               "      at load (feed.cpp:12)\n"
                               "    caused by SocketError: closed\n"
                               "    by peer\n"
                               "    with A: 1\n"))
        << text_of({}, "m", error);
}

TEST(TextForm, ColoursOnlyTheLevel) {
    const std::string line = encoding::line_of(encoding::record());
    EXPECT_NE(text_form(line, true).find("\x1b[32mINFO    \x1b[0m svc"), std::string::npos);
    EXPECT_EQ(text_form(line, false).find('\x1b'), std::string::npos);
}

TEST(TextForm, MakesSafeWhatIsNoEntry) {
    EXPECT_EQ(text_form("no json\x1b[31m\n"), "no json\\u001b[31m\n");
    EXPECT_EQ(text_form("[1]\n"), "[1]\n");
    EXPECT_TRUE(text_form("{}").ends_with("\n"));
    EXPECT_TRUE(text_form(R"({"exception":{"cause":{"cause":5},"errors":[1]}})").ends_with("\n"));
}
