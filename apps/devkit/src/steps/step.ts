import type { SkippedTest } from "./junit.ts";

/** What one step of a run found. A check counts as one, a test suite as its tests. */
export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly SkippedTest[];
  /** Printed when something failed: what a person needs to see. */
  readonly output: string;
}

/** A piece of work with a name, timed and reported by itself. */
export interface Step {
  /** A few words, unique within a run. */
  readonly name: string;
  /** Never throws for what it checks; a throw is reported as this step's failure. */
  readonly run: () => Promise<StepResult>;
}

/** The result of a check: the problems it found, none being good. */
export function checkResult(problems: readonly string[], output = ""): StepResult {
  const failed = problems.length > 0;
  return {
    passed: failed ? 0 : 1,
    failed: failed ? 1 : 0,
    skipped: [],
    output: [...problems, output].filter((text) => text !== "").join("\n"),
  };
}
