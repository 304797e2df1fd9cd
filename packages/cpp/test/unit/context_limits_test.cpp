#include <gtest/gtest.h>

#include "agora/log/json.hpp"
#include "encoding.hpp"

using namespace agora::log;
using namespace std::string_literals;
using encoding::context_of;

namespace {

Context members(int count, const Value& value = 0) {
    Context context;
    for (int i = 0; i < count; ++i) {
        context.set("k" + std::to_string(100'000 + i), value);
    }
    return context;
}

std::size_t occurrences(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

EncoderOptions roomy() {
    EncoderOptions options = encoding::options();
    options.max_entry_bytes = 256'000;
    return options;
}

}  // namespace

TEST(Members, AreKeptUpTo128) {
    EXPECT_EQ(context_of(members(128)).find("_agora"), std::string::npos);
    const std::string context = context_of(members(129));
    EXPECT_TRUE(context.starts_with(R"({"_agora":{"dropped":1},"k100000":0,)"));
    EXPECT_EQ(occurrences(context, ":0"), 128u);
    EXPECT_EQ(context.find("k100128"), std::string::npos);
    EXPECT_TRUE(context_of({{"o", members(130)}}).starts_with(R"({"_agora":{"dropped":2},"o":{"k100000":0)"));
}

TEST(Members, BeyondThe1024thAreOnlyCounted) {
    Context context = members(1024);
    context.set("a", "seen by nobody");
    EXPECT_TRUE(context_of(context).starts_with(R"({"_agora":{"dropped":897},"k100000":0)"));
    Context last = members(1023);
    last.set("a", "seen");
    EXPECT_TRUE(context_of(last).starts_with(R"({"_agora":{"dropped":896},"a":"seen","k100000":0)"));
}

TEST(Elements, AreKeptUpTo256) {
    EXPECT_EQ(context_of({{"l", Array(256, 1)}}).find("_agora"), std::string::npos);
    const std::string context = context_of({{"l", Array(257, 1)}});
    EXPECT_TRUE(context.starts_with(R"({"_agora":{"dropped":1},"l":[1,)"));
    EXPECT_EQ(occurrences(context, ",1"), 255u);
}

TEST(Budget, HoldsFor4096ValuesInCanonicalOrder) {
    // 16 arrays of 255 elements are 4,096 values with the arrays themselves.
    EXPECT_EQ(context_of(members(16, Array(255, 1)), roomy()).find("_agora"), std::string::npos);
    Context context = members(16, Array(255, 1));
    context.set("z", Array(3, 1));
    EXPECT_TRUE(context_of(context, roomy()).starts_with(R"({"_agora":{"dropped":1},"k100000":[1)"));
    context = members(15, Array(255, 1));
    context.set("y", Array(254, 1));
    context.set("z", Array(300, 1));
    const std::string last_is_empty = context_of(context, roomy());
    EXPECT_TRUE(last_is_empty.starts_with(R"({"_agora":{"dropped":300},)"));
    EXPECT_TRUE(last_is_empty.ends_with(",\"z\":[]}"));
}

TEST(Budget, CountsWhatIsLeftOutInEachOpenContainer) {
    // 4,096 = 15 * 256 + 1 (outer) + 255: the inner array has place for 254 of its 256 + 4 elements.
    Context context = members(15, Array(255, 1));
    context.set("z", Array{Array(260, 1), 2, 3});
    const std::string text = context_of(context, roomy());
    EXPECT_TRUE(text.starts_with(R"({"_agora":{"dropped":8},)")) << text.substr(0, 60);
}

TEST(Keys, AreCutAt256Bytes) {
    EXPECT_EQ(context_of({{std::string(256, 'k'), 1}}), "{\"" + std::string(256, 'k') + "\":1}");
    EXPECT_EQ(context_of({{std::string(257, 'k'), 1}}),
              R"({"_agora":{"truncated":["context"]},")" + std::string(232, 'k') + "\u2026[+25B]\":1}");
    EXPECT_EQ(
        context_of({{std::string(43, '\0'), 1}}), "{\"" + [] {
            std::string key;
            for (int i = 0; i < 38; ++i) {
                key += "\\u0000";
            }
            return key;
        }() + "\u2026[+5B]\":1,\"_agora\":{\"truncated\":[\"context\"]}}");
    EXPECT_EQ(context_of({{std::string(300, 'k') + "1", 1}, {std::string(300, 'k') + "2", 2}}),
              R"({"_agora":{"truncated":["context"]},")" + std::string(232, 'k') + "\u2026[+69B]\":2}");
}

TEST(Strings, AreCutAt8192Bytes) {
    EXPECT_EQ(to_json(std::string(8192, 'x')), "\"" + std::string(8192, 'x') + "\"");
    EXPECT_EQ(context_of({{"s", std::string(8193, 'x')}}),
              R"({"_agora":{"truncated":["context"]},"s":")" + std::string(8168, 'x') + "\u2026[+25B]\"}");
    EXPECT_EQ(to_json(std::string(100'000'000, '"')).substr(8165), "\\\"\\\"\u2026[+99995916B]\"");
}

TEST(Bytes, AreCutBeforeTheyAreEncoded) {
    const std::string bytes(6145, '\0');
    EXPECT_EQ(to_json(Value::bytes(bytes.data(), 6144)), "\"" + std::string(8192, 'A') + "\"");
    EXPECT_EQ(context_of({{"b", Value::bytes(bytes.data(), 6145)}}),
              R"({"_agora":{"truncated":["context"]},"b":")" + std::string(8168, 'A') + "\u2026[+19B]\"}");
}

TEST(OwnMember, StandsAtItsSortedPlaceAndCannotBeTheCallers) {
    EXPECT_EQ(context_of({{"_agora", 1}, {"_agora_", 2}}), R"({"_agora_":2})");
    EXPECT_EQ(context_of({{"_agora_", 2}, {"_agora", 1}}), R"({"_agora_":1})");
    EXPECT_EQ(context_of({{"o", {{"_agora", 1}}}}), R"({"o":{"_agora":1}})");
    Context context = members(129);
    context.set("Z", 0);
    EXPECT_TRUE(context_of(context).starts_with(R"({"Z":0,"_agora":{"dropped":2},"k100000":0)"));
}

TEST(OwnMember, StaysSilentAboutWhatIsNotWritten) {
    Context context = members(128);
    context.set(std::string(300, 'z'), std::string(9000, 'x'));
    EXPECT_TRUE(context_of(context).starts_with(R"({"_agora":{"dropped":1},"k100000":0)"));
    EXPECT_EQ(context_of({{"password", std::string(9000, 'x')}}), R"({"password":"[REDACTED]"})");
}

TEST(OwnMember, CountsUpTo999999) {
    Context context;
    for (int i = 0; i < 8; ++i) {
        context.set("l" + std::to_string(i), Array(200'000));
    }
    EXPECT_TRUE(context_of(context).starts_with(R"({"_agora":{"dropped":999999},"l0":[null,)"));
}
