#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "agora/log/encoder.hpp"
#include "agora/log/exception.hpp"
#include "layers.hpp"
#include "redact.hpp"
#include "redact_text.hpp"
#include "small_vector.hpp"
#include "source_file.hpp"
#include "span.hpp"

namespace agora::log::detail {

/// What an Encoder prepares once.
struct EncodingPlan {
    explicit EncodingPlan(EncoderOptions settings);
    // The redactor points to the masks of the options.
    EncodingPlan(const EncodingPlan&) = delete;
    EncodingPlan& operator=(const EncodingPlan&) = delete;

    EncoderOptions options;
    Redactor redactor;
    SourceRoot source_root;
    /// `,"service":"…","file":"`
    std::string before_file;
    /// `,"environment":"…","version":"…","host":"…"`, as far as they are set.
    std::string after_function;
};

/// A member of `context` as it stands in the line, and what is lost inside it.
struct ContextPart {
    Span text;
    std::uint64_t dropped;
    bool cut;
};

/// The parts of `exception`; each of a member includes the comma before it.
struct ExceptionParts {
    Span whole;
    Span message_text;
    Span stacktrace;
    Span stacktrace_text;
    Span properties;
    Span cause;
    Span errors;
};

/// Texts of the entry in which something was cut.
struct Losses {
    bool exception = false;
    bool file = false;
    bool function = false;
    bool logger_name = false;
    bool message = false;
    bool user_id = false;
};

/// The entry before limits of the whole apply: a line in which nothing is missing, where its parts stand, and what was
/// lost in them.
struct Draft {
    explicit Draft(std::string& empty_line) noexcept : line(empty_line) {}

    std::string& line;
    SourceText message;
    SourceText error_message;
    SourceText stacktrace;
    const Exception* error = nullptr;
    /// Holds what `error` points to where a value had to be made into an error.
    Exception made_error;

    Span message_text;
    /// Where `context`, `exception` or the end of the entry begins.
    std::size_t head_end = 0;
    SmallVector<ContextPart, 32> context;
    /// Place of `_agora` among the members of `context`.
    std::size_t own_place = 0;
    std::uint64_t dropped_at_top = 0;
    ExceptionParts exception;
    Losses losses;
};

/// Writes everything that the record has.
void write_draft(const EncodingPlan& plan, const Record& record, Draft& draft);

/// Writes the record without context and exception, which needs little memory.
void write_bare_draft(const EncodingPlan& plan, const Record& record, Draft& draft);

/// Appends `,"exception":{…}` of the draft's error.
void write_exception(const Redactor& redactor, Draft& draft);

/// Makes the line fit and says in `context._agora` what is missing.
void settle(Draft& draft, std::size_t limit);

}  // namespace agora::log::detail
