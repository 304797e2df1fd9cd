#include <gtest/gtest.h>

#include <filesystem>

#include "agora/log/handlers/file.hpp"

using namespace agora::log;

TEST(FileHandler, FollowsNoSymbolicLink) {
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "agora-symbolic-link";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::filesystem::create_symlink(folder / "target", folder / "svc.log");
    FileHandler handler((folder / "svc.log").string());
    EXPECT_FALSE(handler.write("line\n", Level::info));
    EXPECT_FALSE(std::filesystem::exists(folder / "target"));
    EXPECT_NE(handler.failure(), "");
}
