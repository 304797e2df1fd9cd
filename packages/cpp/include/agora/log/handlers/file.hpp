#pragma once

#include <atomic>
#include <mutex>
#include <string>

#include "agora/log/handlers/handler.hpp"

namespace agora::log {

/// Appends to one file, one write call a line, so that several processes may share it. The file is made with mode 0640
/// and its directory with 0750; symbolic links are not followed. It is opened with the first line, and again with the
/// next one after a failure or after somebody removed it. A line that a crash or a full disk cut off is ended before
/// the next one.
class FileHandler final : public Handler {
public:
    explicit FileHandler(std::string path) : path_(std::move(path)) {}
    ~FileHandler() override { close(); }

    [[nodiscard]] bool write(std::string_view line, Level level) noexcept override;
    bool flush() noexcept override;
    void close() noexcept override;
    [[nodiscard]] std::string describe() const override { return "file " + path_; }
    [[nodiscard]] std::string failure() const override;

private:
    bool open() noexcept;
    void drop() noexcept;

    const std::string path_;
    std::mutex mutex_;
    int descriptor_ = -1;
    // Set when a line was written only in part: the next one begins on a line of its own.
    bool torn_ = false;
    std::atomic<int> error_{0};
};

}  // namespace agora::log
