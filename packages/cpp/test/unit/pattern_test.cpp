#include "pattern.hpp"

#include <gtest/gtest.h>

#include <chrono>

using namespace agora::log::detail;

namespace {

bool accepted(const std::string& source) { return std::holds_alternative<PatternNode>(parse_pattern(source, false)); }

std::string replaced(const std::string& source, std::string_view text, bool ignore_case = false) {
    const Pattern pattern(std::get<PatternNode>(parse_pattern(source, ignore_case)));
    std::string out;
    return pattern.replace(text, "#", out) ? out : std::string(text);
}

}  // namespace

TEST(Pattern, TakesTheSubsetOfRegularExpressions) {
    for (const char* const source : {"a",
                                     "\u6771",
                                     "\\.",
                                     "\\\u00e9",
                                     "\\t\\n\\r\\d\\w\\s",
                                     "\\bid\\b",
                                     "^a",
                                     "a$",
                                     ".a",
                                     "[a]",
                                     "[^a]",
                                     "[-a]",
                                     "[a-]",
                                     "[a\\-z]",
                                     "[a-z\\d_]",
                                     "[\\[\\]]",
                                     "(a)",
                                     "(?:a)",
                                     "a|b",
                                     "a+",
                                     "ba*",
                                     "ba?",
                                     "a{2}",
                                     "a{2,}",
                                     "a{0,3}b",
                                     "a{1,255}",
                                     "a+b+",
                                     ".*a+b+.*",
                                     "(a+b){2}",
                                     "(a|b)+c",
                                     "a/b",
                                     "a-b",
                                     "(((((((((((((((((((a)))))))))))))))))))"}) {
        EXPECT_TRUE(accepted(source)) << source;
    }
    EXPECT_TRUE(accepted(std::string(1000, 'a')));
}

TEST(Pattern, RefusesEverythingElse) {
    for (const char* const source : {"",        "(a)\\1",
                                     "a(?=b)",  "(?<!a)b",
                                     "(?<n>a)", "(?i)a",
                                     "(a+)+",   "(a*b)+",
                                     "a+b+c+",  "(ab+){3}",
                                     "a*",      "a|b?",
                                     "^",       "\\b",
                                     "(a?){2}", "a\\b+",
                                     "a^*",     "a+?",
                                     "a++",     "a{2}{3}",
                                     "+a",      "?",
                                     "a{3,2}",  "a{256}",
                                     "a{0}",    "a{,3}",
                                     "a{1",     "a{1234567890}",
                                     "a]",      "a}",
                                     "a{b}",    "[a",
                                     "[",       "[]",
                                     "[]a]",    "[^]",
                                     "[z-a]",   "[\\d-z]",
                                     "[a-\\d]", "[a-c-e]",
                                     "[[a]",    "[\\b]",
                                     "[a-",     "(a",
                                     "(",       "()",
                                     "(?",      "a)",
                                     "a|",      "|a",
                                     "(a|)",    "\\p",
                                     "\\D",     "\\x41",
                                     "\\0",     "\\9",
                                     "a\\",     "((a{20}){20}){20}",
                                     "a\xFF",   "((((((((((((((((((((a))))))))))))))))))))"}) {
        EXPECT_FALSE(accepted(source)) << source;
    }
    EXPECT_FALSE(accepted(std::string(1001, 'a')));
}

TEST(Pattern, SaysWhereItIsWrongAndWhatToDo) {
    const auto parsed = parse_pattern("\u6771(?=b)", false);
    const auto& problem = std::get<PatternProblem>(parsed);
    EXPECT_EQ(problem.position, 2u);
    EXPECT_EQ(problem.says, "has a look-around, a named group or flags");
    EXPECT_EQ(problem.remedy, "use ( ) or (?: ) for groups");
}

TEST(Pattern, FindsTheLeftmostMatchOfTheFirstAlternative) {
    EXPECT_EQ(replaced("ab|abc|b", "abc b"), "#c #");
    EXPECT_EQ(replaced("a.*b|a", "aaxbxa"), "#x#");
    EXPECT_EQ(replaced("(?:ab|c){2,3}d", "abcabd cd"), "# cd");
    EXPECT_EQ(replaced("x(-\\d+)?y", "xy x-12y x-y"), "# # x-y");
    EXPECT_EQ(replaced("aba", "ababa"), "#ba");
    EXPECT_EQ(replaced("a{2,3}", "aaaaa"), "##");
    EXPECT_EQ(replaced("a{2,}", "aaaaa a"), "# a");
    EXPECT_EQ(replaced(".*x", "a\nbxc"), "a\n#c");
    EXPECT_EQ(replaced("ab*", "abab"), "##");
}

TEST(Pattern, LooksAtWholeCodePoints) {
    EXPECT_EQ(replaced(".", "\u6771\U0001F389"), "##");
    EXPECT_EQ(replaced("[^a]b", "\U0001F389bab"), "#ab");
    EXPECT_EQ(replaced("[\U0001F389-\U0001F38A]", "\U0001F388\U0001F38A"), "\U0001F388#");
    EXPECT_EQ(replaced("\u00e9{2}", "\u00e9\u00e9\u00e9"), "#\u00e9");
}

TEST(Pattern, KnowsPlacesOfTheWholeText) {
    EXPECT_EQ(replaced("^a|a$", "a\na\na"), "#\na\n#");
    EXPECT_EQ(replaced("^a", "aa"), "#a");
    EXPECT_EQ(replaced("\\bid\\b", "id id_ \u00e9id"), "# id_ \u00e9#");
}

TEST(Pattern, IgnoresTheCaseOfAsciiLettersBeforeNegation) {
    EXPECT_EQ(replaced("a[b-d]", "AC ae", true), "# ae");
    EXPECT_EQ(replaced("x[^a]", "XA xb", true), "XA #");
    EXPECT_EQ(replaced("\u00e9", "\u00c9", true), "\u00c9");
}

TEST(Pattern, TakesLinearTimeWhateverTheTextIs) {
    constexpr std::size_t size = 1 << 20;
    for (const char* const source : {"a.*b|a", "a+b", "a.*b.*c", ".*x.*y", "(a|ab|aa)+c", "\\w+@\\w+x", "a{1,20}b",
                                     "(?:a|a|a){1,5}b", "[ab]*c|[ab]"}) {
        const Pattern pattern(std::get<PatternNode>(parse_pattern(source, false)));
        for (const char letter : {'a', 'b', 'x'}) {
            std::string out;
            const auto begin = std::chrono::steady_clock::now();
            static_cast<void>(pattern.replace(std::string(size, letter), "#", out));
            EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << source << letter;
        }
    }
}
