#include "stop_request.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace pricing {
namespace {

// A signal handler can reach nothing else.
int write_end = -1;

extern "C" void on_signal(int number) {
    const int saved = errno;
    const char which = number == SIGINT ? 'I' : 'T';
    [[maybe_unused]] const ssize_t written = write(write_end, &which, 1);
    errno = saved;
}

}  // namespace

StopRequest::StopRequest(bool watch_stdin) : watch_stdin_(watch_stdin) {
    if (pipe(pipe_.data()) != 0) {
        throw std::system_error(errno, std::generic_category(), "pipe");
    }
    for (const int fd : pipe_) {
        fcntl(fd, F_SETFD, FD_CLOEXEC);
    }
    write_end = pipe_[1];
    struct sigaction action{};
    action.sa_handler = on_signal;
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    // A client that goes away early is an error of write(), not the end of this
    // process.
    signal(SIGPIPE, SIG_IGN);
}

StopRequest::~StopRequest() {
    write_end = -1;
    for (const int fd : pipe_) {
        close(fd);
    }
}

std::string StopRequest::reason(bool signal_readable, bool stdin_readable) const {
    char byte = 0;
    if (signal_readable && read(signal_fd(), &byte, 1) == 1) {
        return byte == 'I' ? "SIGINT" : "SIGTERM";
    }
    if (stdin_readable && read(stdin_fd(), &byte, 1) == 0) {
        return "stdin";
    }
    return {};
}

}  // namespace pricing
