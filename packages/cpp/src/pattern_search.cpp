#include <cstddef>
#include <utility>

#include "byte_set.hpp"
#include "pattern.hpp"
#include "replace_all.hpp"
#include "utf8.hpp"

namespace agora::log::detail {

/// The searches of one pattern in one text: a backtracking matcher that goes each way at most once.
class PatternSearch {
public:
    PatternSearch(const Pattern& pattern, std::string_view text) noexcept : pattern_(pattern), text_(text) {}

    /// The leftmost match at or behind a place.
    Span next(std::size_t from) {
        for (std::size_t at = from; at < text_.size(); ++at) {
            const auto byte = static_cast<unsigned char>(text_[at]);
            // Bytes that continue a code point are no place where one begins.
            if (!pattern_.first_bytes_[byte] || (byte & 0xC0) == 0x80) {
                continue;
            }
            if (const std::size_t end = match(at); end > at) {
                return {at, end};
            }
        }
        return {};
    }

private:
    struct Way {
        std::uint32_t step;
        std::size_t at;
    };

    /// The end of the match that begins at a place; 0 where none does.
    std::size_t match(std::size_t at) {
        waiting_.clear();
        waiting_.push_back({pattern_.first_, at});
        while (!waiting_.empty()) {
            const Way way = waiting_.back();
            waiting_.pop_back();
            if (const std::size_t end = follow(way); end > 0) {
                return end;
            }
        }
        return 0;
    }

    /// Goes one way until it ends; what else could be tried on it waits.
    std::size_t follow(Way way) {
        while (way.step != Pattern::end) {
            const Pattern::Step& step = pattern_.steps_[way.step];
            if (step.kind == Pattern::StepKind::characters) {
                if (way.at >= text_.size() || !pattern_.sets_[step.index].has(take_code_point(text_, way.at))) {
                    return 0;
                }
            } else if (step.kind == Pattern::StepKind::fork) {
                if (was_tried(step, way.at)) {
                    return 0;
                }
                waiting_.push_back({step.other, way.at});
            } else if (!holds(step.kind, way.at)) {
                return 0;
            }
            way.step = step.next;
        }
        return way.at;
    }

    /// Whether a fork was met at that place before. What came of it is no match: where it was one, every later search
    /// begins behind that place.
    bool was_tried(const Pattern::Step& fork, std::size_t at) {
        if (tried_.empty()) {
            tried_.assign((text_.size() + 1) * pattern_.forks_, false);
        }
        const std::size_t place = at * pattern_.forks_ + fork.index;
        if (tried_[place]) {
            return true;
        }
        tried_[place] = true;
        return false;
    }

    [[nodiscard]] bool holds(Pattern::StepKind kind, std::size_t at) const noexcept {
        switch (kind) {
            case Pattern::StepKind::text_begin:
                return at == 0;
            case Pattern::StepKind::text_end:
                return at == text_.size();
            default:
                return word_bytes.before(text_, at) != word_bytes.at(text_, at);
        }
    }

    const Pattern& pattern_;
    std::string_view text_;
    std::vector<Way> waiting_;
    // One bit for each place and fork.
    std::vector<bool> tried_;
};

bool Pattern::replace(std::string_view text, std::string_view instead, std::string& out) const {
    PatternSearch search(*this, text);
    return replace_all(text, instead, out, [&search](std::string_view, std::size_t from) { return search.next(from); });
}

}  // namespace agora::log::detail
