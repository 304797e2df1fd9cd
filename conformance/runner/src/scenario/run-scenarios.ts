import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describeOutcome } from "../run/judge-outcome.ts";
import type { CaseResult, RunResult, Verdict } from "../run/results.ts";
import { TesteeFailure } from "../testee/failure.ts";
import type { TesteeCommand } from "../testee/process.ts";
import { TesteeSession } from "../testee/session.ts";
import { doRunnerStep, judgeFiles, judgeUnion } from "./files.ts";
import { isRunnerStep, type Scenario, type Step, type TesteeStep } from "./types.ts";

const SCENARIO_TIMEOUT_MS = 10_000;

/** What a scenario is worth. */
interface Attempt {
  readonly verdict: Verdict;
  readonly message: string;
  readonly detail?: string;
  readonly stderr?: string;
}

/**
 * Runs scenarios against a testee. Each has a folder and processes of its own, so that nothing is left of the one
 * before: what a process holds when it ends is part of what is tested.
 */
export async function runScenarios(
  name: string,
  command: TesteeCommand,
  scenarios: readonly Scenario[],
): Promise<RunResult> {
  const results: CaseResult[] = [];
  for (const scenario of scenarios) {
    const started = performance.now();
    const attempt = await runScenario(command, scenario);
    const { id, title, level = "MUST" } = scenario;
    results.push({
      id,
      title,
      profile: "B",
      level,
      spec: [],
      ...attempt,
      durationMs: performance.now() - started,
    });
  }
  return { subject: name, results, findings: [] };
}

async function runScenario(command: TesteeCommand, scenario: Scenario): Promise<Attempt> {
  const { writers = 1, leaves, union } = scenario;
  const folder = mkdtempSync(join(tmpdir(), "agora-scenario-"));
  try {
    const attempts = await Promise.all(
      Array.from({ length: writers }, (_, writer) => runWriter(command, scenario, folder, writer)),
    );
    const bad = attempts.find(({ verdict }) => verdict !== "pass");
    if (bad !== undefined) return bad;
    const problems = [
      ...(leaves === undefined ? [] : judgeFiles(folder, leaves)),
      ...(union === undefined ? [] : judgeUnion(folder, writers, union)),
    ];
    return problems.length === 0
      ? { verdict: "pass", message: "" }
      : { verdict: "wrong", message: problems[0] ?? "", detail: problems.slice(0, 20).join("\n") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runWriter(
  command: TesteeCommand,
  scenario: Scenario,
  folder: string,
  writer: number,
): Promise<Attempt> {
  let session: TesteeSession | undefined;
  try {
    session = await TesteeSession.start(command);
    if (!session.hello.capabilities.includes(scenario.needs))
      return { verdict: "not_applicable", message: `the testee has no ${scenario.needs}` };
    const attempt = await runSteps(session, scenario, folder, writer);
    if (attempt.verdict !== "pass") return attempt;
    const complaint = await session.stop();
    session = undefined;
    return complaint === undefined ? attempt : { verdict: "wrong", message: complaint };
  } catch (error) {
    if (!(error instanceof TesteeFailure)) throw error;
    return { verdict: error.kind, message: error.message, stderr: error.stderr };
  } finally {
    await session?.kill();
  }
}

/** Sends runs of the testee's own steps as one request each, and does the runner's steps between them. */
async function runSteps(
  session: TesteeSession,
  { id, steps, timeout_ms: timeout = SCENARIO_TIMEOUT_MS }: Scenario,
  folder: string,
  writer: number,
): Promise<Attempt> {
  for (const group of groupsOf(steps)) {
    if (!Array.isArray(group)) {
      doRunnerStep(folder, group);
      continue;
    }
    const asked = group.map(({ expect: _, ...step }) => forWriter(step, writer));
    const outcome = await session.run({ id, kind: "scenario", folder, steps: asked }, timeout);
    if (!("observed" in outcome))
      return { verdict: "error" in outcome ? "error" : "harness", message: describeOutcome(outcome) };
    const answers = outcome.observed["answers"];
    if (!Array.isArray(answers) || answers.length !== group.length)
      return { verdict: "harness", message: `${group.length} steps need as many answers` };
    const at = group.findIndex((step, i) => "expect" in step && !isDeepStrictEqual(answers[i], step.expect));
    if (at >= 0) return unexpected(group[at] as TesteeStep, answers[at], steps);
  }
  return { verdict: "pass", message: "" };
}

function unexpected(step: TesteeStep, answer: unknown, steps: readonly Step[]): Attempt {
  const { expect, ...asked } = step;
  return {
    verdict: "wrong",
    message: `step ${steps.indexOf(step) + 1} (${step.op}) answered ${JSON.stringify(answer)}, expected ${JSON.stringify(expect)}`,
    detail: JSON.stringify(asked),
  };
}

function groupsOf(steps: readonly Step[]): (Exclude<Step, TesteeStep> | TesteeStep[])[] {
  const groups: ReturnType<typeof groupsOf> = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (isRunnerStep(step)) groups.push(step);
    else if (Array.isArray(last)) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** The step with `$writer` in its texts replaced. */
function forWriter<T>(value: T, writer: number): T {
  return JSON.parse(JSON.stringify(value).replaceAll("$writer", String(writer))) as T;
}
