import type { Handler, HandlerStatus } from "../handler.ts";
import type { Destination } from "../routes/read-routes.ts";
import { cut } from "../text.ts";

/** A handler that is open, and how it fared. */
export interface Sink {
  readonly handler: Handler;
  readonly isConsole: boolean;
  /** Whole microseconds since 1970; not a number where there was no clock. */
  readonly openedAt: number;
  /** The same for the time from which it got no more lines. */
  closedAt: number;
  share: Destination["share"];
  /** Lines that were handed over. */
  lines: number;
  /** Failures since it last worked; 0 while it works. */
  outage: number;
  /** Those of them that no report counted yet. */
  unreported: number;
  /** When the last report was made, in microseconds. */
  reportedAt: number;
  /** Whether a report said that it fails, and none that it works again. */
  isReported: boolean;
  /** Failures since it was opened. */
  errors: number;
  lastError: string;
  /** Lines that were made for its own reports: the newest ones. No other handler gets them. */
  readonly reports: Set<string>;
  /** Writes that are promises and have not settled, with their lines. */
  readonly inFlight: Map<Promise<void>, string>;
  /** The flush that runs, and the one behind it for what was written since. */
  flushing: Promise<boolean> | undefined;
  flushingLines: number;
  flushNext: Promise<boolean> | undefined;
}

const LONGEST_ERROR = 256;

// A handler makes one in 10 seconds or so.
const MOST_REPORTS = 100;

/** @param now whole microseconds since 1970. */
export function createSink({ handler, share }: Destination, now: number): Sink {
  return {
    handler,
    openedAt: now,
    closedAt: Infinity,
    isConsole: handler.isConsole === true,
    share,
    lines: 0,
    outage: 0,
    unreported: 0,
    reportedAt: -Infinity,
    isReported: false,
    errors: 0,
    lastError: "",
    reports: new Set(),
    inFlight: new Map(),
    flushing: undefined,
    flushingLines: 0,
    flushNext: undefined,
  };
}

/** Remembers a line that was made for a report of the handler. */
export function rememberReport({ reports }: Sink, line: string): void {
  reports.add(line);
  for (const oldest of reports) {
    if (reports.size <= MOST_REPORTS) break;
    reports.delete(oldest);
  }
}

/** How a handler fares, by its own account or by what its calls did. Never throws. */
export function statusOf({ handler, outage, lastError, errors, inFlight }: Sink): HandlerStatus {
  try {
    const own = handler.status?.() ?? {
      isHealthy: true,
      ...(inFlight.size > 0 ? { pending: inFlight.size } : {}),
    };
    return {
      ...own,
      isHealthy: own.isHealthy && outage === 0,
      error: own.error ?? (outage > 0 ? lastError : undefined),
      errors: Math.max(own.errors ?? 0, errors),
    };
  } catch (error) {
    return { isHealthy: false, error: errorText(error), errors };
  }
}

/** What went wrong, in a few words. Never throws. */
export function errorText(error: unknown): string {
  try {
    return cut(String(error instanceof Error ? error.message : error).toWellFormed(), LONGEST_ERROR);
  } catch {
    return "an error that cannot be read";
  }
}
