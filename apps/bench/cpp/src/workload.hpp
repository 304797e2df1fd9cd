#pragma once

#include <agora/log/log.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// One entry to be encoded.
struct Entry {
    agora::log::Level level = agora::log::Level::info;
    std::string message;
    std::string file;
    std::int64_t line = 0;
    std::string function;
    agora::log::Context bound;
    agora::log::Context context;
    /// An Exception; null where there is none.
    agora::log::Value error;
    /// The entry as it stands in the file, for contenders that read it their own
    /// way.
    agora::log::Value source;
};

/// A kind of entry, in some variety.
struct Workload {
    std::string id;
    std::vector<Entry> entries;
};

/// What all entries share.
struct Shared {
    std::string service;
    std::string environment;
    std::string version;
    std::string host;
    std::string logger_name;
    std::int64_t first_time_us = 0;
};

/// What is to be encoded.
struct Plan {
    Shared shared;
    std::vector<Workload> workloads;
};

/// Reads the file that the driver wrote.
///
/// @throws std::runtime_error when it cannot be read or is not what is expected
Plan read_plan(const std::string& path);

}  // namespace bench
