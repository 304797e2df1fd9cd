#include "redact_mask.hpp"

#include <string>

#include "config_value.hpp"
#include "redact_value.hpp"

namespace agora::log::detail {

namespace {

std::string repeated(std::string_view part, std::size_t count) {
    std::string out;
    out.reserve(part.size() * count);
    for (; count > 0; --count) {
        out.append(part);
    }
    return out;
}

// Bytes of the first code points of a well-formed text.
std::size_t bytes_of_first(std::string_view text, std::size_t points) noexcept {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
        if (begins && points-- == 0) {
            break;
        }
    }
    return at;
}

std::string masked_text(std::string_view text, const RedactMask& mask) {
    const std::size_t points = code_points(text);
    if (mask.email) {
        const std::size_t at = text.rfind('@');
        if (at == std::string_view::npos || at == 0) {
            return repeated(mask.mask_char, points);
        }
        const std::string three = repeated(mask.mask_char, 3);
        return std::string(text.substr(0, bytes_of_first(text, 1))) + three + '@' + three;
    }
    const std::size_t hidden = points > mask.show_last ? points - mask.show_last : points;
    return repeated(mask.mask_char, hidden) + std::string(text.substr(bytes_of_first(text, hidden)));
}

Value masked_value(const Value& value, const RedactMask& mask) {
    switch (value.kind()) {
        case Kind::null:
        case Kind::boolean:
            return value;
        case Kind::string:
            return masked_text(repair_utf8(value.as_text()), mask);
        case Kind::int64:
        case Kind::uint64:
        case Kind::float64:
        case Kind::big_integer:
            return masked_text(key_text(value), mask);
        default:
            return hidden_text;
    }
}

}  // namespace

Value masked(const Value& value, const RedactMask& mask) noexcept {
    try {
        return masked_value(value, mask);
    } catch (...) {
        // Short enough to need no memory.
        return hidden_text;
    }
}

}  // namespace agora::log::detail
