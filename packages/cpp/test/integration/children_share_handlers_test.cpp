#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Logger, SharesItsHandlersWithAllItsChildren) {
    const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "agora-children.log";
    std::filesystem::remove(path);
    const auto descriptors = [] {
        const std::filesystem::directory_iterator open("/proc/self/fd");
        return std::distance(begin(open), end(open));
    };
    if (!std::filesystem::exists("/proc/self/fd")) {
        GTEST_SKIP() << "missing part: /proc";
    }
    ASSERT_TRUE(initialize({.service_name = "svc", .console_enabled = false, .file_path = path.string()}));
    get_logger().info("opens the file");
    const auto before = descriptors();
    std::vector<Logger> children;
    for (int i = 0; i < 10'000; ++i) {
        children.push_back(get_logger("child").with_context({{"i", i}}));
        children.back().info("x");
    }
    EXPECT_EQ(descriptors(), before);
    std::ifstream file(path);
    EXPECT_EQ(std::count(std::istreambuf_iterator<char>(file), {}, '\n'), 10'001);
}

TEST(Logger, MayHaveAMillionAncestors) {
    ASSERT_TRUE(initialize({.service_name = "svc", .level = "CRITICAL", .console_enabled = false}));
    Logger log = get_logger("deep");
    for (int i = 0; i < 1'000'000; ++i) {
        log = log.with_context({});
    }
    EXPECT_EQ(log.name(), "deep");
}
