#include <gtest/gtest.h>

#include "encoding.hpp"

using namespace agora::log;

namespace {

bool hidden(std::string_view key, const RedactOptions& redact = {}) {
    EncoderOptions options = encoding::options();
    options.redact = redact;
    const std::string context = encoding::context_of({{key, "secret value"}}, options);
    EXPECT_EQ(context.find("secret value") == std::string::npos, context.find("[REDACTED]") != std::string::npos);
    return context.find("[REDACTED]") != std::string::npos;
}

}  // namespace

TEST(Redaction, HidesKeysWhoseWordsEndWithASecret) {
    for (const char* const key :
         {"password",    "Password",      "PASSWORD",     "userPassword",      "user_password", "x-api-key",
          "apiKey",      "APIKey",        "api.key",      "github_token",      "password2",     "password_2",
          "accessToken", "set-cookie",    "my secretKey", "HTTPAuthorization", "sessionId",     "db.connectionString",
          "PIN_CODE",    "apikey",        "APIKEY",       "my_secretkey",      "sessionid7",    "pwd__",
          "oauth2Token", "\xC3\xA9 token"}) {
        EXPECT_TRUE(hidden(key)) << key;
    }
}

TEST(Redaction, ShowsWhatOnlyLooksLikeASecret) {
    for (const char* const key :
         {"max_tokens", "token_count", "tokenizer", "password_changed_at", "key", "monkey", "pin", "secretary",
          "mytoken", "tokens", "", "___", "123", "cookiesEnabled", "id", "session", "\xC3\xA9token", "myapikey"}) {
        EXPECT_FALSE(hidden(key)) << key;
    }
}

TEST(Redaction, HoldsAtEveryDepthAndForEveryValue) {
    EXPECT_EQ(encoding::context_of({{"a", {{"token", {{"x", 1}}}}}, {"l", Array{Value{{"secret", nullptr}}}}}),
              R"({"a":{"token":"[REDACTED]"},"l":[{"secret":"[REDACTED]"}]})");
    const Value error = Exception{"T", "m", {}, {{"password", 1}, {"code", 2}}, {}, {}};
    EXPECT_EQ(encoding::error_line(error),
              R"("exception":{"type":"T","message":"m","properties":{"code":2,"password":"[REDACTED]"}})");
}

TEST(Redaction, TakesFurtherNamesWordByWord) {
    const RedactOptions more{true, {"iban", "date_of_birth"}, false};
    EXPECT_TRUE(hidden("customerIban", more));
    EXPECT_TRUE(hidden("dateOfBirth", more));
    EXPECT_TRUE(hidden("dateofbirth", more));
    EXPECT_TRUE(hidden("password", more));
    EXPECT_FALSE(hidden("birth", more));
    EXPECT_FALSE(hidden("ibans", more));
}

TEST(Redaction, CanBeReplacedAndSwitchedOff) {
    EXPECT_FALSE(hidden("password", {true, {"iban"}, true}));
    EXPECT_TRUE(hidden("iban", {true, {"iban"}, true}));
    EXPECT_FALSE(hidden("password", {false, {"password"}, false}));
    EXPECT_FALSE(hidden("anything", {true, {"", "12", "--"}, true}));
}

TEST(Redaction, LooksAtTheWholeKeyAndNotAtWhatIsLeftOfIt) {
    EXPECT_EQ(encoding::context_of({{std::string(300, 'k') + "_password", "x"}}),
              R"({"_agora":{"truncated":["context"]},")" + std::string(232, 'k') + "\u2026[+77B]\":\"[REDACTED]\"}");
}

TEST(Redaction, LeavesLiftedMembersAlone) {
    EncoderOptions options = encoding::options();
    options.redact.fields = {"user_id"};
    const std::string line = encoding::line_of(encoding::record({{"user_id", "u"}}), options);
    EXPECT_NE(line.find(R"("user_id":"u")"), std::string::npos);
}
