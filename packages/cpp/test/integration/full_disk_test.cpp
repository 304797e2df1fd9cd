#include <gtest/gtest.h>

#include <filesystem>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Logger, WritesToStandardErrorWhileTheDiskIsFull) {
    if (!std::filesystem::exists("/dev/full")) {
        GTEST_SKIP() << "missing part: /dev/full";
    }
    ASSERT_TRUE(initialize({.service_name = "svc", .console_enabled = false, .file_path = "/dev/full"}));
    testing::internal::CaptureStderr();
    for (int i = 0; i < 5; ++i) {
        get_logger().info("kept " + std::to_string(i));
    }
    const std::string errors = testing::internal::GetCapturedStderr();
    for (int i = 0; i < 5; ++i) {
        EXPECT_NE(errors.find("\"message\":\"kept " + std::to_string(i) + "\""), std::string::npos);
    }
    const std::size_t report = errors.find("[AGORA_HANDLER_IO] file /dev/full: No space left on device; ");
    ASSERT_NE(report, std::string::npos);
    EXPECT_EQ(errors.find("[AGORA_HANDLER_IO]", report + 1), std::string::npos);
    EXPECT_EQ(dropped_entries(), 0u);
}
