#include "pattern.hpp"

#include <algorithm>

namespace agora::log::detail {

namespace {

bool is_in_ranges(const std::vector<PointRange>& ranges, char32_t point) noexcept {
    return std::ranges::any_of(ranges,
                               [point](const PointRange& one) { return one.first <= point && point <= one.last; });
}

}  // namespace

bool Pattern::PointSet::has(char32_t point) const noexcept {
    return point < ascii.size() ? ascii[point] : is_in_ranges(ranges, point) != is_negated;
}

Pattern::Pattern(const PatternNode& node) {
    SetPlaces places;
    first_ = build(node, end, places);
    collect_first_bytes();
}

std::uint32_t Pattern::add(Step step) {
    steps_.push_back(step);
    return static_cast<std::uint32_t>(steps_.size() - 1);
}

std::uint32_t Pattern::add_fork(std::uint32_t next, std::uint32_t other) {
    return add({StepKind::fork, next, other, forks_++});
}

std::uint32_t Pattern::set_place(const PatternNode& node, SetPlaces& places) {
    const auto [place, is_new] = places.try_emplace(&node, static_cast<std::uint32_t>(sets_.size()));
    if (is_new) {
        PointSet set{{}, node.ranges, node.is_negated};
        for (std::size_t point = 0; point < set.ascii.size(); ++point) {
            set.ascii[point] = is_in_ranges(set.ranges, static_cast<char32_t>(point)) != set.is_negated;
        }
        sets_.push_back(std::move(set));
    }
    return place->second;
}

std::uint32_t Pattern::build(const PatternNode& node, std::uint32_t following, SetPlaces& places) {
    switch (node.kind) {
        case PatternKind::characters:
            return add({StepKind::characters, following, 0, set_place(node, places)});
        case PatternKind::text_begin:
            return add({StepKind::text_begin, following});
        case PatternKind::text_end:
            return add({StepKind::text_end, following});
        case PatternKind::word_boundary:
            return add({StepKind::word_boundary, following});
        case PatternKind::sequence:
            for (auto part = node.parts.rbegin(); part != node.parts.rend(); ++part) {
                following = build(*part, following, places);
            }
            return following;
        case PatternKind::choice: {
            std::uint32_t first = build(node.parts.back(), following, places);
            for (auto part = node.parts.rbegin() + 1; part != node.parts.rend(); ++part) {
                first = add_fork(build(*part, following, places), first);
            }
            return first;
        }
        default:
            return build_repeat(node, following, places);
    }
}

std::uint32_t Pattern::build_repeat(const PatternNode& node, std::uint32_t following, SetPlaces& places) {
    const PatternNode& part = node.parts.front();
    std::uint32_t first = following;
    if (node.most == unbounded) {
        first = add_fork(end, following);
        const std::uint32_t body = build(part, first, places);
        steps_[first].next = body;
    } else {
        for (unsigned i = node.least; i < node.most; ++i) {
            first = add_fork(build(part, first, places), following);
        }
    }
    for (unsigned i = 0; i < node.least; ++i) {
        first = build(part, first, places);
    }
    return first;
}

void Pattern::collect_first_bytes() {
    std::vector<bool> seen(steps_.size());
    std::vector<std::uint32_t> waiting{first_};
    while (!waiting.empty()) {
        const std::uint32_t number = waiting.back();
        waiting.pop_back();
        if (number == end || seen[number]) {
            continue;
        }
        seen[number] = true;
        const Step& step = steps_[number];
        if (step.kind == StepKind::characters) {
            const PointSet& set = sets_[step.index];
            for (std::size_t byte = 0; byte < first_bytes_.size(); ++byte) {
                first_bytes_[byte] = first_bytes_[byte] || byte >= set.ascii.size() || set.ascii[byte];
            }
            continue;
        }
        waiting.push_back(step.next);
        if (step.kind == StepKind::fork) {
            waiting.push_back(step.other);
        }
    }
}

}  // namespace agora::log::detail
