import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NO_EXPECTED_FAILURES, type ExpectedFailureList } from "../baseline/expected-failures.ts";
import { packageRoot } from "../package-root.ts";
import { WIRE_VERSIONS } from "../protocol/messages.ts";
import type { Report } from "../report/summary.ts";
import { runScenarios } from "../scenario/run-scenarios.ts";
import type { Scenario } from "../scenario/types.ts";
import type { TesteeCommand } from "../testee/process.ts";
import type { FileVector, RequestVector, Vector } from "../vectors/types.ts";
import type { RunResult } from "./results.ts";
import { runFiles } from "./run-files.ts";
import { runVectors, type RunOptions } from "./run-vectors.ts";
import { exitCodeOf, judgeStanding } from "./standing.ts";

/** A testee and the name under which it stands in reports. */
export interface NamedTestee {
  readonly name: string;
  readonly command: TesteeCommand;
}

/** What a run of the suite is made of. */
export interface SuiteRun extends RunOptions {
  readonly vectors: readonly Vector[];
  /** Cases of profile B. */
  readonly scenarios?: readonly Scenario[];
  /** Who answers the vectors of profiles C and P, and does the scenarios. */
  readonly testee?: NamedTestee;
  readonly expectedFailures?: ExpectedFailureList;
  /** A broken SHOULD is a failure. */
  readonly strict?: boolean;
}

/** Runs vectors: those of profile V against the built-in validator, the others against the testee. */
export async function runSuite(suite: SuiteRun): Promise<Report> {
  const startedAt = new Date().toISOString();
  const started = performance.now();
  const files = suite.vectors.filter((vector): vector is FileVector => vector.profile === "V");
  const requests = suite.vectors.filter((vector): vector is RequestVector => vector.profile !== "V");
  const list = suite.expectedFailures ?? NO_EXPECTED_FAILURES;
  const run = merge([
    ...(files.length > 0 ? [runFiles(files)] : []),
    ...(suite.testee !== undefined && requests.length > 0
      ? [await runVectors(suite.testee.name, suite.testee.command, requests, suite)]
      : []),
    ...(suite.testee !== undefined && suite.scenarios !== undefined && suite.scenarios.length > 0
      ? [await runScenarios(suite.testee.name, suite.testee.command, suite.scenarios)]
      : []),
  ]);
  const results = judgeStanding(run.results, list);
  return {
    suite: { name: "@agora/conformance", version: suiteVersion(), wire: WIRE_VERSIONS },
    run,
    results,
    baselineProblems: list.problems,
    exitCode: exitCodeOf(results, list, suite.strict),
    startedAt,
    durationMs: performance.now() - started,
  };
}

function merge(runs: readonly RunResult[]): RunResult {
  const hello = runs.find((run) => run.hello !== undefined)?.hello;
  return {
    subject: runs.map(({ subject }) => subject).join(" and "),
    ...(hello === undefined ? {} : { hello }),
    results: runs.flatMap(({ results }) => results),
    findings: runs.flatMap(({ findings }) => findings),
  };
}

/** The version of this package. */
export function suiteVersion(): string {
  const text = readFileSync(join(packageRoot(), "package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
