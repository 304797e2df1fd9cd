#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "agora/log/redact.hpp"
#include "pattern.hpp"
#include "redact_names.hpp"
#include "redact_value.hpp"

namespace agora::log::detail {

/// The built-in patterns, in the order in which they run.
enum class BuiltIn : std::uint8_t {
    private_key,
    url_credentials,
    key_value,
    basic_auth,
    bearer,
    jwt,
    aws_key,
    credit_card,
    email,
    iban,
    ipv4,
};

/// Their names.
inline constexpr std::array<std::string_view, 11> built_in_patterns{
    "private-key", "url-credentials", "key-value", "basic-auth", "bearer", "jwt",
    "aws-key",     "credit-card",     "email",     "iban",       "ipv4"};

/// Says what is hidden: by keys and in texts. It never throws while entries are made: what it could not judge is
/// hidden. Thread-safe.
class Redactor {
public:
    /// Options that were checked. It keeps pointers to their masks.
    explicit Redactor(const RedactOptions& options);

    /// What is done with the value of a key that is repaired and not cut.
    [[nodiscard]] Verdict verdict(std::string_view key) const noexcept;

    /// True for every text that `scrub` changes, and for some others.
    [[nodiscard]] bool suspects(std::string_view text) const noexcept;

    /// Hides what the patterns find in a well-formed text that was cut. False where it stays as it is.
    [[nodiscard]] bool scrub(std::string_view text, std::string& clean) const;

private:
    struct Own {
        Pattern pattern;
        std::string replacement;
    };

    void expect_signs() noexcept;
    [[nodiscard]] bool is_on(BuiltIn pattern) const noexcept { return on_[static_cast<std::size_t>(pattern)]; }
    [[nodiscard]] bool hide(BuiltIn pattern, std::string_view text, std::string& out) const;
    [[nodiscard]] bool run_round(std::string_view text, std::string& out) const;
    [[nodiscard]] bool hide_secrets(std::string_view text, std::string& out) const;

    RedactNames names_;
    bool enabled_;
    std::array<bool, built_in_patterns.size()> on_{};
    std::vector<Own> own_;
    /// By byte: what a text holds that one of the patterns changes.
    std::array<std::uint8_t, 256> signs_{};
};

}  // namespace agora::log::detail
