#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "redact.hpp"

namespace agora::log::detail {

/// What became of a text on its way to the line.
struct ShownText {
    bool is_cut = false;
    /// Something was hidden: the text is now what `clean` holds.
    bool is_changed = false;
};

/// Appends a text as `append_escaped` does, with secrets hidden: cut, scrubbed, and cut again. `clean` gets the whole
/// scrubbed text where anything was hidden. Fails closed: text that cannot be judged is hidden.
ShownText append_shown(std::string& out, std::string_view text, std::size_t limit, const Redactor& redactor,
                       std::string& clean);

/// A text of which the line holds the beginning.
struct SourceText {
    std::string_view text;
    /// Holds the text where it is not the caller's own: repaired, stripped or scrubbed.
    std::string made;
};

/// Appends a text with secrets hidden, and makes the scrubbed text the source. True where it was cut.
bool append_source(std::string& out, SourceText& source, std::size_t limit, const Redactor& redactor);

}  // namespace agora::log::detail
