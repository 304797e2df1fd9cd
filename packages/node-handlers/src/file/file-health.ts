import type { HandlerHost, HandlerStatus, OwnReport } from "@agora/core";

const REPORT_INTERVAL_MS = 10_000;

/** Keeps account of what goes wrong with a file. */
export interface FileHealth {
  /** The runtime that takes reports; none before the handler was opened. */
  host: HandlerHost | undefined;
  readonly status: () => Pick<HandlerStatus, "isHealthy" | "error" | "errors" | "dropped">;
  /** A write worked. */
  readonly worked: () => void;
  /** Something went wrong. */
  readonly failed: (error: unknown) => void;
  /** The line of a report of something that goes on without loss; empty where the last one is less than 10 s ago. */
  readonly lineOf: (report: OwnReport) => string;
  /** Takes such a report to standard error, where the file cannot have it. */
  readonly tell: (report: OwnReport) => void;
  /** Gives lines up: to standard error, or to the count of those that are lost. */
  readonly giveUp: (owed: { readonly text: string; readonly lines: number }) => void;
}

/** Makes an account without entries. */
export function createFileHealth(): FileHealth {
  let error: string | undefined;
  let errors = 0;
  let lost = 0;
  let failures = 0;
  let reportedAt = -Infinity;

  const health: FileHealth = {
    host: undefined,
    status: () => ({
      isHealthy: error === undefined,
      error,
      errors,
      dropped: lost > 0 ? { failed: lost } : undefined,
    }),
    worked() {
      if (error !== undefined) error = undefined;
    },
    failed(reason) {
      errors++;
      error = reason instanceof Error ? reason.message : String(reason);
    },
    lineOf(report) {
      failures++;
      const now = performance.now();
      if (health.host === undefined || now - reportedAt < REPORT_INTERVAL_MS) return "";
      reportedAt = now;
      const context = { ...report.context, handler: "file", failures };
      failures = 0;
      return health.host.reportLine({ ...report, context });
    },
    tell(report) {
      const line = health.lineOf(report);
      if (line !== "") health.host?.fallback(line, 1);
    },
    giveUp({ text, lines }) {
      if (lines === 0) return;
      if (health.host === undefined) lost += lines;
      else health.host.fallback(text, lines);
    },
  };
  return health;
}
