#include "agora/log/handlers/console.hpp"

#include <cerrno>

#include "system.hpp"

namespace agora::log {

bool ConsoleHandler::write(std::string_view line, Level) noexcept {
    std::size_t written = 0;
    int error = 0;
    if (format_ == ConsoleFormat::json) {
        const std::lock_guard lock(mutex_);
        error = detail::write_all_to_pipe(descriptor_, line, written);
    } else {
        try {
            const std::string text = text_form(line, colors_);
            const std::lock_guard lock(mutex_);
            error = detail::write_all_to_pipe(descriptor_, text, written);
        } catch (...) {
            error = ENOMEM;
        }
    }
    if (error != 0) {
        error_ = error;
    }
    return error == 0;
}

std::string ConsoleHandler::failure() const { return detail::error_text(error_); }

}  // namespace agora::log
