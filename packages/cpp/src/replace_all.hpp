#pragma once

#include <string>
#include <string_view>

#include "span.hpp"

namespace agora::log::detail {

/// Replaces all that `find(text, from)` finds, from the left, each time behind the last one. False, and `out` is
/// untouched or of no meaning, where the text stays as it is.
template <class Find>
bool replace_all(std::string_view text, std::string_view instead, std::string& out, Find&& find) {
    Span found = find(text, std::size_t{0});
    if (found.empty()) {
        return false;
    }
    bool changed = false;
    std::size_t at = 0;
    out.clear();
    for (; !found.empty(); found = find(text, at)) {
        out.append(text.substr(at, found.begin - at)).append(instead);
        changed |= found.of(text) != instead;
        at = found.end;
    }
    out.append(text.substr(at));
    return changed;
}

}  // namespace agora::log::detail
