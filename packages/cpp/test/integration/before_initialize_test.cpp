#include <gtest/gtest.h>

#include <cstdlib>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Logger, WorksBeforeInitializeAndWarnsOnce) {
    ::setenv("LOG_FILE_PATH", "/nonexistent/agora.log", 1);
    EXPECT_FALSE(get_logger().is_enabled(Level::debug));
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    get_logger("early").debug("hidden");
    get_logger("early").info("one");
    get_logger("early").info("two");
    const std::string lines = testing::internal::GetCapturedStdout();
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    EXPECT_EQ(lines.find("hidden"), std::string::npos);
    const std::size_t warning = lines.find(R"("level":"WARNING","message":"A logger is used before initialize)");
    ASSERT_EQ(warning, lines.find("\"level\":"));
    EXPECT_EQ(lines.find("WARNING", warning + 12), std::string::npos);
    EXPECT_NE(lines.find(R"("message":"one","service":"unknown_service","file":"before_initialize_test.cpp")"),
              std::string::npos);
    EXPECT_NE(lines.find(R"("message":"two")"), std::string::npos);
}
