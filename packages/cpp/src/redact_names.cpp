#include "redact_names.hpp"

#include <algorithm>

#include "agora/log/gen/tables.hpp"
#include "agora/log/text.hpp"
#include "ascii.hpp"
#include "redact_words.hpp"

namespace agora::log::detail {

namespace {

constexpr Verdict hiding{true, nullptr};

bool ends_with_words(std::string_view words, std::string_view sequence) noexcept {
    return words.ends_with(sequence) &&
           (words.size() == sequence.size() || words[words.size() - sequence.size() - 1] == ' ');
}

}  // namespace

RedactNames::RedactNames(const RedactOptions& options) {
    for (const std::string& field : options.fields) {
        add(repair_utf8(field), hiding);
    }
    add_masks(options);
    if (!options.replace_defaults) {
        for (const std::string_view key : gen::redact_keys) {
            add(key, hiding);
        }
    }
}

void RedactNames::add_masks(const RedactOptions& options) {
    struct Ranked {
        std::ptrdiff_t blanks;
        std::size_t place;
        std::string name;
    };
    std::vector<Ranked> ranked;
    for (const auto& [raw_name, mask] : options.masks) {
        std::string name = repair_utf8(raw_name);
        const auto blanks = std::ranges::count(words_of(name), ' ');
        ranked.push_back({blanks, ranked.size(), std::move(name)});
    }
    // The most words first; of equally many, the last one given.
    std::ranges::sort(ranked, std::ranges::greater(),
                      [](const Ranked& one) { return std::pair(one.blanks, one.place); });
    for (const Ranked& one : ranked) {
        add(one.name, {false, &options.masks[one.place].second});
    }
}

void RedactNames::add(std::string_view field, Verdict verdict) {
    Name name{words_of(field), {}, verdict};
    if (name.words.empty()) {
        return;
    }
    if (name.words.find(' ') != std::string::npos) {
        name.joined = name.words;
        std::erase(name.joined, ' ');
    }
    by_last_byte_[static_cast<unsigned char>(name.words.back())].push_back(std::move(name));
}

bool RedactNames::may_end_with(char letter) const noexcept {
    return !by_last_byte_[static_cast<unsigned char>(to_lower(letter))].empty();
}

Verdict RedactNames::verdict(std::string_view key) const {
    const std::string_view last = last_word_of(key);
    if (last.empty()) {
        return {};
    }
    std::string words;
    for (const Name& name : by_last_byte_[static_cast<unsigned char>(to_lower(last.back()))]) {
        const std::size_t blank = name.words.rfind(' ');
        if (blank == std::string::npos) {
            if (equal_ignoring_case(last, name.words)) {
                return name.verdict;
            }
            continue;
        }
        if (equal_ignoring_case(last, name.joined)) {
            return name.verdict;
        }
        if (equal_ignoring_case(last, std::string_view(name.words).substr(blank + 1))) {
            if (words.empty()) {
                words = words_of(key);
            }
            if (ends_with_words(words, name.words)) {
                return name.verdict;
            }
        }
    }
    return {};
}

}  // namespace agora::log::detail
