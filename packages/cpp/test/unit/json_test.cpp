#include "agora/log/json.hpp"

#include <gtest/gtest.h>

#include <string>

using namespace agora::log;
using namespace std::string_literals;

namespace {

std::string again(std::string_view text) {
    const Result<Value> value = parse_json(text);
    return value ? to_json(value.value()) : value.error().message;
}

}  // namespace

TEST(ParseJson, ReadsEveryKindOfValue) {
    EXPECT_EQ(again(" { \"a\" : [ 1 , -2.5e3 , true , false , null , \"x\" , { } , [ ] ] }\r\n\t"),
              R"({"a":[1,-2500,true,false,null,"x",{},[]]})");
    EXPECT_EQ(again("\"only text\""), "\"only text\"");
    EXPECT_EQ(again("[[],[[]],{\"a\":{}}]"), R"([[],[[]],{"a":{}}])");
}

TEST(ParseJson, KeepsBigIntegersDuplicatesAndOrder) {
    EXPECT_EQ(parse_json("9007199254740993").value().as_int64(), 9007199254740993);
    EXPECT_EQ(parse_json("18446744073709551615").value().as_uint64(), 18446744073709551615u);
    EXPECT_EQ(parse_json("-123456789012345678901234567890").value().as_text(), "-123456789012345678901234567890");
    const Value object = parse_json(R"({"b":1,"a":2,"b":3})").value();
    std::string keys;
    for (const Member& member : object.as_object()) {
        keys += member.key;
    }
    EXPECT_EQ(keys, "bab");
    EXPECT_EQ(object.as_object().find("b")->as_int64(), 3);
}

TEST(ParseJson, ReadsLargeIntegersOfEntriesAsTheDoublesThatTheyWere) {
    const auto in_entry = [](std::string_view text) { return parse_json(text, Integers::as_in_entries).value(); };
    EXPECT_EQ(in_entry("9007199254740991").kind(), Kind::int64);
    EXPECT_EQ(in_entry("9007199254740994").kind(), Kind::float64);
    EXPECT_EQ(to_json(in_entry("9007199254740994")), "9007199254740994");
    EXPECT_EQ(to_json(in_entry("-9223372036854776000")), "-9223372036854776000");
}

TEST(ParseJson, KnowsAnIntegerFromADouble) {
    EXPECT_EQ(parse_json("1").value().kind(), Kind::int64);
    EXPECT_EQ(parse_json("1.0").value().kind(), Kind::float64);
    EXPECT_EQ(parse_json("1e2").value().kind(), Kind::float64);
    EXPECT_EQ(parse_json("-0").value().kind(), Kind::float64);
    EXPECT_EQ(again("-0"), "0");
    EXPECT_EQ(again("5e-324"), "5e-324");
    EXPECT_EQ(again("1e-400"), "0");
    EXPECT_EQ(again("0." + std::string(400, '0') + "1"), "0");
    EXPECT_EQ(again("-1e-99999999999"), "0");
}

TEST(ParseJson, ReadsEscapesAndRepairsLoneSurrogates) {
    EXPECT_EQ(parse_json(R"("\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC")").value().as_text(),
              "\"\\/\b\f\n\r\tA\xC3\xA9\xE2\x82\xAC");
    EXPECT_EQ(parse_json(R"("\ud83d\ude02")").value().as_text(), "\xF0\x9F\x98\x82");
    EXPECT_EQ(parse_json(R"("\ud83dx")").value().as_text(), "\xEF\xBF\xBDx");
    EXPECT_EQ(parse_json(R"("\ude02\ud83d")").value().as_text(), "\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(parse_json(R"("\u0000")").value().as_text(), "\0"s);
}

TEST(ParseJson, RefusesWhatIsNotJsonAndSaysWhere) {
    for (const std::string& text : {""s,
                                    " "s,
                                    "tru"s,
                                    "nulll"s,
                                    "01"s,
                                    "+1"s,
                                    ".5"s,
                                    "1."s,
                                    "1e"s,
                                    "-"s,
                                    "NaN"s,
                                    "Infinity"s,
                                    "'a'"s,
                                    "{a:1}"s,
                                    "[1,]"s,
                                    "{\"a\":1,}"s,
                                    "[1 2]"s,
                                    "{\"a\" 1}"s,
                                    "{\"a\"}"s,
                                    "[1"s,
                                    "{"s,
                                    "\"a"s,
                                    "\"\\x\""s,
                                    "\"\\u12g4\""s,
                                    "\"a\nb\""s,
                                    "\"\x7F\xFF\""s,
                                    "\"\xED\xA0\x80\""s,
                                    "\xEF\xBB\xBF{}"s,
                                    "{}{}"s,
                                    "[]]"s,
                                    "[}"s,
                                    "// x\n1"s,
                                    "1e400"s,
                                    "1"s + std::string(400, '0') + ".0"s,
                                    "{1:2}"s,
                                    ","s,
                                    "\"\\"s,
                                    "\0"s}) {
        const Result<Value> value = parse_json(text);
        ASSERT_FALSE(value) << text;
        EXPECT_EQ(value.error().code, "AGORA_JSON");
        EXPECT_TRUE(value.error().message.starts_with("[AGORA_JSON] byte ")) << value.error().message;
    }
    EXPECT_EQ(parse_json("[1, x]").error().message, "[AGORA_JSON] byte 4: expected a value");
}

TEST(ToJson, HidesNothing) { EXPECT_EQ(to_json({{"password", "shown"}}), R"({"password":"shown"})"); }
