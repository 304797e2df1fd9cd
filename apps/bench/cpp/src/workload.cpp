#include "workload.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace bench {
namespace {

using agora::log::Object;
using agora::log::Value;

const Value& member(const Object& object, std::string_view key) {
    const Value* found = object.find(key);
    if (found == nullptr) {
        throw std::runtime_error("the plan lacks the member " + std::string(key));
    }
    return *found;
}

std::string text(const Object& object, std::string_view key) { return std::string(member(object, key).as_text()); }

Value error_of(const Value& error) {
    if (error.is_null()) {
        return {};
    }
    agora::log::Exception exception;
    exception.type = text(error.as_object(), "type");
    exception.message = text(error.as_object(), "message");
    return exception;
}

Entry entry_of(const Value& source) {
    const Object& object = source.as_object();
    Entry entry;
    entry.level = agora::log::parse_level(text(object, "level")).value();
    entry.message = text(object, "message");
    entry.file = text(object, "file");
    entry.line = member(object, "line").as_int64();
    entry.function = text(object, "function");
    entry.bound = member(object, "bound").as_object();
    entry.context = member(object, "context").as_object();
    entry.error = error_of(member(object, "error"));
    entry.source = source;
    return entry;
}

Shared shared_of(const Object& object) {
    return {text(object, "service"), text(object, "environment"), text(object, "version"),
            text(object, "host"),    text(object, "logger_name"), member(object, "first_time_us").as_int64()};
}

}  // namespace

Plan read_plan(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot open " + path);
    }
    const std::string json{std::istreambuf_iterator<char>(file), {}};
    const auto parsed = agora::log::parse_json(json);
    if (!parsed) {
        throw std::runtime_error(parsed.error().message);
    }
    const Object& root = parsed.value().as_object();
    Plan plan{shared_of(member(root, "shared").as_object()), {}};
    for (const Value& source : member(root, "workloads").as_array()) {
        Workload workload{text(source.as_object(), "id"), {}};
        for (const Value& entry : member(source.as_object(), "entries").as_array()) {
            workload.entries.push_back(entry_of(entry));
        }
        plan.workloads.push_back(std::move(workload));
    }
    return plan;
}

}  // namespace bench
