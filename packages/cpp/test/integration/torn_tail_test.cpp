#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "agora/log/handlers/file.hpp"

using namespace agora::log;

TEST(FileHandler, EndsALineThatAnotherProcessLeftWithoutItsEnd) {
    const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "agora-torn-tail";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "svc.log") << "{\"to";
    FileHandler handler((folder / "svc.log").string());
    EXPECT_TRUE(handler.write("line\n", Level::info));
    std::ostringstream text;
    text << std::ifstream(folder / "svc.log").rdbuf();
    EXPECT_EQ(text.str(), "{\"to\nline\n");
}
