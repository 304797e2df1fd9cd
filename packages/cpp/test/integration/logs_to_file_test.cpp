#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "agora/log/json.hpp"
#include "agora/log/logger.hpp"

using namespace agora::log;

TEST(Logger, WritesEntriesOfEveryLevelToAFile) {
    const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "agora-logs-to-file" / "svc.log";
    std::filesystem::remove_all(path.parent_path());
    ASSERT_TRUE(initialize({.service_name = "market-data",
                            .environment = "staging",
                            .version = "1.4.2",
                            .level = "DEBUG",
                            .host = "node-7",
                            .console_enabled = false,
                            .file_path = path.string(),
                            .default_context = Context{{"region", "eu"}},
                            .clock = []() noexcept { return Timestamp(1'700'000'000'123'456); }}));
    const Logger log = get_logger("agora.feed");
    const Logger child =
        log.with_context({{"correlation_id", "6f9619ff-8b86-d011-b42d-00c04fc964ff"}, {"symbol", "EURUSD"}});
    constexpr int first = __LINE__ + 1;
    log.debug("one");
    log.info("two", {{"symbol", "EURUSD"}, {"qty", 5}});
    log.warning("three", {});
    child.error("four", std::runtime_error("boom"), {{"qty", 6}});
    child.critical("five", exc(42));
    log.log(Level::info, "six", {{"err", std::logic_error("in context")}});
    EXPECT_TRUE(flush());
    shutdown();

    std::stringstream written;
    written << std::ifstream(path).rdbuf();
    const std::string head = R"({"timestamp":"2023-11-14T22:13:20.123456Z","level":)";
    const auto place = [](int line) {
        return R"(,"service":"market-data","file":"logs_to_file_test.cpp","line":)" + std::to_string(line) +
               R"(,"function":"TestBody","environment":"staging","version":"1.4.2","host":"node-7","logger_name":"agora.feed")";
    };
    const std::string id = R"(,"correlation_id":"6f9619ff-8b86-d011-b42d-00c04fc964ff")";
    EXPECT_EQ(
        written.str(),
        head + R"("DEBUG","message":"one")" + place(first) +
            R"(,"context":{"region":"eu"}})"
            "\n" +
            head + R"("INFO","message":"two")" + place(first + 1) +
            R"(,"context":{"qty":5,"region":"eu","symbol":"EURUSD"}})"
            "\n" +
            head + R"("WARNING","message":"three")" + place(first + 2) +
            R"(,"context":{"region":"eu"}})"
            "\n" +
            head + R"("ERROR","message":"four")" + place(first + 3) + id +
            R"(,"context":{"qty":6,"region":"eu","symbol":"EURUSD"},"exception":{"type":"std::runtime_error","message":"boom"}})"
            "\n" +
            head + R"("CRITICAL","message":"five")" + place(first + 4) + id +
            R"(,"context":{"region":"eu","symbol":"EURUSD"},"exception":{"type":"number","message":"42"}})"
            "\n" +
            head + R"("INFO","message":"six")" + place(first + 5) +
            R"(,"context":{"region":"eu"},"exception":{"type":"std::logic_error","message":"in context"}})"
            "\n");
}
