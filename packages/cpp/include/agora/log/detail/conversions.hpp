#pragma once

#include <concepts>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>

// Which C++ types become which kind of Value. Concepts only, so that an argument without a sensible form is a compile
// error at the call and not a silent conversion to bool.
namespace agora::log {

class Value;

namespace detail {

template <class T>
concept Character = std::same_as<T, char> || std::same_as<T, wchar_t> || std::same_as<T, char8_t> ||
                    std::same_as<T, char16_t> || std::same_as<T, char32_t>;

template <class T>
concept Integer = std::integral<T> && !std::same_as<T, bool> && !Character<T> && sizeof(T) <= sizeof(long long);

/// An enumeration that converts to an integer by itself.
template <class T>
concept PlainEnum = std::is_enum_v<T> && std::is_convertible_v<T, long long>;

template <class T>
concept StringLike = std::is_convertible_v<const T&, std::string_view> && !std::same_as<T, std::nullptr_t>;

template <class T>
concept PathLike = requires(const T& path) {
    path.native();
    path.generic_string();
    { path.string() } -> std::convertible_to<std::string>;
};

template <class T>
concept ByteRange = requires(const T& bytes) {
    { bytes.size() } -> std::convertible_to<std::size_t>;
    requires std::same_as<std::remove_cvref_t<decltype(*bytes.data())>, std::byte> ||
                 std::same_as<std::remove_cvref_t<decltype(*bytes.data())>, unsigned char>;
};

template <class T>
using RangeValue = typename std::iterator_traits<decltype(std::begin(std::declval<const T&>()))>::value_type;

template <class T>
concept Range = !StringLike<T> && !PathLike<T> && !ByteRange<T> && requires(const T& range) {
    std::begin(range);
    std::end(range);
    requires !Character<RangeValue<T>> && !std::same_as<RangeValue<T>, T>;
};

template <class T>
concept MapLike = Range<T> && requires(const RangeValue<T>& pair) {
    pair.first;
    pair.second;
};

template <class T>
concept OptionalLike = !Range<T> && requires(const T& optional) {
    { optional.has_value() } -> std::convertible_to<bool>;
    *optional;
};

/// A type whose own namespace has `to_log_value`.
template <class T>
concept Customised = std::is_class_v<T> && requires(const T& object) {
    { to_log_value(object) } -> std::same_as<Value>;
};

/// What stands for a conversion that throws: `[threw <type>]`, of the exception that is being handled.
[[nodiscard]] Value threw_current();

}  // namespace detail

}  // namespace agora::log
