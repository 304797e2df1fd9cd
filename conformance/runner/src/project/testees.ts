import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageRoot } from "../package-root.ts";
import { splitCommandLine } from "../testee/command-line.ts";
import type { Profile } from "../vectors/types.ts";
import type { TesteeCommand } from "../testee/process.ts";

/** One of this repository's own testees. */
export interface ProjectTestee {
  readonly name: string;
  /** Command line, started in the root of the repository. */
  readonly command: string;
  /** Files that must exist, relative to the root: what the testee drives, and the testee itself. */
  readonly needs: readonly string[];
  /** The profiles that it is run on. Default: all that testees answer. */
  readonly profiles?: readonly (Profile | "B")[];
  /** A list of expected failures, relative to the root. */
  readonly expectedFailures?: string;
}

/** The root of the repository that this package stands in. */
export function repositoryRoot(): string {
  return dirname(packageRoot());
}

/** The testees of `testees.json`. */
export function projectTestees(): readonly ProjectTestee[] {
  const text = readFileSync(join(packageRoot(), "testees.json"), "utf8");
  return (JSON.parse(text) as { readonly testees: readonly ProjectTestee[] }).testees;
}

/** Whether what a testee needs has been built. */
export function isBuilt(testee: ProjectTestee): boolean {
  return testee.needs.every((path) => existsSync(join(repositoryRoot(), path)));
}

/** How to start a testee. `node` is the Node that runs this process. */
export function commandOf(testee: ProjectTestee): TesteeCommand {
  const [program = "", ...rest] = splitCommandLine(testee.command);
  return { words: [program === "node" ? process.execPath : program, ...rest], cwd: repositoryRoot() };
}
