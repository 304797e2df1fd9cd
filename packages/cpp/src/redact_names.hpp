#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "agora/log/redact.hpp"

namespace agora::log::detail {

/// What is done with the value of a key.
struct Verdict {
    bool hides = false;
    /// Says what is shown; null where there is no mask.
    const RedactMask* mask = nullptr;

    [[nodiscard]] bool is_secret() const noexcept { return hides || mask != nullptr; }
};

/// The names whose values are hidden or masked. It keeps pointers to the masks of the options.
class RedactNames {
public:
    explicit RedactNames(const RedactOptions& options);

    /// Judges a key that is repaired and not cut.
    [[nodiscard]] Verdict verdict(std::string_view key) const;

    /// False for the last byte of a key, a letter, where no name ends with it.
    [[nodiscard]] bool may_end_with(char letter) const noexcept;

private:
    struct Name {
        std::string words;
        // Empty where there is a single word.
        std::string joined;
        Verdict verdict;
    };

    void add(std::string_view name, Verdict verdict);
    void add_masks(const RedactOptions& options);

    // By the last byte of the last word: most keys are cleared by it alone. In each the first name that fits counts.
    std::array<std::vector<Name>, 256> by_last_byte_;
};

}  // namespace agora::log::detail
