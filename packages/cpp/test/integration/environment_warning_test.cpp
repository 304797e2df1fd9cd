#include <gtest/gtest.h>

#include <cstdlib>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Initialize, WarnsInAnEntryOfAVariableThatItPassesOver) {
    ::setenv("LOG_MAX_ENTRY_BYTES", "12", 1);
    ::setenv("LOG_LEVLE", "DEBUG", 1);
    testing::internal::CaptureStdout();
    ASSERT_TRUE(initialize({.service_name = "svc", .console_format = "json"}));
    const std::string lines = testing::internal::GetCapturedStdout();
    EXPECT_NE(
        lines.find(R"("level":"WARNING","message":"[AGORA_CONFIG] max_entry_bytes: 12 (from LOG_MAX_ENTRY_BYTES))"),
        std::string::npos);
    EXPECT_NE(lines.find("did you mean LOG_LEVEL?"), std::string::npos);
    EXPECT_NE(lines.find(R"("file":"environment_warning_test.cpp")"), std::string::npos);
}
