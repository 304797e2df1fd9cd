#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "agora/log/handlers/file.hpp"

using namespace agora::log;

TEST(FileHandler, MakesAFileAgainWhoseDirectoryWasRemoved) {
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "agora-removed-directory";
    std::filesystem::remove_all(folder);
    FileHandler handler((folder / "svc.log").string());
    EXPECT_TRUE(handler.write("one\n", Level::info));
    std::filesystem::remove_all(folder);
    EXPECT_TRUE(handler.write("two\n", Level::info));
    std::ostringstream text;
    text << std::ifstream(folder / "svc.log").rdbuf();
    EXPECT_EQ(text.str(), "two\n");
}
