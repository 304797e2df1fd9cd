#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "agora/log/result.hpp"
#include "agora/log/value.hpp"

namespace agora::log {

/// A pattern of one's own, in the subset of regular expressions that all languages share: literals, `.`, classes,
/// `\d \w \s \b`, groups, `|`, `^ $`, and greedy `* + ? {m,n}`. It runs in linear time on any text.
struct RedactPattern {
    /// 1 to 1,000 code points.
    std::string pattern;
    /// For ASCII letters.
    bool ignore_case = false;
    /// Stands in place of what is found, as it is: nothing in it has a meaning. At most 256 code points.
    std::string replacement = "[REDACTED]";
};

/// What is shown of a value whose key ends with the name of the mask: of strings and numbers the last characters, or
/// the first one of a mail address; null and booleans as they are; of anything else nothing.
struct RedactMask {
    /// Code points at the end that are shown, 0 to 256. Text that is not longer is hidden as a whole.
    std::uint32_t show_last = 4;
    /// One code point that is no control character. It stands in place of each that is hidden.
    std::string mask_char = "*";
    /// For mail addresses: `j***@***`. `show_last` is not used.
    bool email = false;
};

/// A built-in pattern on or off, or a pattern of one's own.
using RedactRule = std::variant<bool, RedactPattern>;

/// What is hidden before an entry leaves the process: by the names of members, and by patterns in every text.
struct RedactOptions {
    /// False: nothing is hidden.
    bool enabled = true;
    /// Further names, compared word by word: `iban` hides `customerIban` and `customer_iban`.
    std::vector<std::string> fields = {};
    /// Hides only `fields`, and none of the built-in names. It concerns names alone.
    bool replace_defaults = false;
    /// By name. Built in, and on: `private-key`, `url-credentials`, `key-value`, `basic-auth`, `bearer`, `jwt`; off:
    /// `aws-key`, `credit-card`, `email`, `iban`, `ipv4`. Other names (`[a-z][a-z0-9_-]*`, at most 64 characters) are
    /// one's own; they run behind the built-in ones, in this order.
    std::vector<std::pair<std::string, RedactRule>> patterns = {};
    /// By name, compared word by word. `fields` hide what a mask would show; a mask shows of what a built-in name would
    /// hide. Of several masks the one with the most words counts, of equal ones the last.
    std::vector<std::pair<std::string, RedactMask>> masks = {};
};

/// The options that a policy says, in the form of a policy file: members `enabled`, `fields`, `replace_defaults`,
/// `patterns` and `masks`, all optional. Refuses unknown members and bad values, all in one error (`AGORA_CONFIG`).
[[nodiscard]] Result<RedactOptions> read_redact_policy(const Value& policy);

}  // namespace agora::log
