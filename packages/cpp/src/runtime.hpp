#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "agora/log/config.hpp"
#include "agora/log/context.hpp"
#include "agora/log/handlers/handler.hpp"
#include "agora/log/location.hpp"

namespace agora::log::detail {

enum class Phase { before, running, closed };

/// A handler with what is known about its failures.
class Sink {
public:
    explicit Sink(std::shared_ptr<Handler> handler, bool shows_people) noexcept
        : handler_(std::move(handler)), shows_people_(shows_people) {}

    [[nodiscard]] const std::shared_ptr<Handler>& handler() const noexcept { return handler_; }
    /// Whether it is the console: standard error need not repeat what it has taken.
    [[nodiscard]] bool shows_people() const noexcept { return shows_people_; }

    /// Counts a failure. Returns how many there were since the last report where it is time for one, else 0: the first
    /// is reported at once, then at most one report is made in ten seconds.
    [[nodiscard]] std::uint64_t fail() noexcept;

private:
    std::shared_ptr<Handler> handler_;
    bool shows_people_;
    std::mutex mutex_;
    std::uint64_t failures_ = 0;
    std::chrono::steady_clock::time_point next_report_{};
};

/// A configuration at work. `initialize` and `shutdown` put another one in its place.
struct Active {
    Encoder encoder;
    Level level;
    Phase phase;
    std::vector<std::shared_ptr<Sink>> sinks;
    Timestamp (*clock)() noexcept;

    /// Encodes an entry of the library itself. Empty where memory ran out.
    [[nodiscard]] std::string own_line(Level own_level, std::string_view message, const Context& context,
                                       const Location& where) const noexcept;
};

/// The one state of a process. It is made with its first use and never destroyed, so that loggers work from static
/// initialisation to static destruction.
class Runtime {
public:
    [[nodiscard]] static Runtime& instance() noexcept;

    /// The configuration at work; before `initialize` one that is made from the environment. Null where memory ran out.
    [[nodiscard]] std::shared_ptr<const Active> active() noexcept;

    /// Puts a configuration in place and returns the one before, if there was one.
    std::shared_ptr<const Active> exchange(std::shared_ptr<const Active> next) noexcept;

    /// True once: for the first entry that was logged before `initialize`.
    [[nodiscard]] bool take_early_warning() noexcept { return !warned_early_.exchange(true); }
    /// True once after each `shutdown`.
    [[nodiscard]] bool take_closed_report() noexcept { return !reported_closed_.exchange(true); }
    void expect_closed_report() noexcept { reported_closed_ = false; }

    /// Gives the line to every handler; what one could not take goes to standard error.
    void deliver(const Active& active, std::string_view line, Level level, const Location& where) noexcept;

    /// Writes the line to standard error.
    void fall_back(std::string_view line) noexcept;

    void count_dropped() noexcept { dropped_.fetch_add(1, std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t dropped() const noexcept { return dropped_.load(std::memory_order_relaxed); }

private:
    void report(const Active& active, const Handler& handler, std::uint64_t failures, const Location& where) noexcept;

    std::mutex mutex_;
    std::shared_ptr<const Active> active_;
    std::atomic<bool> warned_early_{false};
    std::atomic<bool> reported_closed_{false};
    std::atomic<std::uint64_t> dropped_{0};
};

/// The settings as a configuration at work.
[[nodiscard]] Result<std::shared_ptr<const Active>> activate(Settings settings, const Config& config, Phase phase);

}  // namespace agora::log::detail
