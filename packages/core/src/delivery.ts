import { LEVEL_NUMBERS } from "@agora/schema/tables";
import type { ErrorCode, Level } from "@agora/schema/tables";
import type { Handler } from "./handler.ts";
import type { Ports } from "./ports.ts";
import { createSink } from "./sink.ts";
import type { Sink } from "./sink.ts";

/** Makes the line of a report of the library about itself. */
export type Reporter = (code: ErrorCode, message: string, context: object, error?: unknown) => string;

/** Brings lines to handlers, and to the fallback where these fail. */
export interface Delivery {
  /** Hands a line to all handlers. Never throws. */
  deliver(line: string, level: Level): void;
  /** Uses these handlers from now on, and closes the others. */
  open(handlers: readonly Handler[]): Promise<void>;
  flush(): Promise<void>;
  close(): Promise<void>;
  /** Counts a line that nobody took. */
  drop(): void;
  readonly dropped: number;
}

/** Makes a delivery without handlers. */
export function createDelivery({ clock, fallback }: Ports, reporter: Reporter): Delivery {
  let sinks: readonly Sink[] = [];
  let isClosed = false;
  let isClosedReported = false;
  let isWriting = false;
  let dropped = 0;

  const toFallback = (line: string): void => {
    try {
      if (fallback === undefined) dropped++;
      else fallback(line);
    } catch {
      dropped++;
    }
  };

  const reportFailure = ({ name }: Handler, error: unknown, failures: number): void => {
    const message = "A handler could not write; its lines go to standard error";
    toFallback(reporter("AGORA_HANDLER_IO", message, { handler: name, failures }, error));
  };

  const finish = async (some: readonly Sink[], how: "flush" | "close"): Promise<void> => {
    await Promise.all(some.map((sink) => sink.finish(how)));
  };

  const afterClose = (line: string, level: Level): void => {
    if (!isClosedReported) {
      isClosedReported = true;
      toFallback(reporter("AGORA_CLOSED", "A logger was used after shutdown", {}));
    }
    if (LEVEL_NUMBERS[level] >= LEVEL_NUMBERS.WARNING) toFallback(line);
    else dropped++;
  };

  return {
    deliver(line, level) {
      if (isClosed) return afterClose(line, level);
      // A handler that logs would be asked to write while it writes.
      if (isWriting) return toFallback(line);
      isWriting = true;
      let hasFailed = false;
      let isShown = false;
      for (const sink of sinks) {
        if (!sink.write(line, level)) hasFailed = true;
        else if (sink.handler.isConsole === true) isShown = true;
      }
      isWriting = false;
      if (hasFailed && !isShown) toFallback(line);
    },
    async open(handlers) {
      const old = sinks.filter(({ handler }) => !handlers.includes(handler));
      sinks = handlers.map((handler) => createSink(handler, clock, reportFailure, toFallback));
      isClosed = false;
      await finish(old, "close");
    },
    flush: () => finish(sinks, "flush"),
    async close() {
      if (isClosed) return;
      isClosed = true;
      isClosedReported = false;
      await finish(sinks, "close");
      sinks = [];
    },
    drop: () => void dropped++,
    get dropped() {
      return dropped;
    },
  };
}
