#include "agora/log/level.hpp"

#include <gtest/gtest.h>

using agora::log::Level;
using agora::log::parse_level;
using agora::log::to_string;

TEST(Level, HasItsNameOnTheWire) {
    EXPECT_EQ(to_string(Level::debug), "DEBUG");
    EXPECT_EQ(to_string(Level::info), "INFO");
    EXPECT_EQ(to_string(Level::warning), "WARNING");
    EXPECT_EQ(to_string(Level::error), "ERROR");
    EXPECT_EQ(to_string(Level::critical), "CRITICAL");
}

TEST(Level, IsReadInAnyCaseAndByAlias) {
    EXPECT_EQ(parse_level("Warning"), Level::warning);
    EXPECT_EQ(parse_level("warn"), Level::warning);
    EXPECT_EQ(parse_level("TRACE"), Level::debug);
    EXPECT_EQ(parse_level("notice"), Level::info);
    EXPECT_EQ(parse_level("Err"), Level::error);
    for (const char* const name : {"critical", "fatal", "CRIT", "alert", "emerg", "Panic"}) {
        EXPECT_EQ(parse_level(name), Level::critical) << name;
    }
}

TEST(Level, IsNothingForAnyOtherText) {
    for (const char* const name : {"", "VERBOSE", "info ", "20", "warnings"}) {
        EXPECT_EQ(parse_level(name), std::nullopt) << name;
    }
}
