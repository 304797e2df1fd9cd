#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <sys/wait.h>
#include <unistd.h>

#include "agora/log/json.hpp"
#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(FileHandler, SharesItsFileWithOtherProcesses) {
    constexpr int processes = 4;
    constexpr int lines = 300;
    const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "agora-processes.log";
    std::filesystem::remove(path);
    for (int process = 0; process < processes; ++process) {
        if (::fork() == 0) {
            const bool ready = static_cast<bool>(
                initialize({.service_name = "svc", .console_enabled = false, .file_path = path.string()}));
            for (int i = 0; i < lines; ++i) {
                get_logger().info(std::string(4000, 'x'));
            }
            ::_exit(ready ? 0 : 1);
        }
    }
    for (int process = 0; process < processes; ++process) {
        int status = 0;
        ::wait(&status);
        EXPECT_EQ(status, 0);
    }
    std::ifstream file(path);
    int count = 0;
    for (std::string line; std::getline(file, line); ++count) {
        ASSERT_TRUE(parse_json(line));
    }
    EXPECT_EQ(count, processes * lines);
}
