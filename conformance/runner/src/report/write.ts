import { writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { jsonReport } from "./json.ts";
import { junitReport } from "./junit.ts";
import { makeFolder } from "./make-folder.ts";
import { markdownReport } from "./markdown.ts";
import type { Report } from "./summary.ts";

/** The kinds of report files. */
export const REPORT_KINDS = ["junit", "json", "md"] as const;

/** One of {@link REPORT_KINDS}. */
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A report to write, and where. */
export interface ReportTarget {
  readonly kind: ReportKind;
  readonly path: string;
}

/** Writes one report, and the folders to it. */
export function writeReport({ kind, path }: ReportTarget, report: Report): void {
  makeFolder(dirname(path));
  writeFileSync(path, renderReport(kind, report));
}

function renderReport(kind: ReportKind, report: Report): string {
  switch (kind) {
    case "json":
      return jsonReport(report);
    case "junit":
      return junitReport([report]);
    case "md":
      return markdownReport([report]);
  }
}
