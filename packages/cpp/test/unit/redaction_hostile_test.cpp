#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>

#include "redact.hpp"

using namespace agora::log;

namespace {

const RedactOptions& all_patterns_on() {
    static const RedactOptions options{
        .patterns = {{"aws-key", true}, {"credit-card", true}, {"email", true}, {"iban", true}, {"ipv4", true}}};
    return options;
}

std::string times(std::string_view part, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) {
        text.append(part);
    }
    return text;
}

// Pieces, with a line feed between them, in which patterns find secrets, or nearly.
constexpr std::string_view pieces =
    "password\ntoken\napi_key\nCookie\nAuthorization\n=\n:\n::\n=>\n "
    "\n\"\n'\n\\\n\\\"\n{\n}\n[\n]\n(\n)\n<\n>\n,\n;\n&\n?\n@\n"
    "://\n/\n.\neyJhbGciOi\n.eyJ\n_-\nBasic \ndTpw\nBearer \nabc123\n\r\n\t\n%20\n%5B\n-\n-----\n-----BEGIN \n"
    "PRIVATE KEY-----\n-----END \nAKIAIOSFODNN7EXAMPLE\n4111 1111 1111 1111\na@b.co\n1.2.3.4\n"
    "DE89 3704 0044 0532 0130 00\n[REDACTED]\n\u00e9\n\u6771\n\U0001F389\n\u2026[+12B]\nx\nZ9";

std::string random_text(std::mt19937& random) {
    static const std::vector<std::string_view> parts = [] {
        std::vector<std::string_view> found;
        for (std::size_t at = 0; at < pieces.size();) {
            const std::size_t end = std::min(pieces.find('\n', at), pieces.size());
            found.push_back(pieces.substr(at, end - at));
            at = end + 1;
        }
        return found;
    }();
    std::string text;
    for (unsigned count = random() % 14; count > 0; --count) {
        text += parts[random() % parts.size()];
    }
    return text;
}

}  // namespace

TEST(HostileTexts, DoNotChangeWhenTheyAreScrubbedAgain) {
    std::mt19937 random(7);
    const detail::Redactor redactor(all_patterns_on());
    std::size_t changed = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = random_text(random);
        std::string once;
        std::string twice;
        if (redactor.scrub(text, once)) {
            ++changed;
            ASSERT_TRUE(redactor.suspects(text)) << text;
            ASSERT_FALSE(redactor.scrub(once, twice)) << text << "\n" << once << "\n" << twice;
        }
    }
    EXPECT_GT(changed, 2'000u);
}

TEST(HostileTexts, TakeLinearTimeWhateverTheyAre) {
    constexpr std::size_t size = 1 << 20;
    const detail::Redactor redactor(all_patterns_on());
    for (const char* const part : {"://",
                                   "://a",
                                   "://@",
                                   "=",
                                   ":",
                                   "password=",
                                   "password= ",
                                   "password='",
                                   "password=[",
                                   "password=\\",
                                   "password:\\\"",
                                   "token=::::",
                                   "token=,",
                                   "a b c:",
                                   "\"a\\\\\":",
                                   "password%20=",
                                   "Cookie: ",
                                   "-----BEGIN ",
                                   "-----BEGIN PRIVATE KEY ",
                                   "-----BEGIN PRIVATE KEY-----",
                                   "-----END ",
                                   "Basic ",
                                   "basic\t\t",
                                   "Basic a",
                                   "Bearer ",
                                   "bearer a.",
                                   "eyJ",
                                   "eyJaaaaa.",
                                   "eyJaaaaa..",
                                   "AKIA",
                                   "4 ",
                                   "41",
                                   "4111111111111111 ",
                                   "@",
                                   "a@",
                                   "a@b",
                                   "a@b.",
                                   "AA00",
                                   "AA00 ",
                                   "AA00AA00AA00AA00 ",
                                   "1.",
                                   "1.1.1.1",
                                   "1.1.1.1.",
                                   "[REDACTED]",
                                   "password=[REDACTED]",
                                   "\\",
                                   "\"",
                                   " ",
                                   "%",
                                   "\u00e9"}) {
        const std::string text = times(part, size);
        std::string clean;
        const auto begin = std::chrono::steady_clock::now();
        static_cast<void>(redactor.scrub(text, clean));
        const auto taken = std::chrono::steady_clock::now() - begin;
        EXPECT_LT(taken, std::chrono::seconds(10)) << part;
    }
}
