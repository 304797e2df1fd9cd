#pragma once

#include <cstddef>
#include <string_view>

namespace agora::log::detail {

/// A part of a text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
    [[nodiscard]] bool empty() const noexcept { return begin == end; }
    [[nodiscard]] std::string_view of(std::string_view text) const noexcept { return text.substr(begin, size()); }
};

}  // namespace agora::log::detail
