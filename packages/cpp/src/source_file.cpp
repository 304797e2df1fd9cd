#include "source_file.hpp"

#include <algorithm>

#include "agora/log/gen/tables.hpp"
#include "agora/log/text.hpp"
#include "escape.hpp"
#include "utf8.hpp"

namespace agora::log::detail {

namespace {

constexpr std::string_view unknown = "<unknown>";
constexpr std::string_view separators = "/\\";
constexpr std::size_t limit = gen::limit_text_bytes;

std::string_view base_name(std::string_view path) noexcept {
    // `npos + 1` is 0: a path without separators is its own base name.
    return path.substr(path.find_last_of(separators) + 1);
}

bool has_empty_segment(std::string_view path) noexcept {
    return path.starts_with('/') || path.ends_with('/') || path.find("//") != std::string_view::npos;
}

std::string_view or_unknown(std::string_view text) noexcept { return text.empty() ? unknown : text; }

bool append_relative(std::string& out, std::string_view below) {
    std::string path(below);
    std::ranges::replace(path, '\\', '/');
    // Segments are looked at in the text that is written.
    std::string shortened;
    const bool cut = cut_text(path, limit, shortened);
    const std::string_view written = cut ? shortened : path;
    append_escaped(out, or_unknown(has_empty_segment(written) ? base_name(written) : written));
    return cut;
}

}  // namespace

SourceRoot::SourceRoot(std::string_view folder)
    // `npos + 1` is 0: nothing remains of a folder that is only separators, which is the root of all paths.
    : folder_(repair_utf8(folder.substr(0, folder.find_last_not_of(separators) + 1))), set_(!folder.empty()) {}

bool SourceRoot::holds(std::string_view path) const noexcept {
    return set_ && path.size() > folder_.size() && path.starts_with(folder_) &&
           separators.find(path[folder_.size()]) != std::string_view::npos;
}

bool SourceRoot::append_file(std::string& out, std::string_view path) const {
    std::string repaired;
    if (!is_valid_utf8(path)) {
        repaired = repair_utf8(path);
        path = repaired;
    }
    path = path.substr(0, path.find('?'));
    if (holds(path)) {
        return append_relative(out, path.substr(folder_.size() + 1));
    }
    return append_escaped(out, or_unknown(base_name(path)), limit);
}

}  // namespace agora::log::detail
