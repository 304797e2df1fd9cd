#include <gtest/gtest.h>

#include "agora/log/exception.hpp"
#include "agora/log/json.hpp"
#include "encoding.hpp"

using namespace agora::log;

namespace {

constexpr int deep = 200'000;

Value deep_arrays() {
    Value value = Array{};
    for (int i = 0; i < deep; ++i) {
        Array outer(1);
        outer.front() = std::move(value);
        value = std::move(outer);
    }
    return value;
}

Value deep_objects() {
    Value value = Object();
    for (int i = 0; i < deep; ++i) {
        value = Object().set("d", std::move(value));
    }
    return value;
}

Value deep_causes() {
    Value value = Exception{"Root", "r", {}, {}, {}, {}};
    for (int i = 0; i < deep; ++i) {
        Exception outer{"E", "e", {}, {}, {}, {}};
        outer.cause = std::move(value);
        value = std::move(outer);
    }
    return value;
}

std::string nested(std::string_view open, std::string_view close, int depth) {
    std::string text = "\"[depth]\"";
    for (int i = 0; i < depth; ++i) {
        text = std::string(open) + text + std::string(close);
    }
    return text;
}

}  // namespace

TEST(DeepValue, IsCopiedComparedAndDestroyedWithoutRecursion) {
    for (const Value& value : {deep_arrays(), deep_objects(), deep_causes()}) {
        const Value copy = value;
        EXPECT_TRUE(copy == value);
        Value moved = copy;
        const Value taken = std::move(moved);
        EXPECT_TRUE(taken == value);
        EXPECT_TRUE(moved.is_null());
    }
    EXPECT_FALSE(deep_arrays() == deep_objects());
}

TEST(DeepValue, IsWrittenToDepthSixteen) {
    // The context itself is depth 1.
    EXPECT_EQ(encoding::context_of({{"a", deep_arrays()}}), "{\"a\":" + nested("[", "]", 15) + "}");
    EXPECT_EQ(encoding::context_of({{"a", deep_objects()}}), "{\"a\":" + nested("{\"d\":", "}", 15) + "}");
}

TEST(DeepValue, IsWrittenAlsoWhereEachErrorIsTheTextOfAnother) {
    Value value = Array{};
    for (int i = 0; i < deep; ++i) {
        Exception outer{"E", "e", {}, {}, {}, {}};
        Array inner(1);
        inner.front() = std::move(value);
        outer.cause = std::move(inner);
        value = std::move(outer);
    }
    EXPECT_TRUE(parse_json(encoding::line_of(encoding::record({{"a", value}}))));
}

TEST(DeepValue, IsReadWithoutRecursion) {
    const std::string text = std::string(deep, '[') + std::string(deep, ']');
    const Result<Value> value = parse_json(text);
    ASSERT_TRUE(value);
    EXPECT_EQ(value.value().as_array().size(), 1u);
    EXPECT_FALSE(parse_json(std::string(deep, '[')));
}

TEST(Value, MayTakeAPartOfItself) {
    Value value = Array{Array{1, 2}, 3};
    value = Value(value.as_array()[0]);
    EXPECT_EQ(to_json(value), "[1,2]");
    Value object{{"inner", {{"x", "y"}}}};
    object = *object.as_object().find("inner");
    EXPECT_EQ(to_json(object), R"({"x":"y"})");
    Value& self = object;
    object = self;
    EXPECT_EQ(to_json(object), R"({"x":"y"})");
}

TEST(Value, ComparesKindContentAndOrder) {
    EXPECT_EQ(Value("a"), Value(std::string("a")));
    EXPECT_FALSE(Value(1) == Value(1u));
    EXPECT_FALSE(Value("a") == Value::bytes("a", 1));
    EXPECT_FALSE((Value{{"a", 1}, {"b", 2}} == Value{{"b", 2}, {"a", 1}}));
    EXPECT_FALSE(Value(Array{1}) == Value(Array{1, 2}));
    const Value error = Exception{"T", "m", "s", {{"k", 1}}, "cause", {1}};
    EXPECT_EQ(error, Value(error));
    EXPECT_FALSE(error == Value(Exception{"T", "m", "s", {{"k", 2}}, "cause", {1}}));
}
