#include <gtest/gtest.h>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Logger, WritesALevelExactlyWhenItSaysThatItIsEnabled) {
    constexpr Level levels[] = {Level::debug, Level::info, Level::warning, Level::error, Level::critical};
    for (const Level lowest : levels) {
        ASSERT_TRUE(
            initialize({.service_name = "svc", .level = std::string(to_string(lowest)), .console_format = "json"}));
        for (const Level level : levels) {
            testing::internal::CaptureStdout();
            get_logger().log(level, "x");
            const bool written = !testing::internal::GetCapturedStdout().empty();
            EXPECT_EQ(written, level >= lowest);
            EXPECT_EQ(get_logger().is_enabled(level), written);
        }
    }
}
