#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <deque>
#include <filesystem>
#include <limits>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>

#include "agora/log/context.hpp"
#include "agora/log/exception.hpp"
#include "agora/log/json.hpp"

using namespace agora::log;
using namespace std::string_literals;

namespace trading {

enum Side { buy = 1, sell = -1 };

struct Money {
    long cents;
};

Value to_log_value(const Money& money) { return {{"cents", money.cents}, {"currency", "EUR"}}; }

struct Broken {};

Value to_log_value(const Broken&) { throw std::runtime_error("no such account"); }

}  // namespace trading

TEST(ValueConversion, SaysWhatATypesOwnConversionThrew) {
    EXPECT_EQ(Value(trading::Broken{}).as_text(), "[threw std::runtime_error]");
}

TEST(ValueConversion, KeepsTheKindOfNumbers) {
    EXPECT_EQ(Value(true).kind(), Kind::boolean);
    EXPECT_EQ(Value(-5).as_int64(), -5);
    EXPECT_EQ(Value(static_cast<signed char>(-5)).as_int64(), -5);
    EXPECT_EQ(Value(short{7}).kind(), Kind::int64);
    EXPECT_EQ(Value(5u).kind(), Kind::uint64);
    EXPECT_EQ(Value(std::numeric_limits<std::uint64_t>::max()).as_uint64(), 18446744073709551615u);
    EXPECT_EQ(Value(std::numeric_limits<std::int64_t>::min()).as_int64(), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(Value(0.1f).as_double(), static_cast<double>(0.1f));
    EXPECT_EQ(Value(2.5L).as_double(), 2.5);
    EXPECT_EQ(Value(trading::sell).as_int64(), -1);
    EXPECT_EQ(Value(std::size_t{3}).as_uint64(), 3u);
    EXPECT_EQ(Value(0).kind(), Kind::int64);
}

TEST(ValueConversion, TakesTextOfEveryKind) {
    EXPECT_EQ(Value("text").as_text(), "text");
    EXPECT_EQ(Value(std::string_view("view")).as_text(), "view");
    EXPECT_EQ(Value("with\0nul"s).as_text().size(), 8u);
    EXPECT_EQ(Value('B').as_text(), "B");
    EXPECT_EQ(Value(u8"\u00e9").as_text(), "\xC3\xA9");
    EXPECT_EQ(Value(u"\u00e9").as_text(), "\xC3\xA9");
    EXPECT_EQ(Value(Text("text")).as_text(), "text");
    EXPECT_EQ(Value(std::filesystem::path("/var/log")).as_text(), "/var/log");
    char buffer[] = "buffer";
    char* const pointer = buffer;
    EXPECT_EQ(Value(pointer).as_text(), "buffer");
}

TEST(ValueConversion, MakesNullOfNothingAndNeverReadsANullPointer) {
    const char* const none = nullptr;
    EXPECT_TRUE(Value().is_null());
    EXPECT_TRUE(Value(nullptr).is_null());
    EXPECT_TRUE(Value(none).is_null());
    EXPECT_TRUE(Value(std::optional<int>()).is_null());
    EXPECT_EQ(to_json({{"a", nullptr}, {"b", none}, {"c", std::optional<std::string>()}}),
              R"({"a":null,"b":null,"c":null})");
}

TEST(ValueConversion, LooksIntoOptionals) {
    EXPECT_EQ(Value(std::optional(5)).as_int64(), 5);
    EXPECT_EQ(Value(std::optional("x"s)).as_text(), "x");
    EXPECT_EQ(Value(std::optional(std::vector{1, 2})).as_array().size(), 2u);
}

TEST(ValueConversion, MakesArraysOfRanges) {
    const int plain[] = {1, 2};
    EXPECT_EQ(to_json(Value(plain)), "[1,2]");
    EXPECT_EQ(to_json(Value(std::vector{1.5, 2.5})), "[1.5,2.5]");
    EXPECT_EQ(to_json(Value(std::vector{true, false})), "[true,false]");
    EXPECT_EQ(to_json(Value(std::array{"a", "b"})), R"(["a","b"])");
    EXPECT_EQ(to_json(Value(std::list<std::string>{"a"})), R"(["a"])");
    EXPECT_EQ(to_json(Value(std::set{2, 1})), "[1,2]");
    EXPECT_EQ(to_json(Value(std::span<const int>(plain))), "[1,2]");
    EXPECT_EQ(to_json(Value(std::deque<std::optional<int>>{1, std::nullopt})), "[1,null]");
    EXPECT_EQ(to_json(Value(std::vector<std::vector<int>>{{1}, {}})), "[[1],[]]");
    EXPECT_EQ(to_json(Value(Array{1, "x", nullptr, Array{}})), R"([1,"x",null,[]])");
}

TEST(ValueConversion, MakesObjectsOfMaps) {
    EXPECT_EQ(to_json(Value(std::map<std::string, int>{{"b", 2}, {"a", 1}})), R"({"a":1,"b":2})");
    EXPECT_EQ(to_json(Value(std::unordered_map<std::string, std::string>{{"k", "v"}})), R"({"k":"v"})");
    EXPECT_EQ(to_json(Value(std::vector<std::pair<const char*, double>>{{"x", 0.5}})), R"({"x":0.5})");
}

TEST(ValueConversion, MakesTextOfKeysThatAreNone) {
    EXPECT_EQ(to_json(Value(std::map<int, int>{{10, 1}, {-2, 2}})), R"({"-2":2,"10":1})");
    EXPECT_EQ(to_json(Value(std::map<double, int>{{1.5, 1}, {1e21, 2}})), R"({"1.5":1,"1e+21":2})");
    EXPECT_EQ(to_json(Value(std::map<bool, int>{{true, 1}})), R"({"true":1})");
    EXPECT_EQ(key_text(nullptr), "null");
    EXPECT_EQ(key_text(Value::integer("9007199254740993")), "9007199254740993");
    EXPECT_EQ(key_text(Array{}), "");
}

TEST(ValueConversion, MakesBytesOfByteRanges) {
    EXPECT_EQ(Value(std::vector<std::byte>{std::byte{1}}).kind(), Kind::bytes);
    EXPECT_EQ(Value(std::array<std::uint8_t, 2>{1, 2}).kind(), Kind::bytes);
    EXPECT_EQ(to_json(Value::bytes("foobar", 6)), R"("Zm9vYmFy")");
}

TEST(ValueConversion, TakesSystemTime) {
    const auto time = std::chrono::system_clock::time_point(std::chrono::milliseconds(1'700'000'000'001));
    EXPECT_EQ(to_json(Value(time)), R"("2023-11-14T22:13:20.001000Z")");
}

TEST(ValueConversion, AsksTheTypesOwnNamespace) {
    EXPECT_EQ(to_json({{"price", trading::Money{1999}}}), R"({"price":{"cents":1999,"currency":"EUR"}})");
    EXPECT_EQ(to_json(Value(std::vector{trading::Money{1}})), R"([{"cents":1,"currency":"EUR"}])");
}

TEST(ValueConversion, RefusesPointersWhenItIsCompiled) {
    EXPECT_FALSE((std::is_convertible_v<int*, Value>));
    EXPECT_FALSE((std::is_convertible_v<const void*, Value>));
    EXPECT_FALSE((std::is_convertible_v<void (*)(), Value>));
    EXPECT_FALSE((std::is_convertible_v<wchar_t, Value>));
    EXPECT_TRUE((std::is_convertible_v<const char*, Value>));
}

TEST(ValueConversion, WritesIntegersByWhatADoubleCanHold) {
    EXPECT_EQ(to_json(9007199254740991), "9007199254740991");
    EXPECT_EQ(to_json(-9007199254740991), "-9007199254740991");
    EXPECT_EQ(to_json(9007199254740992), R"("9007199254740992")");
    EXPECT_EQ(to_json(-9007199254740992), R"("-9007199254740992")");
    EXPECT_EQ(to_json(9007199254740992.0), "9007199254740992");
    EXPECT_EQ(to_json(18446744073709551615u), R"("18446744073709551615")");
    EXPECT_EQ(to_json(Value::integer("-1000000000000000000000000000000")), R"("-1000000000000000000000000000000")");
    EXPECT_EQ(to_json(std::numeric_limits<double>::quiet_NaN()), R"("NaN")");
    EXPECT_EQ(to_json(-std::numeric_limits<double>::infinity()), R"("-Infinity")");
}

TEST(ValueConversion, ReadsIntegersOfAnySizeFromDigits) {
    EXPECT_EQ(Value::integer("+007"), Value(7));
    EXPECT_EQ(Value::integer("-0"), Value(0));
    EXPECT_EQ(Value::integer("-9223372036854775808").as_int64(), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(Value::integer("18446744073709551615").kind(), Kind::uint64);
    EXPECT_EQ(Value::integer("18446744073709551616").kind(), Kind::big_integer);
    EXPECT_EQ(Value::integer("-9223372036854775809").as_text(), "-9223372036854775809");
    EXPECT_EQ(Value::integer("12a").kind(), Kind::string);
    EXPECT_EQ(Value::integer("").kind(), Kind::string);
}

TEST(ContextBraces, ReadLikeJson) {
    const std::string symbol = "EURUSD";
    const Context context{
        {"symbol", symbol}, {"qty", 5}, {"book", {{"bid", 1.5}, {"ask", 2}}}, {"tags", Array{"a", 1}}};
    EXPECT_EQ(to_json(context), R"({"book":{"ask":2,"bid":1.5},"qty":5,"symbol":"EURUSD","tags":["a",1]})");
    EXPECT_EQ(to_json(Context{{"a", "b"}}), R"({"a":"b"})");
    EXPECT_EQ(to_json(Context{{"a", {{"b", "c"}}}}), R"({"a":{"b":"c"}})");
    EXPECT_EQ(to_json(Context().set("a", 1).set("b", "x")), R"({"a":1,"b":"x"})");
    EXPECT_EQ(Context({}).size(), 0u);
}

TEST(ContextBraces, BorrowTextOnlyUntilTheyAreStored) {
    Context stored;
    {
        std::string passing(100, 'x');
        stored = {{"text", passing}};
        passing.assign(100, 'y');
    }
    EXPECT_EQ(stored.find("text")->as_text(), std::string(100, 'x'));
}

TEST(Object, FindsTheLastMemberOfAKey) {
    const Object object{{"a", 1}, {"b", 2}, {"a", 3}};
    EXPECT_EQ(object.size(), 3u);
    EXPECT_EQ(object.find("a")->as_int64(), 3);
    EXPECT_EQ(object.find("c"), nullptr);
}

TEST(Value, GivesTheEmptyValueOfAnotherKind) {
    const Value text("x");
    EXPECT_EQ(text.as_int64(), 0);
    EXPECT_EQ(text.as_double(), 0);
    EXPECT_FALSE(text.as_bool());
    EXPECT_TRUE(text.as_array().empty());
    EXPECT_TRUE(text.as_object().empty());
    EXPECT_EQ(text.as_exception().type, "");
    EXPECT_EQ(Value(5).as_text(), "");
}
