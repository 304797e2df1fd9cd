#include <gtest/gtest.h>

#include "agora/log/json.hpp"
#include "encoding.hpp"

using namespace agora::log;

namespace {

EncoderOptions with(RedactOptions redact) {
    EncoderOptions options = encoding::options();
    options.redact = std::move(redact);
    return options;
}

std::string shown_by(const RedactMask& mask, const Value& value) {
    return encoding::context_of({{"a", value}}, with({.masks = {{"a", mask}}}));
}

std::size_t refused(RedactOptions redact) { return Encoder::create(with(std::move(redact))).error().violations.size(); }

Result<RedactOptions> policy(std::string_view json) { return read_redact_policy(parse_json(json).value()); }

}  // namespace

TEST(Masks, ShowTheLastCharactersOfTextsAndNumbers) {
    EXPECT_EQ(shown_by({}, "4532015112830366"), R"({"a":"************0366"})");
    EXPECT_EQ(shown_by({}, "1234"), R"({"a":"****"})");
    EXPECT_EQ(shown_by({.show_last = 0}, "12"), R"({"a":"**"})");
    EXPECT_EQ(shown_by({.show_last = 2, .mask_char = "\u00e9"}, "\u6771\u6771\U0001F389\xFF"),
              "{\"a\":\"\u00e9\u00e9\U0001F389\uFFFD\"}");
    EXPECT_EQ(shown_by({}, -123456), R"({"a":"***3456"})");
    EXPECT_EQ(shown_by({.show_last = 2}, 1.25), R"({"a":"**25"})");
    EXPECT_EQ(shown_by({.show_last = 1}, Value::integer("123456789012345678901")), R"({"a":"********************1"})");
}

TEST(Masks, ShowTheFirstCharacterOfMailAddresses) {
    EXPECT_EQ(shown_by({.email = true}, "jane@example.org"), R"({"a":"j***@***"})");
    EXPECT_EQ(shown_by({.mask_char = "#", .email = true}, "\u6771@@"), "{\"a\":\"\u6771###@###\"}");
    EXPECT_EQ(shown_by({.email = true}, "@x"), R"({"a":"**"})");
    EXPECT_EQ(shown_by({.email = true}, "jane"), R"({"a":"****"})");
}

TEST(Masks, ShowNothingOfAnythingElse) {
    EXPECT_EQ(shown_by({}, nullptr), R"({"a":null})");
    EXPECT_EQ(shown_by({}, true), R"({"a":true})");
    for (const Value& value : {Value(Array{1}), Value(Object{{"x", 1}}), Value(Timestamp(5)), Value::bytes("abc", 3),
                               Value(Exception{"T", "m", {}, {}, {}, {}})}) {
        EXPECT_EQ(shown_by({}, value), R"({"a":"[REDACTED]"})");
    }
}

TEST(Masks, StandBetweenFieldsAndBuiltInNames) {
    const EncoderOptions options = with(
        {.fields = {"pin"},
         .masks = {
             {"key", {.show_last = 1}}, {"api_key", {.show_last = 2}}, {"apiKey", {.show_last = 3}}, {"pin", {}}}});
    EXPECT_EQ(encoding::context_of({{"api_key", "123456"}, {"key", "123456"}, {"pin", "123456"}}, options),
              R"({"api_key":"***456","key":"*****6","pin":"[REDACTED]"})");
}

TEST(OwnPatterns, RunBehindTheBuiltInOnesInTheirOrder) {
    const EncoderOptions options = with({.patterns = {{"first", RedactPattern{"REDACTED", false, "HIDDEN"}},
                                                      {"second", RedactPattern{"acc-\\d+", true}},
                                                      {"third", RedactPattern{"x", false, ""}}}});
    EXPECT_EQ(encoding::context_of({{"a", "token=1 ACC-12 x"}}, options), R"({"a":"token=[HIDDEN] [REDACTED] "})");
}

TEST(RedactionOptions, AreRefusedWithAllThatIsWrong) {
    EXPECT_EQ(refused({.patterns = {{"emails", true}}}), 1u);
    EXPECT_EQ(refused({.patterns = {{"email", RedactPattern{"a"}}}}), 1u);
    EXPECT_EQ(refused({.patterns = {{"Mine", RedactPattern{"a"}}}}), 1u);
    EXPECT_EQ(
        refused({.patterns = {{"p", RedactPattern{"a*"}}, {"q", RedactPattern{"a", false, std::string(257, 'x')}}}}),
        2u);
    EXPECT_EQ(refused({.masks = {{"--", {}}, {"a", {257}}, {"b", {0, "**"}}, {"c", {0, ""}}, {"d", {0, "\u0085"}}}}),
              5u);
    EXPECT_EQ(refused({.patterns = {{"email", true}, {std::string(64, 'p'), RedactPattern{"a", false, ""}}},
                       .masks = {{"a", {256, "\u6771"}}}}),
              0u);
    const Result<Encoder> encoder = Encoder::create(with({.patterns = {{"p", RedactPattern{"a+?"}}}}));
    EXPECT_EQ(encoder.error().message,
              "[AGORA_CONFIG] redact_patterns.p.pattern: \"a+?\" (from code) is not a pattern of the subset: it has a "
              "lazy, possessive or second quantifier (character 3); use one quantifier");
}

TEST(RedactionPolicy, IsReadFromItsFileForm) {
    const RedactOptions options =
        policy(R"({"enabled":true,"fields":["iban"],"replace_defaults":true,"patterns":{"email":true,"p":{"pattern":"a",
                   "ignore_case":true,"replacement":""}},"masks":{"pin":{"show_last":0,"mask_char":"#"},"m":{"email":true}}})")
            .value();
    EXPECT_EQ(options.fields, std::vector<std::string>{"iban"});
    EXPECT_TRUE(options.enabled && options.replace_defaults && options.masks[1].second.email);
    EXPECT_EQ(std::get<bool>(options.patterns[0].second), true);
    EXPECT_TRUE(std::get<RedactPattern>(options.patterns[1].second).ignore_case);
    EXPECT_EQ(options.masks[0].second.show_last, 0u);
    EXPECT_EQ(options.masks[0].second.mask_char, "#");
    EXPECT_TRUE(policy("{}"));
}

TEST(RedactionPolicy, RefusesWhatItDoesNotKnow) {
    for (const char* const json :
         {"5", R"({"x":1})", R"({"enabled":1})", R"({"fields":"a"})", R"({"fields":[5]})", R"({"patterns":[]})",
          R"({"patterns":{"p":5}})", R"({"patterns":{"p":{}}})", R"({"patterns":{"p":{"pattern":"a","flags":"i"}}})",
          R"({"patterns":{"p":{"pattern":5}}})", R"({"patterns":{"email":{"pattern":"a"}}})", R"({"masks":{"a":4}})",
          R"({"masks":{"a":{"show_last":1.5}}})", R"({"masks":{"a":{"show_last":-1}}})",
          R"({"masks":{"a":{"show_last":257}}})", R"({"masks":{"a":{"mask_domain":true}}})"}) {
        EXPECT_EQ(policy(json).error().code, "AGORA_CONFIG") << json;
    }
    EXPECT_EQ(policy(R"({"enabled":1,"masks":{"a":4},"patterns":{"x":true}})").error().violations.size(), 3u);
}
