#include <cmath>
#include <initializer_list>

#include "agora/log/json.hpp"
#include "agora/log/redact.hpp"
#include "config_error.hpp"
#include "redact_check.hpp"

namespace agora::log {

namespace {

using detail::largest_show_last;

// Reads a policy member by member and collects what is wrong with it.
class PolicyReader {
public:
    Result<RedactOptions> read(const Value& policy) {
        each(policy, "policy", {"enabled", "fields", "replace_defaults", "patterns", "masks"},
             [this](const std::string& name, const std::string&, const Value& value) { read_member(name, value); });
        detail::check_redact_options(options_, violations_);
        if (!violations_.empty()) {
            return detail::config_error(std::move(violations_));
        }
        return std::move(options_);
    }

private:
    using Names = std::initializer_list<std::string_view>;

    void refuse(std::string field, const Value& value, std::string expected, std::string remedy) {
        violations_.push_back({std::move(field), to_json(value), "code", std::move(expected), std::move(remedy)});
    }

    // Calls `visit(name, field, value)` for each member of an object; refuses what is none, and unknown members where
    // some are known.
    template <class Visitor>
    void each(const Value& value, const std::string& field, Names known, Visitor&& visit) {
        if (value.kind() != Kind::object) {
            refuse(field, value, "an object", "use an object with a member for each name");
            return;
        }
        for (const Member& member : value.as_object()) {
            bool is_known = known.size() == 0;
            std::string list;
            for (const std::string_view name : known) {
                is_known = is_known || name == member.key;
                list.append(list.empty() ? "" : ", ").append(name);
            }
            const std::string member_field = field + "." + member.key;
            if (is_known) {
                visit(member.key, member_field, member.value);
            } else {
                refuse(member_field, member.value, "a known member", "use one of " + list);
            }
        }
    }

    void read_member(const std::string& name, const Value& value) {
        if (name == "enabled") {
            read_bool(value, "redact_enabled", options_.enabled);
        } else if (name == "replace_defaults") {
            read_bool(value, "redact_replace_defaults", options_.replace_defaults);
        } else if (name == "fields") {
            read_fields(value);
        } else if (name == "patterns") {
            each(value, "redact_patterns", {},
                 [this](const std::string& own, const std::string& field, const Value& rule) {
                     read_rule(own, field, rule);
                 });
        } else {
            each(value, "redact_masks", {},
                 [this](const std::string& own, const std::string& field, const Value& mask) {
                     read_mask(own, field, mask);
                 });
        }
    }

    void read_bool(const Value& value, const std::string& field, bool& out) {
        if (value.kind() == Kind::boolean) {
            out = value.as_bool();
        } else {
            refuse(field, value, "a boolean", "use true or false");
        }
    }

    void read_text(const Value& value, const std::string& field, std::string& out) {
        if (value.kind() == Kind::string) {
            out = value.as_text();
        } else {
            refuse(field, value, "a string", "use a string");
        }
    }

    void read_fields(const Value& value) {
        if (value.kind() != Kind::array) {
            refuse("redact_fields", value, "a list of strings", "use a list of strings");
        }
        for (const Value& name : value.as_array()) {
            read_text(name, "redact_fields[" + std::to_string(options_.fields.size()) + "]",
                      options_.fields.emplace_back());
        }
    }

    void read_rule(const std::string& name, const std::string& field, const Value& rule) {
        if (rule.kind() == Kind::boolean) {
            options_.patterns.emplace_back(name, rule.as_bool());
            return;
        }
        RedactPattern own;
        const std::size_t before = violations_.size();
        each(rule, field, {"pattern", "ignore_case", "replacement"},
             [&](const std::string& member, const std::string& path, const Value& value) {
                 if (member == "ignore_case") {
                     read_bool(value, path, own.ignore_case);
                 } else {
                     read_text(value, path, member == "pattern" ? own.pattern : own.replacement);
                 }
             });
        if (violations_.size() == before) {
            options_.patterns.emplace_back(name, std::move(own));
        }
    }

    void read_mask(const std::string& name, const std::string& field, const Value& value) {
        RedactMask mask;
        each(value, field, {"show_last", "mask_char", "email"},
             [&](const std::string& member, const std::string& path, const Value& part) {
                 if (member == "email") {
                     read_bool(part, path, mask.email);
                 } else if (member == "mask_char") {
                     read_text(part, path, mask.mask_char);
                 } else {
                     read_show_last(part, path, mask.show_last);
                 }
             });
        options_.masks.emplace_back(name, std::move(mask));
    }

    void read_show_last(const Value& value, const std::string& field, std::uint32_t& out) {
        // A number that was read from JSON: an integer, or a double such as 4.0.
        const double number = value.kind() == Kind::int64     ? static_cast<double>(value.as_int64())
                              : value.kind() == Kind::float64 ? value.as_double()
                                                              : -1;
        if (number >= 0 && number <= static_cast<double>(largest_show_last) && std::trunc(number) == number) {
            out = static_cast<std::uint32_t>(number);
        } else {
            refuse(field, value, "an integer from 0 to 256", "use a number in this range");
        }
    }

    RedactOptions options_;
    std::vector<Violation> violations_;
};

}  // namespace

Result<RedactOptions> read_redact_policy(const Value& policy) { return PolicyReader().read(policy); }

}  // namespace agora::log
