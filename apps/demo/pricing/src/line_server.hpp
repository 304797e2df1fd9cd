#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "stop_request.hpp"

namespace pricing {

/// Serves lines over TCP on the loopback address, all connections in one
/// thread: each line that a client sends is answered by one line.
class LineServer {
public:
    /// Gives the answer, with its LF, to one line without its LF.
    using Answer = std::function<std::string(std::string_view line)>;

    /// Listens on 127.0.0.1.
    ///
    /// @param port 0 = any free one
    /// @throws std::system_error when the port cannot be had
    explicit LineServer(std::uint16_t port);
    ~LineServer();
    LineServer(const LineServer&) = delete;
    LineServer& operator=(const LineServer&) = delete;

    /// The port that it listens on.
    [[nodiscard]] std::uint16_t port() const noexcept { return port_; }

    /// Answers lines until it is asked to stop.
    ///
    /// @returns what asked: `SIGTERM`, `SIGINT` or `stdin`
    std::string serve(const StopRequest& stop, const Answer& answer);

private:
    struct Connection {
        int fd;
        std::string received;
    };

    void accept_one();
    bool read_and_answer(Connection& connection, const Answer& answer);

    int listener_;
    std::uint16_t port_ = 0;
    std::vector<Connection> connections_;
};

}  // namespace pricing
