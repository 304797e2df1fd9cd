import { join } from "node:path";
import { root, varFolder } from "../bootstrap/places.mjs";
import { readMembers } from "../bootstrap/workspace.mjs";
import { matchDistToSource } from "../checks/dist.ts";
import { runProgram } from "../steps/command.ts";
import { noTotals, runSteps } from "../steps/run-steps.ts";
import { checkResult, type Step, type StepResult } from "../steps/step.ts";

/**
 * Builds packages through turbo, so that what is fresh comes from its cache; prints each package that is built.
 *
 * @param only names of packages that are built together with all they depend on; default all packages
 */
export function buildStep(only: readonly string[] = []): Step {
  return { name: "build", run: () => build(only) };
}

async function build(only: readonly string[]): Promise<StepResult> {
  for (const member of readMembers(root)) await matchDistToSource(member);
  const filters = only.map((name) => `--filter=${name}...`);
  const args = ["run", "build", ...filters, "--output-logs=new-only", "--log-order=stream", "--no-color"];
  const outcome = await runProgram("turbo", args, {
    cwd: root,
    log: join(varFolder, "logs", "build.log"),
    onLine: (line) => {
      const name = /^(\S+):build: cache miss/.exec(line)?.[1];
      if (name !== undefined) process.stdout.write(`       building ${name}\n`);
    },
  });
  return checkResult(outcome.code === 0 ? [] : ["the build failed"], outcome.output);
}

/** The verb `build`. Returns the exit code. */
export async function buildVerb(): Promise<number> {
  const totals = noTotals();
  await runSteps([buildStep()], totals);
  return totals.failed === 0 ? 0 : 1;
}
