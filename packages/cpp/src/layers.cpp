#include "layers.hpp"

#include <algorithm>
#include <cmath>

#include "ascii.hpp"

namespace agora::log::detail {

namespace {

constexpr double safe_integer = static_cast<double>(gen::limit_safe_integer);

constexpr std::array<std::string_view, gen::reserved_keys.size()> invalid_names{
    "invalid_correlation_id", "invalid_user_id", "invalid_trace_id", "invalid_span_id", "invalid_duration_ms"};

bool is_uuid(std::string_view text) noexcept {
    if (text.size() != 36) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? text[i] != '-' : !is_hex(text[i])) {
            return false;
        }
    }
    return true;
}

bool is_trace_context_id(std::string_view text, std::size_t size) noexcept {
    return text.size() == size && std::ranges::all_of(text, is_hex) &&
           text.find_first_not_of('0') != std::string_view::npos;
}

bool fits_user_id(const Value& value) noexcept {
    switch (value.kind()) {
        case Kind::string:
        case Kind::int64:
        case Kind::uint64:
        case Kind::big_integer:
            return true;
        case Kind::float64: {
            const double number = value.as_double();
            return std::trunc(number) == number && std::fabs(number) <= safe_integer;
        }
        default:
            return false;
    }
}

bool fits_duration(const Value& value) noexcept {
    switch (value.kind()) {
        case Kind::int64:
            return value.as_int64() >= 0 && value.as_int64() <= gen::limit_safe_integer;
        case Kind::uint64:
            return value.as_uint64() <= static_cast<std::uint64_t>(gen::limit_safe_integer);
        case Kind::float64:
            return std::isfinite(value.as_double()) && value.as_double() >= 0;
        default:
            return false;
    }
}

bool fits(std::size_t key, const Value& value) noexcept {
    const bool text = value.kind() == Kind::string;
    switch (key) {
        case correlation_id:
            return text && is_uuid(value.as_text());
        case user_id:
            return fits_user_id(value);
        case trace_id:
            return text && is_trace_context_id(value.as_text(), 32);
        case span_id:
            return text && is_trace_context_id(value.as_text(), 16);
        default:
            return fits_duration(value);
    }
}

bool vanishes(std::size_t key, const Value& value) noexcept {
    return value.is_null() || (key == user_id && value.kind() == Kind::string && value.as_text().empty());
}

}  // namespace

void add_layer(const ContextView& layer, MemberList& members, Lifted& lifted) {
    constexpr std::size_t limit = gen::limit_members_seen;
    layer.for_each(limit, [&](std::string_view raw_key, const Value& value) {
        const std::string_view key = members.repaired(raw_key);
        const auto* const reserved = std::ranges::find(gen::reserved_keys, key);
        if (reserved == gen::reserved_keys.end()) {
            members.add(key == "_agora" ? std::string_view("_agora_") : key, value);
            return;
        }
        const auto index = static_cast<std::size_t>(reserved - gen::reserved_keys.begin());
        if (vanishes(index, value)) {
            return;
        }
        if (fits(index, value)) {
            lifted[index] = &value;
        } else {
            members.add(invalid_names[index], value);
        }
    });
    if (layer.size() > limit) {
        members.count_unseen(layer.size() - limit);
    }
}

}  // namespace agora::log::detail
