import type { LogEntry } from "@agora/schema";
import type { Handler } from "../handler.ts";
import { matchesEntry } from "./entry-match.ts";
import type { EntryMatcher } from "./entry-match.ts";

// Every JavaScript runtime has them; core has no types of one.
declare const setTimeout: (run: () => void, milliseconds: number) => unknown;
declare const clearTimeout: (timer: unknown) => void;

/** A handler that keeps what is logged, for tests. */
export interface TestSink extends Handler {
  /** The lines as they were written, each with its line feed. */
  readonly lines: readonly string[];
  /** The entries, oldest first; with a matcher, those that match. */
  entries(matcher?: EntryMatcher): LogEntry[];
  /** The oldest entry that matches; undefined where there is none. */
  find(matcher: EntryMatcher): LogEntry | undefined;
  /**
   * Waits for an entry that matches; one that is there already will do.
   *
   * @param options.timeoutMs milliseconds to wait. Default: 1,000.
   * @throws {Error} when the time is over (the promise rejects); the message shows what was logged instead.
   */
  waitFor(matcher: EntryMatcher, options?: { readonly timeoutMs?: number }): Promise<LogEntry>;
  /** Forgets what was logged. */
  clear(): void;
}

interface Waiting {
  readonly matcher: EntryMatcher;
  readonly resolve: (entry: LogEntry) => void;
}

/**
 * Makes a sink for tests: give it to a runtime among its handlers, and ask it what was logged.
 *
 * @example
 * const sink = createTestSink();
 * initialize({ serviceName: "test", handlers: [sink] });
 * placeOrder(7);
 * sink.find({ level: "INFO", message: /placed/, context: { order: 7 } });
 */
export function createTestSink(name = "test"): TestSink {
  let lines: string[] = [];
  let waiting: readonly Waiting[] = [];
  const entries = (matcher?: EntryMatcher): LogEntry[] => {
    const all = lines.map((line) => JSON.parse(line) as LogEntry);
    return matcher === undefined ? all : all.filter((entry) => matchesEntry(entry, matcher));
  };
  const find = (matcher: EntryMatcher): LogEntry | undefined => entries(matcher)[0];

  return {
    name,
    get lines() {
      return lines;
    },
    write(line) {
      lines.push(line);
      if (waiting.length === 0) return;
      const entry = JSON.parse(line) as LogEntry;
      const done = waiting.filter(({ matcher }) => matchesEntry(entry, matcher));
      waiting = waiting.filter((each) => !done.includes(each));
      for (const { resolve } of done) resolve(entry);
    },
    flush: () => undefined,
    close: () => undefined,
    entries,
    find,
    waitFor(matcher, { timeoutMs = 1_000 } = {}) {
      const found = find(matcher);
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting = waiting.filter((each) => each !== one);
          reject(new Error(`no such entry within ${timeoutMs} ms; logged were:\n${summary(entries())}`));
        }, timeoutMs);
        const one: Waiting = {
          matcher,
          resolve(entry) {
            clearTimeout(timer);
            resolve(entry);
          },
        };
        waiting = [...waiting, one];
      });
    },
    clear() {
      lines = [];
    },
  };
}

/** The entries in a few words, one a line. */
export function summary(entries: readonly LogEntry[]): string {
  const text = entries.map(
    ({ level, message, context, exception }) =>
      `  ${level} ${JSON.stringify(message)}${context === undefined ? "" : ` ${JSON.stringify(context)}`}${
        exception === undefined ? "" : ` ${exception.type}: ${exception.message}`
      }`,
  );
  return text.join("\n") || "  nothing";
}
