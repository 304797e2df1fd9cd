import type { Hello } from "../protocol/messages.ts";
import type { Level, Profile } from "../vectors/types.ts";

/**
 * What came of one case. `wrong`: an answer that is not the expected one. `error`: the SDK threw, or its testee says
 * that it failed. `crash`, `timeout`: no answer. `harness`: the testee broke the protocol, or claims a capability that
 * it has not. `not_applicable`: it declares that it lacks a capability. `not_run`: the testee could not be started.
 */
export type Verdict =
  | "pass"
  | "wrong"
  | "error"
  | "crash"
  | "timeout"
  | "harness"
  | "not_applicable"
  | "not_run";

/** How a verdict counts once the list of expected failures has been looked at. */
export type Standing =
  | "ok"
  | "failed"
  | "warning"
  | "expected"
  | "flaky"
  | "stale"
  | "harness"
  | "not_applicable";

/** The result of one case. */
export interface CaseResult {
  readonly id: string;
  readonly title: string;
  /** B: a scenario. */
  readonly profile: Profile | "B";
  readonly level: Level;
  readonly spec: readonly string[];
  readonly verdict: Verdict;
  /** One sentence; empty for a pass. */
  readonly message: string;
  /** Several lines with what differs, where there is something to show. */
  readonly detail?: string;
  /** The end of the testee's stderr, where it gave no answer. */
  readonly stderr?: string;
  /** It crashed twice on this case, which is not tried again. */
  readonly quarantined?: boolean;
  readonly durationMs: number;
}

/** A result and how it counts. */
export interface JudgedResult extends CaseResult {
  readonly standing: Standing;
  /** Why it counts so, where the list of expected failures decided. */
  readonly note?: string;
}

/** Something to know that decides nothing by itself. */
export interface Finding {
  readonly kind: "stray-output" | "restart" | "exit" | "identity";
  readonly message: string;
}

/** A run of cases against one subject. */
export interface RunResult {
  /** What was run: the testee's command, or the name of what is built in. */
  readonly subject: string;
  /** Absent when the testee never said hello, and for what is built in. */
  readonly hello?: Hello;
  readonly results: readonly CaseResult[];
  readonly findings: readonly Finding[];
}
