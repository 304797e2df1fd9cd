import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseExpectedFailures, type ExpectedFailureList } from "../baseline/expected-failures.ts";
import { REPORT_KINDS, writeReport, type ReportKind, type ReportTarget } from "../report/write.ts";
import { summaryLine, type Report } from "../report/summary.ts";
import type { JudgedResult } from "../run/results.ts";
import type { ExitCode } from "../run/standing.ts";
import { runSuite } from "../run/suite.ts";
import { splitCommandLine } from "../testee/command-line.ts";
import { DEFAULT_TIMEOUTS } from "../testee/session.ts";
import { loadScenarios } from "../scenario/load.ts";
import { loadVectors } from "../vectors/load.ts";
import { selectScenarios, selectVectors, type Selection } from "../vectors/select.ts";
import { PROFILES, type Vector } from "../vectors/types.ts";
import { UsageError, splitList, wholeNumber, type Terminal } from "./usage.ts";

const OPTIONS = {
  testee: { type: "string" },
  name: { type: "string" },
  profile: { type: "string", multiple: true },
  only: { type: "string", multiple: true },
  "expected-failures": { type: "string" },
  report: { type: "string", multiple: true },
  artifact: { type: "string" },
  "timeout-ms": { type: "string" },
  strict: { type: "boolean" },
} as const;

type Profiles = NonNullable<Selection["profiles"]>;

const ALL_PROFILES: readonly string[] = [...PROFILES, "B"];

/** `run`: the vectors against a testee, or those of profile V against the built-in validator. */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const reports = readReportTargets(values.report);
  const all = loadVectors();
  const selection = selectionOf(values);
  const vectors = selectVectors(all, selection);
  const scenarios = values.testee === undefined ? [] : selectScenarios(loadScenarios(), selection);
  if (vectors.length === 0 && scenarios.length === 0)
    throw new UsageError("nothing is selected: no case fits --profile and --only");
  if (values.testee === undefined && vectors.some(({ profile }) => profile !== "V")) {
    throw new UsageError("--testee is missing: only profile V runs without one");
  }
  const timeouts = { ...DEFAULT_TIMEOUTS };
  if (values["timeout-ms"] !== undefined)
    timeouts.case = timeouts.hello = wholeNumber("timeout-ms", values["timeout-ms"], 1);
  const report = await runSuite({
    vectors,
    scenarios,
    timeouts,
    strict: values.strict ?? false,
    expectedFailures: readExpectedFailures(values["expected-failures"], all),
    ...(values.artifact === undefined ? {} : { artifact: values.artifact }),
    ...(values.testee === undefined ? {} : { testee: namedTestee(values.testee, values.name) }),
  });
  tell(report, terminal);
  for (const target of reports) {
    try {
      writeReport(target, report);
    } catch (error) {
      throw new UsageError(`--report: ${(error as Error).message}`);
    }
  }
  return report.exitCode;
}

function namedTestee(
  command: string,
  name: string | undefined,
): { name: string; command: { words: readonly string[]; cwd: string } } {
  try {
    return { name: name ?? command, command: { words: splitCommandLine(command), cwd: process.cwd() } };
  } catch (error) {
    throw new UsageError(`--testee: ${(error as Error).message}`);
  }
}

function selectionOf(values: {
  testee?: string | undefined;
  profile?: string[] | undefined;
  only?: string[] | undefined;
}): Selection {
  const names = splitList(values.profile);
  const unknown = names?.find((name) => !ALL_PROFILES.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`--profile: ${unknown} is none of ${ALL_PROFILES.join(", ")}`);
  const only = splitList(values.only);
  // A testee is asked what testees answer; the validator is not its business unless it is named.
  const standard = (
    values.testee === undefined || only !== undefined ? ALL_PROFILES : ["C", "P", "B"]
  ) as Profiles;
  return { profiles: (names as Profiles | undefined) ?? standard, ...(only === undefined ? {} : { only }) };
}

function readExpectedFailures(path: string | undefined, all: readonly Vector[]): ExpectedFailureList {
  if (path === undefined) return { entries: [], problems: [] };
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`--expected-failures: ${(error as Error).message}`);
  }
  const today = new Date().toISOString().slice(0, 10);
  return parseExpectedFailures(
    text,
    all.map(({ id }) => id),
    today,
  );
}

function readReportTargets(values: readonly string[] | undefined): readonly ReportTarget[] {
  return (splitList(values) ?? []).map((text) => {
    const at = text.indexOf("=");
    const [kind, path] = [text.slice(0, at), text.slice(at + 1)];
    if (at < 1 || path === "" || !REPORT_KINDS.includes(kind as ReportKind)) {
      throw new UsageError(
        `--report: ${text} is not ${REPORT_KINDS.map((name) => `${name}=FILE`).join(" or ")}`,
      );
    }
    return { kind: kind as ReportKind, path };
  });
}

/** Prints what a person needs: everything that is not as it should be, then one line of counts. */
export function tell(report: Report, terminal: Terminal): void {
  for (const result of report.results) {
    if (!["ok", "not_applicable", "expected", "flaky"].includes(result.standing))
      terminal.out(tellResult(result));
  }
  for (const { kind, message } of report.run.findings) terminal.out(`note: ${kind}: ${message}`);
  for (const problem of report.baselineProblems) terminal.out(`expected failures: ${problem}`);
  terminal.out(summaryLine(report));
}

function tellResult(result: JudgedResult): string {
  const lines = [`${result.standing.toUpperCase()} ${result.id} ${result.title}`];
  for (const text of [result.note, result.message, result.detail, result.stderr]) {
    if (text)
      lines.push(
        ...text
          .trimEnd()
          .split("\n")
          .map((line) => `    ${line}`),
      );
  }
  return lines.join("\n");
}
