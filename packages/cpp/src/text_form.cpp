#include <array>
#include <cstdint>

#include "agora/log/gen/tables.hpp"
#include "agora/log/handlers/console.hpp"
#include "agora/log/json.hpp"
#include "agora/log/value.hpp"
#include "utf8.hpp"

namespace agora::log {

namespace {

constexpr std::string_view indent = "    ";
constexpr std::size_t level_width = 8;
constexpr std::string_view reset = "\x1b[0m";

std::string_view color_of(std::string_view level) noexcept {
    if (level == "DEBUG") {
        return "\x1b[2m";
    }
    if (level == "WARNING") {
        return "\x1b[33m";
    }
    if (level == "ERROR") {
        return "\x1b[31m";
    }
    return level == "CRITICAL" ? "\x1b[1;31m" : "\x1b[32m";
}

// Characters that move the cursor, or that make text look like other text: C0, DEL, C1 and the bidi controls.
bool is_unsafe(char32_t c) noexcept {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

char32_t decode(std::string_view step) noexcept {
    const auto byte = [step](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(step[i])); };
    switch (step.size()) {
        case 1:
            return byte(0);
        case 2:
            return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
        case 3:
            return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
        default:
            return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    }
}

void append_unicode_escape(std::string& out, char32_t c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
        out.push_back("0123456789abcdef"[c >> shift & 15]);
    }
}

// Text in which nothing can leave its line.
void append_safe(std::string& out, std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const std::size_t size = static_cast<unsigned char>(*at) < 0x80 ? 1 : detail::next_step(at, end).size;
        const std::string_view step(at, size);
        if (const char32_t c = decode(step); is_unsafe(c)) {
            append_unicode_escape(out, c);
        } else {
            out.append(step);
        }
        at += size;
    }
}

void append_value(std::string& out, const Value& value) {
    if (value.kind() != Kind::string) {
        append_safe(out, to_json(value));
        return;
    }
    const std::string_view text = value.as_text();
    const bool bare = !text.empty() && text.find_first_of(" =\"") == std::string_view::npos;
    if (bare) {
        append_safe(out, text);
        return;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            quoted.push_back('\\');
        }
        quoted.push_back(c);
    }
    append_safe(out, quoted + '"');
}

void append_pair(std::string& out, std::string_view key, const Value& value) {
    out.push_back(' ');
    append_safe(out, key);
    out.push_back('=');
    append_value(out, value);
}

std::string_view text_at(const Object& object, std::string_view key) noexcept {
    const Value* const value = object.find(key);
    return value == nullptr ? std::string_view() : value->as_text();
}

void append_lines(std::string& out, std::string_view text) {
    for (;;) {
        const std::size_t end = text.find('\n');
        out.append(indent);
        append_safe(out, text.substr(0, end));
        out.push_back('\n');
        if (end == std::string_view::npos) {
            return;
        }
        text.remove_prefix(end + 1);
    }
}

// Lines below the entry: the stack, or type and message where there is none, then the causes and errors. Entries come
// from anywhere, so that their depth is not trusted.
void append_exception(std::string& out, const Value* value, std::string_view label, int depth = 0) {
    if (value == nullptr || depth > gen::limit_chain) {
        return;
    }
    const Object& error = value->as_object();
    const std::string_view stack = text_at(error, "stacktrace");
    std::string told(label);
    if (stack.empty()) {
        told.append(text_at(error, "type")).append(": ").append(text_at(error, "message"));
    } else {
        told.append(stack);
    }
    append_lines(out, told);
    append_exception(out, error.find("cause"), "caused by ", depth + 1);
    if (const Value* const errors = error.find("errors")) {
        for (const Value& one : errors->as_array()) {
            append_exception(out, &one, "with ", depth + 1);
        }
    }
}

void append_head(std::string& out, const Object& entry, bool colors) {
    const std::string_view timestamp = text_at(entry, "timestamp");
    const std::string_view level = text_at(entry, "level");
    append_safe(out, timestamp.substr(0, 10));
    out.push_back(' ');
    append_safe(out, timestamp.size() > 11 ? timestamp.substr(11, 12) : std::string_view());
    out.push_back(' ');
    out.append(colors ? color_of(level) : "");
    append_safe(out, level);
    out.append(level.size() < level_width ? level_width - level.size() : 0, ' ').append(colors ? reset : "");
    out.push_back(' ');
    append_safe(out, text_at(entry, "service"));
    if (const std::string_view name = text_at(entry, "logger_name"); !name.empty()) {
        out.append(" [");
        append_safe(out, name);
        out.push_back(']');
    }
    out.push_back(' ');
    append_safe(out, text_at(entry, "message"));
}

void append_pairs(std::string& out, const Object& entry) {
    out.push_back(' ');
    const std::size_t begin = out.size();
    for (const std::string_view key : gen::reserved_keys) {
        if (const Value* const value = entry.find(key)) {
            append_pair(out, key, *value);
        }
    }
    if (const Value* const context = entry.find("context")) {
        for (const Member& member : context->as_object()) {
            append_pair(out, member.key, member.value);
        }
    }
    if (out.size() == begin) {
        out.pop_back();
    }
}

}  // namespace

std::string text_form(std::string_view line, bool colors) {
    const Result<Value> parsed = parse_json(line, Integers::as_in_entries);
    std::string out;
    if (!parsed || parsed.value().kind() != Kind::object) {
        append_safe(out, line.ends_with('\n') ? line.substr(0, line.size() - 1) : line);
        return out + '\n';
    }
    const Object& entry = parsed.value().as_object();
    append_head(out, entry, colors);
    append_pairs(out, entry);
    out.append("  ");
    append_safe(out, text_at(entry, "file"));
    if (const Value* const number = entry.find("line")) {
        out.append(":").append(key_text(*number));
    }
    out.push_back(' ');
    append_safe(out, text_at(entry, "function"));
    out.push_back('\n');
    append_exception(out, entry.find("exception"), "");
    return out;
}

}  // namespace agora::log
