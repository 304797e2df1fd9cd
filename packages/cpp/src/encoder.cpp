#include "agora/log/encoder.hpp"

#include "config_error.hpp"
#include "config_value.hpp"
#include "entry.hpp"
#include "redact_check.hpp"

namespace agora::log {

Result<Encoder> Encoder::create(EncoderOptions options) {
    std::vector<Violation> violations;
    const auto check = [&violations](std::string_view name, const Value& value) {
        const gen::config_field& field = detail::field_named(name);
        if (!detail::accepted(field, value)) {
            violations.push_back(detail::violation(field, value, "code"));
        }
    };
    check("service_name", options.service);
    check("max_entry_bytes", static_cast<std::int64_t>(options.max_entry_bytes));
    detail::check_redact_options(options.redact, violations);
    if (!violations.empty()) {
        return detail::config_error(std::move(violations));
    }
    return Encoder(std::make_shared<const detail::EncodingPlan>(std::move(options)));
}

bool Encoder::encode(const Record& record, std::string& line) const noexcept {
    const auto encode_with = [&](auto& write) {
        line.clear();
        detail::Draft draft(line);
        write(*plan_, record, draft);
        detail::settle(draft, plan_->options.max_entry_bytes);
    };
    try {
        encode_with(detail::write_draft);
        return true;
    } catch (...) {
        try {
            encode_with(detail::write_bare_draft);
        } catch (...) {
            line.clear();
        }
        return false;
    }
}

const EncoderOptions& Encoder::options() const noexcept { return plan_->options; }

}  // namespace agora::log
