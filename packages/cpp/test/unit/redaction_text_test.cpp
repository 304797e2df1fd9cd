#include <gtest/gtest.h>

#include "encoding.hpp"
#include "redact.hpp"

using namespace agora::log;

namespace {

using detail::Redactor;

const RedactOptions& with_all_patterns() {
    static const RedactOptions options{
        .patterns = {{"aws-key", true}, {"credit-card", true}, {"email", true}, {"iban", true}, {"ipv4", true}}};
    return options;
}

std::string scrubbed(std::string_view text, const RedactOptions& options = {}) {
    const Redactor redactor(options);
    std::string clean;
    const bool changed = redactor.scrub(text, clean);
    EXPECT_TRUE(!changed || redactor.suspects(text)) << text;
    return changed ? clean : std::string(text);
}

}  // namespace

TEST(RedactedTexts, HideWhatTheDefaultPatternsFind) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY----- x", "[REDACTED] x"},
        {"-----BEGIN PRIVATE KEY-----\nMII", "[REDACTED]"},
        {"-----BEGIN CERTIFICATE-----\nMII", "-----BEGIN CERTIFICATE-----\nMII"},
        {"get https://u:p@h/a@b", "get https://[REDACTED]@h/a@b"},
        {"password=hunter2, user=x", "password=[REDACTED], user=x"},
        {R"({"token":"a b","n":1})", R"({"token":"[REDACTED]","n":1})"},
        {R"({\"token\":\"a b\",\"n\":1})", R"({\"token\":\"[REDACTED]\",\"n\":1})"},
        {"/x?a=1&access_token=abc&b=2", "/x?a=1&access_token=[REDACTED]&b=2"},
        {"Cookie: a=1; b=2\nHost: h", "Cookie: [REDACTED]\nHost: h"},
        {"credentials: {a: 1, b: 2} done", "credentials: [REDACTED] done"},
        {"password: x: refused", "password: [REDACTED]: refused"},
        {"std::token::x", "std::token::x"},
        {"Basic dXNlcjpwYXNz end", "Basic [REDACTED] end"},
        {"Basic authentication", "Basic authentication"},
        {"sent bearer abc.def_1== now", "sent bearer [REDACTED] now"},
        {"the bearer of news", "the bearer of news"},
        {"x eyJhbGciOi.eyJzdWIi.sig y", "x [REDACTED] y"},
        {"eyJhbGciOi", "eyJhbGciOi"},
    };
    for (const auto& [text, expected] : cases) {
        EXPECT_EQ(scrubbed(text), expected) << text;
    }
}

TEST(RedactedTexts, HideWhatIsAskedFor) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"id AKIAIOSFODNN7EXAMPLE.", "id [REDACTED]."},
        {"card 4111 1111 1111 1111 ok", "card [REDACTED] ok"},
        {"card 4111 1111 1111 1112 no", "card 4111 1111 1111 1112 no"},
        {"to a.b+c@example.org.", "to [REDACTED]."},
        {"DE89 3704 0044 0532 0130 00!", "[REDACTED]!"},
        {"DE88370400440532013000", "DE88370400440532013000"},
        {"from 10.0.0.255, not 10.0.0.256 or 1.2.3.4.5", "from [REDACTED], not 10.0.0.256 or 1.2.3.4.5"},
    };
    for (const auto& [text, expected] : cases) {
        EXPECT_EQ(scrubbed(text, with_all_patterns()), expected) << text;
        EXPECT_EQ(scrubbed(text), text);
    }
    EXPECT_EQ(scrubbed("password=x", {.patterns = {{"key-value", false}}}), "password=x");
    EXPECT_EQ(scrubbed("iban=x, pin: 5", {.fields = {"iban"}, .masks = {{"pin", {}}}}),
              "iban=[REDACTED], pin: [REDACTED]");
}

TEST(RedactedTexts, AreHiddenWhereverATextIsWritten) {
    const Value error = Exception{"T",
                                  "password=canary",
                                  "at token=canary",
                                  {{"note", "secret=canary"}},
                                  Exception{"C", "pwd: canary", {}, {}, {}, {}},
                                  {"token=canary"}};
    const Context context{{"list", Array{"token=canary", Value{{"deep", "Bearer canary-12345678"}}}}, {"other", error}};
    Record record = encoding::record(context);
    record.message = "api_key=canary \x1b[0mAuthorization\x1b[1m: canary";
    record.error = &error;
    const std::string line = encoding::line_of(record);
    EXPECT_EQ(line.find("canary"), std::string::npos) << line;
    EXPECT_NE(line.find("api_key=[REDACTED] Authorization: [REDACTED]"), std::string::npos) << line;
}

TEST(RedactedTexts, AreTheSourceOfEveryLaterCut) {
    EncoderOptions options = encoding::options();
    options.max_entry_bytes = 4096;
    const std::string text = "password=canary " + std::string(7000, 'x') + " token=canary";
    const Value error = Exception{"T", text, text, {}, {}, {}};
    Record record = encoding::record();
    record.message = text;
    record.error = &error;
    const std::string line = encoding::line_of(record, options);
    EXPECT_LE(line.size(), 4096u);
    EXPECT_EQ(line.find("canary"), std::string::npos) << line;
    EXPECT_NE(line.find(R"("truncated":["exception","message"])"), std::string::npos) << line;
}

TEST(RedactedTexts, KeepTheMarkOfACut) {
    EXPECT_EQ(scrubbed("password=abc\u2026[+12B]"), "password=[REDACTED]\u2026[+12B]");
    EXPECT_EQ(scrubbed("password=abc\u2026[+1234567890123456B]"), "password=[REDACTED]]");
}
