#include "pattern_parser.hpp"

#include "ascii.hpp"
#include "utf8.hpp"

namespace agora::log::detail {

namespace {

constexpr std::size_t longest_pattern = 1000;
constexpr unsigned most_nesting = 20;
constexpr double largest_size = 2000;
constexpr double most_unbounded = 2;

bool is_anything(const PatternNode& node) noexcept {
    return node.kind == PatternKind::repeat && node.most == unbounded && node.parts.front().is_dot;
}

PatternNode assertion(PatternKind kind) {
    PatternNode node;
    node.kind = kind;
    return node;
}

// The one part itself, or all of them in a node of their kind.
PatternNode together(PatternKind kind, std::vector<PatternNode> parts) {
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    PatternNode node;
    node.kind = kind;
    node.parts = std::move(parts);
    return node;
}

std::string shown_point(char32_t point) {
    std::string text;
    append_code_point(text, point);
    return text;
}

}  // namespace

PatternParser::PatternParser(std::string_view source, bool ignore_case) : ignore_case_(ignore_case) {
    if (source.empty()) {
        refuse_whole("is empty", "write what shall be found");
    }
    if (!is_valid_utf8(source)) {
        refuse_whole("is not well-formed UTF-8", "use whole characters");
    }
    for (std::size_t at = 0; at < source.size();) {
        source_.push_back(take_code_point(source, at));
    }
    if (source_.size() > longest_pattern) {
        refuse_whole("has more than 1000 characters", "use several patterns");
    }
}

PatternNode PatternParser::whole() {
    PatternNode node = choice();
    if (!at_end()) {
        refuse("has a closing parenthesis too many", "write \\) for the character", at_);
    }
    if (is_nullable(node)) {
        refuse_whole("matches the empty text", "ask for at least one character");
    }
    check_counts(node);
    return node;
}

void PatternParser::check_counts(const PatternNode& node) const {
    const bool is_sequence = node.kind == PatternKind::sequence;
    const std::size_t count = is_sequence ? node.parts.size() : 1;
    double found = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const PatternNode& part = is_sequence ? node.parts[i] : node;
        // Where a match may begin or end anywhere, `.*` says nothing about what is found.
        const bool is_edge = i == 0 || i + 1 == count;
        found += is_edge && is_anything(part) ? 0 : unbounded_in(part);
    }
    if (found > most_unbounded) {
        refuse_whole("has more than 2 unbounded quantifiers", "use a count such as {1,40}, or several patterns");
    }
    if (size_of(node) > largest_size) {
        refuse_whole("is too large with its counts written out", "use smaller counts");
    }
}

PatternNode PatternParser::choice() {
    if (++nesting_ > most_nesting) {
        refuse("has more than 19 groups within each other", "use fewer groups", at_);
    }
    std::vector<PatternNode> parts;
    do {
        parts.push_back(sequence());
    } while (take(U'|'));
    --nesting_;
    return together(PatternKind::choice, std::move(parts));
}

PatternNode PatternParser::sequence() {
    std::vector<PatternNode> parts;
    while (!at_end() && peek() != U'|' && peek() != U')') {
        parts.push_back(quantified());
    }
    if (parts.empty()) {
        refuse("has an empty alternative or group", "leave it out, or write ? behind it", at_);
    }
    return together(PatternKind::sequence, std::move(parts));
}

PatternNode PatternParser::atom() {
    const char32_t character = source_[at_++];
    switch (character) {
        case U'(':
            return group();
        case U'[':
            return character_class();
        case U'\\':
            return take(U'b') ? assertion(PatternKind::word_boundary) : set_of(escaped(), false);
        case U'^':
            return assertion(PatternKind::text_begin);
        case U'$':
            return assertion(PatternKind::text_end);
        case U'.': {
            PatternNode any = set_of({{U'\n', U'\n'}}, true);
            any.is_dot = true;
            return any;
        }
        case U'*':
        case U'+':
        case U'?':
            refuse("has a quantifier with nothing to repeat",
                   "write \\" + shown_point(character) + " for the character", at_ - 1);
        case U']':
        case U'{':
        case U'}':
            refuse("has a " + shown_point(character) + " by itself",
                   "write \\" + shown_point(character) + " for the character", at_ - 1);
        default:
            return set_of({{character, character}}, false);
    }
}

PatternNode PatternParser::group() {
    const std::size_t begin = at_ - 1;
    if (take(U'?') && !take(U':')) {
        refuse("has a look-around, a named group or flags", "use ( ) or (?: ) for groups", begin);
    }
    PatternNode node = choice();
    if (!take(U')')) {
        refuse("has a group that is not closed", "write \\( for the character", begin);
    }
    return node;
}

char32_t PatternParser::peek(std::size_t ahead) const noexcept {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : U'\0';
}

bool PatternParser::take(char32_t character) noexcept {
    const bool is_there = peek() == character;
    at_ += is_there ? 1 : 0;
    return is_there;
}

void PatternParser::refuse(std::string says, std::string remedy, std::size_t at) const {
    throw PatternProblem{at + 1, std::move(says), std::move(remedy)};
}

void PatternParser::refuse_whole(std::string says, std::string remedy) const {
    throw PatternProblem{0, std::move(says), std::move(remedy)};
}

std::variant<PatternNode, PatternProblem> parse_pattern(std::string_view source, bool ignore_case) {
    try {
        return PatternParser(source, ignore_case).whole();
    } catch (PatternProblem& problem) {
        return std::move(problem);
    }
}

}  // namespace agora::log::detail
