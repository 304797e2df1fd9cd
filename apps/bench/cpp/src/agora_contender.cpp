#include <array>
#include <stdexcept>
#include <utility>

#include "contender.hpp"

namespace bench {
namespace {

namespace al = agora::log;

class Agora final : public Contender {
public:
    Agora(const Shared& shared, const Workload& workload, al::Encoder encoder)
        : shared_(shared), workload_(workload), encoder_(std::move(encoder)) {}

    void encode(std::size_t index, std::int64_t time_us, std::string& line) override {
        const Entry& entry = workload_.entries[index];
        const std::array<al::ContextView, 1> bound{entry.bound};
        al::Record record;
        record.time = al::Timestamp(time_us);
        record.level = entry.level;
        record.message = entry.message;
        record.error = entry.error.is_null() ? nullptr : &entry.error;
        record.file = entry.file;
        record.line = entry.line;
        record.function = entry.function;
        record.logger_name = shared_.logger_name;
        record.bound = bound;
        record.context = entry.context;
        encoder_.encode(record, line);
    }

private:
    const Shared& shared_;
    const Workload& workload_;
    al::Encoder encoder_;
};

}  // namespace

std::unique_ptr<Contender> make_agora(const Shared& shared, const Workload& workload) {
    al::EncoderOptions options;
    options.service = shared.service;
    options.environment = shared.environment;
    options.version = shared.version;
    options.host = shared.host;
    auto encoder = al::Encoder::create(std::move(options));
    if (!encoder) {
        throw std::runtime_error(encoder.error().message);
    }
    return std::make_unique<Agora>(shared, workload, std::move(encoder).value());
}

}  // namespace bench
