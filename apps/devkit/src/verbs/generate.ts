import { root } from "../bootstrap/places.mjs";
import { Trouble } from "../bootstrap/say.mjs";
import { readMembers, type Member } from "../bootstrap/workspace.mjs";
import { runScriptLine } from "../steps/command.ts";
import { noTotals, runSteps } from "../steps/run-steps.ts";
import { checkResult, type Step } from "../steps/step.ts";

/**
 * One step for each package that generates files: `generate` writes them, `generate:check` only compares.
 *
 * @param script which of the two
 */
export function generateSteps(script: "generate" | "generate:check"): readonly Step[] {
  const members = readMembers(root).filter(({ manifest }) => manifest.scripts?.[script] !== undefined);
  if (members.length === 0) throw new Trouble(`no package has a script ${script}`);
  return members.map((member) => generateStep(member, script));
}

function generateStep({ folder, manifest }: Member, script: string): Step {
  return {
    name: `${manifest.name} ${script}`,
    run: async () => {
      const outcome = await runScriptLine(manifest.scripts?.[script] ?? "", [], { cwd: folder });
      return checkResult(
        outcome.code === 0 ? [] : [`${script} ended with code ${outcome.code}`],
        outcome.output,
      );
    },
  };
}

/** The verb `generate`, with `--check` to compare only. Returns the exit code. */
export async function generateVerb(args: readonly string[]): Promise<number> {
  const totals = noTotals();
  await runSteps(generateSteps(args.includes("--check") ? "generate:check" : "generate"), totals);
  return totals.failed === 0 ? 0 : 1;
}
