import { join, delimiter } from "node:path";
import { root } from "../bootstrap/places.mjs";
import { runForeground } from "../bootstrap/run-tool.mjs";
import { Trouble } from "../bootstrap/say.mjs";
import { readMembers, type Member } from "../bootstrap/workspace.mjs";
import { noTotals, runSteps } from "../steps/run-steps.ts";
import { buildStep } from "./build.ts";

/**
 * Builds what a package needs, then runs one of its scripts with the terminal in its hands.
 *
 * @param name of the package
 * @param script a name of its `scripts`
 * @param args put behind the script's own
 * @returns the exit code of the script, or 1 when the build failed
 */
export async function runBuilt(name: string, script: string, args: readonly string[]): Promise<number> {
  const totals = noTotals();
  await runSteps([buildStep([name])], totals);
  if (totals.failed > 0) return 1;
  const member = readMembers(root).find(({ manifest }) => manifest.name === name);
  if (member?.manifest.scripts?.[script] === undefined) throw new Trouble(`${name} has no script ${script}`);
  return runInForeground(member, member.manifest.scripts[script], args);
}

/**
 * The verb `bench`: the benchmarks of every package that has some, or of those named by folder. What stands behind the
 * first option is passed on.
 */
export async function benchVerb(args: readonly string[]): Promise<number> {
  const members = readMembers(root).filter(({ manifest }) => manifest.scripts?.["bench"] !== undefined);
  const optionsBegin = args.findIndex((arg) => arg.startsWith("-"));
  const names = optionsBegin < 0 ? args : args.slice(0, optionsBegin);
  const options = args.slice(names.length);
  const chosen =
    names.length === 0
      ? members
      : members.filter(({ folder }) => names.some((name) => folder.endsWith(`/${name}`)));
  if (chosen.length === 0) throw new Trouble("no such package has a script bench");
  for (const { manifest } of chosen) {
    process.stdout.write(`\n${manifest.name}\n`);
    const code = await runBuilt(manifest.name, "bench", options);
    if (code !== 0) return code;
  }
  return 0;
}

function runInForeground({ folder }: Member, line: string, args: readonly string[]): Promise<number> {
  const path = [join(folder, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter);
  // `exec` takes the shell out of the way of signals.
  return runForeground("sh", ["-c", `exec ${line} "$@"`, "sh", ...args], {
    cwd: folder,
    env: { ...process.env, PATH: path },
  });
}
