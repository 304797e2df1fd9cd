#include <unistd.h>

#include <agora/log/log.hpp>
#include <charconv>
#include <cstdint>
#include <exception>
#include <iostream>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "line_server.hpp"
#include "quotes.hpp"
#include "stop_request.hpp"

namespace {

struct Options {
    std::uint16_t port = 4392;
    bool stop_with_stdin = false;
};

std::uint16_t parse_port(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size()) {
        throw std::invalid_argument("--port takes a number from 0 to 65535, not " + std::string(text));
    }
    return port;
}

/// `--host` is taken as the other services take it, and names the only address
/// that there is: 127.0.0.1.
Options parse_options(std::span<char*> arguments) {
    Options options;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        const bool has_value = i + 1 < arguments.size();
        if (name == "--stop-with-stdin") {
            options.stop_with_stdin = true;
        } else if (name == "--port" && has_value) {
            options.port = parse_port(arguments[++i]);
        } else if (name == "--host" && has_value) {
            ++i;
        } else {
            throw std::invalid_argument("unknown option " + std::string(name));
        }
    }
    return options;
}

void run(const Options& options) {
    const pricing::StopRequest stop(options.stop_with_stdin);
    const auto configured = agora::log::initialize(
        {.service_name = "pricing", .version = "1.0.0", .default_context = agora::log::Context{{"desk", "floor"}}});
    if (!configured) {
        throw std::invalid_argument(configured.error().message);
    }
    const agora::log::Logger log = agora::log::get_logger("pricing");
    pricing::LineServer server(options.port);
    log.info("Service started", {{"pid", getpid()}, {"port", server.port()}, {"runtime", "c++ " __VERSION__}});
    std::cout << "ready port=" << server.port() << std::endl;

    int lines = 0;
    const std::string reason = server.serve(stop, [&lines](std::string_view line) {
        ++lines;
        return pricing::answer_line(line);
    });
    log.info("Service stopped", {{"lines", lines}, {"reason", reason}});
    agora::log::shutdown();
}

}  // namespace

int main(int count, char** arguments) {
    try {
        run(parse_options({arguments, static_cast<std::size_t>(count)}));
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "pricing: " << error.what() << '\n';
        return 1;
    }
}
