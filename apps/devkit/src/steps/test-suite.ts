import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { varFolder } from "../bootstrap/places.mjs";
import type { Member } from "../bootstrap/workspace.mjs";
import { runScriptLine, type Outcome } from "./command.ts";
import { countJUnit } from "./junit.ts";
import type { Step, StepResult } from "./step.ts";

/** How a package's script is run as a test suite. */
export interface SuiteOptions {
  /** A name of package.json's `scripts`. */
  readonly script: string;
  /** Put behind the script's own arguments. */
  readonly args?: readonly string[];
  /** The name of the result file without `.xml`; default the package's folder name. */
  readonly results?: string;
  /** In minutes. */
  readonly limitMinutes?: number;
}

const resultFolder = join(varFolder, "test-results");

/** The file in which a suite leaves its results. */
export function resultFile(name: string): string {
  return join(resultFolder, `${name}.xml`);
}

/**
 * A step that runs a package's script and counts the tests in the JUnit file that it must leave behind, and in any that it
 * leaves beside it as `<name>-<variant>.xml`.
 */
export function suiteStep({ folder, manifest }: Member, options: SuiteOptions): Step {
  const line = manifest.scripts?.[options.script] ?? "";
  const results = options.results ?? basename(folder);
  return {
    name: options.script === "test" ? manifest.name : `${manifest.name} ${options.script}`,
    run: async () => {
      for (const file of variants(results)) rmSync(file);
      const log = join(varFolder, "logs", `${basename(folder)}-${options.script.replaceAll(":", "-")}.log`);
      const limit = options.limitMinutes === undefined ? {} : { limitMinutes: options.limitMinutes };
      const outcome = await runScriptLine(line, options.args ?? [], { cwd: folder, log, ...limit });
      const main = resultFile(results);
      const xml = variants(results).map((file) => readFileSync(file, "utf8"));
      return suiteResult(outcome, existsSync(main) ? xml.join("\n") : undefined, main);
    },
  };
}

function variants(name: string): readonly string[] {
  if (!existsSync(resultFolder)) return [];
  const files = readdirSync(resultFolder).filter(
    (file) => file === `${name}.xml` || file.startsWith(`${name}-`),
  );
  return files.map((file) => join(resultFolder, file));
}

/**
 * Judges a suite by its exit code and its result file together: neither alone can make it pass.
 *
 * @param xml the result files one behind the other, undefined where the main one is missing
 * @param file its path, for the message
 */
export function suiteResult(outcome: Outcome, xml: string | undefined, file: string): StepResult {
  const counts = countJUnit(xml ?? "");
  const tests = counts.passed + counts.failed.length + counts.skipped.length;
  const problems = counts.failed.map((name) => `failed: ${name}`);
  if (outcome.code !== 0 && counts.failed.length === 0) problems.push(`ended with exit code ${outcome.code}`);
  if (outcome.code === 0 && counts.failed.length > 0)
    problems.push("ended with exit code 0 although tests failed");
  if (xml === undefined) problems.push(`left no result file ${file}`);
  else if (tests === 0) problems.push(`ran no test: ${file} is empty`);
  else if (counts.skipped.length === tests) problems.push("skipped every test");
  const failed = counts.failed.length === 0 && problems.length > 0 ? 1 : counts.failed.length;
  return {
    passed: counts.passed,
    failed,
    skipped: counts.skipped,
    output: [outcome.output, ...problems].join("\n"),
  };
}
