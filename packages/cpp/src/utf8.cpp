#include "utf8.hpp"

#include "agora/log/text.hpp"

namespace agora::log {

namespace detail {

namespace {

constexpr bool continuation(unsigned char byte) noexcept { return (byte & 0xC0) == 0x80; }

struct Lead {
    std::size_t size;
    unsigned char lowest_second;
    unsigned char highest_second;
};

// Table 3-7 of the Unicode Standard.
constexpr Lead lead_of(unsigned char byte) noexcept {
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {2, 0x80, 0xBF};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
    }
    return {0, 0, 0};
}

template <class OnRun, class OnInvalid>
void walk(std::string_view text, OnRun&& on_run, OnInvalid&& on_invalid) {
    const char* at = text.data();
    const char* const end = at + text.size();
    const char* run = at;
    while (at != end) {
        if (static_cast<unsigned char>(*at) < 0x80) {
            ++at;
            continue;
        }
        const Step step = next_step(at, end);
        if (!step.valid) {
            on_run(std::string_view(run, static_cast<std::size_t>(at - run)));
            on_invalid();
            run = at + step.size;
        }
        at += step.size;
    }
    on_run(std::string_view(run, static_cast<std::size_t>(end - run)));
}

}  // namespace

Step next_step(const char* at, const char* end) noexcept {
    const auto byte = [at](std::size_t i) { return static_cast<unsigned char>(at[i]); };
    const auto available = static_cast<std::size_t>(end - at);
    const Lead lead = lead_of(byte(0));
    if (lead.size == 0 || available < 2 || byte(1) < lead.lowest_second || byte(1) > lead.highest_second) {
        return {1, false};
    }
    for (std::size_t i = 2; i < lead.size; ++i) {
        if (i >= available || !continuation(byte(i))) {
            return {i, false};
        }
    }
    return {lead.size, true};
}

std::size_t repaired_size(std::string_view text) noexcept {
    std::size_t size = 0;
    walk(text, [&size](std::string_view run) { size += run.size(); }, [&size] { size += replacement.size(); });
    return size;
}

bool is_valid_utf8(std::string_view text) noexcept {
    bool valid = true;
    walk(text, [](std::string_view) {}, [&valid] { valid = false; });
    return valid;
}

void append_repaired(std::string& out, std::string_view text) {
    walk(text, [&out](std::string_view run) { out.append(run); }, [&out] { out.append(replacement); });
}

char32_t take_code_point(std::string_view text, std::size_t& at) noexcept {
    const auto lead = static_cast<unsigned char>(text[at++]);
    if (lead < 0x80) {
        return lead;
    }
    // The leading bits of a lead byte say how many bytes follow; behind them is the begin of the number.
    const int following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t point = lead & (0x3Fu >> following);
    for (int i = 0; i < following; ++i) {
        point = point << 6 | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
    }
    return point;
}

void append_code_point(std::string& out, char32_t code_point) {
    const auto tail = [&out, code_point](int shift) {
        out.push_back(static_cast<char>(0x80 | ((code_point >> shift) & 0x3F)));
    };
    if (code_point < 0x80) {
        out.push_back(static_cast<char>(code_point));
    } else if (code_point < 0x800) {
        out.push_back(static_cast<char>(0xC0 | (code_point >> 6)));
        tail(0);
    } else if (code_point < 0x10000) {
        out.push_back(static_cast<char>(0xE0 | (code_point >> 12)));
        tail(6);
        tail(0);
    } else {
        out.push_back(static_cast<char>(0xF0 | (code_point >> 18)));
        tail(12);
        tail(6);
        tail(0);
    }
}

}  // namespace detail

std::string from_utf16(std::u16string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t unit = text[i];
        const bool high = unit >= 0xD800 && unit <= 0xDBFF;
        if (high && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] <= 0xDFFF) {
            detail::append_code_point(out, 0x10000 + ((unit - 0xD800) << 10) + (text[++i] - 0xDC00u));
        } else {
            detail::append_code_point(out, unit >= 0xD800 && unit <= 0xDFFF ? 0xFFFD : unit);
        }
    }
    return out;
}

std::string repair_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    detail::append_repaired(out, text);
    return out;
}

}  // namespace agora::log
