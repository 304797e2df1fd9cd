#include "line_server.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace pricing {
namespace {

constexpr std::size_t longest_line = 65'536;

void require(bool succeeded, const char* what) {
    if (!succeeded) {
        throw std::system_error(errno, std::generic_category(), what);
    }
}

bool is_readable(const pollfd& polled) { return polled.revents != 0; }

/// Answers are short and their readers wait for them, so a blocking write is
/// enough.
bool write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(fd, text.data(), text.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

LineServer::LineServer(std::uint16_t port) : listener_(socket(AF_INET, SOCK_STREAM, 0)) {
    require(listener_ >= 0, "socket");
    fcntl(listener_, F_SETFD, FD_CLOEXEC);
    const int on = 1;
    setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    require(bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0, "bind");
    require(listen(listener_, SOMAXCONN) == 0, "listen");
    require(getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0, "getsockname");
    port_ = ntohs(address.sin_port);
}

LineServer::~LineServer() {
    for (const Connection& connection : connections_) {
        close(connection.fd);
    }
    close(listener_);
}

std::string LineServer::serve(const StopRequest& stop, const Answer& answer) {
    for (;;) {
        std::vector<pollfd> polled = {
            {stop.signal_fd(), POLLIN, 0}, {stop.stdin_fd(), POLLIN, 0}, {listener_, POLLIN, 0}};
        for (const Connection& connection : connections_) {
            polled.push_back({connection.fd, POLLIN, 0});
        }
        if (poll(polled.data(), polled.size(), -1) < 0) {
            require(errno == EINTR, "poll");
            continue;
        }
        std::vector<Connection> open;
        for (std::size_t i = 0; i < connections_.size(); ++i) {
            Connection& connection = connections_[i];
            if (!is_readable(polled[i + 3]) || read_and_answer(connection, answer)) {
                open.push_back(std::move(connection));
            } else {
                close(connection.fd);
            }
        }
        connections_ = std::move(open);
        if (is_readable(polled[2])) {
            accept_one();
        }
        std::string reason = stop.reason(is_readable(polled[0]), is_readable(polled[1]));
        if (!reason.empty()) {
            return reason;
        }
    }
}

void LineServer::accept_one() {
    const int fd = accept(listener_, nullptr, nullptr);
    if (fd < 0) {
        return;
    }
    fcntl(fd, F_SETFD, FD_CLOEXEC);
    connections_.push_back({fd, {}});
}

bool LineServer::read_and_answer(Connection& connection, const Answer& answer) {
    std::array<char, 4096> chunk{};
    const ssize_t size = read(connection.fd, chunk.data(), chunk.size());
    if (size <= 0) {
        return size < 0 && errno == EINTR;
    }
    connection.received.append(chunk.data(), static_cast<std::size_t>(size));
    for (std::size_t end; (end = connection.received.find('\n')) != std::string::npos;) {
        const std::string line = connection.received.substr(0, end);
        connection.received.erase(0, end + 1);
        if (!write_all(connection.fd, answer(line))) {
            return false;
        }
    }
    return connection.received.size() < longest_line;
}

}  // namespace pricing
