import type { HandlerHost, OwnReport } from "@agora/core";

/** A host that keeps what a handler says. */
export interface TestHost extends HandlerHost {
  readonly reports: OwnReport[];
  /** Lines that went to standard error, without reports. */
  readonly lines: string[];
  readonly codes: () => string[];
}

/** Makes a host. Lines of reports begin with `{"report":`. */
export function createTestHost(): TestHost {
  const reports: OwnReport[] = [];
  const lines: string[] = [];
  return {
    reports,
    lines,
    codes: () => reports.map(({ code }) => code),
    clock: () => Date.now() * 1_000,
    reportLine(report) {
      reports.push(report);
      return `{"report":"${report.code}"}\n`;
    },
    fallback(text) {
      lines.push(...text.split("\n").filter((line) => line !== "" && !line.startsWith('{"report":')));
    },
  };
}

/** Waits until something is so; fails after twenty seconds. */
export async function until(isSo: () => boolean, what = "it"): Promise<void> {
  const end = performance.now() + 20_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`${what} has not happened within twenty seconds`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
