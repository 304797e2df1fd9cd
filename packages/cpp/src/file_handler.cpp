#include "agora/log/handlers/file.hpp"
#include "system.hpp"

namespace agora::log {

bool FileHandler::open() noexcept {
    if (descriptor_ >= 0) {
        return true;
    }
    const int result = detail::open_for_append(path_);
    if (result < 0) {
        error_ = -result;
        return false;
    }
    descriptor_ = result;
    torn_ = detail::ends_within_a_line(descriptor_);
    return true;
}

void FileHandler::drop() noexcept {
    if (descriptor_ >= 0) {
        detail::close_descriptor(descriptor_);
        descriptor_ = -1;
    }
}

bool FileHandler::write(std::string_view line, Level) noexcept {
    const std::lock_guard lock(mutex_);
    if (descriptor_ >= 0 && detail::is_removed(descriptor_)) {
        drop();
    }
    if (!open()) {
        return false;
    }
    std::size_t written = 0;
    if (torn_ && detail::write_all(descriptor_, "\n", written) == 0) {
        torn_ = false;
    }
    const int error = torn_ ? error_.load() : detail::write_all(descriptor_, line, written);
    if (error == 0) {
        return true;
    }
    torn_ = torn_ || written > 0;
    error_ = error;
    // The next line opens the file anew: it may have been moved, or its volume mounted again.
    drop();
    return false;
}

bool FileHandler::flush() noexcept {
    const std::lock_guard lock(mutex_);
    if (descriptor_ < 0) {
        return true;
    }
    const int error = detail::sync(descriptor_);
    if (error != 0) {
        error_ = error;
    }
    return error == 0;
}

void FileHandler::close() noexcept {
    flush();
    const std::lock_guard lock(mutex_);
    drop();
}

std::string FileHandler::failure() const { return detail::error_text(error_); }

}  // namespace agora::log
