#include "agora/log/text.hpp"

#include <gtest/gtest.h>

#include <string>

using agora::log::from_utf16;
using agora::log::repair_utf8;
using agora::log::Text;
using namespace std::string_literals;

TEST(Text, IsEmptyForANullPointer) {
    const char* const none = nullptr;
    EXPECT_EQ(Text(none).view(), "");
    EXPECT_EQ(Text(nullptr).view(), "");
}

TEST(Text, TakesEveryKindOfString) {
    const std::string owned = "owned";
    EXPECT_EQ(Text(owned).view(), "owned");
    EXPECT_EQ(Text(std::string_view("view")).view(), "view");
    EXPECT_EQ(Text("a\0b"s).view().size(), 3u);
}

TEST(RepairUtf8, ReplacesEachMaximalInvalidSubpart) {
    const std::string fffd = "\xEF\xBF\xBD";
    EXPECT_EQ(repair_utf8("a\xFF"s + "b"), "a" + fffd + "b");
    EXPECT_EQ(repair_utf8("\xED\xA0\x80"), fffd + fffd + fffd);
    EXPECT_EQ(repair_utf8("\xC0\xAF"), fffd + fffd);
    EXPECT_EQ(repair_utf8("\xF0\x9F\x98"), fffd);
    EXPECT_EQ(repair_utf8("\xF0\x80\x80\x80"), fffd + fffd + fffd + fffd);
    EXPECT_EQ(repair_utf8("\xE2\x82"s + "a"), fffd + "a");
    EXPECT_EQ(repair_utf8("\xF8\x88\x80\x80\x80"), fffd + fffd + fffd + fffd + fffd);
    EXPECT_EQ(repair_utf8("\xF4\x90\x80\x80"), fffd + fffd + fffd + fffd);
    EXPECT_EQ(repair_utf8("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), fffd + fffd + fffd + fffd + "A");
}

TEST(RepairUtf8, LeavesWellFormedTextAlone) {
    const std::string text = "a\0\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\xF0\x90\x80\x80"s;
    EXPECT_EQ(repair_utf8(text), text);
    EXPECT_EQ(repair_utf8("\xF4\x8F\xBF\xBF"), "\xF4\x8F\xBF\xBF");
}

TEST(FromUtf16, JoinsPairsAndReplacesLoneSurrogates) {
    EXPECT_EQ(from_utf16(u"a\u00e9\u20ac\U0001F602"), "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x82");
    const char16_t high_alone[] = {0xD800, 'a'};
    EXPECT_EQ(from_utf16({high_alone, 2}),
              "\xEF\xBF\xBD"
              "a");
    const char16_t swapped[] = {0xDC00, 0xD800};
    EXPECT_EQ(from_utf16({swapped, 2}), "\xEF\xBF\xBD\xEF\xBF\xBD");
    const char16_t two_high[] = {0xD83D, 0xD83D, 0xDE02};
    EXPECT_EQ(from_utf16({two_high, 3}), "\xEF\xBF\xBD\xF0\x9F\x98\x82");
}
