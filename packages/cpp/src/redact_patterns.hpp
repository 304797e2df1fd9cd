#pragma once

#include <cstddef>
#include <string_view>

#include "redact_names.hpp"
#include "span.hpp"

// The built-in patterns. Each finds the next span at or behind `from`, an empty one where there is none. What stands
// before `from` may be looked at, so that a boundary is one. All calls for one text together take linear time.
namespace agora::log::detail {

/// A private key in PEM, from its first line to the end of its last one; to the end of the text where that is missing.
[[nodiscard]] Span find_private_key(std::string_view text, std::size_t from) noexcept;
/// What stands between `://` and the last `@` of the authority.
[[nodiscard]] Span find_url_credentials(std::string_view text, std::size_t from) noexcept;
/// The value of a secret key in `key=value`, `key: value`, `key => value`, JSON, headers and queries of URLs.
[[nodiscard]] Span find_key_value(const RedactNames& names, std::string_view text, std::size_t from);
/// The credentials behind `Basic`: base64 that holds a colon.
[[nodiscard]] Span find_basic_auth(std::string_view text, std::size_t from) noexcept;
/// The token behind `Bearer`; a short run of letters is a word of a sentence.
[[nodiscard]] Span find_bearer(std::string_view text, std::size_t from) noexcept;
/// A JSON web token, signed (3 parts) or encrypted (5), also where its end was cut off.
[[nodiscard]] Span find_jwt(std::string_view text, std::size_t from) noexcept;

/// The id of an access key of AWS. Its secret can be told by its key only.
[[nodiscard]] Span find_aws_key(std::string_view text, std::size_t from) noexcept;
/// The number of a payment card: 13 to 19 digits from 2 to 6 on, in groups or not, with a right check digit.
[[nodiscard]] Span find_credit_card(std::string_view text, std::size_t from) noexcept;
/// A mail address: a local part, and a domain with a dot.
[[nodiscard]] Span find_email(std::string_view text, std::size_t from) noexcept;
/// An account number by ISO 13616 with right check digits, its groups apart by one blank or not at all.
[[nodiscard]] Span find_iban(std::string_view text, std::size_t from) noexcept;
/// An IP address of version 4: four numbers up to 255.
[[nodiscard]] Span find_ipv4(std::string_view text, std::size_t from) noexcept;

}  // namespace agora::log::detail
