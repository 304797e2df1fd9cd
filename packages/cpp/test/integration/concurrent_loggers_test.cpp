#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <thread>

#include "agora/log/json.hpp"
#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Logger, KeepsLinesWholeAndInOrderForEachThread) {
    constexpr int threads = 8;
    constexpr int lines = 500;
    const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "agora-concurrent.log";
    std::filesystem::remove(path);
    const Config config{.service_name = "svc", .console_enabled = false, .file_path = path.string()};
    ASSERT_TRUE(initialize(config));
    const Logger log = get_logger("shared");
    std::vector<std::thread> running;
    for (int thread = 0; thread < threads; ++thread) {
        running.emplace_back([&log, &config, thread] {
            const Logger child = log.with_context({{"thread", thread}});
            for (int i = 0; i < lines; ++i) {
                child.info("line", {{"i", i}});
                if (thread == 0 && i % 100 == 0) {
                    EXPECT_TRUE(initialize(config));
                }
            }
        });
    }
    for (std::thread& thread : running) {
        thread.join();
    }
    shutdown();
    std::ifstream file(path);
    std::map<std::int64_t, std::int64_t> next;
    int count = 0;
    for (std::string line; std::getline(file, line); ++count) {
        const Result<Value> entry = parse_json(line);
        ASSERT_TRUE(entry) << line;
        const Object& context = entry.value().as_object().find("context")->as_object();
        EXPECT_EQ(context.find("i")->as_int64(), next[context.find("thread")->as_int64()]++);
    }
    EXPECT_EQ(count, threads * lines);
}
