#include <gtest/gtest.h>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Logger, WritesTextForPeopleWhereItIsAskedFor) {
    ASSERT_TRUE(
        initialize({.service_name = "svc", .console_format = "text", .clock = []() noexcept { return Timestamp(0); }}));
    testing::internal::CaptureStdout();
    constexpr int line = __LINE__ + 1;
    get_logger("a").info("hello", {{"who", "you"}});
    // No terminal, hence no colours.
    EXPECT_EQ(testing::internal::GetCapturedStdout(),
              std::string("1970-01-01 00:00:00.000 INFO     svc [a] hello  who=you  text_console_test.cpp:") +
                  std::to_string(line) + " TestBody\n");
}
