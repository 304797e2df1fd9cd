#include <gtest/gtest.h>

#include "encoding.hpp"

using namespace agora::log;
using encoding::context_of;
using encoding::error_line;

namespace {

Exception error(std::string type, Value cause = {}, Array errors = {}) {
    return {std::move(type), "m", {}, {}, std::move(cause), std::move(errors)};
}

Value chain(int length) {
    Value link;
    for (int i = length; i > 0; --i) {
        link = error("E" + std::to_string(i), std::move(link));
    }
    return link;
}

std::string written_chain(int length) {
    std::string text;
    for (int i = length; i > 0; --i) {
        text = "{\"type\":\"E" + std::to_string(i) + "\",\"message\":\"m\"" +
               (text.empty() ? "" : ",\"cause\":" + text) + "}";
    }
    return text;
}

}  // namespace

TEST(Exception, HasItsMembersInTheOrderOfTheWire) {
    const Value full = Exception{"T", "m", "at a\nat b", {{"code", 5}}, error("C"), {error("X")}};
    EXPECT_EQ(error_line(full),
              R"("exception":{"type":"T","message":"m","stacktrace":"at a\nat b","properties":{"code":5},)"
              R"("cause":{"type":"C","message":"m"},"errors":[{"type":"X","message":"m"}]})");
    EXPECT_EQ(error_line(Exception{}), R"("exception":{"type":"Error","message":""})");
}

TEST(Exception, IsMadeOfWhatIsNoError) {
    EXPECT_EQ(error_line("text"), R"("exception":{"type":"string","message":"text"})");
    EXPECT_EQ(error_line(5), R"("exception":{"type":"number","message":"5"})");
    EXPECT_EQ(error_line(9007199254740993), R"("exception":{"type":"number","message":"9007199254740993"})");
    EXPECT_EQ(error_line(1e21), R"("exception":{"type":"number","message":"1e+21"})");
    EXPECT_EQ(error_line(true), R"("exception":{"type":"boolean","message":"true"})");
    EXPECT_EQ(error_line(Array{1, "x"}), R"("exception":{"type":"array","message":"[1,\"x\"]"})");
    EXPECT_EQ(error_line({{"b", 1}, {"a", "x"}, {"token", "t"}}),
              R"("exception":{"type":"object","message":"{\"a\":\"x\",\"b\":1,\"token\":\"[REDACTED]\"}"})");
    EXPECT_EQ(error_line(nullptr), "");
    EXPECT_EQ(error_line(error("T", "why")),
              R"("exception":{"type":"T","message":"m","cause":{"type":"string","message":"why"}})");
}

TEST(Exception, ComesOutOfTheContextWhereNoneIsGiven) {
    EXPECT_EQ(context_of({{"exception", error("C")}, {"error", error("B")}, {"err", 5}}),
              R"({"err":5,"exception":{"message":"m","type":"C"}},"exception":{"type":"B","message":"m"})");
    EXPECT_EQ(context_of({{"other", error("A")}}), R"({"other":{"message":"m","type":"A"}})");
    const Value argument = error("Argument");
    Record entry = encoding::record();
    const Context context{{"err", error("Context")}};
    entry.error = &argument;
    entry.context = context;
    EXPECT_EQ(encoding::behind(encoding::line_of(entry), "\"function\":\"f\","),
              R"("context":{"err":{"message":"m","type":"Context"}},"exception":{"type":"Argument","message":"m"})");
}

TEST(Exception, HasAtMostEightInAChain) {
    EXPECT_EQ(error_line(chain(8)), "\"exception\":" + written_chain(8));
    EXPECT_EQ(error_line(chain(9)),
              R"("context":{"_agora":{"truncated":["exception"]}},"exception":)" + written_chain(8));
}

TEST(Exception, HasErrorsOnlyAtTheBeginOfAChainAndAtMostSixteen) {
    std::string sixteen;
    for (int i = 0; i < 16; ++i) {
        sixteen += std::string(i == 0 ? "" : ",") + R"({"type":"X","message":"m"})";
    }
    const std::string lost = R"("context":{"_agora":{"truncated":["exception"]}},)";
    EXPECT_EQ(error_line(error("T", {}, Array(16, error("X")))),
              R"("exception":{"type":"T","message":"m","errors":[)" + sixteen + "]}");
    EXPECT_EQ(error_line(error("T", {}, Array(17, error("X")))),
              lost + R"("exception":{"type":"T","message":"m","errors":[)" + sixteen + "]}");
    EXPECT_EQ(error_line(error("T", error("C", {}, {error("X")}))),
              lost + R"("exception":{"type":"T","message":"m","cause":{"type":"C","message":"m"}})");
    EXPECT_EQ(error_line(error("T", {}, {error("X", error("C"))})),
              lost + R"("exception":{"type":"T","message":"m","errors":[{"type":"X","message":"m"}]})");
    EXPECT_EQ(error_line(error("T", {}, {nullptr, "text", nullptr})),
              R"("exception":{"type":"T","message":"m","errors":[{"type":"string","message":"text"}]})");
    EXPECT_EQ(error_line(error("T", {}, {nullptr})), R"("exception":{"type":"T","message":"m"})");
}

TEST(Exception, SaysWhatWasCut) {
    Exception long_texts{std::string(257, 't'), std::string(8193, 'm'), std::string(16385, 's'), {}, {}, {}};
    EXPECT_EQ(error_line(long_texts), R"("context":{"_agora":{"truncated":["exception"]}},"exception":{"type":")" +
                                          std::string(232, 't') + "\u2026[+25B]\",\"message\":\"" +
                                          std::string(8168, 'm') + "\u2026[+25B]\",\"stacktrace\":\"" +
                                          std::string(16360, 's') + "\u2026[+25B]\"}");
    EXPECT_EQ(error_line(Exception{"T", "\x1b[31mred", {}, {}, {}, {}}),
              R"("exception":{"type":"T","message":"\u001b[31mred"})");
}

TEST(Exception, GivesItsPropertiesABudgetOfTheirOwn) {
    Object properties;
    for (int i = 0; i < 17; ++i) {
        properties.set("p" + std::to_string(10 + i), Array(255));
    }
    Exception first{"T", "m", {}, properties, Exception{"C", "m", {}, {{"x", 1}}, {}, {}}, {}};
    const std::string line = error_line(first);
    EXPECT_TRUE(line.starts_with(R"("context":{"_agora":{"truncated":["exception"]}},)"));
    EXPECT_TRUE(line.ends_with(R"("cause":{"type":"C","message":"m","properties":{}}})"))
        << line.substr(line.size() - 80);
}

TEST(ErrorInContext, HasSortedMembers) {
    const Exception full{"T", "m", "s", {{"code", 5}}, error("C"), {error("X")}};
    EXPECT_EQ(context_of({{"e", full}}),
              R"({"e":{"cause":{"message":"m","type":"C"},"errors":[{"message":"m","type":"X"}],"message":"m",)"
              R"("properties":{"code":5},"stacktrace":"s","type":"T"}})");
}

TEST(ErrorInContext, CountsWhatItLeavesOut) {
    EXPECT_TRUE(context_of({{"e", chain(9)}}).starts_with(R"({"_agora":{"dropped":1},"e":)"));
    EXPECT_TRUE(
        context_of({{"e", error("T", {}, Array(18, error("X")))}}).starts_with(R"({"_agora":{"dropped":2},"e":)"));
    EXPECT_EQ(context_of({{"e", error("T", {}, {error("X", error("C"), {error("Y")})})}}),
              R"({"_agora":{"dropped":2},"e":{"errors":[{"message":"m","type":"X"}],"message":"m","type":"T"}})");
    EXPECT_EQ(context_of({{"e", error("T", error("C", {}, {error("X"), error("X")}))}}),
              R"({"_agora":{"dropped":1},"e":{"cause":{"message":"m","type":"C"},"message":"m","type":"T"}})");
}

TEST(ErrorInContext, BeginsANewChainInProperties) {
    EXPECT_EQ(context_of({{"e", Exception{"T", "m", {}, {{"inner", error("I", {}, {error("X")})}}, {}, {}}}}),
              R"({"e":{"message":"m","properties":{"inner":{"errors":[{"message":"m","type":"X"}],"message":"m",)"
              R"("type":"I"}},"type":"T"}})");
}

TEST(ErrorInContext, CountsForDepth) {
    Value value = error("T", error("C"), {error("X")});
    for (int i = 0; i < 14; ++i) {
        value = Array{std::move(value)};
    }
    const std::string context = context_of({{"a", value}});
    EXPECT_NE(context.find(R"([{"cause":"[depth]","errors":"[depth]","message":"m","type":"T"}])"), std::string::npos);
    EXPECT_EQ(context.find("dropped"), std::string::npos);
}
