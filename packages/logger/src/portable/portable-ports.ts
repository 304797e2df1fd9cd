import type { ContextStorage, Layer, Ports } from "@agora/core";
import { captureSite } from "@agora/core/callsite";
import { toConsole } from "./browser-console.ts";

/** What runtimes have or have not, under the names of the standards. */
interface Globals {
  readonly performance?: { readonly now: () => number; readonly timeOrigin?: number };
  readonly crypto?: { readonly getRandomValues?: unknown };
  readonly setTimeout?: (run: () => void, milliseconds: number) => unknown;
  readonly clearTimeout?: (timer: unknown) => void;
  readonly AsyncLocalStorage?: new () => {
    getStore(): readonly Layer[] | undefined;
    run<T>(layers: readonly Layer[], body: () => T): T;
  };
}

const MICROS_PER_MILLI = 1_000;
const DRIFT_MICROS = 2 * MICROS_PER_MILLI;

/** Makes what a runtime needs out of what is there. */
export function createPortablePorts(entryIds: () => () => string): Ports {
  const {
    performance,
    crypto,
    setTimeout: later,
    clearTimeout: cancel,
    AsyncLocalStorage,
  } = globalThis as Globals;
  return {
    clock: createPortableClock(performance),
    stack: captureSite,
    fallback: (line) => toConsole("error", line),
    contextStorage: AsyncLocalStorage === undefined ? undefined : storageOf(new AsyncLocalStorage()),
    entryId: crypto?.getRandomValues === undefined ? undefined : entryIds(),
    steady: performance === undefined ? undefined : () => performance.now(),
    schedule:
      later === undefined
        ? undefined
        : (run, milliseconds) => {
            const timer = later(run, milliseconds);
            return () => cancel?.(timer);
          },
  };
}

function storageOf(storage: InstanceType<NonNullable<Globals["AsyncLocalStorage"]>>): ContextStorage {
  return { get: () => storage.getStore(), run: (layers, body) => storage.run(layers, body) };
}

/** The wall clock in whole microseconds, finer than milliseconds where a steady clock is; see `createClock` of Node. */
function createPortableClock(performance: Globals["performance"]): () => number {
  if (performance === undefined) return () => Date.now() * MICROS_PER_MILLI;
  let anchor = Number.NaN;
  return () => {
    const wall = Date.now() * MICROS_PER_MILLI;
    const steady = performance.now() * MICROS_PER_MILLI;
    let micros = anchor + steady;
    if (!(micros >= wall && micros <= wall + MICROS_PER_MILLI + DRIFT_MICROS)) {
      anchor = wall - steady;
      micros = wall;
    }
    return Math.floor(micros);
  };
}
