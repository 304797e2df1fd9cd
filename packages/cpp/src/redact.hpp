#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "agora/log/encoder.hpp"

namespace agora::log::detail {

/// Says which keys are secret.
class Redactor {
public:
    explicit Redactor(const RedactOptions& options);

    [[nodiscard]] bool hides(std::string_view key) const;

private:
    struct Sequence {
        std::string words;
        // Empty where the sequence is a single word.
        std::string joined;
    };

    void add(std::string_view field);

    // By the last byte of the last word: most keys are cleared by it alone.
    std::array<std::vector<Sequence>, 256> by_last_byte_;
    bool enabled_;
};

/// The words of a key in lower case, separated by one blank, without digits at their end.
[[nodiscard]] std::string words_of(std::string_view key);

}  // namespace agora::log::detail
