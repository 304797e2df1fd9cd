// Loggers with a clock that only the scenario moves.
import { compilePattern, createRateLimiter, createRuntime, createSampler } from "@agora/core";

/** `{level?, levels?, sampling?, rate_limit?}`: opens a runtime whose lines are kept. */
export function open(state, { level, levels, sampling, rate_limit: limit }) {
  state.lines = [];
  state.micros = 1_780_000_000_000_000;
  state.timers = [];
  const memory = {
    name: "memory",
    write: (line) => void state.lines.push(line),
    flush: () => {},
    close: () => {},
  };
  const always = (sampling?.always_log_patterns ?? []).map((text) =>
    compilePattern(text, { ignoreCase: true }),
  );
  state.runtime = createRuntime(
    {
      service: "scenario",
      level,
      levels,
      handlers: [memory],
      sampler: sampling && createSampler({ rates: sampling.rates, alwaysLog: always }),
      rateLimiter:
        limit &&
        createRateLimiter({ messagesPerSecond: limit.messages_per_second, burstSize: limit.burst_size }),
    },
    {
      clock: () => state.micros,
      steady: () => state.micros / 1000,
      random: () => 0.5,
      schedule: (run, milliseconds) => {
        const timer = { at: state.micros + milliseconds * 1000, run };
        state.timers.push(timer);
        return () => void (state.timers = state.timers.filter((other) => other !== timer));
      },
    },
  );
}

/** `{level, logger?, message?, context?, count?}` -> how many entries were written, reports not counted. */
export function log(state, { level, logger = "", message = "m", context, count = 1 }) {
  const before = ownLines(state).length;
  for (let i = 0; i < count; i++) state.runtime.getLogger(logger)[level.toLowerCase()](message, context);
  return ownLines(state).length - before;
}

const parsed = (state) => state.lines.map((line) => JSON.parse(line));
const ownLines = (state) => parsed(state).filter((entry) => entry.logger_name !== "agora");

/** -> of each entry its level, message and sampling; of a report its code, and the number where it has one. */
export async function lines(state) {
  await state.runtime.flush();
  return parsed(state).map(({ level, message, logger_name: name, sampling, context }) => {
    if (name !== "agora") return sampling === undefined ? { level, message } : { level, message, sampling };
    const { code, dropped, reason } = context;
    return dropped === undefined ? { code } : { code, dropped, reason };
  });
}

/** `{level, logger?, duration_seconds?}` -> null, or the code of the error. */
export function set_level(state, { level, logger, duration_seconds: durationSeconds }) {
  try {
    state.runtime.setLevel(level, logger, durationSeconds === undefined ? undefined : { durationSeconds });
  } catch (error) {
    return error.code;
  }
}

export function get_level(state, { logger }) {
  return state.runtime.getLevel(logger);
}

export function reset_level(state, { logger }) {
  state.runtime.resetLevel(logger);
}

export function all_levels(state) {
  return state.runtime.getAllLevels();
}

export function is_enabled(state, { level, logger = "" }) {
  return state.runtime.getLogger(logger).isEnabled(level);
}

/** `{ms}`: moves the clock, and runs what was to run by then. */
export function advance(state, { ms }) {
  state.micros += ms * 1000;
  for (const timer of state.timers.filter(({ at }) => at <= state.micros)) {
    state.timers = state.timers.filter((other) => other !== timer);
    timer.run();
  }
}
