#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include "agora/log/handlers/console.hpp"

using namespace agora::log;

TEST(ConsoleHandler, SurvivesAPipeThatNobodyReads) {
    int ends[2] = {};
    ASSERT_EQ(::pipe(ends), 0);
    ConsoleHandler handler(ends[1], ConsoleFormat::json, false);
    EXPECT_TRUE(handler.write("{}\n", Level::info));
    ::close(ends[0]);
    // Without care, the signal of a broken pipe would end this process.
    EXPECT_FALSE(handler.write("{}\n", Level::info));
    EXPECT_EQ(handler.failure(), "Broken pipe");
    EXPECT_FALSE(handler.write("{}\n", Level::info));
    ::close(ends[1]);
}
