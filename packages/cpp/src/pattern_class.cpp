#include <algorithm>

#include "pattern_parser.hpp"
#include "utf8.hpp"

namespace agora::log::detail {

namespace {

constexpr char32_t case_distance = U'a' - U'A';

bool is_ascii_alphanumeric(char32_t c) noexcept {
    return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

std::string named(std::string_view before, char32_t character, std::string_view behind) {
    std::string text(before);
    append_code_point(text, character);
    return text.append(behind);
}

bool is_single(const std::vector<PointRange>& ranges) noexcept {
    return ranges.size() == 1 && ranges.front().first == ranges.front().last;
}

}  // namespace

PatternParser::Ranges PatternParser::escaped() {
    const std::size_t begin = at_ - 1;
    const char32_t character = at_end() ? U'\0' : source_[at_++];
    switch (character) {
        case U'd':
            return {{U'0', U'9'}};
        case U'w':
            return {{U'0', U'9'}, {U'A', U'Z'}, {U'_', U'_'}, {U'a', U'z'}};
        case U's':
            return {{U'\t', U'\r'}, {U' ', U' '}};
        case U'n':
            return {{U'\n', U'\n'}};
        case U'r':
            return {{U'\r', U'\r'}};
        case U't':
            return {{U'\t', U'\t'}};
        default:
            break;
    }
    if (character >= U'1' && character <= U'9') {
        refuse("has a back reference", "write the text out", begin);
    }
    if (at_ == begin + 1 || is_ascii_alphanumeric(character)) {
        refuse(at_ == begin + 1 ? "ends with a backslash" : named("has the escape \\", character, ""),
               "use \\d \\w \\s \\b \\t \\n \\r, a class such as [^\\s], or the character itself", begin);
    }
    return {{character, character}};
}

PatternNode PatternParser::character_class() {
    const std::size_t begin = at_ - 1;
    const bool is_negated = take(U'^');
    Ranges ranges;
    while (!take(U']')) {
        if (at_end()) {
            refuse("has a class that is not closed", "write \\[ for the character", begin);
        }
        const Ranges first = class_member(ranges.empty());
        if (peek() == U'-' && at_ + 1 < source_.size() && peek(1) != U']') {
            ++at_;
            ranges.push_back(range(first, class_member(false)));
        } else {
            ranges.insert(ranges.end(), first.begin(), first.end());
        }
    }
    if (ranges.empty()) {
        refuse("has an empty class", "write what it shall hold", begin);
    }
    return set_of(std::move(ranges), is_negated);
}

PatternParser::Ranges PatternParser::class_member(bool is_first) {
    const char32_t character = source_[at_++];
    if (character == U'\\') {
        return escaped();
    }
    if (character == U'[' || (character == U'-' && !is_first && peek() != U']')) {
        refuse(named("has a ", character, " in a class"), named("write \\", character, " for the character"), at_ - 1);
    }
    return {{character, character}};
}

PointRange PatternParser::range(const Ranges& first, const Ranges& last) const {
    if (!is_single(first) || !is_single(last) || last.front().first < first.front().first) {
        refuse("has a range that goes down or has no single ends", "write [a-z]; \\- for the character", at_ - 1);
    }
    return {first.front().first, last.front().first};
}

PatternNode PatternParser::set_of(Ranges ranges, bool is_negated) const {
    const std::size_t given = ignore_case_ ? ranges.size() : 0;
    for (std::size_t i = 0; i < given; ++i) {
        const auto [first, last] = ranges[i];
        if (const PointRange upper{std::max(first, U'A'), std::min(last, U'Z')}; upper.first <= upper.last) {
            ranges.push_back({upper.first + case_distance, upper.last + case_distance});
        }
        if (const PointRange lower{std::max(first, U'a'), std::min(last, U'z')}; lower.first <= lower.last) {
            ranges.push_back({lower.first - case_distance, lower.last - case_distance});
        }
    }
    PatternNode node;
    node.kind = PatternKind::characters;
    node.ranges = std::move(ranges);
    node.is_negated = is_negated;
    return node;
}

}  // namespace agora::log::detail
