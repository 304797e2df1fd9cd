import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { QUICK, fake, vector } from "../../test/helpers.ts";
import type { RunResult } from "./results.ts";
import { runVectors } from "./run-vectors.ts";

const THREE = [vector("good.0001"), vector("bad.0001"), vector("good.0002")];

async function run(behaviour: string, ...more: string[]): Promise<RunResult> {
  return runVectors(behaviour, fake(behaviour, ...more), THREE, { timeouts: QUICK });
}

function verdicts(result: RunResult): readonly string[] {
  return result.results.map(({ verdict }) => verdict);
}

describe("a right testee", () => {
  test("passes, and what it said of itself is kept", async () => {
    const result = await run("right");

    expect(verdicts(result)).toEqual(["pass", "pass", "pass"]);
    expect(result.hello?.sdk).toBe("fake");
    expect(result.findings).toEqual([]);
  });

  test("is not asked what it says that it lacks", async () => {
    const result = await runVectors("right", fake("right"), [
      vector("bad.0001", { needs: ["encode", "cycle"] }),
    ]);

    expect(result.results[0]).toMatchObject({
      verdict: "not_applicable",
      message: "the testee has no cycle",
    });
  });
});

describe("a wrong answer", () => {
  test("is shown with the first byte that differs", async () => {
    const result = await run("lying");

    expect(verdicts(result)).toEqual(["pass", "wrong", "pass"]);
    expect(result.results[1]?.message).toBe("first difference at byte 12; expected 23 bytes, got 29");
    expect(result.results[1]?.detail).toContain('{"message":" >>> something else"}<LF>');
  });

  test("may be a refusal", async () => {
    const [, bad] = (await run("refusing")).results;

    expect(bad).toMatchObject({
      verdict: "wrong",
      message: expect.stringContaining("got rejected AGORA_CONFIG"),
    });
  });

  test("is apart from an error that the testee reports", async () => {
    const result = await run("throwing");

    expect(verdicts(result)).toEqual(["pass", "error", "pass"]);
    expect(result.results[1]).toMatchObject({ message: "the testee failed: boom", detail: "at fake" });
  });
});

describe("a testee that does not answer", () => {
  test.each(["silent", "slow"])(
    "in time (%s) is a timeout; it is started again and the rest is run",
    async (behaviour) => {
      const result = await run(behaviour);

      expect(verdicts(result)).toEqual(["pass", "timeout", "pass"]);
      expect(result.results[1]?.message).toBe("no answer within 700 ms");
      expect(result.findings.map(({ kind }) => kind)).toEqual(["restart"]);
    },
  );

  test.each([
    ["crashing", "exited with code 3"],
    ["killing-itself", "was ended by SIGKILL"],
    ["exiting-politely", "exited with code 0"],
  ])(
    "because it died (%s) is a crash, and after the second one the case is quarantined",
    async (behaviour, how) => {
      const result = await run(behaviour);

      expect(verdicts(result)).toEqual(["pass", "crash", "pass"]);
      expect(result.results[1]).toMatchObject({
        quarantined: true,
        message: `the testee ${how}, twice on this case`,
      });
      expect(result.findings).toHaveLength(2);
    },
  );

  test("because it died keeps the end of its stderr", async () => {
    const [, bad] = (await run("crashing")).results;

    expect(bad?.stderr).toBe("about to die\n");
  });

  test("once is a crash all the same, with what came of the second try", async () => {
    const folder = mkdtempSync(join(tmpdir(), "agora-fake-"));
    const result = await run("crashing-once", join(folder, "crashed"));
    rmSync(folder, { recursive: true });

    expect(verdicts(result)).toEqual(["pass", "crash", "pass"]);
    expect(result.results[1]?.message).toBe("the testee exited with code 3; on the second try: pass");
    expect(result.results[1]?.quarantined).toBeUndefined();
  });
});

describe("output outside of the protocol", () => {
  test("is a finding and changes no verdict", async () => {
    const result = await run("chatty");

    expect(verdicts(result)).toEqual(["pass", "pass", "pass"]);
    expect(result.findings).toEqual([
      {
        kind: "stray-output",
        message: String.raw`2 lines on stdout outside the protocol, first: "DEBUG: a line that a logger wrote", "\u0000\u0001 and one more"`,
      },
    ]);
  });
});

describe("a testee that breaks the protocol", () => {
  test.each([
    ["wrong-seq", "answered seq"],
    ["no-json", "the reply is no JSON"],
    ["two-outcomes", "breaks the protocol"],
    ["no-outcome", "breaks the protocol"],
    ["unsupported-declared", "hello declares encode"],
    ["unsupported-unasked", "lacks cycle, which the vector does not say it needs"],
  ])("%s is told apart from a wrong answer", async (behaviour, message) => {
    const result = await run(behaviour);

    expect(verdicts(result)).toEqual(["pass", "harness", "pass"]);
    expect(result.results[1]?.message).toContain(message);
  });

  test("by answering what nobody asked is found at the next request", async () => {
    const result = await run("answers-twice");

    expect(verdicts(result)).toContain("harness");
    expect(verdicts(result)[0]).toBe("pass");
  });

  test.each([
    ["dies-at-hello", "exited with code 7"],
    ["silent-at-hello", "no answer within 400 ms"],
    ["rubbish-at-hello", "breaks the protocol"],
    ["outcome-at-hello", "answered hello with an outcome"],
    ["replaying", "came back without it"],
  ])("%s: nothing is run, and it is not tried for ever", async (behaviour, message) => {
    const result = await runVectors(behaviour, fake(behaviour), [...THREE, ...THREE], {
      timeouts: behaviour === "silent-at-hello" ? { ...QUICK, hello: 400 } : QUICK,
    });

    expect(new Set(verdicts(result))).toEqual(new Set(["not_run"]));
    expect(result.results.at(-1)?.message).toContain(message);
    expect(result.results.at(-1)?.message).toContain("cannot be started");
  });

  test("by coming back as another artifact is not run any more", async () => {
    const result = await run("changing");

    expect(verdicts(result)).toEqual(["pass", "crash", "not_run"]);
  });

  test("by being another artifact than the one to be tested is not run", async () => {
    const result = await runVectors("right", fake("right"), THREE, {
      timeouts: QUICK,
      artifact: "f".repeat(64),
    });

    expect(result.results[0]).toMatchObject({
      verdict: "not_run",
      message: expect.stringContaining("not ffff"),
    });
  });

  test("a program that does not exist is not run", async () => {
    const result = await runVectors("none", { words: ["/no/such/program"], cwd: "/" }, [vector("good.0001")]);

    expect(result.results[0]).toMatchObject({
      verdict: "not_run",
      message: expect.stringContaining("could not be started"),
    });
  });
});

test("a testee that ignores stop is ended, which is a finding", async () => {
  const result = await run("never-stops");

  expect(verdicts(result)).toEqual(["pass", "pass", "pass"]);
  expect(result.findings).toEqual([
    { kind: "exit", message: "the testee did not end within 700 ms after stop" },
  ]);
});
