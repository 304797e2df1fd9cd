#include <gtest/gtest.h>

#include "encoding.hpp"

using namespace agora::log;
using namespace std::string_literals;
using encoding::line_of;
using encoding::options;
using encoding::record;

namespace {

std::string file_of(std::string_view path, std::string root = "") {
    EncoderOptions with_root = options();
    with_root.source_root = std::move(root);
    Record entry = record();
    entry.file = path;
    const std::string line = line_of(entry, with_root);
    const std::size_t begin = line.find("\"file\":\"") + 8;
    return line.substr(begin, line.find("\",\"line\"") - begin);
}

std::string message_of(std::string_view message, bool strip = true) {
    EncoderOptions stripping = options();
    stripping.strip_ansi = strip;
    Record entry = record();
    entry.message = message;
    const std::string line = line_of(entry, stripping);
    const std::size_t begin = line.find("\"message\":\"") + 11;
    return line.substr(begin, line.find("\",\"service\"") - begin);
}

std::string repeat(std::string_view text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        out += text;
    }
    return out;
}

}  // namespace

TEST(Entry, HasItsMembersInTheOrderOfTheWire) {
    const Value error = Exception{"T", "m", {}, {}, {}, {}};
    const Context bound{{"trace_id", "0AF7651916CD43DD8448EB211C80319C"}, {"span_id", "B7AD6B7169203331"}};
    const ContextView layers[] = {bound};
    EncoderOptions full = options();
    full.environment = "production";
    full.version = "1.4.2";
    full.host = "node-7";
    const Record entry{.time = Timestamp(1'700'000'000'123'456),
                       .level = Level::error,
                       .message = "order \"failed\"\n",
                       .error = &error,
                       .file = "/srv/src/feed.cpp",
                       .line = 12,
                       .function = "load",
                       .logger_name = "agora.feed",
                       .entry_id = "018bcfe5-687b-7000-8000-000000000000",
                       .sampling_rate = 0.1,
                       .bound = layers};
    Record with_context = entry;
    const Context context{
        {"duration_ms", 12.5}, {"user_id", 42}, {"correlation_id", "6F9619FF-8B86-D011-B42D-00C04FC964FF"}, {"qty", 5}};
    with_context.context = context;
    EXPECT_EQ(line_of(with_context, full),
              R"({"timestamp":"2023-11-14T22:13:20.123456Z","level":"ERROR","message":"order \"failed\"\n",)"
              R"("service":"svc","file":"feed.cpp","line":12,"function":"load","environment":"production",)"
              R"("version":"1.4.2","host":"node-7","logger_name":"agora.feed",)"
              R"("correlation_id":"6f9619ff-8b86-d011-b42d-00c04fc964ff","user_id":"42",)"
              R"("trace_id":"0af7651916cd43dd8448eb211c80319c","span_id":"b7ad6b7169203331",)"
              R"("entry_id":"018bcfe5-687b-7000-8000-000000000000","sampling":{"rate":0.1},"duration_ms":12.5,)"
              R"("context":{"qty":5},"exception":{"type":"T","message":"m"}})"
              "\n");
}

TEST(Entry, IsShortWhereNothingOptionalIsGiven) {
    EXPECT_EQ(line_of({}), R"({"timestamp":"1970-01-01T00:00:00.000000Z","level":"INFO","message":"","service":"svc",)"
                           R"("file":"<unknown>","line":0,"function":"<unknown>"})"
                           "\n");
}

TEST(Entry, WritesTheSamplingRateOnlyBetweenZeroAndOne) {
    Record entry = record();
    for (const double rate : {0.0, 1.0, -0.5, 1.5}) {
        entry.sampling_rate = rate;
        EXPECT_EQ(line_of(entry).find("sampling"), std::string::npos) << rate;
    }
    entry.sampling_rate = 1e-7;
    EXPECT_NE(line_of(entry).find(R"("sampling":{"rate":1e-7})"), std::string::npos);
}

TEST(Entry, TakesAnyLineNumberThatIsOne) {
    Record entry = record();
    for (const auto& [line, text] : {std::pair<std::int64_t, const char*>{-1, "0"},
                                     {0, "0"},
                                     {4294967295, "4294967295"},
                                     {4294967296, "0"},
                                     {2147483648, "2147483648"}}) {
        entry.line = line;
        EXPECT_NE(line_of(entry).find("\"line\":"s + text + ","), std::string::npos) << line;
    }
}

TEST(EntryFile, IsTheBaseName) {
    EXPECT_EQ(file_of("a.cpp"), "a.cpp");
    EXPECT_EQ(file_of("/srv/app/a.cpp"), "a.cpp");
    EXPECT_EQ(file_of("C:\\src\\a.cpp"), "a.cpp");
    EXPECT_EQ(file_of("file:///srv/a.ts?t=1/2"), "a.ts");
    EXPECT_EQ(file_of(""), "<unknown>");
    EXPECT_EQ(file_of("/srv/"), "<unknown>");
    EXPECT_EQ(file_of("?query"), "<unknown>");
    EXPECT_EQ(file_of("/s/\xFF.cpp"), "\xEF\xBF\xBD.cpp");
}

TEST(EntryFile, IsThePathBelowTheSourceRoot) {
    EXPECT_EQ(file_of("/srv/app/src/a.cpp", "/srv/app"), "src/a.cpp");
    EXPECT_EQ(file_of("/srv/app/src/a.cpp", "/srv/app/"), "src/a.cpp");
    EXPECT_EQ(file_of("C:\\app\\src\\a.cpp", "C:\\app"), "src/a.cpp");
    EXPECT_EQ(file_of("/srv/application/a.cpp", "/srv/app"), "a.cpp");
    EXPECT_EQ(file_of("/srv/app//src/a.cpp", "/srv/app"), "a.cpp");
    EXPECT_EQ(file_of("/srv/app/src//", "/srv/app"), "<unknown>");
    EXPECT_EQ(file_of("/srv/app/", "/srv/app"), "<unknown>");
    EXPECT_EQ(file_of("/srv/app", "/srv/app"), "app");
    EXPECT_EQ(file_of("/a/b.cpp", "/"), "a/b.cpp");
}

TEST(EntryTexts, AreCutAt256Bytes) {
    const std::string long_name(300, 'n');
    Record entry = record();
    entry.file = long_name;
    entry.function = long_name;
    entry.logger_name = long_name;
    EncoderOptions named = options();
    named.host = long_name;
    const std::string line = line_of(entry, named);
    const std::string cut = std::string(232, 'n') + "\xE2\x80\xA6[+68B]\"";
    EXPECT_NE(line.find("\"file\":\"" + cut), std::string::npos);
    EXPECT_NE(line.find("\"function\":\"" + cut), std::string::npos);
    EXPECT_NE(line.find("\"logger_name\":\"" + cut), std::string::npos);
    EXPECT_NE(line.find("\"host\":\"" + cut), std::string::npos);
    EXPECT_NE(line.find(R"("context":{"_agora":{"truncated":["file","function","logger_name"]}})"), std::string::npos);

    const std::string fits = long_name.substr(0, 256);
    entry.file = fits;
    EXPECT_NE(line_of(entry).find("\"file\":\"" + fits + "\""), std::string::npos);
}

TEST(Message, LosesItsEscapeSequences) {
    EXPECT_EQ(message_of("\x1b[31mred\x1b[0m"), "red");
    EXPECT_EQ(message_of("\x1b[1;31;>? !q."), ".");
    EXPECT_EQ(message_of("a\x1b]0;title\x07z"), "az");
    EXPECT_EQ(message_of("a\x1b]8;;http://x\x1b\\link"), "alink");
    EXPECT_EQ(message_of("a\x1b"
                         "7z\x1b=z"),
              "azz");
}

TEST(Message, KeepsEscapeSequencesWithoutAnEnd) {
    EXPECT_EQ(message_of("a\x1b"), "a\\u001b");
    EXPECT_EQ(message_of("a\x1b[31"), "a\\u001b[31");
    EXPECT_EQ(message_of("\x1b]0;title"), "\\u001b]0;title");
    EXPECT_EQ(message_of("\x1b]0;\x1bmtitle"), "\\u001b]0;title");
    EXPECT_EQ(message_of("\x1b\x1b[31mx"), "\\u001bx");
    EXPECT_EQ(message_of("\x1b[3\x1b[31m1mx"), "\\u001b[31mx");
    EXPECT_EQ(message_of("\xC2\x9B"
                         "31m"),
              "\xC2\x9B"
              "31m");
    EXPECT_EQ(message_of("\x1b[31mred", false), "\\u001b[31mred");
    EXPECT_EQ(message_of("\xE2\x1b[31m\x82\xAC"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Message, IsCutAt8192Bytes) {
    EXPECT_EQ(message_of(std::string(8192, 'x')), std::string(8192, 'x'));
    EXPECT_EQ(message_of(std::string(8193, 'x')), std::string(8168, 'x') + "\xE2\x80\xA6[+25B]");
    EXPECT_EQ(message_of(std::string(8192, '\0')), repeat("\\u0000", 1361) + "\xE2\x80\xA6[+6831B]");
    EXPECT_EQ(message_of("\x1b[31m" + std::string(8193, 'x')), std::string(8168, 'x') + "\xE2\x80\xA6[+25B]");
    // A face of four bytes does not fit into the last two, a broken byte counts as the three of its replacement.
    EXPECT_EQ(message_of(std::string(8166, 'x') + repeat("\xF0\x9F\x98\x82", 10)),
              std::string(8166, 'x') + "\xE2\x80\xA6[+40B]");
    EXPECT_EQ(message_of(std::string(8190, 'x') + "\xFF"), std::string(8168, 'x') + "\xE2\x80\xA6[+25B]");
}

TEST(Encoder, RefusesAServiceOrALimitThatIsNone) {
    for (const std::string& service : {""s, std::string(129, 'x'), repeat("\xC3\xA9", 129)}) {
        EncoderOptions bad = options();
        bad.service = service;
        const Result<Encoder> encoder = Encoder::create(bad);
        ASSERT_FALSE(encoder);
        EXPECT_EQ(encoder.error().code, "AGORA_CONFIG");
    }
    EncoderOptions bad = options();
    bad.service = "";
    bad.max_entry_bytes = 4095;
    EXPECT_EQ(Encoder::create(bad).error().violations.size(), 2u);
    bad.service = repeat("\xC3\xA9", 128);
    bad.max_entry_bytes = 256'000;
    EXPECT_TRUE(Encoder::create(bad));
}
