#include "runtime.hpp"

#include <utility>

#include "agora/log/handlers/console.hpp"
#include "agora/log/handlers/file.hpp"
#include "agora/log/logger.hpp"
#include "system.hpp"

namespace agora::log::detail {

namespace {

constexpr std::chrono::seconds report_interval{10};
constexpr std::string_view own_name = "agora";

// Set while this thread is inside a handler: what a handler logs must not come back to it.
thread_local bool inside_handler = false;

std::shared_ptr<const Active> activate_early() {
    const Environment environment = process_environment();
    Config config;
    config.service_name = "unknown_service";
    Result<Settings> settings = resolve(config, environment);
    settings.value().file_enabled = false;
    return activate(std::move(settings).value(), config, Phase::before).value();
}

}  // namespace

constinit std::atomic<int> lowest_level{0};

int settle_lowest_level() noexcept {
    // Where memory runs out, every level is let through; the call itself then counts what it cannot write.
    const std::shared_ptr<const Active> active = Runtime::instance().active();
    return active == nullptr ? 0 : static_cast<int>(active->level);
}

Runtime& Runtime::instance() noexcept {
    alignas(Runtime) static std::byte storage[sizeof(Runtime)];
    static Runtime* const runtime = new (storage) Runtime();
    return *runtime;
}

std::shared_ptr<const Active> Runtime::active() noexcept {
    try {
        const std::lock_guard lock(mutex_);
        if (!active_) {
            active_ = activate_early();
            lowest_level = static_cast<int>(active_->level);
        }
        return active_;
    } catch (...) {
        return nullptr;
    }
}

std::shared_ptr<const Active> Runtime::exchange(std::shared_ptr<const Active> next) noexcept {
    const std::lock_guard lock(mutex_);
    lowest_level = static_cast<int>(next->level);
    active_.swap(next);
    return next;
}

std::uint64_t Sink::fail() noexcept {
    const std::lock_guard lock(mutex_);
    ++failures_;
    const auto now = std::chrono::steady_clock::now();
    if (now < next_report_) {
        return 0;
    }
    next_report_ = now + report_interval;
    return std::exchange(failures_, 0);
}

std::string Active::own_line(Level own_level, std::string_view message, const Context& context,
                             const Location& where) const noexcept {
    std::string line;
    static_cast<void>(encoder.encode({.time = clock(),
                                      .level = own_level,
                                      .message = message,
                                      .file = where.file(),
                                      .line = where.line(),
                                      .function = where.function(),
                                      .logger_name = own_name,
                                      .context = context},
                                     line));
    return line;
}

void Runtime::deliver(const Active& active, std::string_view line, Level level, const Location& where) noexcept {
    if (inside_handler) {
        fall_back(line);
        return;
    }
    inside_handler = true;
    bool failed = false;
    bool shown = false;
    for (const std::shared_ptr<Sink>& sink : active.sinks) {
        if (sink->handler()->write(line, level)) {
            shown |= sink->shows_people();
            continue;
        }
        failed = true;
        if (const std::uint64_t failures = sink->fail(); failures > 0) {
            report(active, *sink->handler(), failures, where);
        }
    }
    inside_handler = false;
    if (failed && !shown) {
        fall_back(line);
    }
}

void Runtime::fall_back(std::string_view line) noexcept {
    std::size_t written = 0;
    if (write_all_to_pipe(2, line, written) != 0) {
        count_dropped();
    }
}

void Runtime::report(const Active& active, const Handler& handler, std::uint64_t failures,
                     const Location& where) noexcept {
    try {
        const std::string name = handler.describe();
        std::string message = "[AGORA_HANDLER_IO] ";
        message.append(name).append(": ").append(handler.failure()).append("; its lines go to standard error");
        const Context context{{"code", "AGORA_HANDLER_IO"}, {"handler", name}, {"failures", failures}};
        const std::string line = active.own_line(Level::error, message, context, where);
        std::size_t written = 0;
        // A report that nobody can read is not counted as an entry.
        static_cast<void>(write_all_to_pipe(2, line, written));
    } catch (...) {
        // Without memory there is no report; the line itself still goes to standard error.
        return;
    }
}

Result<std::shared_ptr<const Active>> activate(Settings settings, const Config& config, Phase phase) {
    Result<Encoder> encoder = Encoder::create(std::move(settings.entry));
    if (!encoder) {
        return encoder.error();
    }
    std::vector<std::shared_ptr<Sink>> sinks;
    const auto add = [&sinks](std::shared_ptr<Handler> handler, bool shows_people) {
        sinks.push_back(std::make_shared<Sink>(std::move(handler), shows_people));
    };
    if (settings.console_enabled) {
        add(std::make_shared<ConsoleHandler>(1, settings.console_format, settings.console_colors), true);
    }
    if (settings.file_enabled) {
        add(std::make_shared<FileHandler>(settings.file_path), false);
    }
    for (const std::shared_ptr<Handler>& handler : config.handlers) {
        if (handler != nullptr) {
            add(handler, false);
        }
    }
    return std::shared_ptr<const Active>(std::make_shared<Active>(
        Active{std::move(encoder).value(), settings.level, phase, std::move(sinks), config.clock}));
}

}  // namespace agora::log::detail
