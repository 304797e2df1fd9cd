#include "agora/log/value.hpp"

#include <charconv>
#include <memory>
#include <new>
#include <optional>

#include "agora/log/number.hpp"
#include "value_node.hpp"

namespace agora::log {

namespace {

// Never destroyed, so that they can be looked at during static destruction.
template <class T>
const T& empty() noexcept {
    alignas(T) static std::byte storage[sizeof(T)];
    static const T* const instance = new (storage) T();
    return *instance;
}

// Sign and digits without leading zeros, or nothing where the text is no integer.
std::optional<std::string> canonical_integer(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    const std::size_t first = text.find_first_not_of('0');
    if (first == std::string_view::npos) {
        return "0";
    }
    std::string canonical(negative ? "-" : "");
    return canonical.append(text.substr(first));
}

template <class T>
std::optional<T> parse_whole(std::string_view digits) noexcept {
    T number{};
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc() || stop != end) {
        return std::nullopt;
    }
    return number;
}

}  // namespace

Value::Value(const char* terminated) : int_(0) {
    if (terminated != nullptr) {
        *this = Value(std::string_view(terminated));
    }
}

Value::Value(std::string_view text) : kind_(Kind::string), text_(text) {}

Value::Value(std::string&& text) noexcept : kind_(Kind::string), text_(std::move(text)) {}

Value::Value(std::u8string_view text) : kind_(Kind::string), text_(text.begin(), text.end()) {}

Value::Value(const Array& elements) : Value(Array(elements)) {}

Value::Value(Array&& elements) : kind_(Kind::array), node_(new detail::ArrayNode(std::move(elements))) {}

Value::Value(const Object& members) : Value(Object(members)) {}

Value::Value(Object&& members) : kind_(Kind::object), node_(new detail::ObjectNode(std::move(members))) {}

Value::Value(std::initializer_list<Field> fields) : Value(Object(fields)) {}

Value::Value(const Exception& error) : Value(Exception(error)) {}

Value::Value(Exception&& error) : kind_(Kind::exception), node_(new detail::ExceptionNode(std::move(error))) {}

Value::Value(const std::exception& error) : Value(exc(error).value()) {}

Value::Value(const std::exception_ptr& error) : Value(exc(error).value()) {}

Value::Value(const Value& other) : Value() {
    switch (other.kind_) {
        case Kind::string:
        case Kind::bytes:
        case Kind::big_integer:
            new (&text_) std::string(other.as_text());
            kind_ = other.kind_;
            break;
        case Kind::array:
        case Kind::object:
        case Kind::exception:
            detail::Node::copy(other, *this);
            break;
        default:
            copy_scalar(other);
            break;
    }
}

Value::Value(Value&& other) noexcept : int_(0) { steal(other); }

Value& Value::operator=(const Value& other) {
    if (this != &other) {
        *this = Value(other);
    }
    return *this;
}

Value& Value::operator=(Value&& other) noexcept {
    if (this != &other) {
        // What this value held may hold `other`, which must be out of it before it is destroyed.
        Value previous(std::move(*this));
        steal(other);
    }
    return *this;
}

void Value::copy_scalar(const Value& other) noexcept {
    switch (other.kind_) {
        case Kind::boolean:
            bool_ = other.bool_;
            break;
        case Kind::uint64:
            uint_ = other.uint_;
            break;
        case Kind::float64:
            double_ = other.double_;
            break;
        default:
            int_ = other.int_;
            break;
    }
    kind_ = other.kind_;
}

void Value::steal(Value& other) noexcept {
    if (other.kind_ < Kind::string) {
        copy_scalar(other);
        return;
    }
    if (other.kind_ >= Kind::array) {
        node_ = other.node_;
    } else if (other.borrowed_) {
        view_ = other.view_;
    } else {
        new (&text_) std::string(std::move(other.text_));
        other.text_.~basic_string();
    }
    kind_ = std::exchange(other.kind_, Kind::null);
    borrowed_ = std::exchange(other.borrowed_, false);
}

void Value::release() noexcept {
    if (kind_ >= Kind::array) {
        detail::Node::destroy(node_);
    } else if (!borrowed_) {
        text_.~basic_string();
    }
    kind_ = Kind::null;
    borrowed_ = false;
}

Value Value::bytes(const void* data, std::size_t size) {
    Value value(std::string_view(static_cast<const char*>(data), size));
    value.kind_ = Kind::bytes;
    return value;
}

Value Value::integer(std::string_view digits) {
    std::optional<std::string> canonical = canonical_integer(digits);
    if (!canonical) {
        return digits;
    }
    if (const auto number = parse_whole<std::int64_t>(*canonical)) {
        return *number;
    }
    if (const auto number = parse_whole<std::uint64_t>(*canonical)) {
        return *number;
    }
    Value value(std::move(*canonical));
    value.kind_ = Kind::big_integer;
    return value;
}

std::string_view Value::as_text() const noexcept {
    if (kind_ < Kind::string || kind_ >= Kind::array) {
        return {};
    }
    return borrowed_ ? view_ : std::string_view(text_);
}

const Array& Value::as_array() const noexcept {
    return kind_ == Kind::array ? static_cast<detail::ArrayNode*>(node_)->elements : empty<Array>();
}

const Object& Value::as_object() const noexcept {
    return kind_ == Kind::object ? static_cast<detail::ObjectNode*>(node_)->members : empty<Object>();
}

const Exception& Value::as_exception() const noexcept {
    return kind_ == Kind::exception ? static_cast<detail::ExceptionNode*>(node_)->error : empty<Exception>();
}

bool Value::operator==(const Value& other) const {
    if (kind_ != other.kind_) {
        return false;
    }
    switch (kind_) {
        case Kind::null:
            return true;
        case Kind::boolean:
            return bool_ == other.bool_;
        case Kind::uint64:
            return uint_ == other.uint_;
        case Kind::float64:
            return double_ == other.double_;
        case Kind::int64:
        case Kind::timestamp:
            return int_ == other.int_;
        case Kind::string:
        case Kind::bytes:
        case Kind::big_integer:
            return as_text() == other.as_text();
        default:
            return detail::Node::equal(*this, other);
    }
}

Object::Object(std::initializer_list<Field> fields) {
    members_.reserve(fields.size());
    for (const Field& field : fields) {
        members_.push_back({std::string(field.key()), field.value()});
    }
}

Object& Object::set(Text key, Value value) & {
    members_.push_back({std::string(key.view()), std::move(value)});
    return *this;
}

const Value* Object::find(std::string_view key) const noexcept {
    for (auto member = members_.rbegin(); member != members_.rend(); ++member) {
        if (member->key == key) {
            return &member->value;
        }
    }
    return nullptr;
}

std::string key_text(const Value& key) {
    switch (key.kind()) {
        case Kind::null:
            return "null";
        case Kind::boolean:
            return key.as_bool() ? "true" : "false";
        case Kind::int64:
            return std::to_string(key.as_int64());
        case Kind::uint64:
            return std::to_string(key.as_uint64());
        case Kind::float64:
            return number_text(key.as_double());
        case Kind::string:
        case Kind::big_integer:
            return std::string(key.as_text());
        default:
            return {};
    }
}

}  // namespace agora::log
