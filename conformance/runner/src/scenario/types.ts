/** One thing that the testee does through the public API of its SDK, and what must come of it. */
export interface TesteeStep {
  /** Name of the operation; `protocol/README.md` lists them with their members and answers. */
  readonly op: string;
  /** The answer, compared as JSON. Absent: any answer but an error will do. */
  readonly expect?: unknown;
  readonly [argument: string]: unknown;
}

/** One thing that the runner does to the files between two steps of the testee. */
export interface RunnerStep {
  /**
   * `flip` changes one bit of a file, `cut` takes bytes off its end, `remove` and `remove_line` take it or a line away,
   * `swap_lines` exchanges a line with the next one, `write` makes a file, `make_folder` a folder.
   */
  readonly runner: "flip" | "cut" | "remove" | "remove_line" | "swap_lines" | "write" | "make_folder";
  /** Path below the scenario's folder. */
  readonly file: string;
  /** Byte or line, from 0; a negative one counts from the end. Default 0. */
  readonly at?: number;
  /** Bytes to cut. */
  readonly bytes?: number;
  /** Text to write. */
  readonly text?: string;
}

/** A step of a scenario. */
export type Step = TesteeStep | RunnerStep;

/**
 * The messages of the entries of a file, in order; `{"from": 3, "to": 9, "prefix": "m "}` stands for `m 3` to `m 9`.
 * Every line must be a canonical entry, and is checked to be one.
 */
export type ExpectedMessages = readonly (
  | string
  | { readonly from: number; readonly to: number; readonly prefix: string }
)[];

/** What must be found in the scenario's folder when all is done. */
export interface ExpectedFiles {
  /** By path. Other files are not allowed, but for locks and what `ignore` names. */
  readonly files: Readonly<Record<string, ExpectedMessages>>;
  /** Names of files that are not looked at. */
  readonly ignore?: readonly string[];
}

/** What must be found when several testees have written to the same files, in whatever order. */
export interface ExpectedUnion {
  /** Each writer wrote messages `<writer> 0` to `<writer> <count - 1>`: each must be there once, a writer's in order. */
  readonly count: number;
  /** No file may be larger than this. */
  readonly largest_file?: number;
}

/** A case of profile B: what an SDK does, judged by what the runner finds afterwards. */
export interface Scenario {
  /** Never changed, never used again: `b.rot.0003`. */
  readonly id: string;
  readonly title: string;
  /** Default MUST. */
  readonly level?: "MUST" | "SHOULD";
  /** The capability that a testee must have: `behaviour.rotation`. */
  readonly needs: string;
  /** How many testees do the steps at the same time, in one folder. Default 1. `$writer` in a text is its number. */
  readonly writers?: number;
  readonly steps: readonly Step[];
  readonly leaves?: ExpectedFiles;
  readonly union?: ExpectedUnion;
  /** Milliseconds for all steps. Default 10,000. */
  readonly timeout_ms?: number;
}

/** One file of scenarios. */
export interface ScenarioFile {
  /** What the ids begin with: `b.rot`. */
  readonly area: string;
  readonly title: string;
  readonly scenarios: readonly Scenario[];
}

/** Whether a step is the runner's. */
export function isRunnerStep(step: Step): step is RunnerStep {
  return "runner" in step;
}
