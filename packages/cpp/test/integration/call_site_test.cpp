#include <gtest/gtest.h>

#include <functional>

#include "agora/log/logger.hpp"

using namespace agora::log;

namespace call_site {

struct Feed {
    void load(const Logger& log) const { log.info("method"); }
    template <class T>
    void push(const Logger& log, T) {
        log.info("template");
    }
    void operator()(const Logger& log) { log.info("operator"); }
};

}  // namespace call_site

TEST(Logger, NamesTheLineAndFunctionOfItsCaller) {
    ASSERT_TRUE(initialize({.service_name = "svc", .console_format = "json"}));
    const auto place_of = [](const std::function<void()>& call) {
        testing::internal::CaptureStdout();
        call();
        const std::string line = testing::internal::GetCapturedStdout();
        const std::size_t begin = line.find("\"line\":");
        return line.substr(begin, line.find(",\"environment\"") - begin);
    };
    const Logger log = get_logger();
    call_site::Feed feed;
    EXPECT_EQ(place_of([&] { feed.load(log); }), "\"line\":12,\"function\":\"load\"");
    EXPECT_EQ(place_of([&] { feed.push(log, 1.5); }), "\"line\":15,\"function\":\"push\"");
    EXPECT_EQ(place_of([&] { feed(log); }), "\"line\":17,\"function\":\"operator()\"");
    EXPECT_EQ(place_of([&] { log.info("lambda"); }), "\"line\":36,\"function\":\"<anonymous>\"");
}
