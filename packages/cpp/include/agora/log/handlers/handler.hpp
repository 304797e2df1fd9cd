#pragma once

#include <string>
#include <string_view>

#include "agora/log/level.hpp"

namespace agora::log {

/// Where lines go. Implementations are called from several threads at once, must not throw, and must not log through
/// this library while they write.
class Handler {
public:
    Handler() = default;
    Handler(const Handler&) = delete;
    Handler& operator=(const Handler&) = delete;
    virtual ~Handler() = default;

    /// Takes one line with its line feed. False where it could not: the line then goes to standard error, and the
    /// handler is asked again with the next line.
    [[nodiscard]] virtual bool write(std::string_view line, Level level) noexcept = 0;
    /// Makes what was taken durable, as far as the handler can. False where it could not.
    virtual bool flush() noexcept = 0;
    /// Lets go of what it holds. It is not written to afterwards.
    virtual void close() noexcept = 0;
    /// What it is, for reports: `console`, `file /var/log/agora/market-data.log`.
    [[nodiscard]] virtual std::string describe() const = 0;
    /// Why the last write or flush failed, in the words of the system.
    [[nodiscard]] virtual std::string failure() const = 0;
};

}  // namespace agora::log
