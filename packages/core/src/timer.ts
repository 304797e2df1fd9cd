import { tagOf } from "./safe.ts";

/** Writes the entry of a timer: index of its level, message, and what else a call takes. */
export type TimerEmit = (level: 1 | 3, message: string, second: unknown, third: unknown) => void;

/**
 * Runs a function and writes how long it took: INFO `<operation> completed`, or ERROR `<operation> failed` with what it
 * threw, which is thrown again. A promise is waited for; the result is then a promise of the same outcome.
 *
 * @param steady milliseconds by a clock that does not go back.
 */
export function runTimer<T>(
  steady: () => number,
  emit: TimerEmit,
  operation: string,
  body: () => T,
  context: object | undefined,
): T {
  const begin = read(steady);
  const completed = (): void => {
    emit(1, `${operation} completed`, withDuration(context, begin, read(steady)), undefined);
  };
  const failed = (error: unknown): void => {
    emit(3, `${operation} failed`, error, withDuration(context, begin, read(steady)));
  };
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
  return (
    value instanceof Promise || (typeof value === "object" && value !== null && tagOf(value) === "Promise")
  );
}

/** A clock that fails must not fail what is timed. */
function read(steady: () => number): number {
  try {
    return steady();
  } catch {
    return Number.NaN;
  }
}

/** The context with the time in whole microseconds, without a look at its values: a getter runs when it is written. */
function withDuration(context: object | undefined, begin: number, end: number): object {
  const ms = Math.max(0, Math.round((end - begin || 0) * 1000) / 1000);
  try {
    if (context instanceof Map) return new Map([...(context as Map<unknown, unknown>), ["duration_ms", ms]]);
    const own = context === undefined ? {} : Object.getOwnPropertyDescriptors(context);
    const duration = { value: ms, enumerable: true, configurable: true, writable: true };
    return Object.defineProperties({}, { ...own, duration_ms: duration });
  } catch {
    return { duration_ms: ms };
  }
}
