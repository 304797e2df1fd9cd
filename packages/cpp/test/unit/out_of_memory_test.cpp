#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "agora/log/json.hpp"
#include "agora/log/logger.hpp"
#include "encoding.hpp"

namespace {

// Allocations that still succeed; none are counted while it is negative.
thread_local long allocations_left = -1;
// Whether only the next one fails, as when a large block is asked for.
thread_local bool fails_once = false;

}  // namespace

// NOLINTBEGIN: the allocator of this program can run dry.
void* operator new(std::size_t size) {
    if (allocations_left == 0) {
        allocations_left -= fails_once ? 1 : 0;
        throw std::bad_alloc();
    }
    allocations_left -= allocations_left > 0 ? 1 : 0;
    if (void* const memory = std::malloc(size == 0 ? 1 : size)) {
        return memory;
    }
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
// NOLINTEND

using namespace agora::log;

TEST(OutOfMemory, LeavesAMinimalEntryOrNothingAndNeverThrows) {
    const Encoder encoder = Encoder::create(encoding::options()).value();
    const Context context{{"list", Array(300, std::string(100, 'x'))}, {"\xFF", 1}, {"deep", {{"a", {{"b", 1}}}}}};
    const Value error = Exception{"T", "m", {}, {{"code", 5}}, "cause", {1}};
    Record entry = encoding::record(context);
    entry.error = &error;
    for (const bool once : {true, false}) {
        fails_once = once;
        bool whole = false;
        for (long allocations = 0; !whole; ++allocations) {
            ASSERT_LT(allocations, 10'000);
            std::string line;
            allocations_left = allocations;
            whole = encoder.encode(entry, line);
            allocations_left = -1;
            if (once) {
                EXPECT_TRUE(parse_json(line)) << line;
                EXPECT_TRUE(whole || line.find(R"("context":{"_agora":{"dropped":3,"truncated":["exception"]}})") !=
                                         std::string::npos);
            }
        }
    }
    fails_once = false;
}

TEST(OutOfMemory, NeverShowsASecret) {
    EncoderOptions options = encoding::options();
    options.redact.patterns = {{"own", RedactPattern{"(?:x|y)+canary"}}};
    options.redact.masks = {{"account", {}}};
    const Encoder encoder = Encoder::create(std::move(options)).value();
    const Context context{{"database_connection_string", "canary"},
                          {"account", "a-long-account-canary-0001"},
                          {"text", "password=canary xyxcanary " + std::string(300, 'x')}};
    const Value error = Exception{"T", "Cookie: canary", "secret=canary", {}, {}, {}};
    Record entry = encoding::record(context);
    entry.message = "connecting with api_key=canary to the host";
    entry.error = &error;
    for (const bool once : {true, false}) {
        fails_once = once;
        bool whole = false;
        std::size_t hidden = 0;
        for (long allocations = 0; allocations < 500; ++allocations) {
            std::string line;
            allocations_left = allocations;
            whole = encoder.encode(entry, line);
            allocations_left = -1;
            ASSERT_EQ(line.find("canary"), std::string::npos) << line;
            hidden += line.find(R"("message":"[REDACTED]")") != std::string::npos ? 1 : 0;
        }
        EXPECT_TRUE(whole);
        EXPECT_EQ(hidden > 0, once);
    }
    fails_once = false;
}

TEST(OutOfMemory, InALogCallIsCountedAndNotThrown) {
    struct Silent final : Handler {
        bool write(std::string_view, Level) noexcept override { return true; }
        bool flush() noexcept override { return true; }
        void close() noexcept override {}
        std::string describe() const override { return "silent"; }
        std::string failure() const override { return ""; }
    };
    ASSERT_TRUE(
        initialize({.service_name = "svc", .console_enabled = false, .handlers = {std::make_shared<Silent>()}}));
    const Logger log = get_logger("a.name.that.needs.memory.of.its.own");
    const std::uint64_t before = dropped_entries();
    const Context context{{"key", "value"}};
    allocations_left = 0;
    log.info("message", context);
    allocations_left = -1;
    EXPECT_EQ(dropped_entries(), before + 1);
    log.info("message", context);
    EXPECT_EQ(dropped_entries(), before + 1);
}
