import type { Layer } from "./layer.ts";
import type { Site } from "./site.ts";

/** Any function: the public method of a logger above which the call stands. */
export type AnyFunction = (...args: never[]) => unknown;

/** Keeps context for everything that a function calls, also later. Node has AsyncLocalStorage for it. */
export interface ContextStorage {
  /** The layers around the running code, outermost first; undefined where there are none. */
  get(): readonly Layer[] | undefined;
  /** Runs a function with these layers around it and returns what it returns. */
  run<T>(layers: readonly Layer[], body: () => T): T;
}

/**
 * Runs a function once, `milliseconds` later (at most 2,147,483,647), and returns what cancels that.
 *
 * @param holdsProcess whether the process may not end before.
 */
export type Schedule = (run: () => void, milliseconds: number, holdsProcess: boolean) => () => void;

/** What a runtime needs from the platform. */
export interface Ports {
  /** The wall clock: whole microseconds since 1970. */
  readonly clock: () => number;
  /**
   * Where the call of `method` stands. Without it every entry says `<unknown>`; `@agora/core/callsite` has one for V8.
   *
   * @param sourceRoot folder that is taken off the front of file names.
   */
  readonly stack?: ((method: AnyFunction, sourceRoot: string) => Site) | undefined;
  /** Takes the lines that no handler could take, and the reports about that. Default: they are counted as dropped. */
  readonly fallback?: ((line: string) => void) | undefined;
  /** Default: `runWithContext` runs its function without the context. */
  readonly contextStorage?: ContextStorage | undefined;
  /** Makes a UUIDv7 for each entry. Default: entries have no `entry_id`. */
  readonly entryId?: (() => string) | undefined;
  /** A clock that nobody sets: milliseconds since any moment. Default: made from the wall clock; it then never goes back. */
  readonly steady?: (() => number) | undefined;
  /** Default: nothing has a deadline, and levels do not end by themselves. */
  readonly schedule?: Schedule | undefined;
  /** A number from 0 up to, not including, 1. Default: that of JavaScript. */
  readonly random?: (() => number) | undefined;
}
