#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Logger, GoesOnByItselfWhenAFileCanBeWrittenAgain) {
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "agora-failing-file";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "svc.log");  // A folder stands where the file should be.
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    ASSERT_TRUE(
        initialize({.service_name = "svc", .console_format = "json", .file_path = (folder / "svc.log").string()}));
    get_logger().info("lost to the file");
    std::filesystem::remove_all(folder / "svc.log");
    get_logger().info("in the file");
    const std::string console = testing::internal::GetCapturedStdout();
    const std::string errors = testing::internal::GetCapturedStderr();

    std::stringstream written;
    written << std::ifstream(folder / "svc.log").rdbuf();
    EXPECT_EQ(written.str().find("lost to the file"), std::string::npos);
    EXPECT_NE(written.str().find("in the file"), std::string::npos);
    // The console carries the line already, so that standard error has only the report.
    EXPECT_NE(console.find("lost to the file"), std::string::npos);
    EXPECT_EQ(errors.find("lost to the file"), std::string::npos);
    EXPECT_NE(errors.find("[AGORA_HANDLER_IO]"), std::string::npos);
}
