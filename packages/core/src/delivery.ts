import { LEVEL_NUMBERS } from "@agora/schema/tables";
import type { ErrorCode, Level } from "@agora/schema/tables";
import type { Handler } from "./handler.ts";
import type { Ports } from "./ports.ts";

/** Makes the line of a report of the library about itself. */
export type Reporter = (code: ErrorCode, message: string, context: object, error?: unknown) => string;

/** Brings lines to handlers, and to the fallback where these fail. */
export interface Delivery {
  /** Hands a line to all handlers. Never throws. */
  readonly deliver: (line: string, level: Level) => void;
  /** Uses these handlers from now on, and closes the others. */
  readonly open: (handlers: readonly Handler[]) => Promise<void>;
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** Counts a line that nobody took. */
  readonly drop: () => void;
  /** How many lines nobody took. */
  readonly dropped: () => number;
}

/** A handler with its failures since the last report, and when that was. */
interface Sink {
  readonly handler: Handler;
  failures: number;
  reported: number;
}

/** A report about a handler is repeated after this many microseconds at the earliest. */
const REPORT_INTERVAL = 10_000_000;

/** Makes a delivery without handlers. */
export function createDelivery({ clock, fallback }: Ports, reporter: Reporter): Delivery {
  let sinks: readonly Sink[] = [];
  let isClosed = false;
  let isClosedReported = false;
  let isWriting = false;
  let dropped = 0;

  const drop = (): void => void dropped++;

  const toFallback = (line: string): void => {
    try {
      if (fallback === undefined) drop();
      else fallback(line);
    } catch {
      drop();
    }
  };

  const fail = (sink: Sink, error: unknown): void => {
    sink.failures++;
    try {
      const now = clock();
      // A clock that was set back must not silence the report.
      if (Math.abs(now - sink.reported) < REPORT_INTERVAL) return;
      const context = { handler: sink.handler.name, failures: sink.failures };
      sink.reported = now;
      sink.failures = 0;
      const message = "A handler could not write; its lines go to standard error";
      toFallback(reporter("AGORA_HANDLER_IO", message, context, error));
    } catch {
      drop();
    }
  };

  const finish = async (some: readonly Sink[], how: "flush" | "close"): Promise<void> => {
    const finishOne = async (sink: Sink): Promise<void> => {
      try {
        await sink.handler[how]();
      } catch (error) {
        fail(sink, error);
      }
    };
    await Promise.all(some.map(finishOne));
  };

  /** Whether the handler took the line, as far as can be told now. */
  const writeTo = (sink: Sink, line: string, level: Level): boolean => {
    try {
      const result: unknown = sink.handler.write(line, level);
      if (result instanceof Promise) {
        result.catch((error: unknown) => {
          toFallback(line);
          fail(sink, error);
        });
      }
      return true;
    } catch (error) {
      fail(sink, error);
      return false;
    }
  };

  const afterClose = (line: string, level: Level): void => {
    if (!isClosedReported) {
      isClosedReported = true;
      toFallback(reporter("AGORA_CLOSED", "A logger was used after shutdown", {}));
    }
    if (LEVEL_NUMBERS[level] >= LEVEL_NUMBERS.WARNING) toFallback(line);
    else drop();
  };

  return {
    deliver(line, level) {
      if (isClosed) return afterClose(line, level);
      // A handler that logs would be asked to write while it writes.
      if (isWriting) return toFallback(line);
      isWriting = true;
      const took = sinks.map((sink) => writeTo(sink, line, level));
      isWriting = false;
      const isShown = sinks.some(({ handler }, index) => handler.isConsole === true && took[index]);
      if (!isShown && took.includes(false)) toFallback(line);
    },
    open(handlers) {
      const old = sinks.filter(({ handler }) => !handlers.includes(handler));
      sinks = handlers.map((handler) => ({ handler, failures: 0, reported: -Infinity }));
      isClosed = false;
      return finish(old, "close");
    },
    flush: () => finish(sinks, "flush"),
    close() {
      const open = sinks;
      sinks = [];
      isClosedReported &&= isClosed;
      isClosed = true;
      return finish(open, "close");
    },
    drop,
    dropped: () => dropped,
  };
}
