import type { ProcessEnd } from "./process.ts";

/**
 * Why a testee gave no answer: it died (`crash`), took too long (`timeout`), or broke the protocol (`harness`).
 */
export type FailureKind = "crash" | "timeout" | "harness";

/** A request that brought no answer. After it the session is over. */
export class TesteeFailure extends Error {
  readonly kind: FailureKind;
  readonly stderr: string;

  constructor(kind: FailureKind, message: string, stderr: string) {
    super(message);
    this.name = "TesteeFailure";
    this.kind = kind;
    this.stderr = stderr;
  }
}

/** How a process ended, as part of a sentence. */
export function describeEnd(end: ProcessEnd): string {
  if (end.startError !== undefined) return `could not be started: ${end.startError}`;
  if (end.signal !== null) return `was ended by ${end.signal}`;
  return `exited with code ${end.code ?? "unknown"}`;
}
