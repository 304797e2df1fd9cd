import { join } from "node:path";
import type { TesteeCommand } from "../src/testee/process.ts";
import type { Timeouts } from "../src/testee/session.ts";
import type { RequestVector } from "../src/vectors/types.ts";

/** Timeouts that keep the tests short. */
export const QUICK: Timeouts = { hello: 3_000, case: 700, stop: 700 };

/** How to start the fake testee with a behaviour. */
export function fake(behaviour: string, ...more: string[]): TesteeCommand {
  const script = join(import.meta.dirname, "fakes", "fake.mjs");
  return { words: [process.execPath, script, behaviour, ...more], cwd: import.meta.dirname };
}

/** A vector that the fake answers rightly. */
export function vector(id: string, overrides: Partial<RequestVector> = {}): RequestVector {
  return {
    id,
    title: `the case ${id}`,
    profile: "C",
    level: "MUST",
    spec: ["wire-1.0#1.1.1"],
    since: "0.1.0",
    needs: ["encode"],
    flags: [],
    kills: [],
    request: {
      id,
      kind: "encode",
      config: { clock: { ns: "0" }, service: "s" },
      input: { level: "INFO", message: id, file: "f", line: 1, function: "f" },
    },
    expect: { kind: "bytes", bytes: Buffer.from(`{"message":${JSON.stringify(id)}}\n`) },
    ...overrides,
  };
}
