#include "entry.hpp"

#include <algorithm>
#include <cmath>

#include "agora/log/number.hpp"
#include "ansi.hpp"
#include "ascii.hpp"
#include "digits.hpp"
#include "escape.hpp"
#include "time.hpp"
#include "value_writer.hpp"

namespace agora::log::detail {

namespace {

constexpr std::size_t text_limit = gen::limit_text_bytes;

void append_number(std::string& out, double number) {
    char text[number_text_size];
    out.append(text, static_cast<std::size_t>(write_number(text, number) - text));
}

std::uint64_t line_number(std::int64_t line) noexcept {
    return line >= 0 && line <= gen::limit_line_max ? static_cast<std::uint64_t>(line) : 0;
}

void write_message(const EncodingPlan& plan, Text message, Draft& draft) {
    SourceText& source = draft.message;
    source.text = message.view();
    if (plan.options.strip_ansi && source.text.find('\x1b') != std::string_view::npos) {
        source.made = without_ansi(repair_utf8(source.text));
        source.text = source.made;
    }
    draft.message_text.begin = draft.line.size();
    draft.losses.message = append_source(draft.line, source, gen::limit_string_bytes, plan.redactor);
    draft.message_text.end = draft.line.size();
}

// Ids are hexadecimal digits and hyphens, so they need no escaping.
void write_id(std::string& out, std::string_view opening, const Value* id) {
    if (id != nullptr) {
        out.append(opening);
        for (const char c : id->as_text()) {
            out.push_back(to_lower(c));
        }
        out.push_back('"');
    }
}

void write_user_id(const Value* id, Draft& draft) {
    if (id == nullptr) {
        return;
    }
    draft.line.append(",\"user_id\":\"");
    if (id->kind() == Kind::string) {
        draft.losses.user_id = append_escaped(draft.line, id->as_text(), text_limit);
    } else {
        draft.losses.user_id = append_escaped(draft.line, key_text(*id), text_limit);
    }
    draft.line.push_back('"');
}

void write_duration(std::string& out, const Value* duration) {
    if (duration != nullptr) {
        out.append(",\"duration_ms\":").append(key_text(*duration));
    }
}

void write_head(const EncodingPlan& plan, const Record& record, const Lifted& lifted, Draft& draft) {
    std::string& out = draft.line;
    out.append("{\"timestamp\":\"");
    append_timestamp(out, record.time);
    out.append("\",\"level\":\"").append(to_string(record.level)).append("\",\"message\":\"");
    write_message(plan, record.message, draft);
    out.push_back('"');
    out.append(plan.before_file);
    draft.losses.file = plan.source_root.append_file(out, record.file);
    out.append("\",\"line\":");
    append_digits(out, line_number(record.line));
    out.append(",\"function\":\"");
    const std::string_view function = record.function;
    draft.losses.function = append_escaped(out, function.empty() ? "<unknown>" : function, text_limit);
    out.push_back('"');
    out.append(plan.after_function);
    if (const std::string_view name = record.logger_name; !name.empty()) {
        out.append(",\"logger_name\":\"");
        draft.losses.logger_name = append_escaped(out, name, text_limit);
        out.push_back('"');
    }
    write_id(out, ",\"correlation_id\":\"", lifted[correlation_id]);
    write_user_id(lifted[user_id], draft);
    write_id(out, ",\"trace_id\":\"", lifted[trace_id]);
    write_id(out, ",\"span_id\":\"", lifted[span_id]);
    if (const std::string_view id = record.entry_id; !id.empty()) {
        out.append(",\"entry_id\":");
        append_quoted(out, id);
    }
    if (record.sampling_rate > 0 && record.sampling_rate < 1) {
        out.append(",\"sampling\":{\"rate\":");
        append_number(out, record.sampling_rate);
        out.push_back('}');
    }
    write_duration(out, lifted[duration_ms]);
    draft.head_end = out.size();
}

// The error of the entry: the argument, else the first member that holds one, which leaves the context.
void choose_error(const EncodingPlan& plan, const Value* argument, MemberList& members, Draft& draft) {
    if (argument != nullptr && !argument->is_null()) {
        if (argument->kind() == Kind::exception) {
            draft.error = &argument->as_exception();
        } else {
            draft.made_error = as_error(*argument, plan.redactor);
            draft.error = &draft.made_error;
        }
        return;
    }
    for (const std::string_view key : {"err", "error", "exception"}) {
        const Slot* const slot = members.find(key);
        if (slot != nullptr && slot->value->kind() == Kind::exception) {
            draft.error = &slot->value->as_exception();
            members.remove(slot);
            return;
        }
    }
}

void write_context(const Redactor& redactor, const MemberList& members, Draft& draft) {
    std::string& out = draft.line;
    ValueWriter writer(out, redactor);
    for (const Slot& slot : members) {
        if (!writer.spend()) {
            break;
        }
        out.append(draft.context.empty() ? ",\"context\":{" : ",");
        const std::size_t begin = out.size();
        const std::uint64_t dropped = writer.dropped();
        writer.write_member(slot, 1);
        draft.context.push_back({{begin, out.size()}, writer.dropped() - dropped, writer.take_cut()});
        draft.own_place += key_less(slot.key, "_agora") ? 1 : 0;
    }
    if (!draft.context.empty()) {
        out.push_back('}');
    }
    draft.dropped_at_top = members.total() - draft.context.size();
}

void append_member(std::string& out, std::string_view name, std::string_view text, std::size_t limit) {
    if (!text.empty()) {
        out.append(",\"").append(name).append("\":\"");
        append_escaped(out, text, limit);
        out.push_back('"');
    }
}

}  // namespace

EncodingPlan::EncodingPlan(EncoderOptions settings)
    : options(std::move(settings)), redactor(options.redact), source_root(options.source_root) {
    before_file.append(",\"service\":");
    append_quoted(before_file, options.service);
    before_file.append(",\"file\":\"");
    append_member(after_function, "environment", options.environment, std::string::npos);
    append_member(after_function, "version", options.version, std::string::npos);
    append_member(after_function, "host", options.host, text_limit);
}

void write_draft(const EncodingPlan& plan, const Record& record, Draft& draft) {
    Lifted lifted{};
    MemberList members;
    add_layer(plan.options.default_context, members, lifted);
    for (const ContextView& layer : record.bound) {
        add_layer(layer, members, lifted);
    }
    add_layer(record.context, members, lifted);
    members.keep_last();
    choose_error(plan, record.error, members, draft);
    members.cut_and_sort();

    write_head(plan, record, lifted, draft);
    write_context(plan.redactor, members, draft);
    write_exception(plan.redactor, draft);
    draft.line.append("}\n");
}

void write_bare_draft(const EncodingPlan& plan, const Record& record, Draft& draft) {
    write_head(plan, record, {}, draft);
    draft.line.append("}\n");
    draft.dropped_at_top = record.context.size() + plan.options.default_context.size();
    for (const ContextView& layer : record.bound) {
        draft.dropped_at_top += layer.size();
    }
    draft.losses.exception = record.error != nullptr && !record.error->is_null();
}

}  // namespace agora::log::detail
