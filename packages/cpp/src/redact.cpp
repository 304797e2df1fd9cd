#include "redact.hpp"

#include <algorithm>

#include "agora/log/gen/tables.hpp"
#include "ascii.hpp"

namespace agora::log::detail {

namespace {

enum class LetterClass { separator, digit, lower, upper };

// Letters beyond ASCII have no case here: they are lower.
constexpr LetterClass letter_class(char c) noexcept {
    if (is_upper(c)) {
        return LetterClass::upper;
    }
    if (is_digit(c)) {
        return LetterClass::digit;
    }
    return is_lower(c) || static_cast<unsigned char>(c) >= 0x80 ? LetterClass::lower : LetterClass::separator;
}

bool word_begins(std::string_view key, std::size_t at) noexcept {
    if (at == 0 || letter_class(key[at]) != LetterClass::upper) {
        return false;
    }
    const LetterClass before = letter_class(key[at - 1]);
    if (before == LetterClass::lower || before == LetterClass::digit) {
        return true;
    }
    return before == LetterClass::upper && at + 1 < key.size() && letter_class(key[at + 1]) == LetterClass::lower;
}

void end_word(std::string& words, std::size_t begin) {
    while (words.size() > begin && is_digit(words.back())) {
        words.pop_back();
    }
    if (words.size() > begin) {
        words.push_back(' ');
    }
}

// The last byte of the last word, or 0 where the key has no word.
unsigned char last_byte(std::string_view key) noexcept {
    for (std::size_t i = key.size(); i > 0; --i) {
        const LetterClass kind = letter_class(key[i - 1]);
        if (kind == LetterClass::lower || kind == LetterClass::upper) {
            return static_cast<unsigned char>(to_lower(key[i - 1]));
        }
    }
    return 0;
}

bool ends_with_words(std::string_view words, std::string_view sequence) noexcept {
    return words.ends_with(sequence) &&
           (words.size() == sequence.size() || words[words.size() - sequence.size() - 1] == ' ');
}

}  // namespace

std::string words_of(std::string_view key) {
    std::string words;
    words.reserve(key.size() + 8);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < key.size(); ++i) {
        const bool separator = letter_class(key[i]) == LetterClass::separator;
        if (separator || word_begins(key, i)) {
            end_word(words, begin);
            begin = words.size();
        }
        if (!separator) {
            words.push_back(to_lower(key[i]));
        }
    }
    end_word(words, begin);
    if (!words.empty()) {
        words.pop_back();
    }
    return words;
}

Redactor::Redactor(const RedactOptions& options) : enabled_(options.enabled) {
    if (!options.replace_defaults) {
        for (const std::string_view key : gen::redact_keys) {
            add(key);
        }
    }
    for (const std::string& field : options.fields) {
        add(repair_utf8(field));
    }
}

void Redactor::add(std::string_view field) {
    Sequence sequence{words_of(field), {}};
    if (sequence.words.empty()) {
        return;
    }
    if (sequence.words.find(' ') != std::string::npos) {
        sequence.joined = sequence.words;
        std::erase(sequence.joined, ' ');
    }
    by_last_byte_[static_cast<unsigned char>(sequence.words.back())].push_back(std::move(sequence));
}

bool Redactor::hides(std::string_view key) const {
    if (!enabled_) {
        return false;
    }
    const std::vector<Sequence>& candidates = by_last_byte_[last_byte(key)];
    if (candidates.empty()) {
        return false;
    }
    const std::string words = words_of(key);
    // `npos + 1` is 0: the only word is the last one.
    const std::string_view last_word = std::string_view(words).substr(words.rfind(' ') + 1);
    return std::ranges::any_of(candidates, [&](const Sequence& sequence) {
        return ends_with_words(words, sequence.words) || last_word == sequence.joined;
    });
}

}  // namespace agora::log::detail
