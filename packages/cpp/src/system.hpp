#pragma once

#include <chrono>
#include <string>
#include <string_view>

// What is asked of the operating system. POSIX.
namespace agora::log::detail {

/// Writes all of it, over partial writes and interruptions; a descriptor that is not ready is waited for, up to five
/// seconds. `written` counts the bytes that are out. Returns 0 or `errno`.
[[nodiscard]] int write_all(int descriptor, std::string_view bytes, std::size_t& written) noexcept;

/// The same for what may be a pipe or socket: one that nobody reads raises no SIGPIPE.
[[nodiscard]] int write_all_to_pipe(int descriptor, std::string_view bytes, std::size_t& written) noexcept;

/// Opens a file for appending: made with mode 0640, symbolic links not followed, its directory made with 0750. Returns
/// the descriptor, or `-errno`.
[[nodiscard]] int open_for_append(const std::string& path) noexcept;

/// Whether the open file has lost its name: what is written to it then is lost.
[[nodiscard]] bool is_removed(int descriptor) noexcept;

/// Whether a process left a line in the open file without its end. Another process may be in the middle of a write just
/// now, so the last byte is looked at several times.
[[nodiscard]] bool ends_within_a_line(int descriptor) noexcept;

/// Returns 0 or `errno`.
[[nodiscard]] int sync(int descriptor) noexcept;
void close_descriptor(int descriptor) noexcept;

[[nodiscard]] bool is_terminal(int descriptor) noexcept;
[[nodiscard]] std::string host_name();
[[nodiscard]] std::string error_text(int error);

}  // namespace agora::log::detail
