import type { CaseResult, RunResult } from "../run/results.ts";
import { EXIT } from "../run/standing.ts";
import { exitCodeOf, judgeStanding } from "../run/standing.ts";
import { suiteVersion } from "../run/suite.ts";
import { WIRE_VERSIONS } from "../protocol/messages.ts";
import { NO_EXPECTED_FAILURES } from "../baseline/expected-failures.ts";
import type { Report } from "../report/summary.ts";

/** One thing that was checked, in the form that all reports share. */
export interface Check {
  /** `mutant.negative-zero` */
  readonly id: string;
  readonly title: string;
  /** What is wrong, one line each; nothing when it is as it should be. */
  readonly problems: readonly string[];
  /** What is worth knowing of a check that is as it should be. */
  readonly note?: string;
  readonly durationMs: number;
}

/** A report of checks that are no vectors. */
export function checksReport(subject: string, checks: readonly Check[], startedAt: Date): Report {
  const results = checks.map((check) => resultOf(check));
  const run: RunResult = { subject, results, findings: [] };
  const judged = judgeStanding(results, NO_EXPECTED_FAILURES).map((result, index) => {
    const note = checks[index]?.note;
    return note === undefined ? result : { ...result, note };
  });
  return {
    suite: { name: "@agora/conformance", version: suiteVersion(), wire: WIRE_VERSIONS },
    run,
    results: judged,
    baselineProblems: [],
    exitCode: exitCodeOf(judged, NO_EXPECTED_FAILURES),
    startedAt: startedAt.toISOString(),
    durationMs: checks.reduce((sum, { durationMs }) => sum + durationMs, 0),
  };
}

function resultOf({ id, title, problems, durationMs }: Check): CaseResult {
  const head = { id, title, profile: "C", level: "MUST", spec: [], durationMs } as const;
  if (problems.length === 0) return { ...head, verdict: "pass", message: "" };
  return { ...head, verdict: "wrong", message: problems[0] ?? "", detail: problems.join("\n") };
}

/** The worst of several exit codes: a broken run, then a failure, then a stale list. */
export function worstExit(codes: readonly number[]): number {
  return (
    [EXIT.harness, EXIT.failure, EXIT.baseline, EXIT.usage].find((code) => codes.includes(code)) ?? EXIT.ok
  );
}

/** Runs something and says how long it took, in milliseconds. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; durationMs: number }> {
  const started = performance.now();
  const value = await work();
  return { value, durationMs: performance.now() - started };
}
