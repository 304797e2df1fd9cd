import type { Level } from "@agora/schema/tables";
import type { Handler } from "./handler.ts";

/** A report about a handler is repeated after this many microseconds at the earliest. */
const REPORT_INTERVAL = 10_000_000;

/** A handler with what is known about its failures. */
export interface Sink {
  readonly handler: Handler;
  /** Writes a line; returns whether the handler took it. Never throws. */
  write(line: string, level: Level): boolean;
  /** Flushes or closes the handler. Never rejects. */
  finish(how: "flush" | "close"): Promise<void>;
}

/**
 * Wraps a handler.
 *
 * @param report is called at the first failure and then at most once in 10 seconds, with the number of failures since
 * the last report.
 * @param lost is called with a line that a handler refused after it had seemed to take it.
 */
export function createSink(
  handler: Handler,
  clock: () => number,
  report: (handler: Handler, error: unknown, failures: number) => void,
  lost: (line: string) => void,
): Sink {
  let failures = 0;
  let reported = -Infinity;

  const fail = (error: unknown): void => {
    failures++;
    const now = clock();
    // A clock that was set back must not silence the report.
    if (Math.abs(now - reported) < REPORT_INTERVAL) return;
    reported = now;
    report(handler, error, failures);
    failures = 0;
  };

  return {
    handler,
    write(line, level) {
      try {
        const result: unknown = handler.write(line, level);
        if (result instanceof Promise) {
          result.catch((error: unknown) => {
            lost(line);
            fail(error);
          });
        }
        return true;
      } catch (error) {
        fail(error);
        return false;
      }
    },
    async finish(how) {
      try {
        await handler[how]();
      } catch (error) {
        fail(error);
      }
    },
  };
}
