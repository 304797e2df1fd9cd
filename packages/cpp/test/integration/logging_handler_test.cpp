#include <gtest/gtest.h>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Logger, DoesNotComeBackToAHandlerThatLogs) {
    struct Talkative final : Handler {
        int calls = 0;
        bool write(std::string_view, Level) noexcept override {
            ++calls;
            get_logger("handler").error("from inside");
            return true;
        }
        bool flush() noexcept override { return true; }
        void close() noexcept override {}
        std::string describe() const override { return "talkative"; }
        std::string failure() const override { return ""; }
    };
    const auto handler = std::make_shared<Talkative>();
    ASSERT_TRUE(initialize({.service_name = "svc", .console_enabled = false, .handlers = {handler}}));
    testing::internal::CaptureStderr();
    get_logger().info("from outside");
    EXPECT_NE(testing::internal::GetCapturedStderr().find("from inside"), std::string::npos);
    EXPECT_EQ(handler->calls, 1);
}
