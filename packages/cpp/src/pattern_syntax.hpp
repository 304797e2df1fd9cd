#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace agora::log::detail {

/// Code points from the first to the last.
struct PointRange {
    char32_t first;
    char32_t last;
};

enum class PatternKind : std::uint8_t { characters, text_begin, text_end, word_boundary, sequence, choice, repeat };

/// The count of an unbounded quantifier.
inline constexpr unsigned unbounded = std::numeric_limits<unsigned>::max();

/// A part of a pattern.
struct PatternNode {
    PatternKind kind = PatternKind::sequence;
    /// Of `characters`: one code point of the ranges, or of none of them.
    std::vector<PointRange> ranges = {};
    bool is_negated = false;
    /// Written as a dot.
    bool is_dot = false;
    /// Of a sequence and a choice all, of a repeat the one.
    std::vector<PatternNode> parts = {};
    unsigned least = 0;
    unsigned most = 0;
};

/// Why a pattern is not of the subset.
struct PatternProblem {
    /// Character of the pattern where it stands, from 1; 0 for the pattern as a whole.
    std::size_t position;
    /// The end of a sentence: `has an empty class`.
    std::string says;
    std::string remedy;
};

/// Reads a pattern, or says why it is refused. Throws where memory runs out, and nothing else.
[[nodiscard]] std::variant<PatternNode, PatternProblem> parse_pattern(std::string_view source, bool ignore_case);

/// Whether a part can match without a character.
[[nodiscard]] bool is_nullable(const PatternNode& node) noexcept;

/// Steps of a part when its counts are written out.
[[nodiscard]] double size_of(const PatternNode& node) noexcept;

/// Unbounded quantifiers of a part when its counts are written out; infinite for one in another.
[[nodiscard]] double unbounded_in(const PatternNode& node) noexcept;

}  // namespace agora::log::detail
