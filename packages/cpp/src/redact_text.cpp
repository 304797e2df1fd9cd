#include "redact_text.hpp"

#include "agora/log/text.hpp"
#include "escape.hpp"
#include "utf8.hpp"

namespace agora::log::detail {

namespace {

ShownText scrub_cut(std::string_view text, std::size_t limit, const Redactor& redactor, std::string& clean) noexcept {
    ShownText shown;
    try {
        std::string made;
        shown.is_cut = cut_text(text, limit, made);
        if (shown.is_cut) {
            text = made;
        } else if (!is_valid_utf8(text)) {
            made = repair_utf8(text);
            text = made;
        }
        shown.is_changed = redactor.scrub(text, clean);
    } catch (...) {
        // Short enough to need no memory.
        clean = hidden_text;
        shown.is_changed = true;
    }
    return shown;
}

}  // namespace

ShownText append_shown(std::string& out, std::string_view text, std::size_t limit, const Redactor& redactor,
                       std::string& clean) {
    // What is behind the limit is cut before anything is looked for.
    if (!redactor.suspects(text.substr(0, limit))) {
        return {append_escaped(out, text, limit), false};
    }
    ShownText shown = scrub_cut(text, limit, redactor, clean);
    const bool is_cut = append_escaped(out, shown.is_changed ? std::string_view(clean) : text, limit);
    shown.is_cut |= is_cut;
    return shown;
}

bool append_source(std::string& out, SourceText& source, std::size_t limit, const Redactor& redactor) {
    std::string clean;
    const ShownText shown = append_shown(out, source.text, limit, redactor, clean);
    if (shown.is_changed) {
        source.made = std::move(clean);
        source.text = source.made;
    }
    return shown.is_cut;
}

}  // namespace agora::log::detail
