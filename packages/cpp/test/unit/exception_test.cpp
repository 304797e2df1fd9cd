#include "agora/log/exception.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <system_error>

#include "agora/log/json.hpp"

using namespace agora::log;

namespace {

struct FeedError : std::runtime_error {
    using runtime_error::runtime_error;
};

struct Silent : std::exception {
    const char* what() const noexcept override { return nullptr; }
};

struct NoException {};

template <class Thrown>
Value thrown(Thrown&& object) {
    try {
        throw std::forward<Thrown>(object);
    } catch (...) {
        return exc(std::current_exception()).value();
    }
}

[[noreturn]] void fail_nested(int depth) {
    if (depth == 0) {
        throw FeedError("socket closed");
    }
    try {
        fail_nested(depth - 1);
    } catch (...) {
        std::throw_with_nested(std::logic_error("level " + std::to_string(depth)));
    }
}

}  // namespace

TEST(Exc, HasTheDynamicTypeAndTheText) {
    const FeedError error("no price");
    const std::exception& base = error;
    const Exception captured = exc(base).value().as_exception();
    EXPECT_EQ(captured.type, "(anonymous namespace)::FeedError");
    EXPECT_EQ(captured.message, "no price");
    EXPECT_EQ(captured.stacktrace, "");
    EXPECT_EQ(exc(std::runtime_error("x")).value().as_exception().type, "std::runtime_error");
    EXPECT_EQ(exc(Silent()).value().as_exception().message, "");
}

TEST(Exc, HasTheCodeOfASystemError) {
    const std::system_error error(std::make_error_code(std::errc::no_such_file_or_directory), "open");
    EXPECT_EQ(to_json(Value(exc(error).value().as_exception().properties)), R"({"category":"generic","code":2})");
}

TEST(Exc, MakesACauseOfEachNestedException) {
    try {
        fail_nested(2);
    } catch (const std::exception& error) {
        const Exception first = exc(error).value().as_exception();
        EXPECT_EQ(first.type, "std::logic_error");
        EXPECT_EQ(first.message, "level 2");
        const Exception& second = first.cause.as_exception();
        EXPECT_EQ(second.message, "level 1");
        EXPECT_EQ(second.cause.as_exception().type, "(anonymous namespace)::FeedError");
        EXPECT_TRUE(second.cause.as_exception().cause.is_null());
    }
}

TEST(Exc, StopsOneLinkBehindTheLongestChain) {
    try {
        fail_nested(50);
    } catch (const std::exception& error) {
        Value link = exc(error).value();
        int length = 0;
        while (!link.is_null()) {
            link = Value(link.as_exception().cause);
            ++length;
        }
        EXPECT_EQ(length, 9);
    }
}

TEST(Exc, TakesWhatWasThrownWithoutBeingAnException) {
    EXPECT_EQ(thrown(std::string("text")), Value("text"));
    EXPECT_EQ(thrown("literal"), Value("literal"));
    EXPECT_EQ(thrown(5), Value(5));
    EXPECT_EQ(thrown(2.5), Value(2.5));
    EXPECT_EQ(thrown(true), Value(true));
    EXPECT_EQ(thrown(NoException()).as_exception().type, "(anonymous namespace)::NoException");
    EXPECT_EQ(thrown(Exception{"TypeError", "remote", {}, {}, {}, {}}).as_exception().type, "TypeError");
    EXPECT_TRUE(exc(std::exception_ptr()).value().is_null());
}

TEST(Exc, NestsWhatIsNoExceptionAsACause) {
    try {
        try {
            throw 7;
        } catch (...) {
            std::throw_with_nested(std::runtime_error("outer"));
        }
    } catch (const std::exception& error) {
        EXPECT_EQ(exc(error).value().as_exception().cause, Value(7));
    }
}

TEST(Exc, StandsInAContextToo) {
    const FeedError error("no price");
    const Context context{{"plain", error}, {"tagged", exc(error).value()}, {"pointer", std::make_exception_ptr(5)}};
    EXPECT_EQ(context.find("plain")->as_exception().message, "no price");
    EXPECT_EQ(*context.find("plain"), *context.find("tagged"));
    EXPECT_EQ(context.find("pointer")->as_int64(), 5);
}
