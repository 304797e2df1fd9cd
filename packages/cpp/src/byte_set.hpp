#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace agora::log::detail {

/// A set of bytes. Those that are not ASCII are in it together or not at all, so that no run ends within a code point.
class ByteSet {
public:
    /// The characters of a list; `a-z` is a range, a hyphen at the end is itself.
    constexpr explicit ByteSet(std::string_view ranges) noexcept {
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            const auto first = static_cast<unsigned char>(ranges[i]);
            const bool is_range = i + 2 < ranges.size() && ranges[i + 1] == '-';
            i += is_range ? 2 : 0;
            for (unsigned c = first; c <= static_cast<unsigned char>(ranges[i]); ++c) {
                has_[c] = true;
            }
        }
    }

    /// All bytes but these.
    [[nodiscard]] constexpr ByteSet others() const noexcept {
        ByteSet others("");
        for (std::size_t i = 0; i < has_.size(); ++i) {
            others.has_[i] = !has_[i];
        }
        return others;
    }

    [[nodiscard]] constexpr bool has(char c) const noexcept { return has_[static_cast<unsigned char>(c)]; }
    /// Whether the byte at a place is in the set; false behind the end.
    [[nodiscard]] bool at(std::string_view text, std::size_t place) const noexcept {
        return place < text.size() && has(text[place]);
    }
    /// Whether the byte before a place is in the set; false at the begin.
    [[nodiscard]] bool before(std::string_view text, std::size_t place) const noexcept {
        return place > 0 && has(text[place - 1]);
    }
    /// The end of the run of these bytes that begins at a place.
    [[nodiscard]] std::size_t end_of_run(std::string_view text, std::size_t begin) const noexcept {
        while (at(text, begin)) {
            ++begin;
        }
        return begin;
    }
    /// The begin of the run of these bytes that ends at a place.
    [[nodiscard]] std::size_t begin_of_run(std::string_view text, std::size_t end) const noexcept {
        while (before(text, end)) {
            --end;
        }
        return end;
    }

private:
    std::array<bool, 256> has_{};
};

/// ASCII letters and digits.
inline constexpr ByteSet alphanumeric("A-Za-z0-9");
/// Next to one of these, a word neither begins nor ends.
inline constexpr ByteSet word_bytes("A-Za-z0-9_");
inline constexpr ByteSet blank_bytes(" \t");
inline constexpr ByteSet quote_bytes("\"'`");

}  // namespace agora::log::detail
