import { basename } from "node:path";
import { root } from "../bootstrap/places.mjs";
import { Trouble } from "../bootstrap/say.mjs";
import { readMembers, type Member } from "../bootstrap/workspace.mjs";
import { longestFirst } from "../steps/durations.ts";
import { noTotals, runSteps, totalsLine, type Totals } from "../steps/run-steps.ts";
import type { Step } from "../steps/step.ts";
import { resultFile, suiteStep } from "../steps/test-suite.ts";
import { buildStep } from "./build.ts";
import { checkSteps } from "./check.ts";
import { failRequiredSkips, requiredPartSteps } from "./required-parts.ts";

const longRunMinutes = 360;

/**
 * The verb `test`: everything, or with package folder names as arguments only those packages' tests. Its last line is
 * the sum over all checks and all tests.
 *
 * @returns the exit code
 */
export async function testVerb(args: readonly string[]): Promise<number> {
  const everything = args.length === 0;
  const totals = noTotals();
  const members = selectMembers(args, "test");
  const suites = members.map((member) => suiteStep(member, { script: "test" }));
  await runSteps([...requiredPartSteps(), buildStep(everything ? [] : namesOf(members))], totals);
  if (totals.failed === 0) {
    const steps = everything ? [conformanceStep(), ...suites, ...checkSteps()] : suites;
    await runSteps(longestFirst(steps.map(failRequiredSkips)), totals);
  }
  return report(totals);
}

/** The verb `test:long`: the long form of each package that has one, one after the other. Returns the exit code. */
export async function testLongVerb(args: readonly string[]): Promise<number> {
  const totals = noTotals();
  const members = selectMembers(args, "test:long");
  await runSteps([...requiredPartSteps(), buildStep(namesOf(members))], totals);
  for (const member of totals.failed === 0 ? members : []) {
    const step = suiteStep(member, { script: "test:long", limitMinutes: longRunMinutes });
    await runSteps([failRequiredSkips(step)], totals);
  }
  return report(totals);
}

function report(totals: Totals): number {
  process.stdout.write(`${totalsLine(totals)}\n`);
  return totals.failed === 0 ? 0 : 1;
}

function conformanceStep(): Step {
  const [member] = selectMembers(["conformance"], "conformance");
  if (member === undefined) throw new Trouble("there is no conformance suite");
  const file = resultFile("vectors");
  const args = ["--report", `junit=${file}`];
  return suiteStep(member, { script: "conformance", args, results: "vectors" });
}

function namesOf(members: readonly Member[]): readonly string[] {
  return members.map(({ manifest }) => manifest.name);
}

function selectMembers(folders: readonly string[], script: string): readonly Member[] {
  const able = readMembers(root).filter(({ manifest }) => manifest.scripts?.[script] !== undefined);
  const names = able.map(({ folder }) => basename(folder));
  const unknown = folders.filter((folder) => !names.includes(basename(folder)));
  if (unknown.length > 0 || able.length === 0) {
    throw new Trouble(
      `no package ${unknown.join(", ")} with a script ${script}; there are ${names.join(", ")}`,
    );
  }
  if (folders.length === 0) return able;
  return able.filter(({ folder }) => folders.some((wanted) => basename(wanted) === basename(folder)));
}
