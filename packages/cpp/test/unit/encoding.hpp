#pragma once

#include <string>
#include <string_view>

#include "agora/log/encoder.hpp"
#include "agora/log/exception.hpp"

// What most tests of the encoder need: a small record, and the part of its line that is looked at.
namespace encoding {

inline agora::log::EncoderOptions options() {
    agora::log::EncoderOptions options;
    options.service = "svc";
    return options;
}

inline std::string line_of(const agora::log::Record& record,
                           const agora::log::EncoderOptions& options = encoding::options()) {
    std::string line;
    agora::log::Encoder::create(options).value().encode(record, line);
    return line;
}

inline agora::log::Record record(agora::log::ContextView context = {}) {
    return {.message = "m", .file = "a.cpp", .line = 1, .function = "f", .context = context};
}

/// From the text on, without what ends the line.
inline std::string behind(const std::string& line, std::string_view text) {
    const std::size_t at = line.find(text);
    return at == std::string::npos ? "" : line.substr(at + text.size(), line.size() - at - text.size() - 2);
}

/// The value of `context`; empty where there is none.
inline std::string context_of(agora::log::ContextView context,
                              const agora::log::EncoderOptions& options = encoding::options()) {
    return behind(line_of(record(context), options), "\"context\":");
}

/// The value of `exception` for an error that is the argument of the call, and `context` before it.
inline std::string error_line(const agora::log::Value& error,
                              const agora::log::EncoderOptions& options = encoding::options()) {
    agora::log::Record with_error = record();
    with_error.error = &error;
    return behind(line_of(with_error, options), "\"function\":\"f\",");
}

}  // namespace encoding
