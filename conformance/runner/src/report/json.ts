import { countStandings, type Report } from "./summary.ts";

/**
 * `results.json`, the report from which all others could be made. Its schema is `protocol/results.schema.json`.
 */
export function jsonReport(report: Report): string {
  const { run, results, suite, baselineProblems, exitCode, startedAt, durationMs } = report;
  const document = {
    suite,
    subject: run.subject,
    ...(run.hello === undefined ? {} : { testee: run.hello }),
    started_at: startedAt,
    duration_ms: Math.round(durationMs),
    exit_code: exitCode,
    counts: countStandings(results),
    findings: run.findings,
    baseline_problems: baselineProblems,
    results: results.map(({ durationMs: duration, ...result }) => ({
      ...result,
      duration_ms: Math.round(duration),
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
