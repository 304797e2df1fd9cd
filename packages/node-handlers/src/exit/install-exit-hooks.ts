import { wholeNumber } from "../queue/queue-options.ts";
import { exitState, quietly } from "./exit-state.ts";
import type { ExitState, ExitTarget } from "./exit-state.ts";
import { listenForSignals } from "./signals.ts";

export type { ExitTarget } from "./exit-state.ts";

/** What is done when the process ends. */
export interface ExitOptions {
  /** SIGHUP opens the files anew and does not end the process. Default: false. */
  readonly reopenOnSighup?: boolean | undefined;
  /** Milliseconds that sinks get which have to be waited for, such as a network, 0 to 60,000. Default: 2,000. */
  readonly deadlineMs?: number | undefined;
  /** Whether SIGTERM, SIGINT and SIGHUP are listened for. Default: true. */
  readonly handleSignals?: boolean | undefined;
  /** Whether an uncaught error becomes an entry of level CRITICAL. Default: true. */
  readonly logUncaught?: boolean | undefined;
}

const MOST_ROUNDS = 3;

/**
 * Writes what a runtime still holds when this process ends: by itself, by `process.exit`, by an uncaught error or a
 * rejection that nobody handles, by SIGTERM, SIGINT or SIGHUP. Exit code, output and handlers of the application stay
 * as they are without it: it only listens. A signal for which the application has no listener of its own ends the
 * process as that signal does, after at most `deadlineMs`; one for which it has, now or later, is left to it.
 *
 * There is one listener for an event however many runtimes, or copies of this package, there are. Calling it again for
 * the same runtime changes the options. In a worker thread there are no signals.
 *
 * @returns takes the runtime out again.
 * @throws {AgoraError} `AGORA_CONFIG` when `deadlineMs` is out of its range.
 */
export function installExitHooks(target: ExitTarget, options: ExitOptions = {}): () => void {
  const deadlineMs = wholeNumber("deadlineMs", options.deadlineMs, [0, 60_000, 2_000]);
  const { reopenOnSighup = false, handleSignals = true, logUncaught = true } = options;
  const state = exitState();
  state.targets.set(target, { reopenOnSighup, deadlineMs, handleSignals, logUncaught });
  updateListeners(state);
  return () => {
    state.targets.delete(target);
    updateListeners(state);
  };
}

function updateListeners(state: ExitState): void {
  const settings = [...state.targets.values()];
  if (settings.length > 0) {
    state.removeListeners ??= listen(state);
  } else {
    state.removeListeners?.();
    state.removeListeners = undefined;
  }
  if (settings.some(({ handleSignals }) => handleSignals)) {
    state.removeSignals ??= listenForSignals(state);
  } else {
    state.removeSignals?.();
    state.removeSignals = undefined;
  }
}

function listen(state: ExitState): () => void {
  const idle = flushWhenIdle(state);
  const uncaught = (error: unknown, origin: string): void => {
    for (const [target, { logUncaught }] of state.targets) {
      if (!logUncaught) continue;
      quietly(() =>
        target.report?.({
          level: "CRITICAL",
          code: "AGORA_UNCAUGHT",
          message: "Uncaught error",
          context: { origin },
          error,
        }),
      );
    }
  };
  process.on("beforeExit", idle);
  process.on("uncaughtExceptionMonitor", uncaught);
  return () => {
    process.removeListener("beforeExit", idle);
    process.removeListener("uncaughtExceptionMonitor", uncaught);
  };
}

/**
 * Flushes when the event loop has nothing left to do. Waiting for a sink gives it something to do, and then it is asked
 * again: for entries that came meanwhile, but not for a sink that does not get done.
 */
function flushWhenIdle({ targets }: ExitState): () => void {
  let rounds = 0;
  const flush = async (): Promise<void> => {
    const flushes = [...targets].map(async ([target, { deadlineMs }]) =>
      target.flush({ timeoutMs: deadlineMs }),
    );
    for (const result of await Promise.allSettled(flushes)) {
      if (result.status === "rejected" || !isComplete(result.value)) rounds = MOST_ROUNDS;
    }
  };
  return () => {
    if (rounds++ < MOST_ROUNDS) void flush();
  };
}

function isComplete(result: unknown): boolean {
  return (result as { isComplete?: unknown } | undefined)?.isComplete !== false;
}
