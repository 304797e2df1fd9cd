#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include "agora/log/logger.hpp"

using namespace agora::log;

namespace static_destruction {

// Made before and destroyed after everything that the library could have.
struct LogsAtBothEnds {
    LogsAtBothEnds() { get_logger("static").debug("not enabled"); }
    ~LogsAtBothEnds() {
        if (active) {
            get_logger("static")
                .with_context({{"a", 1}})
                .error("bye", std::runtime_error("late"), {{"text", "at the very end"}});
        }
    }
    bool active = false;
};

LogsAtBothEnds logs_at_both_ends;

}  // namespace static_destruction

TEST(Logger, WorksDuringStaticDestruction) {
    int ends[2] = {};
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], 1);
        static_destruction::logs_at_both_ends.active = true;
        const bool ready = static_cast<bool>(initialize({.service_name = "svc", .console_format = "json"}));
        std::exit(ready ? 0 : 1);
    }
    ::close(ends[1]);
    std::string output;
    char buffer[4096];
    for (ssize_t count = 0; (count = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
        output.append(buffer, static_cast<std::size_t>(count));
    }
    ::close(ends[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    EXPECT_NE(output.find(R"("message":"bye")"), std::string::npos) << output;
    EXPECT_NE(output.find(R"("text":"at the very end")"), std::string::npos);
}
