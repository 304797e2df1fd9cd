#include <gtest/gtest.h>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Initialize, ChangesNothingWhenItIsRefused) {
    ASSERT_TRUE(initialize({.service_name = "good", .console_format = "json"}));
    const Result<void> refused = initialize({.service_name = "bad", .level = "VERBOSE", .console_enabled = false});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "AGORA_CONFIG");
    EXPECT_EQ(refused.error().violations.at(0).field, "level");
    testing::internal::CaptureStdout();
    get_logger().info("x");
    EXPECT_NE(testing::internal::GetCapturedStdout().find("\"service\":\"good\""), std::string::npos);
}
