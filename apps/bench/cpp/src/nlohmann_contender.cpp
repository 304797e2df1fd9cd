#include <array>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>
#include <vector>

#include "contender.hpp"

namespace bench {
namespace {

using Json = nlohmann::ordered_json;
using agora::log::Kind;
using agora::log::Value;

Json json_of(const Value& value);

Json json_of(const agora::log::Object& object) {
    Json json = Json::object();
    for (const auto& [key, value] : object) {
        json[key] = json_of(value);
    }
    return json;
}

Json json_of(const Value& value) {
    switch (value.kind()) {
        case Kind::boolean:
            return value.as_bool();
        case Kind::int64:
            return value.as_int64();
        case Kind::uint64:
            return value.as_uint64();
        case Kind::float64:
            return value.as_double();
        case Kind::string:
            return std::string(value.as_text());
        case Kind::object:
            return json_of(value.as_object());
        case Kind::array: {
            Json json = Json::array();
            for (const Value& element : value.as_array()) {
                json.push_back(json_of(element));
            }
            return json;
        }
        default:
            return nullptr;
    }
}

std::string time_text(std::int64_t time_us) {
    const std::time_t seconds = time_us / 1'000'000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::snprintf(text.data() + size, text.size() - size, ".%06dZ", static_cast<int>(time_us % 1'000'000));
    return text.data();
}

class Nlohmann final : public Contender {
public:
    Nlohmann(const Shared& shared, const Workload& workload) {
        for (const Entry& entry : workload.entries) {
            ready_.push_back(ready(shared, entry));
        }
    }

    void encode(std::size_t index, std::int64_t time_us, std::string& line) override {
        Json& json = ready_[index];
        json.begin().value() = time_text(time_us);
        line = json.dump();
        line += '\n';
    }

private:
    static Json ready(const Shared& shared, const Entry& entry) {
        Json json = {{"timestamp", ""},
                     {"level", agora::log::to_string(entry.level)},
                     {"message", entry.message},
                     {"service", shared.service},
                     {"file", entry.file},
                     {"line", entry.line},
                     {"function", entry.function},
                     {"environment", shared.environment},
                     {"version", shared.version},
                     {"host", shared.host},
                     {"logger_name", shared.logger_name}};
        Json context = json_of(entry.bound);
        context.update(json_of(entry.context));
        if (!context.empty()) {
            json["context"] = std::move(context);
        }
        if (!entry.error.is_null()) {
            json["exception"] = json_of(*entry.source.as_object().find("error"));
        }
        return json;
    }

    std::vector<Json> ready_;
};

}  // namespace

std::unique_ptr<Contender> make_nlohmann(const Shared& shared, const Workload& workload) {
    return std::make_unique<Nlohmann>(shared, workload);
}

std::string nlohmann_version() {
    return std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + '.' + std::to_string(NLOHMANN_JSON_VERSION_MINOR) + '.' +
           std::to_string(NLOHMANN_JSON_VERSION_PATCH);
}

}  // namespace bench
