#pragma once

#include <array>
#include <string>

namespace pricing {

/// Waits for a request to end: SIGTERM, SIGINT and, where asked for, the end of
/// stdin, which says that the process that started this one is gone. One object
/// in a process.
class StopRequest {
public:
    explicit StopRequest(bool watch_stdin);
    ~StopRequest();
    StopRequest(const StopRequest&) = delete;
    StopRequest& operator=(const StopRequest&) = delete;

    /// Becomes readable when a signal asks to end.
    [[nodiscard]] int signal_fd() const noexcept { return pipe_[0]; }

    /// Standard input where it is watched, else -1 (which poll() passes over).
    [[nodiscard]] int stdin_fd() const noexcept { return watch_stdin_ ? 0 : -1; }

    /// To be called when one of the descriptors is readable.
    ///
    /// @returns `SIGTERM`, `SIGINT` or `stdin`; empty when neither asks to end
    [[nodiscard]] std::string reason(bool signal_readable, bool stdin_readable) const;

private:
    std::array<int, 2> pipe_{};
    bool watch_stdin_;
};

}  // namespace pricing
