#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "agora/log/json.hpp"
#include "encoding.hpp"

using namespace agora::log;
using namespace std::string_literals;
using encoding::context_of;

TEST(ContextKeys, AreSortedByUtf16CodeUnits) {
    EXPECT_EQ(context_of({{"b", 0}, {"2", 0}, {"10", 0}, {"1", 0}, {"a", 0}}), R"({"1":0,"10":0,"2":0,"a":0,"b":0})");
    EXPECT_EQ(context_of({{"\uFB33", 0}, {"\U0001F602", 0}}), "{\"\U0001F602\":0,\"\uFB33\":0}");
    EXPECT_EQ(context_of({{"\uE000", 0}, {"\uD7FF", 0}, {"\uFFFF", 0}, {"\U00010000", 0}}),
              "{\"\uD7FF\":0,\"\U00010000\":0,\"\uE000\":0,\"\uFFFF\":0}");
    EXPECT_EQ(context_of({{"a", 0}, {"", 0}, {"A", 0}}), R"({"":0,"A":0,"a":0})");
    EXPECT_EQ(context_of({{"ab", 0}, {"a", 0}, {"a\"", 0}}), R"({"a":0,"a\"":0,"ab":0})");
}

TEST(ContextKeys, HaveTheOrderOfTheirUtf16FormForRandomKeys) {
    std::mt19937 random(7);
    const std::u16string letters = u"a\u007F\u00E9\u07FF\u0800\uD7FF\uE000\uEFFF\uF000\uFFFD";
    for (int round = 0; round < 500; ++round) {
        std::vector<std::u16string> keys;
        for (int i = 0; i < 6; ++i) {
            std::u16string key;
            while (random() % 3 != 0) {
                if (random() % 4 == 0) {
                    key += static_cast<char16_t>(0xD800 + random() % 0x400);
                    key += static_cast<char16_t>(0xDC00 + random() % 0x400);
                } else {
                    key += letters[random() % letters.size()];
                }
            }
            keys.push_back(key);
        }
        Context context;
        for (const std::u16string& key : keys) {
            context.set(from_utf16(key), 0);
        }
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        std::string expected;
        for (const std::u16string& key : keys) {
            expected += (expected.empty() ? "{\"" : ",\"") + from_utf16(key) + "\":0";
        }
        ASSERT_EQ(context_of(context), expected + "}");
    }
}

TEST(ContextKeys, KeepTheLastOfEqualOnes) {
    EXPECT_EQ(context_of({{"a", 1}, {"b", 2}, {"a", 3}}), R"({"a":3,"b":2})");
    EXPECT_EQ(context_of({{"x\xFE", 1}, {"x\xFF", 2}}), "{\"x\uFFFD\":2}");
    EXPECT_EQ(context_of({{"o", {{"k", 1}, {"k", 2}}}}), R"({"o":{"k":2}})");
}

TEST(ContextKeys, AreWhateverTheCallerSays) {
    EXPECT_EQ(context_of({{"__proto__", 1}, {"level", 2}, {"a.b", 3}, {"message", 4}}),
              R"({"__proto__":1,"a.b":3,"level":2,"message":4})");
    EXPECT_EQ(context_of({{"\n\"\\\x01", 1}}), R"({"\u0001":1})"s.replace(2, 6, "\\n\\\"\\\\\\u0001"));
}

TEST(ContextLayers, GiveWayToLaterOnes) {
    EncoderOptions options = encoding::options();
    options.default_context = {{"a", "default"}, {"b", "default"}, {"c", "default"}};
    const Context child{{"b", "child"}, {"c", "child"}};
    const ContextView layers[] = {child};
    const Context call{{"c", "call"}};
    Record entry = encoding::record(call);
    entry.bound = layers;
    EXPECT_EQ(encoding::behind(encoding::line_of(entry, options), "\"context\":"),
              R"({"a":"default","b":"child","c":"call"})");
}

TEST(ContextValues, AreEscapedOnlyWhereJsonAsks) {
    EXPECT_EQ(to_json("\b\t\n\f\r\v\x1f\"\\"), R"("\b\t\n\f\r\u000b\u001f\"\\")");
    const std::string raw = "/'&</script>\x7F\u0080\u009F\u2028\u2029\uFEFF\uFFFF\U0010FFFFe\u0301";
    EXPECT_EQ(to_json(raw), "\"" + raw + "\"");
    EXPECT_EQ(to_json("a\0b"s), R"("a\u0000b")");
    EXPECT_EQ(to_json("a\xFF"
                      "b"),
              "\"a\uFFFD"
              "b\"");
}

TEST(ContextValues, KeepNullAndWhatIsEmpty) {
    EXPECT_EQ(context_of({{"a", nullptr}, {"b", Object()}, {"c", Array()}, {"d", ""}}),
              R"({"a":null,"b":{},"c":[],"d":""})");
    EXPECT_EQ(context_of({}), "");
    EXPECT_EQ(encoding::line_of(encoding::record()).find("context"), std::string::npos);
}
