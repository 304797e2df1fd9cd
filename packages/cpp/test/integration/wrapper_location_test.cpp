#include <gtest/gtest.h>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Logger, TakesTheLocationThatAWrapperPassesOn) {
    struct Wrapper {
        static void audit(std::string_view message, Location where = std::source_location::current()) {
            get_logger("audit").info(message, {}, where);
        }
        static void runtime(std::string_view message, std::source_location where = std::source_location::current()) {
            get_logger("audit").info(message, {}, Location::at(where));
        }
    };
    ASSERT_TRUE(initialize({.service_name = "svc", .console_format = "json"}));
    testing::internal::CaptureStdout();
    const std::string first = std::to_string(__LINE__ + 1);
    Wrapper::audit("x");
    const std::string second = std::to_string(__LINE__ + 1);
    Wrapper::runtime("y");
    get_logger().info("z", {}, Location::at("/scripts/rule.lua?v=1", 7, "run"));
    get_logger().info("w", {}, Location());
    const std::string lines = testing::internal::GetCapturedStdout();
    EXPECT_NE(lines.find("\"file\":\"wrapper_location_test.cpp\",\"line\":" + first + ",\"function\":\"TestBody\""),
              std::string::npos);
    EXPECT_NE(lines.find("\"file\":\"wrapper_location_test.cpp\",\"line\":" + second + ",\"function\":\"TestBody\""),
              std::string::npos);
    EXPECT_NE(lines.find(R"("file":"rule.lua","line":7,"function":"run")"), std::string::npos);
    EXPECT_NE(lines.find(R"("file":"<unknown>","line":0,"function":"<unknown>")"), std::string::npos);
}
