#include "line_protocol.hpp"

#include <charconv>

namespace pricing {
namespace {

std::string decode(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned byte = 0;
        if (text[at] == '%' && at + 2 < text.size() &&
            std::from_chars(text.data() + at + 1, text.data() + at + 3, byte, 16).ptr == text.data() + at + 3) {
            decoded += static_cast<char>(byte);
            at += 2;
        } else {
            decoded += text[at];
        }
    }
    return decoded;
}

bool is_plain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

void append_encoded(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : text) {
        if (is_plain(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 0xFU];
    }
}

}  // namespace

ProtocolLine parse_line(std::string_view line) {
    ProtocolLine parsed;
    const std::size_t verb_end = line.find(' ');
    parsed.verb = line.substr(0, verb_end);
    std::size_t from = verb_end;
    while (from < line.size()) {
        const std::size_t end = line.find(' ', from + 1);
        const std::string_view pair = line.substr(from + 1, end == std::string_view::npos ? end : end - from - 1);
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos) {
            parsed.fields.insert_or_assign(std::string(pair.substr(0, equals)), decode(pair.substr(equals + 1)));
        }
        from = end;
    }
    return parsed;
}

std::string format_line(std::string_view verb, const Fields& fields) {
    std::string line(verb);
    for (const auto& [key, value] : fields) {
        line += ' ';
        line += key;
        line += '=';
        append_encoded(line, value);
    }
    line += '\n';
    return line;
}

}  // namespace pricing
