#pragma once

#include <cstdint>
#include <exception>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "agora/log/detail/conversions.hpp"
#include "agora/log/text.hpp"
#include "agora/log/timestamp.hpp"

namespace agora::log {

class Field;
class Object;
struct Exception;

/// Elements of an array, in order.
using Array = std::vector<Value>;

/// What a Value holds.
enum class Kind : std::uint8_t {
    null,
    boolean,
    int64,
    uint64,
    float64,
    timestamp,
    string,
    bytes,
    big_integer,
    array,
    object,
    exception,
};

namespace detail {
struct Node;
struct Borrowed {};
}  // namespace detail

/// One value of JSON's shape: null, boolean, number, text, array, object; also bytes, a moment, an exception and an
/// integer of any size. Nearly everything converts: numbers, text (a null `const char*` is null), optionals, ranges,
/// maps, byte ranges, `std::chrono` system times, paths, exceptions, and types whose namespace has
/// `Value to_log_value(const T&)`; one that throws gives `[threw <type>]`. Other pointers do not compile.
///
/// A Value owns what it holds and is a tree. Trees of any depth are copied, compared and destroyed without recursion.
/// Accessors of another kind than the value's give that kind's empty value. Copying may throw `std::bad_alloc`;
/// moving and reading never throw.
class Value {
public:
    Value() noexcept : int_(0) {}
    Value(std::nullptr_t) noexcept : int_(0) {}
    template <std::same_as<bool> T>
    Value(T boolean) noexcept : kind_(Kind::boolean), bool_(boolean) {}
    template <detail::Integer T>
    Value(T number) noexcept : int_(0) {
        if constexpr (std::is_signed_v<T>) {
            kind_ = Kind::int64;
            int_ = number;
        } else {
            kind_ = Kind::uint64;
            uint_ = number;
        }
    }
    template <std::floating_point T>
    Value(T number) noexcept : kind_(Kind::float64), double_(static_cast<double>(number)) {}
    template <detail::PlainEnum T>
    Value(T constant) noexcept : kind_(Kind::int64), int_(static_cast<long long>(constant)) {}
    Value(Timestamp time) noexcept : kind_(Kind::timestamp), int_(time.micros) {}
    template <detail::SystemTime T>
    Value(const T& time) noexcept : Value(Timestamp(time)) {}

    /// Text of one character: `'B'` is "B", not 66.
    template <std::same_as<char> T>
    Value(T character) : Value(std::string_view(&character, 1)) {}
    Value(const char* terminated);
    Value(std::string_view text);
    Value(std::string&& text) noexcept;
    Value(const std::string& text) : Value(std::string_view(text)) {}
    Value(std::u8string_view text);
    Value(std::u16string_view text) : Value(from_utf16(text)) {}
    template <class T>
        requires(std::is_class_v<T> && detail::StringLike<T>)
    Value(const T& text) : Value(static_cast<std::string_view>(text)) {}
    template <detail::PathLike T>
    Value(const T& path) : Value(path.string()) {}

    Value(const Array& elements);
    Value(Array&& elements);
    Value(const Object& members);
    Value(Object&& members);
    Value(std::initializer_list<Field> fields);
    Value(const Exception& error);
    Value(Exception&& error);
    /// The exception with its dynamic type and its chain of nested exceptions.
    Value(const std::exception& error);
    Value(const std::exception_ptr& error);

    template <detail::OptionalLike T>
    Value(const T& optional) : int_(0) {
        if (optional.has_value()) {
            *this = Value(*optional);
        }
    }
    template <detail::ByteRange T>
    Value(const T& range) : Value(bytes(range.data(), range.size())) {}
    template <detail::Range T>
        requires(!detail::MapLike<T> && !detail::OptionalLike<T>)
    Value(const T& range);
    template <detail::MapLike T>
    Value(const T& map);
    template <detail::Customised T>
    Value(const T& object);
    template <class T>
        requires(std::is_pointer_v<T> && !detail::StringLike<T>)
    Value(const T& pointer) = delete;

    Value(const Value& other);
    Value(Value&& other) noexcept;
    Value& operator=(const Value& other);
    Value& operator=(Value&& other) noexcept;
    ~Value() {
        if (kind_ >= Kind::string) {
            release();
        }
    }

    /// Bytes, written as base64.
    [[nodiscard]] static Value bytes(const void* data, std::size_t size);
    /// An integer of any size from its decimal digits, with an optional sign. Text of any other form stays text.
    [[nodiscard]] static Value integer(std::string_view digits);

    [[nodiscard]] Kind kind() const noexcept { return kind_; }
    [[nodiscard]] bool is_null() const noexcept { return kind_ == Kind::null; }
    [[nodiscard]] bool as_bool() const noexcept { return kind_ == Kind::boolean && bool_; }
    [[nodiscard]] std::int64_t as_int64() const noexcept { return kind_ == Kind::int64 ? int_ : 0; }
    [[nodiscard]] std::uint64_t as_uint64() const noexcept { return kind_ == Kind::uint64 ? uint_ : 0; }
    [[nodiscard]] double as_double() const noexcept { return kind_ == Kind::float64 ? double_ : 0; }
    [[nodiscard]] Timestamp as_timestamp() const noexcept { return Timestamp(kind_ == Kind::timestamp ? int_ : 0); }
    /// The text of a string, the content of bytes, the digits of a big integer.
    [[nodiscard]] std::string_view as_text() const noexcept;
    [[nodiscard]] const Array& as_array() const noexcept;
    [[nodiscard]] const Object& as_object() const noexcept;
    [[nodiscard]] const Exception& as_exception() const noexcept;

    /// Equal in kind and content; objects also in the order of their members. NaN equals nothing.
    [[nodiscard]] bool operator==(const Value& other) const;

private:
    friend class Field;
    friend struct detail::Node;

    Value(detail::Borrowed, std::string_view text) noexcept : kind_(Kind::string), borrowed_(true), view_(text) {}
    Value(Kind kind, detail::Node* node) noexcept : kind_(kind), node_(node) {}

    void release() noexcept;
    void copy_scalar(const Value& other) noexcept;
    void steal(Value& other) noexcept;

    Kind kind_ = Kind::null;
    // A string that is only looked at during the call that it was given to; copies own theirs.
    bool borrowed_ = false;
    union {
        bool bool_;
        std::int64_t int_;
        std::uint64_t uint_;
        double double_;
        std::string text_;
        std::string_view view_;
        detail::Node* node_;
    };
};

/// A named value as it stands in braces: `{"symbol", "EURUSD"}`. It may borrow text of its call and is not kept;
/// Object copies it.
class Field {
public:
    Field(Text key, Value value) : key_(key.view()), value_(std::move(value)) {}
    template <detail::StringLike T>
    Field(Text key, const T& text) : key_(key.view()) {
        if constexpr (std::is_pointer_v<T>) {
            if (text == nullptr) {
                return;
            }
        }
        value_ = Value(detail::Borrowed{}, static_cast<std::string_view>(text));
    }

    [[nodiscard]] std::string_view key() const noexcept { return key_; }
    [[nodiscard]] const Value& value() const noexcept { return value_; }

private:
    std::string_view key_;
    Value value_;
};

/// A named value that an Object owns.
struct Member {
    std::string key;
    Value value;

    [[nodiscard]] bool operator==(const Member&) const = default;
};

/// Members in the order in which they were set. A key may occur twice: when the object is written, the last one wins.
class Object {
public:
    using const_iterator = std::vector<Member>::const_iterator;

    Object() noexcept = default;
    Object(std::initializer_list<Field> fields);

    /// Adds a member at the end: `Context().set("symbol", symbol).set("qty", qty)`.
    Object& set(Text key, Value value) &;
    Object&& set(Text key, Value value) && { return std::move(set(key, std::move(value))); }
    /// The last member of that key, or null.
    [[nodiscard]] const Value* find(std::string_view key) const noexcept;
    void reserve(std::size_t count) { members_.reserve(count); }
    [[nodiscard]] std::size_t size() const noexcept { return members_.size(); }
    [[nodiscard]] bool empty() const noexcept { return members_.empty(); }
    [[nodiscard]] const_iterator begin() const noexcept { return members_.begin(); }
    [[nodiscard]] const_iterator end() const noexcept { return members_.end(); }
    [[nodiscard]] bool operator==(const Object&) const = default;

private:
    friend struct detail::Node;
    std::vector<Member> members_;
};

/// The text of a key that is no string: digits of an integer, a double as in JavaScript, `true`, `false`, `null`.
/// Text is itself; what else there is, is empty.
[[nodiscard]] std::string key_text(const Value& key);

template <detail::Range T>
    requires(!detail::MapLike<T> && !detail::OptionalLike<T>)
Value::Value(const T& range) : int_(0) {
    Array elements;
    for (auto&& element : range) {
        elements.push_back(Value(static_cast<const detail::RangeValue<T>&>(element)));
    }
    *this = Value(std::move(elements));
}

template <detail::MapLike T>
Value::Value(const T& map) : int_(0) {
    Object members;
    for (const auto& [key, value] : map) {
        if constexpr (detail::StringLike<std::remove_cvref_t<decltype(key)>>) {
            members.set(Text(key), Value(value));
        } else {
            members.set(key_text(Value(key)), Value(value));
        }
    }
    *this = Value(std::move(members));
}

template <detail::Customised T>
Value::Value(const T& object) : int_(0) {
#if defined(__cpp_exceptions)
    try {
        *this = to_log_value(object);
    } catch (...) {
        *this = detail::threw_current();
    }
#else
    *this = to_log_value(object);
#endif
}

}  // namespace agora::log
