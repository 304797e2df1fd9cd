#include <gtest/gtest.h>

#include <filesystem>

#include <sys/stat.h>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(FileHandler, MakesAFileThatOnlyOwnerAndGroupRead) {
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "agora-file-modes";
    std::filesystem::remove_all(folder);
    const mode_t previous = ::umask(0);
    ASSERT_TRUE(
        initialize({.service_name = "svc", .console_enabled = false, .file_path = (folder / "a.log").string()}));
    get_logger().info("x");
    ::umask(previous);
    struct stat status{};
    ASSERT_EQ(::stat((folder / "a.log").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0640u);
    ASSERT_EQ(::stat(folder.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0750u);
}
