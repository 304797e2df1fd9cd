import type { OwnReport } from "@agora/core";

// The name says the version of what stands under it. All copies of this package in the process share one state, so that
// there is one listener for an event however many there are.
const KEY = Symbol.for("agora.exit.1");

/** What is brought to its end with the process: a runtime. */
export interface ExitTarget {
  flush(options: { readonly timeoutMs: number }): Promise<unknown>;
  /** Writes what can be written without waiting; with `isLast`, the process ends behind it. */
  flushSync(options?: { readonly isLast: boolean }): void;
  shutdown(options: { readonly timeoutMs: number }): Promise<unknown>;
  /** Opens files anew. */
  reopen(): void;
  /** Writes an entry of the library itself. */
  report?(report: OwnReport): void;
}

/** What happens to a target. */
export interface TargetSettings {
  readonly reopenOnSighup: boolean;
  readonly deadlineMs: number;
  readonly handleSignals: boolean;
  readonly logUncaught: boolean;
}

/** What this process, or this worker thread, knows about its end. */
export interface ExitState {
  /** Whether the end has begun: nothing may be kept for later any more. */
  isEnding: boolean;
  /** What is written in the last moment, when nothing can be waited for. */
  readonly last: Set<() => void>;
  readonly targets: Map<ExitTarget, TargetSettings>;
  /** Takes the listeners away that are there for the targets. */
  removeListeners: (() => void) | undefined;
  /** Takes those for signals away. */
  removeSignals: (() => void) | undefined;
}

let own: ExitState | undefined;

/** The state of this thread. With it stands the listener that runs everything in `last` when the process exits. */
export function exitState(): ExitState {
  const holder = globalThis as { [KEY]?: ExitState };
  const state = holder[KEY] ?? own ?? openState();
  own = state;
  try {
    holder[KEY] ??= state;
  } catch {
    // A global object that takes nothing: every copy has a state of its own then.
  }
  return state;
}

function openState(): ExitState {
  const state: ExitState = {
    isEnding: false,
    last: new Set(),
    targets: new Map(),
    removeListeners: undefined,
    removeSignals: undefined,
  };
  process.on("exit", () => {
    state.isEnding = true;
    writeLast(state);
  });
  return state;
}

/** Writes what is left, whatever one of the parts throws: it must not change the exit code. */
export function writeLast({ last, targets }: ExitState): void {
  const parts = [...[...targets.keys()].map((target) => () => target.flushSync({ isLast: true })), ...last];
  for (const write of parts) quietly(write);
}

/** Runs something whose failure nobody can be told about. */
export function quietly(run: () => void): void {
  try {
    run();
  } catch {
    // It must not stand in the way of the end.
  }
}
