#include "escape.hpp"

#include <array>

#include "agora/log/gen/tables.hpp"
#include "digits.hpp"
#include "utf8.hpp"

namespace agora::log::detail {

namespace {

constexpr unsigned char plain = 0;
constexpr unsigned char multibyte = 1;
// Other values are the letter behind the backslash.

constexpr std::array<unsigned char, 256> make_classes() noexcept {
    std::array<unsigned char, 256> classes{};
    for (std::size_t i = 0; i < 0x20; ++i) {
        classes[i] = 'u';
    }
    classes['\b'] = 'b';
    classes['\t'] = 't';
    classes['\n'] = 'n';
    classes['\f'] = 'f';
    classes['\r'] = 'r';
    classes['"'] = '"';
    classes['\\'] = '\\';
    for (std::size_t i = 0x80; i < 0x100; ++i) {
        classes[i] = multibyte;
    }
    return classes;
}

constexpr std::array<unsigned char, 256> classes = make_classes();

unsigned char class_of(char c) noexcept { return classes[static_cast<unsigned char>(c)]; }

// The run of bytes that are written as they are. The one loop of the encoder that sees every byte: a wider scan may
// take its place.
const char* skip_plain(const char* at, const char* end) noexcept {
    while (at != end && class_of(*at) == plain) {
        ++at;
    }
    return at;
}

void append_escape(std::string& out, char c, unsigned char letter) {
    if (letter != 'u') {
        const char escape[2] = {'\\', static_cast<char>(letter)};
        out.append(escape, 2);
        return;
    }
    constexpr std::string_view hex = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(c);
    const char escape[6] = {'\\', 'u', '0', '0', hex[code >> 4], hex[code & 15]};
    out.append(escape, 6);
}

std::size_t escaped_width(unsigned char letter) noexcept { return letter == 'u' ? 6 : 2; }

// The longest run of whole code points from the begin whose escaped form has at most `budget` bytes.
std::size_t prefix_within(std::string_view text, std::size_t budget) noexcept {
    const char* at = text.data();
    const char* const end = at + text.size();
    std::size_t size = 0;
    while (at != end) {
        const unsigned char kind = class_of(*at);
        std::size_t advance = 1;
        std::size_t width = 1;
        if (kind == multibyte) {
            const Step step = next_step(at, end);
            advance = step.size;
            width = step.valid ? step.size : replacement.size();
        } else if (kind != plain) {
            width = escaped_width(kind);
        }
        if (size + width > budget) {
            break;
        }
        size += width;
        at += advance;
    }
    return static_cast<std::size_t>(at - text.data());
}

std::size_t kept_when_cut(std::string_view text, std::size_t limit) noexcept {
    constexpr std::size_t reserve = gen::limit_cut_reserve;
    return prefix_within(text, limit > reserve ? limit - reserve : 0);
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    const char* run = at;
    const auto flush = [&] { out.append(run, static_cast<std::size_t>(at - run)); };
    while ((at = skip_plain(at, end)) != end) {
        const unsigned char kind = class_of(*at);
        if (kind == multibyte) {
            const Step step = next_step(at, end);
            if (!step.valid) {
                flush();
                out.append(replacement);
                run = at + step.size;
            }
            at += step.size;
        } else {
            flush();
            append_escape(out, *at, kind);
            run = ++at;
        }
    }
    flush();
}

bool append_escaped(std::string& out, std::string_view text, std::size_t limit) {
    const std::size_t begin = out.size();
    // Escaping never makes text shorter.
    if (text.size() <= limit) {
        append_escaped(out, text);
        if (out.size() - begin <= limit) {
            return false;
        }
        out.resize(begin);
    }
    const std::size_t kept = kept_when_cut(text, limit);
    append_escaped(out, text.substr(0, kept));
    append_cut_marker(out, repaired_size(text.substr(kept)));
    return true;
}

bool cut_text(std::string_view text, std::size_t limit, std::string& cut) {
    if (prefix_within(text, limit) == text.size()) {
        return false;
    }
    const std::size_t kept = kept_when_cut(text, limit);
    cut.clear();
    append_repaired(cut, text.substr(0, kept));
    append_cut_marker(cut, repaired_size(text.substr(kept)));
    return true;
}

void append_cut_marker(std::string& out, std::size_t bytes) {
    out.append("\xE2\x80\xA6[+");
    append_digits(out, bytes);
    out.append("B]");
}

void append_quoted(std::string& out, std::string_view text) {
    out.push_back('"');
    append_escaped(out, text);
    out.push_back('"');
}

}  // namespace agora::log::detail
