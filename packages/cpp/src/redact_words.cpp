#include "redact_words.hpp"

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

std::string_view last_word_of(std::string_view key) noexcept {
    std::size_t end = key.size();
    while (end > 0 && letter_class(key[end - 1]) <= LetterClass::digit) {
        --end;
    }
    std::size_t begin = end;
    while (begin > 0 && letter_class(key[begin - 1]) != LetterClass::separator) {
        --begin;
        if (word_begins(key, begin)) {
            break;
        }
    }
    return key.substr(begin, end - begin);
}

}  // namespace agora::log::detail
