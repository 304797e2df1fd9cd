#include "pattern_syntax.hpp"

#include <algorithm>

namespace agora::log::detail {

bool is_nullable(const PatternNode& node) noexcept {
    switch (node.kind) {
        case PatternKind::characters:
            return false;
        case PatternKind::sequence:
            return std::ranges::all_of(node.parts, is_nullable);
        case PatternKind::choice:
            return std::ranges::any_of(node.parts, is_nullable);
        case PatternKind::repeat:
            return node.least == 0 || is_nullable(node.parts.front());
        default:
            return true;
    }
}

double size_of(const PatternNode& node) noexcept {
    double size = 1;
    for (const PatternNode& part : node.parts) {
        size += size_of(part);
    }
    if (node.kind == PatternKind::repeat) {
        const unsigned times = node.most == unbounded ? std::max(1u, node.least) : node.most;
        size = (size - 1) * times + 1;
    }
    return size;
}

double unbounded_in(const PatternNode& node) noexcept {
    double inner = 0;
    for (const PatternNode& part : node.parts) {
        inner += unbounded_in(part);
    }
    if (node.kind != PatternKind::repeat) {
        return inner;
    }
    if (node.most == unbounded) {
        return inner > 0 ? std::numeric_limits<double>::infinity() : 1;
    }
    return inner * node.most;
}

}  // namespace agora::log::detail
