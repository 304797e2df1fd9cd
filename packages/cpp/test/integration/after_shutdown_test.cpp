#include <gtest/gtest.h>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Logger, WritesWhatIsSeriousToStandardErrorAfterShutdown) {
    ASSERT_TRUE(initialize({.service_name = "svc", .console_format = "json"}));
    const Logger log = get_logger();
    shutdown();
    shutdown();
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    log.debug("not enabled");
    log.info("counted");
    log.warning("kept");
    log.error("kept too");
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
    const std::string errors = testing::internal::GetCapturedStderr();
    EXPECT_NE(errors.find("\"message\":\"kept\""), std::string::npos);
    EXPECT_NE(errors.find("\"message\":\"kept too\""), std::string::npos);
    EXPECT_EQ(errors.find("counted"), std::string::npos);
    EXPECT_EQ(dropped_entries(), 1u);
    EXPECT_TRUE(flush());
}
