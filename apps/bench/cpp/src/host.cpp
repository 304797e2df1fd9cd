// A host of the benchmark: reads requests on stdin and answers each with one
// line of JSON. See src/hosts/host.ts.

#include <agora/log/digest.hpp>
#include <chrono>
#include <cstdint>
#include <exception>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

#include "contender.hpp"

namespace {

using bench::Contender;
using Contenders = std::map<std::pair<std::string, std::string>, std::unique_ptr<Contender>>;

Contenders prepare(const bench::Plan& plan) {
    Contenders contenders;
    for (const bench::Workload& workload : plan.workloads) {
        contenders[{workload.id, "agora"}] = bench::make_agora(plan.shared, workload);
#ifdef BENCH_HAS_NLOHMANN
        contenders[{workload.id, "nlohmann"}] = bench::make_nlohmann(plan.shared, workload);
#endif
    }
    return contenders;
}

void print_facts() {
    std::cout << R"({"language":"C++","runtime":")"
#ifdef __clang__
              << "clang " << __clang_version__
#else
              << "g++ " << __VERSION__
#endif
              << R"(","contenders":[{"name":"agora","version":"0.1.0"})";
#ifdef BENCH_HAS_NLOHMANN
    std::cout << R"(,{"name":"nlohmann","version":")" << bench::nlohmann_version() << R"("}],"missing":[]})";
#else
    std::cout << R"(],"missing":[{"name":"nlohmann","remedy":"apt-get install nlohmann-json3-dev"}]})";
#endif
    std::cout << std::endl;
}

std::string all_lines(Contender& contender, std::size_t count, std::int64_t time_us) {
    std::string all;
    std::string line;
    for (std::size_t i = 0; i < count; ++i) {
        contender.encode(i, time_us + static_cast<std::int64_t>(i) * 1000, line);
        all += line;
    }
    return all;
}

/// Encodes `entries` entries in turn; answers with nanoseconds and bytes.
std::string timed(Contender& contender, std::size_t variety, std::int64_t time_us, std::size_t entries) {
    std::string line;
    std::size_t bytes = 0;
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < entries; ++i) {
        contender.encode(i % variety, time_us + static_cast<std::int64_t>(i) * 1000, line);
        bytes += line.size();
    }
    const std::chrono::nanoseconds took = std::chrono::steady_clock::now() - start;
    return R"({"ns":)" + std::to_string(took.count()) + R"(,"bytes":)" + std::to_string(bytes) + "}";
}

std::string answer(const std::string& request, const bench::Plan& plan, Contenders& contenders) {
    std::istringstream words(request);
    std::string verb;
    std::string workload_id;
    std::string name;
    std::size_t entries = 0;
    words >> verb >> workload_id >> name >> entries;
    Contender& contender = *contenders.at({workload_id, name});
    for (const bench::Workload& workload : plan.workloads) {
        if (workload.id != workload_id) {
            continue;
        }
        const std::size_t variety = workload.entries.size();
        if (verb == "time") {
            return timed(contender, variety, plan.shared.first_time_us, entries);
        }
        const std::string lines = all_lines(contender, variety, plan.shared.first_time_us);
        return R"({"base64":")" + agora::log::to_base64(lines) + R"("})";
    }
    throw std::runtime_error("no such workload");
}

}  // namespace

int main(int count, char** arguments) {
    try {
        if (count != 2) {
            throw std::runtime_error("usage: bench-host <plan.json>");
        }
        const bench::Plan plan = bench::read_plan(arguments[1]);
        Contenders contenders = prepare(plan);
        print_facts();
        for (std::string request; std::getline(std::cin, request);) {
            std::cout << answer(request, plan, contenders) << std::endl;
        }
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "bench-host: " << error.what() << '\n';
        return 1;
    }
}
