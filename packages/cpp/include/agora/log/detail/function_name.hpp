#pragma once

#include <cstddef>
#include <string_view>

// What compilers call a function, cut down to its bare name. Compilers disagree about the form:
//   GCC    `void ns::A<T>::m(U) const [with U = int; T = char]`, `main()::<lambda(int)>`
//   Clang  `void ns::A<char>::m(U) const [U = int]`, `auto main()::(anonymous class)::operator()(int) const`
//   MSVC   `void __cdecl ns::A<char>::m<int>(int)`, `main::<lambda_1>::operator ()`
namespace agora::log::detail {

class FunctionName {
public:
    constexpr explicit FunctionName(std::string_view signature) : text_(without_arguments(signature)) {}

    /// The bare name; `<anonymous>` for a lambda, `<module>` for an initialiser outside of any function.
    constexpr std::string_view bare() {
        if (text_.empty()) {
            return "<module>";
        }
        while (at_ < text_.size() && !found_) {
            step();
        }
        if (in_lambda_ || lambda_) {
            return "<anonymous>";
        }
        const std::string_view name = found_ ? name_ : text_.substr(start_);
        return name.empty() ? std::string_view("<unknown>") : name;
    }

private:
    static constexpr std::string_view npos_safe(std::string_view text, std::size_t end) {
        return end == std::string_view::npos ? text : text.substr(0, end);
    }

    // The template arguments behind the signature; `operator[]` does not follow a blank and ends with a parenthesis.
    static constexpr std::string_view without_arguments(std::string_view text) {
        return text.ends_with(']') ? npos_safe(text, text.find(" [")) : text;
    }

    static constexpr bool identifier(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
               static_cast<unsigned char>(c) >= 0x80;
    }

    constexpr char peek(std::size_t offset = 0) const {
        return at_ + offset < text_.size() ? text_[at_ + offset] : '\0';
    }
    constexpr bool looking_at(std::string_view word) const { return text_.substr(at_).starts_with(word); }

    // Moves behind the bracket that closes the one at `at_`. Angles count only outside of parentheses that they do not
    // close, so that `(a < b)` in a template argument does no harm.
    constexpr void skip_brackets() {
        const char open = peek();
        const char close = open == '(' ? ')' : open == '<' ? '>' : open == '{' ? '}' : ']';
        ++at_;
        while (at_ < text_.size() && peek() != close) {
            const char c = peek();
            if (c == '(' || c == '{' || c == '[' || (c == '<' && open == '<')) {
                skip_brackets();
            } else if (c == '-' && peek(1) == '>') {
                at_ += 2;
            } else if (c == '\'' && peek(2) == '\'') {
                at_ += 3;
            } else {
                ++at_;
            }
        }
        ++at_;
    }

    constexpr void begin_component() {
        start_ = at_;
        end_ = std::string_view::npos;
    }

    // Behind parameters: a qualifier and `::` say that what was read is a scope of the function that is looked for.
    constexpr bool scope_follows() {
        std::size_t probe = at_;
        for (const std::string_view word :
             {std::string_view(" const"), std::string_view(" volatile"), std::string_view(" &&"),
              std::string_view(" &"), std::string_view(" noexcept")}) {
            if (text_.substr(probe).starts_with(word)) {
                probe += word.size();
            }
        }
        if (!text_.substr(probe).starts_with("::")) {
            return false;
        }
        at_ = probe + 2;
        return true;
    }

    constexpr void close_component(std::string_view name, bool lambda) {
        if (at_ < text_.size() && scope_follows()) {
            in_lambda_ = lambda;
            begin_component();
            return;
        }
        found_ = true;
        name_ = name;
        lambda_ = lambda;
        // Clang and MSVC call a lambda by the operator of its class.
        in_lambda_ = in_lambda_ && name.starts_with("operator");
    }

    constexpr void read_parameters() {
        const std::size_t end = end_ == std::string_view::npos ? at_ : end_;
        const std::string_view name = text_.substr(start_, end - start_);
        skip_brackets();
        if (name == "decltype") {
            begin_component();
        } else {
            close_component(name, false);
        }
    }

    constexpr void read_operator() {
        const std::size_t begin = at_;
        at_ += std::string_view("operator").size();
        if (looking_at("()") || looking_at(" ()")) {
            at_ += peek() == ' ' ? 3 : 2;
        } else if (peek() == ' ' || peek() == '"') {
            // Conversions, new, delete and literals: up to the parameters, over template arguments.
            while (at_ < text_.size() && peek() != '(') {
                peek() == '<' ? skip_brackets() : void(++at_);
            }
        } else {
            while (at_ < text_.size() && peek() != '(' && !template_arguments_ahead(begin + 8)) {
                ++at_;
            }
        }
        const std::string_view name = text_.substr(begin, at_ - begin);
        if (peek() == '<') {
            skip_brackets();
        }
        if (peek() == '(') {
            skip_brackets();
        }
        close_component(name, false);
    }

    // An angle behind the operator's symbols, unless it is the second one of `operator<<`.
    constexpr bool template_arguments_ahead(std::size_t symbols) const {
        return peek() == '<' && at_ > symbols && text_.substr(symbols, at_ - symbols) != "<";
    }

    constexpr bool anonymous_class_ahead() const {
        return looking_at("(anonymous class)") || looking_at("(lambda") || looking_at("<lambda");
    }

    constexpr void step() {
        const char c = peek();
        const bool fresh = at_ == start_;
        if (fresh && looking_at("operator") && !identifier(peek(8))) {
            read_operator();
        } else if (fresh && anonymous_class_ahead()) {
            skip_brackets();
            close_component({}, true);
        } else if (fresh && (looking_at("(anonymous") || looking_at("(unnamed") || c == '{' || c == '<')) {
            skip_brackets();
        } else if (c == '(' && !fresh) {
            read_parameters();
        } else if (c == '(' && peek(1) != '*' && peek(1) != '&') {
            skip_brackets();
        } else if (c == '<') {
            end_ = at_;
            skip_brackets();
        } else if (c == ':' && peek(1) == ':') {
            at_ += 2;
            in_lambda_ = false;
            begin_component();
        } else if (c == ' ' || c == '*' || c == '&' || c == '(' || c == ')') {
            ++at_;
            begin_component();
        } else {
            ++at_;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t start_ = 0;
    std::size_t end_ = std::string_view::npos;
    std::string_view name_;
    bool found_ = false;
    bool lambda_ = false;
    bool in_lambda_ = false;
};

}  // namespace agora::log::detail
