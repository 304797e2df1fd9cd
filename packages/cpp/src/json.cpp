#include "agora/log/json.hpp"

#include "agora/log/gen/tables.hpp"
#include "json_text.hpp"
#include "redact.hpp"
#include "value_writer.hpp"

namespace agora::log {

namespace {

// An array or object that is not closed yet.
struct Frame {
    bool is_object;
    Array elements;
    Object members;
    std::string key;

    void add(Value value) {
        if (is_object) {
            members.set(key, std::move(value));
        } else {
            elements.push_back(std::move(value));
        }
    }
    Value take() { return is_object ? Value(std::move(members)) : Value(std::move(elements)); }
};

class Reader {
public:
    Reader(std::string_view text, Integers integers) noexcept : text_(text), integers_(integers) {}

    Result<Value> read() {
        Value value;
        do {
            if (!read_value(value)) {
                return refusal();
            }
        } while (!open_.empty());
        skip_blanks();
        if (at_ != text_.size()) {
            expected("the end of the text");
            return refusal();
        }
        return value;
    }

private:
    // Reads up to where the next value begins, or to the end of the whole, which `value` then is.
    bool read_value(Value& value) {
        skip_blanks();
        const bool object = take('{');
        if (!object && !take('[')) {
            return read_scalar(value) && place(value);
        }
        open_.push_back({object, {}, {}, {}});
        skip_blanks();
        if (peek() == (object ? '}' : ']')) {
            ++at_;
            value = close();
            return place(value);
        }
        return !object || read_key();
    }

    // Puts a complete value into its container, which may be complete with it.
    bool place(Value& value) {
        while (!open_.empty()) {
            open_.back().add(std::move(value));
            skip_blanks();
            if (take(',')) {
                skip_blanks();
                return !open_.back().is_object || read_key();
            }
            if (!take(open_.back().is_object ? '}' : ']')) {
                return expected("`,` or the end of the container");
            }
            value = close();
        }
        return true;
    }

    Value close() {
        Value container = open_.back().take();
        open_.pop_back();
        return container;
    }

    bool read_key() {
        if (peek() != '"' || !read_string(open_.back().key)) {
            return expected("a key in quotes");
        }
        skip_blanks();
        return take(':') || expected("`:`");
    }

    bool read_string(std::string& out) {
        out.clear();
        const std::size_t length = detail::read_json_string(text_.substr(at_), out);
        at_ += length;
        return length > 0;
    }

    bool read_scalar(Value& value) {
        if (peek() == '"') {
            std::string text;
            if (!read_string(text)) {
                return expected("a string of well-formed UTF-8 without control characters, with its closing quote");
            }
            value = Value(std::move(text));
            return true;
        }
        const std::size_t length = detail::json_number_length(text_.substr(at_));
        if (length > 0) {
            return read_number(text_.substr(at_, length), value);
        }
        return read_word("true", true, value) || read_word("false", false, value) ||
               read_word("null", nullptr, value) || expected("a value");
    }

    bool read_number(std::string_view digits, Value& value) {
        if (is_exact_integer(digits)) {
            value = Value::integer(digits);
        } else if (double number = 0; detail::parse_json_number(digits, number)) {
            value = number;
        } else {
            return expected("a number that a double can hold");
        }
        at_ += digits.size();
        return true;
    }

    [[nodiscard]] bool is_exact_integer(std::string_view digits) const {
        if (digits.find_first_of(".eE") != std::string_view::npos || digits == "-0") {
            return false;
        }
        const Value integer = Value::integer(digits);
        return integers_ == Integers::exact ||
               (integer.kind() == Kind::int64 && integer.as_int64() <= gen::limit_safe_integer &&
                integer.as_int64() >= -gen::limit_safe_integer);
    }

    bool read_word(std::string_view word, Value meaning, Value& value) {
        if (!text_.substr(at_).starts_with(word)) {
            return false;
        }
        at_ += word.size();
        value = std::move(meaning);
        return true;
    }

    [[nodiscard]] char peek() const noexcept { return at_ < text_.size() ? text_[at_] : '\0'; }

    bool take(char c) noexcept {
        if (at_ < text_.size() && text_[at_] == c) {
            ++at_;
            return true;
        }
        return false;
    }

    void skip_blanks() noexcept {
        while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
            ++at_;
        }
    }

    bool expected(std::string_view what) {
        if (expected_.empty()) {
            expected_ = what;
        }
        return false;
    }

    [[nodiscard]] Error refusal() const {
        return {"AGORA_JSON", "[AGORA_JSON] byte " + std::to_string(at_) + ": expected " + std::string(expected_), {}};
    }

    std::string_view text_;
    Integers integers_;
    std::size_t at_ = 0;
    std::vector<Frame> open_;
    std::string_view expected_;
};

}  // namespace

Result<Value> parse_json(std::string_view text, Integers integers) { return Reader(text, integers).read(); }

std::string to_json(const Value& value) {
    static const detail::Redactor& nothing = *new detail::Redactor({false, {}, true});
    std::string text;
    detail::ValueWriter(text, nothing).write_value(value, 0);
    return text;
}

}  // namespace agora::log
