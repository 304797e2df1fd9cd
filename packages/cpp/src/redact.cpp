#include "redact.hpp"

#include <algorithm>

#include "ascii.hpp"
#include "byte_set.hpp"
#include "redact_patterns.hpp"
#include "replace_all.hpp"

namespace agora::log::detail {

namespace {

constexpr std::size_t on_by_default = 6;
constexpr int most_rounds = 8;

constexpr std::uint8_t no_sign = 0;
// The byte alone makes a text suspect.
constexpr std::uint8_t sure_sign = 1;
// What stands around the byte decides.
constexpr std::uint8_t possible_sign = 2;

// Whether a byte that stands in the default patterns is a part of what they look for.
bool is_sign(std::string_view text, std::size_t at) noexcept {
    const auto ends_with = [text, at](std::string_view word) {
        return at + 1 >= word.size() && equal_ignoring_case(text.substr(at + 1 - word.size(), word.size()), word);
    };
    switch (text[at]) {
        case '-':
            return text.substr(at).starts_with("-----BEGIN ");
        case 'J':
            return ends_with("eyJ");
        default:
            return blank_bytes.at(text, at + 1) && (ends_with("basic") || ends_with("bearer"));
    }
}

// What a cut leaves at the end of a text.
std::string_view cut_marker_of(std::string_view text) noexcept {
    constexpr std::string_view begin = "\xE2\x80\xA6[+";
    constexpr std::string_view end = "B]";
    constexpr std::size_t most_digits = 15;
    if (!text.ends_with(end)) {
        return {};
    }
    std::size_t digits = text.size() - end.size();
    while (digits > 0 && is_digit(text[digits - 1])) {
        --digits;
    }
    const std::size_t count = text.size() - end.size() - digits;
    const bool is_marker = count > 0 && count <= most_digits && text.substr(0, digits).ends_with(begin);
    return is_marker ? text.substr(digits - begin.size()) : std::string_view();
}

}  // namespace

Redactor::Redactor(const RedactOptions& options) : names_(options), enabled_(options.enabled) {
    if (!enabled_) {
        return;
    }
    std::fill_n(on_.begin(), on_by_default, true);
    for (const auto& [name, rule] : options.patterns) {
        if (const bool* const on = std::get_if<bool>(&rule)) {
            const auto* const found = std::ranges::find(built_in_patterns, name);
            on_[static_cast<std::size_t>(found - built_in_patterns.begin())] = *on;
        } else {
            const auto& own = std::get<RedactPattern>(rule);
            own_.push_back(
                {Pattern(std::get<PatternNode>(parse_pattern(own.pattern, own.ignore_case))), own.replacement});
        }
    }
    expect_signs();
}

void Redactor::expect_signs() noexcept {
    const auto expect = [this](std::uint8_t sign, std::string_view bytes) {
        for (const char c : bytes) {
            std::uint8_t& known = signs_[static_cast<unsigned char>(c)];
            known = known == sure_sign ? known : sign;
        }
    };
    constexpr std::string_view digits = "0123456789";
    constexpr std::array<std::string_view, built_in_patterns.size()> sure{"",  ":",    ":=", "",     "",    "",
                                                                          "A", digits, "@",  digits, digits};
    constexpr std::array<std::string_view, built_in_patterns.size()> possible{"-", "", "", "Cc", "Rr", "J",
                                                                              "",  "", "", "",   ""};
    for (std::size_t i = 0; i < on_.size(); ++i) {
        if (on_[i]) {
            expect(sure_sign, sure[i]);
            expect(possible_sign, possible[i]);
        }
    }
}

Verdict Redactor::verdict(std::string_view key) const noexcept {
    try {
        return enabled_ ? names_.verdict(key) : Verdict();
    } catch (...) {
        return {true, nullptr};
    }
}

bool Redactor::suspects(std::string_view text) const noexcept {
    if (!own_.empty()) {
        return true;
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::uint8_t sign = signs_[static_cast<unsigned char>(text[at])];
        if (sign != no_sign && (sign == sure_sign || is_sign(text, at))) {
            return true;
        }
    }
    return false;
}

bool Redactor::hide(BuiltIn pattern, std::string_view text, std::string& out) const {
    const auto with = [&](auto&& find) { return replace_all(text, hidden_text, out, find); };
    switch (pattern) {
        case BuiltIn::private_key:
            return with(find_private_key);
        case BuiltIn::url_credentials:
            return with(find_url_credentials);
        case BuiltIn::key_value:
            return with(
                [this](std::string_view whole, std::size_t from) { return find_key_value(names_, whole, from); });
        case BuiltIn::basic_auth:
            return with(find_basic_auth);
        case BuiltIn::bearer:
            return with(find_bearer);
        case BuiltIn::jwt:
            return with(find_jwt);
        case BuiltIn::aws_key:
            return with(find_aws_key);
        case BuiltIn::credit_card:
            return with(find_credit_card);
        case BuiltIn::email:
            return with(find_email);
        case BuiltIn::iban:
            return with(find_iban);
        default:
            return with(find_ipv4);
    }
}

// Runs all patterns once; `out` does not hold the text. False where the text stays as it is.
bool Redactor::run_round(std::string_view text, std::string& out) const {
    std::string next;
    std::string_view shown = text;
    for (std::size_t i = 0; i < on_.size(); ++i) {
        if (on_[i] && hide(static_cast<BuiltIn>(i), shown, next)) {
            out.swap(next);
            shown = out;
        }
    }
    return shown != text;
}

// What one pattern leaves may be a secret for another: they run until they change nothing.
bool Redactor::hide_secrets(std::string_view text, std::string& out) const {
    std::string next;
    std::string_view shown = text;
    for (int round = 1; run_round(shown, next); ++round) {
        if (round == most_rounds) {
            out = hidden_text;
            return true;
        }
        out.swap(next);
        shown = out;
    }
    return shown.data() != text.data();
}

bool Redactor::scrub(std::string_view text, std::string& clean) const {
    const std::string_view marker = cut_marker_of(text);
    std::string_view shown = text.substr(0, text.size() - marker.size());
    if (hide_secrets(shown, clean)) {
        shown = clean;
    }
    std::string next;
    for (const Own& own : own_) {
        if (own.pattern.replace(shown, own.replacement, next)) {
            clean.swap(next);
            shown = clean;
        }
    }
    if (shown == text.substr(0, text.size() - marker.size())) {
        return false;
    }
    clean.append(marker);
    return true;
}

}  // namespace agora::log::detail
