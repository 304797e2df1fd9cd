#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Logger, FollowsALaterConfiguration) {
    const std::filesystem::path folder = testing::TempDir();
    const auto content = [](const std::filesystem::path& path) {
        std::stringstream text;
        text << std::ifstream(path).rdbuf();
        std::filesystem::remove(path);
        return text.str();
    };
    const std::filesystem::path first = folder / "agora-again-1.log";
    const std::filesystem::path second = folder / "agora-again-2.log";
    content(first);
    content(second);
    ASSERT_TRUE(initialize({.service_name = "one", .console_enabled = false, .file_path = first.string()}));
    const Logger log = get_logger("a");
    log.info("to the first");
    log.debug("to nowhere");
    ASSERT_TRUE(
        initialize({.service_name = "two", .level = "DEBUG", .console_enabled = false, .file_path = second.string()}));
    log.debug("to the second");
    const std::string in_first = content(first);
    const std::string in_second = content(second);
    EXPECT_NE(in_first.find("to the first"), std::string::npos);
    EXPECT_EQ(in_first.find("to nowhere"), std::string::npos);
    EXPECT_NE(in_second.find(R"("message":"to the second","service":"two")"), std::string::npos);
    EXPECT_EQ(in_second.find("to the first"), std::string::npos);
}
