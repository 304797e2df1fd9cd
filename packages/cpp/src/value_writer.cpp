#include "value_writer.hpp"

#include <cmath>
#include <utility>

#include "agora/log/digest.hpp"
#include "agora/log/number.hpp"
#include "digits.hpp"
#include "escape.hpp"
#include "redact_mask.hpp"
#include "redact_text.hpp"
#include "time.hpp"

namespace agora::log::detail {

namespace {

template <class T>
void append_maybe_quoted(std::string& out, T number, bool bare) {
    if (!bare) {
        out.push_back('"');
    }
    append_digits(out, number);
    if (!bare) {
        out.push_back('"');
    }
}

void append_double(std::string& out, double number) {
    char text[number_text_size];
    const char* const end = write_number(text, number);
    const bool bare = std::isfinite(number);
    out.append(bare ? "" : "\"").append(text, static_cast<std::size_t>(end - text)).append(bare ? "" : "\"");
}

// Writes the separators of a container's contents.
class Separator {
public:
    explicit Separator(std::string& out) noexcept : out_(out) {}
    void next() {
        if (std::exchange(begun_, true)) {
            out_.push_back(',');
        }
    }

private:
    std::string& out_;
    bool begun_ = false;
};

}  // namespace

void append_integer(std::string& out, std::int64_t number) {
    append_maybe_quoted(out, number, number <= gen::limit_safe_integer && number >= -gen::limit_safe_integer);
}

bool ValueWriter::take_cut() noexcept { return std::exchange(cut_, false); }

bool ValueWriter::open(std::size_t depth) {
    if (depth > static_cast<std::size_t>(gen::limit_depth)) {
        out_.append("\"[depth]\"");
        return false;
    }
    return true;
}

void ValueWriter::write_text(std::string_view text, std::size_t limit) {
    out_.push_back('"');
    cut_ |= append_escaped(out_, text, limit);
    out_.push_back('"');
}

void ValueWriter::write_shown(std::string_view text, std::size_t limit) {
    std::string clean;
    out_.push_back('"');
    cut_ |= append_shown(out_, text, limit, redactor_, clean).is_cut;
    out_.push_back('"');
}

void ValueWriter::write_bytes(std::string_view bytes) {
    constexpr std::size_t limit = gen::limit_binary_bytes;
    constexpr std::size_t kept = gen::limit_binary_bytes_kept;
    out_.push_back('"');
    if (bytes.size() <= limit) {
        out_.append(to_base64(bytes));
    } else {
        out_.append(to_base64(bytes.substr(0, kept)));
        append_cut_marker(out_, bytes.size() - kept);
        cut_ = true;
    }
    out_.push_back('"');
}

void ValueWriter::write_scalar(const Value& value) {
    switch (value.kind()) {
        case Kind::boolean:
            out_.append(value.as_bool() ? "true" : "false");
            break;
        case Kind::int64:
            append_integer(out_, value.as_int64());
            break;
        case Kind::uint64:
            append_maybe_quoted(out_, value.as_uint64(),
                                value.as_uint64() <= static_cast<std::uint64_t>(gen::limit_safe_integer));
            break;
        case Kind::float64:
            append_double(out_, value.as_double());
            break;
        case Kind::timestamp:
            out_.push_back('"');
            append_timestamp(out_, value.as_timestamp());
            out_.push_back('"');
            break;
        case Kind::string:
            write_shown(value.as_text(), gen::limit_string_bytes);
            break;
        case Kind::big_integer:
            write_text(value.as_text(), gen::limit_string_bytes);
            break;
        case Kind::bytes:
            write_bytes(value.as_text());
            break;
        default:
            out_.append("null");
            break;
    }
}

void ValueWriter::write_value(const Value& value, std::size_t depth) {
    if (value.kind() < Kind::array) {
        write_scalar(value);
    } else if (open(depth + 1)) {
        if (value.kind() == Kind::array) {
            write_array(value.as_array(), depth + 1);
        } else if (value.kind() == Kind::object) {
            write_object(value.as_object(), depth + 1);
        } else {
            write_error(value.as_exception(), depth + 1, {});
        }
    }
}

void ValueWriter::write_member(const Slot& slot, std::size_t depth) {
    cut_ |= slot.key.data() != slot.whole_key.data();
    append_quoted(out_, slot.key);
    out_.push_back(':');
    const Verdict verdict = redactor_.verdict(slot.whole_key);
    if (verdict.hides) {
        append_quoted(out_, hidden_text);
    } else if (verdict.mask != nullptr) {
        write_scalar(masked(*slot.value, *verdict.mask));
    } else {
        write_value(*slot.value, depth);
    }
}

void ValueWriter::write_object(const Object& object, std::size_t depth) {
    MemberList members;
    members.add_all(object);
    members.keep_last();
    members.cut_and_sort();
    std::size_t written = 0;
    Separator separator(out_);
    out_.push_back('{');
    for (const Slot& slot : members) {
        if (!spend()) {
            break;
        }
        separator.next();
        write_member(slot, depth);
        ++written;
    }
    out_.push_back('}');
    dropped_ += members.total() - written;
}

void ValueWriter::write_array(const Array& array, std::size_t depth) {
    constexpr std::size_t limit = gen::limit_elements;
    std::size_t written = 0;
    Separator separator(out_);
    out_.push_back('[');
    while (written < array.size() && written < limit && spend()) {
        separator.next();
        write_value(array[written], depth);
        ++written;
    }
    out_.push_back(']');
    dropped_ += array.size() - written;
}

void ValueWriter::write_error_value(const Value& value, std::size_t depth, ErrorPlace place) {
    if (!open(depth)) {
        return;
    }
    if (value.kind() == Kind::exception) {
        write_error(value.as_exception(), depth, place);
    } else {
        write_error(as_error(value, redactor_, nesting_), depth, place);
    }
}

void ValueWriter::write_errors(const Array& errors, std::size_t depth) {
    if (!open(depth)) {
        return;
    }
    std::size_t written = 0;
    Separator separator(out_);
    out_.push_back('[');
    for (const Value& error : errors) {
        if (error.is_null()) {
            continue;
        }
        if (written == static_cast<std::size_t>(gen::limit_errors) || !spend()) {
            break;
        }
        separator.next();
        write_error_value(error, depth + 1, ErrorPlace::element());
        ++written;
    }
    out_.push_back(']');
    dropped_ += count_errors(errors) - written;
}

void ValueWriter::write_error(const Exception& error, std::size_t depth, ErrorPlace place) {
    const bool has_cause = !error.cause.is_null();
    const bool has_errors = count_errors(error.errors) > 0;
    dropped_ += has_cause && !place.takes_cause() ? 1 : 0;
    dropped_ += has_errors && !place.may_have_errors ? 1 : 0;
    Separator separator(out_);
    const auto member = [&](bool present, std::string_view name, auto&& write) {
        if (!present) {
            return;
        }
        if (!spend()) {
            ++dropped_;
            return;
        }
        separator.next();
        out_.append(name);
        write();
    };
    out_.push_back('{');
    member(has_cause && place.takes_cause(),
           "\"cause\":", [&] { write_error_value(error.cause, depth + 1, place.cause()); });
    member(has_errors && place.may_have_errors, "\"errors\":", [&] { write_errors(error.errors, depth + 1); });
    member(true, "\"message\":", [&] { write_shown(error.message, gen::limit_string_bytes); });
    member(!error.properties.empty(), "\"properties\":", [&] {
        if (open(depth + 1)) {
            write_object(error.properties, depth + 1);
        }
    });
    member(!error.stacktrace.empty(),
           "\"stacktrace\":", [&] { write_shown(error.stacktrace, gen::limit_stacktrace_bytes); });
    member(true, "\"type\":", [&] {
        write_text(error.type.empty() ? "Error" : std::string_view(error.type), gen::limit_text_bytes);
    });
    out_.push_back('}');
}

Exception as_error(const Value& value, const Redactor& redactor, std::size_t nesting) {
    Exception error;
    switch (value.kind()) {
        case Kind::string:
            error.type = "string";
            error.message = value.as_text();
            return error;
        case Kind::boolean:
            error.type = "boolean";
            error.message = key_text(value);
            return error;
        case Kind::int64:
        case Kind::uint64:
        case Kind::float64:
        case Kind::big_integer:
            error.type = "number";
            error.message = key_text(value);
            return error;
        default:
            error.type = value.kind() == Kind::array ? "array" : "object";
            if (nesting < static_cast<std::size_t>(gen::limit_depth)) {
                ValueWriter(error.message, redactor, nesting + 1).write_value(value, 0);
            } else {
                error.message = "[depth]";
            }
            return error;
    }
}

std::size_t count_errors(const Array& errors) noexcept {
    std::size_t count = 0;
    for (const Value& error : errors) {
        count += error.is_null() ? 0 : 1;
    }
    return count;
}

}  // namespace agora::log::detail
