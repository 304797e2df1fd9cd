#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace agora::log {

/// Borrowed text for parameters. Takes whatever converts to `std::string_view`, and a null `const char*`,
/// which is empty text and not undefined behaviour. It must not outlive what it was made from.
class Text {
public:
    constexpr Text() noexcept = default;
    constexpr Text(std::nullptr_t) noexcept {}
    constexpr Text(const char* terminated) noexcept
        : view_(terminated == nullptr ? std::string_view() : std::string_view(terminated)) {}
    constexpr Text(std::string_view view) noexcept : view_(view) {}
    Text(const std::string& text) noexcept : view_(text) {}

    template <class T>
        requires(std::is_class_v<T> && std::is_convertible_v<const T&, std::string_view>)
    constexpr Text(const T& text) noexcept(noexcept(std::string_view(text))) : view_(text) {}

    /// The text. Its bytes are taken as UTF-8; what is not well-formed is repaired when it is written.
    [[nodiscard]] constexpr std::string_view view() const noexcept { return view_; }
    constexpr operator std::string_view() const noexcept { return view_; }

private:
    std::string_view view_;
};

/// UTF-8 of UTF-16 text. Each unpaired surrogate becomes U+FFFD, as in every decoder that replaces.
[[nodiscard]] std::string from_utf16(std::u16string_view text);

/// The text with each maximal subpart of an ill-formed UTF-8 sequence replaced by U+FFFD (Unicode 3.9, the WHATWG
/// decoder). Well-formed text comes back unchanged.
[[nodiscard]] std::string repair_utf8(std::string_view text);

}  // namespace agora::log
