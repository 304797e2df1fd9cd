/**
 * The conformance suite as a library: the vectors with all defaults filled in, and what the command line is made of.
 *
 * @module
 */
export {
  parseExpectedFailures,
  type ExpectedFailure,
  type ExpectedFailureList,
} from "./baseline/expected-failures.ts";
export { compareBytes, type ByteDifference } from "./compare/byte-diff.ts";
export type { CaseConfig, CaseInput, Hello, Outcome, WireCase } from "./protocol/messages.ts";
export type { TypedValue } from "./protocol/typed-value.ts";
export type { Report } from "./report/summary.ts";
export type { CaseResult, Finding, JudgedResult, RunResult, Standing, Verdict } from "./run/results.ts";
export { EXIT, type ExitCode } from "./run/standing.ts";
export { runSuite, type SuiteRun } from "./run/suite.ts";
export type { TesteeCommand } from "./testee/process.ts";
export { loadVectors } from "./vectors/load.ts";
export { selectVectors, type Selection } from "./vectors/select.ts";
export type { FileVector, Profile, RequestVector, Vector } from "./vectors/types.ts";
