import { root } from "../bootstrap/places.mjs";
import { readMembers, type Member } from "../bootstrap/workspace.mjs";
import { checkFileLength } from "../checks/file-length.ts";
import { checkImportRules } from "../checks/import-rules.ts";
import { checkManifests } from "../checks/manifests.ts";
import { checkPackageShape } from "../checks/package-shape.ts";
import { checkTypeCoverage } from "../checks/type-coverage.ts";
import { runProgram, runScriptLine } from "../steps/command.ts";
import { noTotals, runSteps, totalsLine } from "../steps/run-steps.ts";
import { checkResult, type Step, type StepResult } from "../steps/step.ts";
import { buildStep } from "./build.ts";
import { generateSteps } from "./generate.ts";

/** All checks; the build has to be done before. */
export function checkSteps(): readonly Step[] {
  return [
    { name: "types", run: checkTypes },
    { name: "lint", run: lint },
    { name: "format", run: () => tool("oxfmt", ["--check"], "npx oxfmt writes it as it should be") },
    { name: "import rules", run: importRules },
    { name: "manifests", run: async () => checkResult(checkManifests(root)) },
    { name: "file length", run: async () => checkResult(checkFileLength(root).problems) },
    { name: "dead code", run: () => tool("knip", ["--no-progress"], "knip found what nothing uses") },
    { name: "package shape", run: checkPackageShape },
    ...generateSteps("generate:check"),
    ...readMembers(root).flatMap(packageSteps),
  ];
}

/** A package's scripts `check` and `check:<what>`, one step each: the other languages bring theirs this way. */
function packageSteps({ folder, manifest }: Member): readonly Step[] {
  const scripts = Object.entries(manifest.scripts ?? {}).filter(([name]) => /^check(?::|$)/.test(name));
  return scripts.map(([script, line]) => ({
    name: `${manifest.name} ${script}`,
    run: async () => {
      const outcome = await runScriptLine(line, [], { cwd: folder });
      return checkResult(
        outcome.code === 0 ? [] : [`${script} ended with code ${outcome.code}`],
        outcome.output,
      );
    },
  }));
}

async function checkTypes(): Promise<StepResult> {
  const built = await runProgram("tsc", ["-b", "--pretty", "false"], { cwd: root });
  const { problems } = await checkTypeCoverage(root);
  return checkResult(built.code === 0 ? problems : ["tsc found errors", ...problems], built.output);
}

async function lint(): Promise<StepResult> {
  const { code, output } = await runProgram("oxlint", ["--deny-warnings"], { cwd: root });
  const files = Number(/ on (\d+) files/.exec(output)?.[1] ?? 0);
  const problems = code === 0 ? [] : ["oxlint found problems"];
  if (files === 0) problems.push("oxlint looked at no file");
  return checkResult(problems, output);
}

async function importRules(): Promise<StepResult> {
  const { problems, output } = await checkImportRules(root);
  return checkResult(problems, output);
}

async function tool(program: string, args: readonly string[], problem: string): Promise<StepResult> {
  const { code, output } = await runProgram(program, args, { cwd: root });
  return checkResult(code === 0 ? [] : [problem], output);
}

/** The verb `check`. Returns the exit code. */
export async function checkVerb(): Promise<number> {
  const totals = noTotals();
  await runSteps([buildStep()], totals);
  if (totals.failed === 0) await runSteps(checkSteps(), totals);
  process.stdout.write(`${totalsLine(totals)}\n`);
  return totals.failed === 0 ? 0 : 1;
}
