#include <gtest/gtest.h>

#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Logger, GivesEachLineAndItsLevelToTheHandlersOfTheCaller) {
    struct Memory final : Handler {
        std::vector<std::pair<std::string, Level>> lines;
        int flushed = 0;
        int closed = 0;
        bool write(std::string_view line, Level level) noexcept override {
            lines.emplace_back(line, level);
            return true;
        }
        bool flush() noexcept override { return ++flushed > 0; }
        void close() noexcept override { ++closed; }
        std::string describe() const override { return "memory"; }
        std::string failure() const override { return ""; }
    };
    const auto memory = std::make_shared<Memory>();
    ASSERT_TRUE(initialize({.service_name = "svc", .console_enabled = false, .handlers = {memory, nullptr}}));
    get_logger("a").warning("x");
    EXPECT_TRUE(flush());
    shutdown();
    ASSERT_EQ(memory->lines.size(), 1u);
    EXPECT_TRUE(memory->lines[0].first.ends_with("\"logger_name\":\"a\"}\n"));
    EXPECT_EQ(memory->lines[0].second, Level::warning);
    EXPECT_EQ(memory->flushed, 1);
    EXPECT_EQ(memory->closed, 1);
}
