#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "pattern_syntax.hpp"

namespace agora::log::detail {

/// Reads one pattern. Throws PatternProblem.
class PatternParser {
public:
    PatternParser(std::string_view source, bool ignore_case);

    [[nodiscard]] PatternNode whole();

private:
    using Ranges = std::vector<PointRange>;

    PatternNode choice();
    PatternNode sequence();
    PatternNode quantified();
    PatternNode atom();
    PatternNode group();
    PatternNode character_class();

    /// What stands behind a part that may be repeated: false where there is no quantifier.
    bool quantifier(unsigned& least, unsigned& most);
    bool braces(unsigned& least, unsigned& most);
    bool number(std::size_t& at, unsigned& number) const noexcept;
    /// What an escape stands for, behind its backslash.
    Ranges escaped();
    Ranges class_member(bool is_first);
    PointRange range(const Ranges& first, const Ranges& last) const;
    [[nodiscard]] PatternNode set_of(Ranges ranges, bool is_negated) const;
    void check_counts(const PatternNode& node) const;

    /// 0 behind the end: U+0000 itself is an ordinary character, which no rule asks for.
    [[nodiscard]] char32_t peek(std::size_t ahead = 0) const noexcept;
    [[nodiscard]] bool at_end() const noexcept { return at_ >= source_.size(); }
    bool take(char32_t character) noexcept;
    /// `at` is the index of the character.
    [[noreturn]] void refuse(std::string says, std::string remedy, std::size_t at) const;
    [[noreturn]] void refuse_whole(std::string says, std::string remedy) const;

    std::u32string source_;
    bool ignore_case_;
    std::size_t at_ = 0;
    unsigned nesting_ = 0;
};

}  // namespace agora::log::detail
