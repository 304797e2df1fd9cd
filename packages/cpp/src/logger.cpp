#include "agora/log/logger.hpp"

#include <algorithm>
#include <vector>

#include "config_error.hpp"
#include "runtime.hpp"

namespace agora::log {

namespace detail {

/// A logger's name, or a layer of context above another logger.
struct LoggerState {
    std::string name;
    std::shared_ptr<const LoggerState> parent;
    Context context;

    LoggerState(std::string logger_name, std::shared_ptr<const LoggerState> above, Context layer)
        : name(std::move(logger_name)), parent(std::move(above)), context(std::move(layer)) {}
    LoggerState(const LoggerState&) = delete;
    LoggerState& operator=(const LoggerState&) = delete;
    // A long chain of children goes link by link, not by recursion.
    ~LoggerState() {
        std::shared_ptr<const LoggerState> next = std::move(parent);
        while (next != nullptr && next.use_count() == 1) {
            next = std::move(const_cast<LoggerState&>(*next).parent);
        }
    }
};

}  // namespace detail

namespace {

using detail::Active;
using detail::Phase;
using detail::Runtime;

constexpr std::string_view early_warning = "A logger is used before initialize: entries go to the console only";

// Layers of a logger, outermost first.
std::vector<ContextView> layers_of(const detail::LoggerState* state) {
    std::vector<ContextView> layers;
    for (; state != nullptr; state = state->parent.get()) {
        if (!state->context.empty()) {
            layers.emplace_back(state->context);
        }
    }
    std::ranges::reverse(layers);
    return layers;
}

// An entry of the library itself.
void warn(const Active& active, std::string_view message, const Context& context, const Location& where) noexcept {
    if (active.level > Level::warning) {
        return;
    }
    if (const std::string line = active.own_line(Level::warning, message, context, where); !line.empty()) {
        Runtime::instance().deliver(active, line, Level::warning, where);
    }
}

void warn_of_environment(const Active& active, const Violation& wrong, const Location& where) {
    const Context context{{"code", "AGORA_CONFIG"},
                          {"field", wrong.field},
                          {"value", wrong.value},
                          {"variable", wrong.source},
                          {"remedy", wrong.remedy}};
    warn(active, "[AGORA_CONFIG] " + detail::sentence(wrong), context, where);
}

// After `shutdown`: what is serious goes to standard error, the rest is counted.
void emit_closed(const Active& active, const Record& record, const Location& where) {
    Runtime& runtime = Runtime::instance();
    if (runtime.take_closed_report()) {
        runtime.fall_back(active.own_line(Level::error, "[AGORA_CLOSED] A logger was used after shutdown",
                                          {{"code", "AGORA_CLOSED"}}, where));
    }
    std::string line;
    if (record.level < Level::warning || (!active.encoder.encode(record, line) && line.empty())) {
        runtime.count_dropped();
    } else {
        runtime.fall_back(line);
    }
}

void emit(const Active& active, const Record& record, const Location& where) noexcept {
    Runtime& runtime = Runtime::instance();
    std::string line;
    if (!active.encoder.encode(record, line)) {
        runtime.fall_back("[AGORA_ENCODE] memory ran out: an entry lost its context\n");
    }
    if (line.empty()) {
        runtime.count_dropped();
    } else {
        runtime.deliver(active, line, record.level, where);
    }
}

void close_handlers(const Active& active, const Active* successor) noexcept {
    for (const std::shared_ptr<detail::Sink>& sink : active.sinks) {
        const bool stays = successor != nullptr &&
                           std::ranges::any_of(successor->sinks, [&sink](const std::shared_ptr<detail::Sink>& other) {
                               return other->handler() == sink->handler();
                           });
        if (!stays) {
            sink->handler()->close();
        }
    }
}

}  // namespace

Result<void> initialize(const Config& config, Location where) noexcept {
    try {
        Result<Settings> settings = resolve(config);
        if (!settings) {
            return settings.error();
        }
        const std::vector<Violation> warnings = settings.value().warnings;
        auto activated = detail::activate(std::move(settings).value(), config, Phase::running);
        if (!activated) {
            return activated.error();
        }
        const std::shared_ptr<const Active> next = std::move(activated).value();
        if (const auto previous = Runtime::instance().exchange(next)) {
            close_handlers(*previous, next.get());
        }
        for (const Violation& warning : warnings) {
            warn_of_environment(*next, warning, where);
        }
        return {};
    } catch (...) {
        // Short enough to need no memory.
        return Error{"AGORA_CONFIG", "out of memory", {}};
    }
}

Logger get_logger(Text name) {
    Logger logger;
    logger.state_ = std::make_shared<const detail::LoggerState>(std::string(name.view()), nullptr, Context());
    return logger;
}

Logger Logger::with_context(Context context) const {
    Logger child;
    child.state_ = std::make_shared<const detail::LoggerState>(std::string(name()), state_, std::move(context));
    return child;
}

std::string_view Logger::name() const noexcept {
    return state_ == nullptr ? std::string_view() : std::string_view(state_->name);
}

void Logger::write(Level level, Text message, const Value* error, const ContextView& context,
                   const Location& where) const noexcept {
    Runtime& runtime = Runtime::instance();
    try {
        const std::shared_ptr<const Active> active = runtime.active();
        if (active == nullptr) {
            runtime.count_dropped();
            return;
        }
        if (level < active->level) {
            return;
        }
        if (active->phase == Phase::before && runtime.take_early_warning()) {
            warn(*active, early_warning, {}, where);
        }
        const std::vector<ContextView> layers = layers_of(state_.get());
        const Record record{.time = active->clock(),
                            .level = level,
                            .message = message,
                            .error = error,
                            .file = where.file(),
                            .line = where.line(),
                            .function = where.function(),
                            .logger_name = name(),
                            .bound = layers,
                            .context = context};
        if (active->phase == Phase::closed) {
            emit_closed(*active, record, where);
        } else {
            emit(*active, record, where);
        }
    } catch (...) {
        runtime.count_dropped();
    }
}

bool flush() noexcept {
    const std::shared_ptr<const Active> active = Runtime::instance().active();
    if (active == nullptr) {
        return false;
    }
    bool flushed = true;
    for (const std::shared_ptr<detail::Sink>& sink : active->sinks) {
        flushed &= sink->handler()->flush();
    }
    return flushed;
}

void shutdown() noexcept {
    Runtime& runtime = Runtime::instance();
    const std::shared_ptr<const Active> active = runtime.active();
    if (active == nullptr || active->phase == Phase::closed) {
        return;
    }
    try {
        auto closed = std::make_shared<Active>(*active);
        closed->phase = Phase::closed;
        closed->sinks.clear();
        runtime.expect_closed_report();
        if (const auto previous = runtime.exchange(std::move(closed))) {
            close_handlers(*previous, nullptr);
        }
    } catch (...) {
        // Without memory for the closed state, the open one stays: lines are not lost.
        close_handlers(*active, nullptr);
    }
}

std::uint64_t dropped_entries() noexcept { return Runtime::instance().dropped(); }

}  // namespace agora::log
