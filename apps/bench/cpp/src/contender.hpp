#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "workload.hpp"

namespace bench {

/// A way to encode the entries of one workload, prepared once.
class Contender {
public:
    Contender() = default;
    virtual ~Contender() = default;
    Contender(const Contender&) = delete;
    Contender& operator=(const Contender&) = delete;

    /// Replaces `line` by the entry of that index, with its line feed.
    ///
    /// @param time_us microseconds since 1970
    virtual void encode(std::size_t index, std::int64_t time_us, std::string& line) = 0;
};

/// `agora::log::Encoder`.
std::unique_ptr<Contender> make_agora(const Shared& shared, const Workload& workload);

#ifdef BENCH_HAS_NLOHMANN
/// `nlohmann::ordered_json::dump` of an entry that is ready but for its time.
std::unique_ptr<Contender> make_nlohmann(const Shared& shared, const Workload& workload);

/// Its version.
std::string nlohmann_version();
#endif

}  // namespace bench
