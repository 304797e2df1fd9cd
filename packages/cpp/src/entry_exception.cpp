#include "agora/log/gen/tables.hpp"
#include "entry.hpp"
#include "escape.hpp"
#include "value_writer.hpp"

namespace agora::log::detail {

namespace {

// Writes `exception`: its members in the order of the wire, while properties are written like those of a context.
class ExceptionWriter {
public:
    ExceptionWriter(const Redactor& redactor, Draft& draft) noexcept
        : redactor_(redactor), draft_(draft), out_(draft.line), properties_(out_, redactor) {}

    void write_first(const Exception& error) {
        draft_.exception.whole.begin = out_.size();
        out_.append(",\"exception\":");
        write(error, ErrorPlace(), true);
        draft_.exception.whole.end = out_.size();
    }

    [[nodiscard]] bool lost() noexcept { return lost_ || properties_.dropped() > 0 || properties_.take_cut(); }

private:
    Span write_text(SourceText& source, std::size_t limit) {
        const std::size_t begin = out_.size();
        lost_ |= append_source(out_, source, limit, redactor_);
        const Span span{begin, out_.size()};
        out_.push_back('"');
        return span;
    }

    template <class Write>
    Span part(bool present, Write&& write) {
        const std::size_t begin = out_.size();
        if (present) {
            write();
        }
        return {begin, out_.size()};
    }

    void write(const Exception& error, ErrorPlace place, bool first) {
        SourceText own_message;
        SourceText own_stacktrace;
        SourceText& error_message = first ? draft_.error_message : own_message;
        SourceText& error_stacktrace = first ? draft_.stacktrace : own_stacktrace;
        error_message.text = error.message;
        error_stacktrace.text = error.stacktrace;
        out_.append("{\"type\":\"");
        lost_ |=
            append_escaped(out_, error.type.empty() ? "Error" : std::string_view(error.type), gen::limit_text_bytes);
        out_.append("\",\"message\":\"");
        const Span message = write_text(error_message, gen::limit_string_bytes);
        Span stacktrace_text;
        const Span stacktrace = part(!error.stacktrace.empty(), [&] {
            out_.append(",\"stacktrace\":\"");
            stacktrace_text = write_text(error_stacktrace, gen::limit_stacktrace_bytes);
        });
        const Span properties = part(!error.properties.empty(), [&] {
            out_.append(",\"properties\":");
            properties_.write_object(error.properties, 1);
        });
        const Span cause = part(allowed(!error.cause.is_null(), place.takes_cause()), [&] {
            out_.append(",\"cause\":");
            write_value(error.cause, place.cause());
        });
        const Span errors =
            part(allowed(count_errors(error.errors) > 0, place.may_have_errors), [&] { write_errors(error.errors); });
        out_.push_back('}');
        if (first) {
            draft_.exception = {
                draft_.exception.whole, message, stacktrace, stacktrace_text, properties, cause, errors};
        }
    }

    bool allowed(bool present, bool permitted) noexcept {
        lost_ |= present && !permitted;
        return present && permitted;
    }

    void write_value(const Value& value, ErrorPlace place) {
        if (value.kind() == Kind::exception) {
            write(value.as_exception(), place, false);
        } else {
            write(as_error(value, redactor_), place, false);
        }
    }

    void write_errors(const Array& errors) {
        out_.append(",\"errors\":[");
        std::size_t written = 0;
        for (const Value& error : errors) {
            if (error.is_null()) {
                continue;
            }
            if (written == static_cast<std::size_t>(gen::limit_errors)) {
                lost_ = true;
                break;
            }
            out_.append(written++ == 0 ? "" : ",");
            write_value(error, ErrorPlace::element());
        }
        out_.push_back(']');
    }

    const Redactor& redactor_;
    Draft& draft_;
    std::string& out_;
    ValueWriter properties_;
    bool lost_ = false;
};

}  // namespace

void write_exception(const Redactor& redactor, Draft& draft) {
    if (draft.error != nullptr) {
        ExceptionWriter writer(redactor, draft);
        writer.write_first(*draft.error);
        draft.losses.exception = writer.lost();
    }
}

}  // namespace agora::log::detail
