import type { ExitCode } from "../run/standing.ts";
import type { JudgedResult, RunResult, Standing } from "../run/results.ts";

/** Everything that a report shows. */
export interface Report {
  readonly suite: { readonly name: string; readonly version: string; readonly wire: readonly string[] };
  readonly run: RunResult;
  readonly results: readonly JudgedResult[];
  readonly baselineProblems: readonly string[];
  readonly exitCode: ExitCode;
  readonly startedAt: string;
  readonly durationMs: number;
}

/** All standings, those that fail a run first. */
export const STANDINGS: readonly Standing[] = [
  "harness",
  "failed",
  "stale",
  "warning",
  "flaky",
  "expected",
  "not_applicable",
  "ok",
];

/** How many results stand how. */
export function countStandings(results: readonly JudgedResult[]): Readonly<Record<Standing, number>> {
  const counts = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<Standing, number>;
  for (const { standing } of results) counts[standing] += 1;
  return counts;
}

/** The category of a case: its id without the number. */
export function areaOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf(".")));
}

/** One line: what was run, and the counts that are not zero. */
export function summaryLine(report: Report): string {
  const counts = countStandings(report.results);
  const parts = STANDINGS.filter((standing) => counts[standing] > 0).map(
    (standing) => `${counts[standing]} ${standing === "not_applicable" ? "not applicable" : standing}`,
  );
  const seconds = (report.durationMs / 1000).toFixed(1);
  return `${report.run.subject}: ${report.results.length} cases, ${parts.join(", ")} (${seconds} s)`;
}

/** Results by category, in the order of the run. */
export function byArea(results: readonly JudgedResult[]): ReadonlyMap<string, readonly JudgedResult[]> {
  const areas = new Map<string, JudgedResult[]>();
  for (const result of results) {
    const area = areaOf(result.id);
    const list = areas.get(area);
    if (list === undefined) areas.set(area, [result]);
    else list.push(result);
  }
  return areas;
}
