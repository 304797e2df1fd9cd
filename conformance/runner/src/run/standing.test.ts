import { describe, expect, test } from "vitest";
import { parseExpectedFailures, type ExpectedFailureList } from "../baseline/expected-failures.ts";
import type { CaseResult, Verdict } from "./results.ts";
import { EXIT, exitCodeOf, judgeStanding } from "./standing.ts";

function result(verdict: Verdict, more: Partial<CaseResult> = {}): CaseResult {
  const message = verdict === "pass" ? "" : `it is ${verdict}`;
  return {
    id: "c.num.0001",
    title: "t",
    profile: "C",
    level: "MUST",
    spec: [],
    verdict,
    message,
    durationMs: 1,
    ...more,
  };
}

const NONE: ExpectedFailureList = { entries: [], problems: [] };

function list(more = ""): ExpectedFailureList {
  return parseExpectedFailures(`- id: c.num.0001\n  reason: r\n${more}`, ["c.num.0001"], "2026-11-21");
}

function judge(
  verdict: Verdict,
  expected: ExpectedFailureList,
  more: Partial<CaseResult> = {},
): [string, number] {
  const results = judgeStanding([result(verdict, more)], expected);
  return [results[0]?.standing ?? "", exitCodeOf(results, expected)];
}

describe("without expected failures", () => {
  test.each<[Verdict, string, number]>([
    ["pass", "ok", EXIT.ok],
    ["not_applicable", "not_applicable", EXIT.ok],
    ["wrong", "failed", EXIT.failure],
    ["error", "failed", EXIT.failure],
    ["crash", "failed", EXIT.failure],
    ["timeout", "failed", EXIT.failure],
    ["harness", "harness", EXIT.harness],
    ["not_run", "harness", EXIT.harness],
  ])("%s stands as %s and exits with %d", (verdict, standing, code) => {
    expect(judge(verdict, NONE)).toEqual([standing, code]);
  });

  test("a broken SHOULD is a warning, and a failure only where it is strict", () => {
    const results = judgeStanding([result("wrong", { level: "SHOULD" })], NONE);

    expect(results[0]?.standing).toBe("warning");
    expect(exitCodeOf(results, NONE)).toBe(EXIT.ok);
    expect(exitCodeOf(results, NONE, true)).toBe(EXIT.failure);
  });

  test("nothing at all exits as wrong use", () => {
    expect(exitCodeOf([], NONE)).toBe(EXIT.usage);
  });
});

describe("with expected failures", () => {
  test("a listed failure is expected", () => {
    expect(judge("wrong", list())).toEqual(["expected", EXIT.ok]);
  });

  test("a listed case that passes is stale", () => {
    expect(judge("pass", list())).toEqual(["stale", EXIT.baseline]);
  });

  test("a listed case that does not apply is stale", () => {
    expect(judge("not_applicable", list())).toEqual(["stale", EXIT.baseline]);
  });

  test("a failure with another message than the listed one is a failure", () => {
    expect(judge("wrong", list("  message: /is wrong/\n"))).toEqual(["expected", EXIT.ok]);
    expect(judge("wrong", list("  message: /byte 5/\n"))).toEqual(["failed", EXIT.failure]);
  });

  test("a flaky case never decides", () => {
    expect(judge("wrong", list("  flaky: true\n"))).toEqual(["flaky", EXIT.ok]);
    expect(judge("pass", list("  flaky: true\n"))).toEqual(["flaky", EXIT.ok]);
  });

  test("a broken protocol is never expected", () => {
    expect(judge("harness", list())).toEqual(["harness", EXIT.harness]);
  });

  test("an expired entry fails the run although the failure was expected", () => {
    expect(judge("wrong", list("  expires: 2026-11-20\n"))).toEqual(["expected", EXIT.baseline]);
  });
});

test("what broke the run outweighs a failure, and a failure outweighs a stale list", () => {
  const stale = result("pass");
  const failed = result("wrong", { id: "c.num.0002" });
  const broken = result("harness", { id: "c.num.0003" });

  expect(exitCodeOf(judgeStanding([stale, failed], list()), list())).toBe(EXIT.failure);
  expect(exitCodeOf(judgeStanding([stale, failed, broken], list()), list())).toBe(EXIT.harness);
});
