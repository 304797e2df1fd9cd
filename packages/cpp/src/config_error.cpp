#include "config_error.hpp"

#include <algorithm>

#include "agora/log/json.hpp"

namespace agora::log::detail {

const gen::config_field& field_named(std::string_view cpp_name) noexcept {
    return *std::ranges::find(gen::config_fields, cpp_name, &gen::config_field::cpp);
}

Violation violation(const gen::config_field& field, const Value& value, std::string_view source) {
    return {std::string(field.cpp), to_json(value), std::string(source), std::string(field.says),
            std::string(field.remedy)};
}

std::string sentence(const Violation& violation) {
    std::string text = violation.field;
    if (violation.value.empty()) {
        text.append(" is missing");
    } else {
        text.append(": ").append(violation.value).append(" (from ").append(violation.source).append(") is not ");
        text.append(violation.expected);
    }
    return text.append("; ").append(violation.remedy);
}

Error config_error(std::vector<Violation> violations) {
    std::string message = "[AGORA_CONFIG] ";
    if (violations.size() == 1) {
        message += sentence(violations.front());
    } else {
        message += std::to_string(violations.size()) + " fields cannot be used:";
        for (const Violation& one : violations) {
            message += "\n  " + sentence(one);
        }
    }
    return {"AGORA_CONFIG", std::move(message), std::move(violations)};
}

}  // namespace agora::log::detail
