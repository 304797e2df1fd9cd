import { read, tagOf } from "./safe.ts";

/** Writes the entry of a timer: milliseconds, with whole microseconds, and what was thrown. Never throws. */
export type TimerEnd = (ms: number, failure: { readonly error: unknown } | undefined) => void;

/**
 * Runs a function and says how long it took, and what it threw, which is thrown again. A promise is waited for; the
 * result is then a promise of the same outcome.
 *
 * @param steady milliseconds by a clock that does not go back.
 */
export function runTimer<T>(steady: () => number, end: TimerEnd, body: () => T): T {
  const begin = now(steady);
  const elapsed = (): number => Math.max(0, Math.round((now(steady) - begin || 0) * 1000) / 1000);
  const completed = (): void => end(elapsed(), undefined);
  const failed = (error: unknown): void => end(elapsed(), { error });
  let result: T;
  try {
    result = body();
  } catch (error) {
    failed(error);
    throw error;
  }
  if (!isPromise(result)) {
    completed();
    return result;
  }
  const followed = result.then(
    (value) => {
      completed();
      return value;
    },
    (error: unknown) => {
      failed(error);
      throw error;
    },
  );
  return followed as T;
}

/** Promises only: what merely has a `then`, such as a query that has not been sent, is a result like any other. */
function isPromise(value: unknown): value is Promise<unknown> {
  try {
    return (
      value instanceof Promise || (tagOf(value) === "Promise" && typeof read(value, "then") === "function")
    );
  } catch {
    // A proxy that cannot be asked.
    return false;
  }
}

/** A clock that fails must not fail what is timed. */
function now(steady: () => number): number {
  try {
    return steady();
  } catch {
    return Number.NaN;
  }
}
