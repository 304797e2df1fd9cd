#pragma once

#include <atomic>
#include <memory>
#include <mutex>

#include "agora/log/handlers/console_format.hpp"
#include "agora/log/handlers/handler.hpp"

namespace agora::log {

/// Writes to standard output, one write call a line.
class ConsoleHandler final : public Handler {
public:
    /// Writes to a file descriptor that it does not own; 1 is standard output. `colors` holds for the text form.
    ConsoleHandler(int descriptor, ConsoleFormat format, bool colors) noexcept
        : descriptor_(descriptor), format_(format), colors_(colors) {}

    [[nodiscard]] bool write(std::string_view line, Level level) noexcept override;
    bool flush() noexcept override { return true; }
    void close() noexcept override {}
    [[nodiscard]] std::string describe() const override { return "console"; }
    [[nodiscard]] std::string failure() const override;

private:
    const int descriptor_;
    const ConsoleFormat format_;
    const bool colors_;
    std::mutex mutex_;
    std::atomic<int> error_{0};
};

/// The form of a line that is made for people: one line of text, the exception below it, indented by four spaces.
/// Control characters, bidi controls and escape sequences cannot leave it. A line that is no entry
/// is only made safe.
[[nodiscard]] std::string text_form(std::string_view line, bool colors = false);

}  // namespace agora::log
