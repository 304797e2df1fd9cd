#include <gtest/gtest.h>

#include <filesystem>

#include "agora/log/handlers/file.hpp"

using namespace agora::log;

TEST(FileHandler, MakesEveryFolderOfItsPathAndAgainWhenItWasDeleted) {
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "agora-new-folders";
    std::filesystem::remove_all(folder);
    const std::filesystem::path path = folder / "a" / "b" / "svc.log";
    FileHandler handler(path.string());
    EXPECT_TRUE(handler.write("one\n", Level::info));
    EXPECT_EQ(std::filesystem::file_size(path), 4u);
    std::filesystem::remove_all(folder);
    handler.close();
    EXPECT_TRUE(handler.write("two\n", Level::info));
    EXPECT_EQ(std::filesystem::file_size(path), 4u);
    EXPECT_EQ(handler.describe(), "file " + path.string());
}
