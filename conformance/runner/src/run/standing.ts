import { matchesId, matchesMessage, type ExpectedFailureList } from "../baseline/expected-failures.ts";
import type { CaseResult, JudgedResult, Standing } from "./results.ts";

/** How the command ends. */
export const EXIT = {
  ok: 0,
  /** A case failed that nobody expected to fail. */
  failure: 1,
  /** The list of expected failures is stale or faulty. */
  baseline: 2,
  /** The testee or its harness broke the protocol, or could not be started. */
  harness: 3,
  /** Wrong options, or nothing was selected. */
  usage: 4,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Decides how each result counts, given what was expected to fail. */
export function judgeStanding(
  results: readonly CaseResult[],
  list: ExpectedFailureList,
): readonly JudgedResult[] {
  return results.map((result) => {
    const entry = list.entries.find(({ id }) => matchesId(id, result.id));
    const plain = plainStanding(result);
    if (entry === undefined || plain === "harness") return { ...result, standing: plain };
    if (entry.flaky) return { ...result, standing: "flaky", note: entry.reason };
    if (plain === "ok" || plain === "not_applicable") {
      const what = plain === "ok" ? "passes" : "does not apply";
      return { ...result, standing: "stale", note: `is listed as an expected failure, but ${what}` };
    }
    if (!matchesMessage(entry, result.message)) {
      return { ...result, standing: plain, note: `is expected to fail with ${entry.message ?? ""}, not so` };
    }
    return { ...result, standing: "expected", note: entry.reason };
  });
}

function plainStanding(result: CaseResult): Standing {
  switch (result.verdict) {
    case "pass":
      return "ok";
    case "not_applicable":
      return "not_applicable";
    case "harness":
    case "not_run":
      return "harness";
    default:
      return result.level === "MUST" ? "failed" : "warning";
  }
}

/**
 * The exit code of a run. What broke the run itself outweighs what it found, and a new failure outweighs a stale list.
 *
 * @param strict a broken SHOULD counts as a failure.
 */
export function exitCodeOf(
  results: readonly JudgedResult[],
  list: ExpectedFailureList,
  strict = false,
): ExitCode {
  const has = (standing: Standing): boolean => results.some((result) => result.standing === standing);
  if (results.length === 0) return EXIT.usage;
  if (has("harness")) return EXIT.harness;
  if (has("failed") || (strict && has("warning"))) return EXIT.failure;
  if (has("stale") || list.problems.length > 0) return EXIT.baseline;
  return EXIT.ok;
}
