import type { OwnReport } from "../handler.ts";
import { errorText } from "./sink.ts";
import type { Sink } from "./sink.ts";

/** A report about a handler is repeated after this many microseconds at the earliest. */
const REPORT_INTERVAL = 10_000_000;

/** Notes that a handler failed; returns the report that is due now, if one is. */
export function noteFailure(sink: Sink, error: unknown, clock: () => number): OwnReport | undefined {
  sink.errors++;
  sink.outage++;
  sink.unreported++;
  sink.lastError = errorText(error);
  const now = readClock(clock);
  // Without a clock no line can be made. One that was set back must not silence the report.
  if (Number.isNaN(now) || Math.abs(now - sink.reportedAt) < REPORT_INTERVAL) return undefined;
  const failures = sink.unreported;
  sink.reportedAt = now;
  sink.unreported = 0;
  sink.isReported = true;
  return {
    level: "ERROR",
    code: "AGORA_HANDLER_IO",
    message: "A handler could not write; its lines go to standard error",
    context: { handler: sink.handler.name, failures },
    error,
  };
}

/** Notes that a handler that failed works again; returns a report if its failure was reported. */
export function noteRecovery(sink: Sink): OwnReport | undefined {
  const failures = sink.outage;
  sink.outage = 0;
  if (!sink.isReported) return undefined;
  sink.isReported = false;
  sink.unreported = 0;
  return {
    level: "WARNING",
    code: "AGORA_HANDLER_RECOVERED",
    message: "A handler writes again",
    context: { handler: sink.handler.name, failures, replayed: 0 },
  };
}

/** Not a number where the clock fails. */
export function readClock(clock: () => number): number {
  try {
    return clock();
  } catch {
    return Number.NaN;
  }
}
