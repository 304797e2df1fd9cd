#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agora/log/gen/tables.hpp"
#include "entry.hpp"
#include "escape.hpp"

namespace agora::log::detail {

namespace {

constexpr std::string_view context_opening = ",\"context\":{";

// Takes parts out of a draft until it fits, and puts the rest together.
class Settlement {
public:
    Settlement(Draft& draft, std::size_t limit) noexcept
        : draft_(draft), line_(draft.line), limit_(limit), size_(draft.line.size()) {}

    void run() {
        if (lossless() && size_ <= limit_) {
            return;
        }
        std::string own = own_member();
        if (size_ + size_of_own(own) > limit_) {
            gone_.assign(draft_.context.size(), false);
            reduce(limit_ - gen::limit_entry_reserve);
            own = own_member();
        }
        draft_.line = compose(own);
    }

private:
    [[nodiscard]] bool lossless() const noexcept {
        const Losses& losses = draft_.losses;
        return dropped() == 0 && !context_cut() && !losses.exception && !losses.file && !losses.function &&
               !losses.logger_name && !losses.message && !losses.user_id;
    }

    [[nodiscard]] bool is_gone(std::size_t member) const noexcept { return !gone_.empty() && gone_[member]; }

    [[nodiscard]] std::uint64_t dropped() const noexcept {
        std::uint64_t dropped = draft_.dropped_at_top;
        for (std::size_t i = 0; i < draft_.context.size(); ++i) {
            dropped += is_gone(i) ? 1 : draft_.context[i].dropped;
        }
        return dropped;
    }

    [[nodiscard]] bool context_cut() const noexcept {
        for (std::size_t i = 0; i < draft_.context.size(); ++i) {
            if (draft_.context[i].cut && !is_gone(i)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::size_t members_left() const noexcept {
        return draft_.context.size() - static_cast<std::size_t>(std::ranges::count(gone_, true));
    }

    // `"_agora":{…}`, or nothing where nothing was lost.
    [[nodiscard]] std::string own_member() const {
        const Losses& losses = draft_.losses;
        // In the order of `gen::truncatable`.
        const std::array<bool, gen::truncatable.size()> cut{context_cut(),   losses.exception,   losses.file,
                                                            losses.function, losses.logger_name, losses.message,
                                                            losses.user_id};
        std::string truncated;
        for (std::size_t i = 0; i < cut.size(); ++i) {
            if (cut[i]) {
                truncated.append(truncated.empty() ? "\"" : ",\"").append(gen::truncatable[i]).append("\"");
            }
        }
        const std::uint64_t count = std::min<std::uint64_t>(dropped(), gen::limit_dropped_max);
        std::string own;
        if (count > 0) {
            own.append("\"dropped\":").append(std::to_string(count));
        }
        if (!truncated.empty()) {
            own.append(own.empty() ? "" : ",").append("\"truncated\":[").append(truncated).append("]");
        }
        return own.empty() ? own : "\"_agora\":{" + own + "}";
    }

    [[nodiscard]] std::size_t size_of_own(const std::string& own) const noexcept {
        if (own.empty()) {
            return 0;
        }
        return own.size() + (members_left() > 0 ? 1 : context_opening.size() + 1);
    }

    void reduce(std::size_t budget) {
        drop(draft_.exception.errors, budget);
        drop(draft_.exception.cause, budget);
        shorten_stacktrace(budget);
        drop(draft_.exception.properties, budget);
        drop_members(budget);
        if (draft_.error != nullptr) {
            draft_.losses.exception |=
                shorten(exception_message_, draft_.exception.message_text, draft_.error_message.text, budget);
        }
        draft_.losses.message |= shorten(message_, draft_.message_text, draft_.message.text, budget);
    }

    void drop(Span& part, std::size_t budget) {
        if (size_ > budget && !part.empty()) {
            size_ -= part.size();
            dropped_parts_.push_back(part);
            draft_.losses.exception = true;
        }
    }

    void shorten_stacktrace(std::size_t budget) {
        const Span& text = draft_.exception.stacktrace_text;
        if (size_ <= budget || text.empty()) {
            return;
        }
        const std::size_t others = size_ - text.size();
        const std::size_t available = budget > others ? budget - others : 0;
        if (available < static_cast<std::size_t>(gen::limit_stacktrace_min)) {
            drop(draft_.exception.stacktrace, budget);
            return;
        }
        stacktrace_ = cut_to(available, draft_.stacktrace.text);
        size_ = others + stacktrace_->size();
        draft_.losses.exception = true;
    }

    void drop_members(std::size_t budget) {
        std::vector<std::size_t> by_size(draft_.context.size());
        std::iota(by_size.begin(), by_size.end(), std::size_t{0});
        const auto bytes = [this](std::size_t member) { return draft_.context[member].text.size(); };
        std::ranges::sort(by_size, [&bytes](std::size_t left, std::size_t right) {
            return bytes(left) == bytes(right) ? left > right : bytes(left) > bytes(right);
        });
        std::size_t left = by_size.size();
        for (const std::size_t member : by_size) {
            if (size_ <= budget) {
                break;
            }
            gone_[member] = true;
            // With the comma beside it, or, when it is the last, with the context around it.
            size_ -= bytes(member) + (--left > 0 ? 1 : context_opening.size() + 1);
        }
    }

    bool shorten(std::optional<std::string>& replacement, const Span& text, std::string_view source,
                 std::size_t budget) {
        if (size_ <= budget) {
            return false;
        }
        const std::size_t others = size_ - text.size();
        const std::size_t available = budget > others ? budget - others : 0;
        std::string shortened;
        if (!append_escaped(shortened, source, std::max<std::size_t>(gen::limit_cut_reserve, available))) {
            return false;
        }
        size_ = others + shortened.size();
        replacement = std::move(shortened);
        return true;
    }

    static std::string cut_to(std::size_t limit, std::string_view source) {
        std::string shortened;
        append_escaped(shortened, source, limit);
        return shortened;
    }

    [[nodiscard]] std::string compose(const std::string& own) const {
        std::string out;
        out.reserve(size_ + size_of_own(own));
        const std::string_view line = line_;
        append_with(out, {0, draft_.head_end}, draft_.message_text, message_);
        append_context(out, own);
        append_exception(out);
        out.append(line.substr(line.size() - 2));
        return out;
    }

    // A part of the line in which one text may have another form.
    void append_with(std::string& out, Span part, Span text, const std::optional<std::string>& replacement) const {
        const std::string_view line = line_;
        if (replacement) {
            out.append(Span{part.begin, text.begin}.of(line)).append(*replacement);
            part.begin = text.end;
        }
        out.append(part.of(line));
    }

    void append_context(std::string& out, const std::string& own) const {
        bool begun = false;
        const auto append = [&](std::string_view member) {
            out.append(begun ? "," : context_opening).append(member);
            begun = true;
        };
        for (std::size_t i = 0; i <= draft_.context.size(); ++i) {
            if (i == draft_.own_place && !own.empty()) {
                append(own);
            }
            if (i < draft_.context.size() && !is_gone(i)) {
                append(draft_.context[i].text.of(line_));
            }
        }
        if (begun) {
            out.push_back('}');
        }
    }

    [[nodiscard]] bool is_dropped(const Span& part) const noexcept {
        return std::ranges::any_of(dropped_parts_, [&part](const Span& span) { return span.begin == part.begin; });
    }

    void append_exception(std::string& out) const {
        const ExceptionParts& parts = draft_.exception;
        if (parts.whole.empty()) {
            return;
        }
        append_with(out, {parts.whole.begin, parts.stacktrace.begin}, parts.message_text, exception_message_);
        if (!is_dropped(parts.stacktrace)) {
            append_with(out, parts.stacktrace, parts.stacktrace_text, stacktrace_);
        }
        for (const Span& part : {parts.properties, parts.cause, parts.errors}) {
            if (!is_dropped(part)) {
                out.append(part.of(line_));
            }
        }
        out.push_back('}');
    }

    Draft& draft_;
    const std::string& line_;
    const std::size_t limit_;
    // Of the line without `_agora`.
    std::size_t size_;
    std::vector<bool> gone_;
    std::vector<Span> dropped_parts_;
    std::optional<std::string> message_;
    std::optional<std::string> exception_message_;
    std::optional<std::string> stacktrace_;
};

}  // namespace

void settle(Draft& draft, std::size_t limit) { Settlement(draft, limit).run(); }

}  // namespace agora::log::detail
