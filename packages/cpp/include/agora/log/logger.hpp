#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>

#include "agora/log/config.hpp"
#include "agora/log/context.hpp"
#include "agora/log/exception.hpp"
#include "agora/log/level.hpp"
#include "agora/log/location.hpp"
#include "agora/log/result.hpp"

namespace agora::log {

namespace detail {
struct LoggerState;
/// Number of the lowest level that is written; 0 until the configuration has been looked at.
extern constinit std::atomic<int> lowest_level;
/// Looks at the configuration and returns that number.
[[nodiscard]] int settle_lowest_level() noexcept;
}  // namespace detail

/// A name with context bound to it. Cheap to copy; all loggers of a process share the handlers, and follow a later
/// `initialize`. Every method may be called from any thread, at any time from static initialisation to static
/// destruction, and never throws: the cost of a log call that fails is a line on standard error.
class Logger {
public:
    /// A logger without a name.
    Logger() noexcept = default;

    /// Writes an entry. An error in `context` under `err`, `error` or `exception` becomes the entry's exception.
    void debug(Text message, ContextView context = {},
               Location where = std::source_location::current()) const noexcept {
        log(Level::debug, message, context, where);
    }
    void debug(Text message, const Exc& error, ContextView context = {},
               Location where = std::source_location::current()) const noexcept {
        log(Level::debug, message, error, context, where);
    }
    void info(Text message, ContextView context = {}, Location where = std::source_location::current()) const noexcept {
        log(Level::info, message, context, where);
    }
    void info(Text message, const Exc& error, ContextView context = {},
              Location where = std::source_location::current()) const noexcept {
        log(Level::info, message, error, context, where);
    }
    void warning(Text message, ContextView context = {},
                 Location where = std::source_location::current()) const noexcept {
        log(Level::warning, message, context, where);
    }
    void warning(Text message, const Exc& error, ContextView context = {},
                 Location where = std::source_location::current()) const noexcept {
        log(Level::warning, message, error, context, where);
    }
    void error(Text message, ContextView context = {},
               Location where = std::source_location::current()) const noexcept {
        log(Level::error, message, context, where);
    }
    void error(Text message, const Exc& error, ContextView context = {},
               Location where = std::source_location::current()) const noexcept {
        log(Level::error, message, error, context, where);
    }
    void critical(Text message, ContextView context = {},
                  Location where = std::source_location::current()) const noexcept {
        log(Level::critical, message, context, where);
    }
    void critical(Text message, const Exc& error, ContextView context = {},
                  Location where = std::source_location::current()) const noexcept {
        log(Level::critical, message, error, context, where);
    }

    /// The same with the level as a value.
    void log(Level level, Text message, ContextView context = {},
             Location where = std::source_location::current()) const noexcept {
        if (is_enabled(level)) {
            write(level, message, nullptr, context, where);
        }
    }
    void log(Level level, Text message, const Exc& error, ContextView context = {},
             Location where = std::source_location::current()) const noexcept {
        if (is_enabled(level)) {
            write(level, message, &error.value(), context, where);
        }
    }

    /// A logger that adds `context` to every entry; what a call says wins over it.
    [[nodiscard]] Logger with_context(Context context) const;

    /// Whether an entry of that level would be written.
    [[nodiscard]] bool is_enabled(Level level) const noexcept {
        const int lowest = detail::lowest_level.load(std::memory_order_relaxed);
        return static_cast<int>(level) >= (lowest != 0 ? lowest : detail::settle_lowest_level());
    }

    [[nodiscard]] std::string_view name() const noexcept;

private:
    friend Logger get_logger(Text name);

    void write(Level level, Text message, const Value* error, const ContextView& context,
               const Location& where) const noexcept;

    std::shared_ptr<const detail::LoggerState> state_;
};

/// Settles the configuration and opens the handlers. Before it, loggers write to the console, with the service of the
/// environment or `unknown_service`, and one warning says so. A second call closes the handlers of the first; loggers
/// that exist follow. Refused with `AGORA_CONFIG`, and nothing has changed then. Warnings about the environment name
/// `where` as their place.
[[nodiscard]] Result<void> initialize(const Config& config, Location where = std::source_location::current()) noexcept;

/// The logger of that name; names are hierarchical, with dots.
[[nodiscard]] Logger get_logger(Text name = {});

/// Makes durable what was written. False where a handler could not.
bool flush() noexcept;

/// Flushes and closes the handlers. Later entries of level WARNING and above go to standard error, the others are
/// counted.
void shutdown() noexcept;

/// Entries that were not written anywhere since the process began: those that came after `shutdown` below WARNING,
/// and those for which neither a handler nor standard error took the line.
[[nodiscard]] std::uint64_t dropped_entries() noexcept;

}  // namespace agora::log
