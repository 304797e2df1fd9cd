import { constants } from "node:os";
import { quietly, writeLast } from "./exit-state.ts";
import type { ExitState } from "./exit-state.ts";

const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
type EndingSignal = (typeof SIGNALS)[number];

/**
 * Listens for the signals that end a process. Ours come first, so that a listener of the application which is there for
 * one call only is still counted.
 *
 * @returns takes the listeners away.
 */
export function listenForSignals(state: ExitState): () => void {
  let ending: EndingSignal | undefined;
  const listeners = new Map<EndingSignal, () => void>();

  const die = (signal: EndingSignal): void => {
    state.isEnding = true;
    writeLast(state);
    for (const [name, listener] of listeners) process.removeListener(name, listener);
    // The first process of a container is not ended by a signal that it has no handler for.
    if (process.pid === 1) process.exit(128 + constants.signals[signal]);
    process.kill(process.pid, signal);
  };

  const end = (signal: EndingSignal): void => {
    // Whoever asks twice does not want to wait.
    if (ending !== undefined) return die(signal);
    ending = signal;
    for (const [target] of state.targets) quietly(() => target.flushSync());
    void withDeadline(state).then(() => die(signal));
  };

  const receive = (signal: EndingSignal): void => {
    const reopening = [...state.targets].filter(([, settings]) => settings.reopenOnSighup);
    if (signal === "SIGHUP" && reopening.length > 0) {
      for (const [target] of reopening) quietly(() => target.reopen());
    } else if (process.listenerCount(signal) - 1 > passiveListeners()) {
      // The application decides what becomes of the process.
      for (const [target, { deadlineMs }] of state.targets) {
        quietly(() => target.flushSync());
        quietly(() => void target.flush({ timeoutMs: deadlineMs }).catch(() => {}));
      }
    } else {
      end(signal);
    }
  };

  for (const signal of SIGNALS) {
    const listener = (): void => receive(signal);
    listeners.set(signal, listener);
    process.prependListener(signal, listener);
  }
  return () => {
    for (const [name, listener] of listeners) process.removeListener(name, listener);
  };
}

/** Shuts all targets down, and waits for that no longer than the longest deadline. */
async function withDeadline({ targets }: ExitState): Promise<void> {
  const longest = Math.max(0, ...[...targets.values()].map(({ deadlineMs }) => deadlineMs));
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, longest);
  });
  const closing = [...targets].map(async ([target, { deadlineMs }]) =>
    target.shutdown({ timeoutMs: deadlineMs }),
  );
  await Promise.race([Promise.allSettled(closing), deadline]);
  clearTimeout(timer);
}

/**
 * Listeners of the package signal-exit, which many tools bring along. They leave the process alone as long as anybody
 * else listens, as ours do: both would wait for each other for ever. It tells the number of its listeners there.
 */
function passiveListeners(): number {
  const { __signal_exit_emitter__: third } = process as { __signal_exit_emitter__?: { count?: unknown } };
  const fourth = (globalThis as { [key: symbol]: { count?: unknown } | undefined })[
    Symbol.for("signal-exit emitter")
  ];
  return [third, fourth].reduce((sum, emitter) => sum + (Number(emitter?.count) || 0), 0);
}
