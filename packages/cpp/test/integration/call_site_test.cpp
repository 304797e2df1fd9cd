#include <gtest/gtest.h>

#include <functional>

#include "agora/log/logger.hpp"

using namespace agora::log;

namespace call_site {

constexpr int first = __LINE__ + 2;
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
    const auto at = [](int line, const std::string& function) {
        return "\"line\":" + std::to_string(line) + ",\"function\":\"" + function + "\"";
    };
    const Logger log = get_logger();
    call_site::Feed feed;
    EXPECT_EQ(place_of([&] { feed.load(log); }), at(call_site::first, "load"));
    EXPECT_EQ(place_of([&] { feed.push(log, 1.5); }), at(call_site::first + 3, "push"));
    EXPECT_EQ(place_of([&] { feed(log); }), at(call_site::first + 5, "operator()"));
    EXPECT_EQ(place_of([&] { log.info("lambda"); }), at(__LINE__, "<anonymous>"));
}
