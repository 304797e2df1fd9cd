import type { HandlerHost, OwnReport } from "@agora/core";

/** A runtime that keeps what a handler tells it. */
export interface FakeHost extends HandlerHost {
  /** Microseconds since 1970, for the test to set. */
  micros: number;
  readonly reports: OwnReport[];
  readonly fallen: string[];
}

/** Makes one; the line of a report is its code. */
export function createFakeHost(micros = Date.UTC(2026, 10, 21, 12) * 1_000): FakeHost {
  const host: FakeHost = {
    micros,
    reports: [],
    fallen: [],
    clock: () => host.micros,
    reportLine(report) {
      host.reports.push(report);
      return `${report.code}\n`;
    },
    fallback: (lines) => void host.fallen.push(lines),
  };
  return host;
}
