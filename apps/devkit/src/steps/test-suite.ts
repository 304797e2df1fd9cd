import { existsSync, readFileSync, rmSync } from "node:fs";
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

/** The file in which a suite leaves its results. */
export function resultFile(name: string): string {
  return join(varFolder, "test-results", `${name}.xml`);
}

/** A step that runs a package's script and counts the tests in the JUnit file that it must leave behind. */
export function suiteStep({ folder, manifest }: Member, options: SuiteOptions): Step {
  const line = manifest.scripts?.[options.script] ?? "";
  const file = resultFile(options.results ?? basename(folder));
  const name = options.script === "test" ? manifest.name : `${manifest.name} ${options.script}`;
  return {
    name,
    run: async () => {
      rmSync(file, { force: true });
      const log = join(varFolder, "logs", `${basename(folder)}-${options.script.replaceAll(":", "-")}.log`);
      const limit = options.limitMinutes === undefined ? {} : { limitMinutes: options.limitMinutes };
      const outcome = await runScriptLine(line, options.args ?? [], { cwd: folder, log, ...limit });
      return suiteResult(outcome, existsSync(file) ? readFileSync(file, "utf8") : undefined, file);
    },
  };
}

/**
 * Judges a suite by its exit code and its result file together: neither alone can make it pass.
 *
 * @param xml the result file, undefined where there is none
 * @param file its path, for the message
 */
export function suiteResult(outcome: Outcome, xml: string | undefined, file: string): StepResult {
  const counts = xml === undefined ? { passed: 0, failed: 0, skipped: [] } : countJUnit(xml);
  const tests = counts.passed + counts.failed + counts.skipped.length;
  const problems: string[] = [];
  if (outcome.code !== 0 && counts.failed === 0) problems.push(`ended with exit code ${outcome.code}`);
  if (outcome.code === 0 && counts.failed > 0) problems.push("ended with exit code 0 although tests failed");
  if (xml === undefined) problems.push(`left no result file ${file}`);
  else if (tests === 0) problems.push(`ran no test: ${file} is empty`);
  else if (counts.skipped.length === tests) problems.push("skipped every test");
  const failed = counts.failed === 0 && problems.length > 0 ? 1 : counts.failed;
  return { ...counts, failed, output: [outcome.output, ...problems].join("\n") };
}
