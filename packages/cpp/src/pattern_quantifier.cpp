#include "pattern_parser.hpp"

namespace agora::log::detail {

namespace {

constexpr unsigned largest_count = 255;

}  // namespace

PatternNode PatternParser::quantified() {
    PatternNode part = atom();
    const std::size_t begin = at_;
    PatternNode node;
    if (!quantifier(node.least, node.most)) {
        return part;
    }
    if (is_nullable(part)) {
        refuse("repeats what can match nothing", "repeat something of at least one character", begin);
    }
    if (node.most == unbounded && unbounded_in(part) > 0) {
        refuse("has an unbounded quantifier inside another one", "use a count such as {1,40} for the inner one", begin);
    }
    const std::size_t end = at_;
    unsigned least = 0;
    unsigned most = 0;
    if (quantifier(least, most)) {
        refuse("has a lazy, possessive or second quantifier", "use one quantifier", end);
    }
    node.kind = PatternKind::repeat;
    node.parts.push_back(std::move(part));
    return node;
}

bool PatternParser::quantifier(unsigned& least, unsigned& most) {
    const std::size_t begin = at_;
    if (take(U'*') || take(U'+') || take(U'?')) {
        least = source_[begin] == U'+' ? 1 : 0;
        most = source_[begin] == U'?' ? 1 : unbounded;
        return true;
    }
    if (!braces(least, most)) {
        return false;
    }
    if (least > largest_count || (most != unbounded && most > largest_count) || most < least || most == 0) {
        refuse("has a count that is not from 1 to 255 or goes down", "correct the count", begin);
    }
    return true;
}

bool PatternParser::braces(unsigned& least, unsigned& most) {
    std::size_t at = at_;
    if (peek() != U'{' || !number(++at, least)) {
        return false;
    }
    most = least;
    if (at < source_.size() && source_[at] == U',') {
        most = number(++at, most) ? most : unbounded;
    }
    if (at >= source_.size() || source_[at] != U'}') {
        return false;
    }
    at_ = at + 1;
    return true;
}

bool PatternParser::number(std::size_t& at, unsigned& number) const noexcept {
    constexpr std::size_t most_digits = 9;
    unsigned read = 0;
    const std::size_t begin = at;
    while (at < source_.size() && source_[at] >= U'0' && source_[at] <= U'9' && at - begin < most_digits) {
        read = read * 10 + (source_[at++] - U'0');
    }
    number = at > begin ? read : number;
    return at > begin;
}

}  // namespace agora::log::detail
