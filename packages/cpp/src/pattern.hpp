#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pattern_syntax.hpp"
#include "span.hpp"

namespace agora::log::detail {

/// A pattern of the subset, ready to be looked for. All searches in one text together take time that grows with the
/// length of the text and the size of the pattern, whatever the text is.
class Pattern {
public:
    explicit Pattern(const PatternNode& node);

    /// Replaces all that it finds in a well-formed text by a text. False where there is nothing to replace.
    [[nodiscard]] bool replace(std::string_view text, std::string_view instead, std::string& out) const;

private:
    friend class PatternSearch;

    enum class StepKind : std::uint8_t { characters, text_begin, text_end, word_boundary, fork };

    struct Step {
        StepKind kind;
        std::uint32_t next;
        /// Of a fork: what is tried where `next` leads to no match.
        std::uint32_t other = 0;
        /// Of characters the set, of a fork its place among the forks.
        std::uint32_t index = 0;
    };

    struct PointSet {
        std::bitset<128> ascii;
        std::vector<PointRange> ranges;
        bool is_negated;

        [[nodiscard]] bool has(char32_t point) const noexcept;
    };

    using SetPlaces = std::map<const PatternNode*, std::uint32_t>;

    /// Adds the steps of a part that lead to the step `following`; returns the first of them.
    std::uint32_t build(const PatternNode& node, std::uint32_t following, SetPlaces& places);
    std::uint32_t build_repeat(const PatternNode& node, std::uint32_t following, SetPlaces& places);
    std::uint32_t add(Step step);
    std::uint32_t add_fork(std::uint32_t next, std::uint32_t other);
    std::uint32_t set_place(const PatternNode& node, SetPlaces& places);
    void collect_first_bytes();

    static constexpr std::uint32_t end = UINT32_MAX;

    std::vector<Step> steps_;
    std::vector<PointSet> sets_;
    std::uint32_t first_ = end;
    std::uint32_t forks_ = 0;
    /// The bytes that a match may begin with.
    std::array<bool, 256> first_bytes_{};
};

}  // namespace agora::log::detail
