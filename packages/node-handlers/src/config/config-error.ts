import { AgoraError } from "@agora/core";
import type { ConfigProblem } from "./problem.ts";

/** Raised for a configuration in code that cannot be used; the message has a line for each problem. */
export class ConfigError extends AgoraError {
  /** Everything that is wrong, in the order of the reference. */
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super("AGORA_CONFIG", problems.map(({ text }) => text).join("\n"));
    this.name = "ConfigError";
    this.problems = problems;
  }
}
