#include "system.hpp"

#include <cerrno>
#include <csignal>
#include <ctime>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace agora::log::detail {

namespace {

constexpr int wait_milliseconds = 5000;
constexpr int looks = 5;
constexpr int look_again_milliseconds = 5;

// Keeps SIGPIPE from the thread while it writes. One that a write raised is taken away again; one that was pending
// before stays.
class SigpipeGuard {
public:
    SigpipeGuard() noexcept {
        sigset_t pending;
        sigpending(&pending);
        was_pending_ = sigismember(&pending, SIGPIPE) == 1;
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, &previous_);
    }
    SigpipeGuard(const SigpipeGuard&) = delete;
    SigpipeGuard& operator=(const SigpipeGuard&) = delete;
    ~SigpipeGuard() { pthread_sigmask(SIG_SETMASK, &previous_, nullptr); }

    void take_raised() noexcept {
        sigset_t pending;
        sigpending(&pending);
        if (was_pending_ || sigismember(&pending, SIGPIPE) != 1) {
            return;
        }
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        int signal = 0;
        sigwait(&pipe, &signal);
    }

private:
    sigset_t previous_{};
    bool was_pending_ = false;
};

bool wait_until_ready(int descriptor) noexcept {
    pollfd waiting{descriptor, POLLOUT, 0};
    return ::poll(&waiting, 1, wait_milliseconds) > 0;
}

// What cannot be made shows when the file is opened.
void make_directories(const std::string& path) noexcept {
    try {
        for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
            ::mkdir(path.substr(0, slash).c_str(), 0750);
        }
    } catch (...) {
        errno = ENOMEM;
    }
}

int open_once(const std::string& path) noexcept {
    int descriptor = -1;
    do {
        descriptor = ::open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640);
    } while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

}  // namespace

int write_all(int descriptor, std::string_view bytes, std::size_t& written) noexcept {
    written = 0;
    while (written < bytes.size()) {
        const ssize_t count = ::write(descriptor, bytes.data() + written, bytes.size() - written);
        if (count >= 0) {
            written += static_cast<std::size_t>(count);
            continue;
        }
        const int error = errno;
        if (error == EINTR || ((error == EAGAIN || error == EWOULDBLOCK) && wait_until_ready(descriptor))) {
            continue;
        }
        return error;
    }
    return 0;
}

int write_all_to_pipe(int descriptor, std::string_view bytes, std::size_t& written) noexcept {
    SigpipeGuard guard;
    const int error = write_all(descriptor, bytes, written);
    if (error == EPIPE) {
        guard.take_raised();
    }
    return error;
}

int open_for_append(const std::string& path) noexcept {
    int descriptor = open_once(path);
    if (descriptor < 0 && errno == ENOENT) {
        make_directories(path);
        descriptor = open_once(path);
    }
    return descriptor < 0 ? -errno : descriptor;
}

bool is_removed(int descriptor) noexcept {
    struct stat status{};
    return ::fstat(descriptor, &status) == 0 && status.st_nlink == 0;
}

bool ends_within_a_line(int descriptor) noexcept {
    for (int look = 0; look < looks; ++look) {
        if (look > 0) {
            ::poll(nullptr, 0, look_again_milliseconds);
        }
        struct stat status{};
        char last = '\n';
        if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0 ||
            ::pread(descriptor, &last, 1, status.st_size - 1) != 1 || last == '\n') {
            return false;
        }
    }
    return true;
}

int sync(int descriptor) noexcept {
    // What cannot be synced, such as a pipe, is as durable as it gets.
    return ::fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno;
}

void close_descriptor(int descriptor) noexcept { ::close(descriptor); }

bool is_terminal(int descriptor) noexcept { return ::isatty(descriptor) == 1; }

std::string host_name() {
    char name[256] = {};
    return ::gethostname(name, sizeof name - 1) == 0 ? name : "";
}

std::string error_text(int error) { return std::system_category().message(error); }

}  // namespace agora::log::detail
