import { describe, expect, test } from "vitest";
import { suiteResult } from "../src/steps/test-suite.ts";

const good = `<testcase name="a"/>`;
const bad = `<testcase name="a"/><testcase name="b"><failure/></testcase>`;

function judge(code: number, xml: string | undefined) {
  const { passed, failed, output } = suiteResult({ code, output: "what it printed" }, xml, "x.xml");
  return { passed, failed, output };
}

describe("a test suite", () => {
  test("passes with exit code 0 and a result file in which nothing failed", () => {
    expect(judge(0, good)).toMatchObject({ passed: 1, failed: 0 });
  });

  test("counts and names its failed tests", () => {
    expect(judge(1, bad)).toMatchObject({ passed: 1, failed: 1 });
    expect(judge(1, bad).output).toContain("what it printed\nfailed: b");
  });

  test.each([
    ["leaves no result file", 0, undefined, "left no result file x.xml"],
    ["ran no test", 0, "<testsuites/>", "ran no test"],
    ["skipped every test", 0, `<testcase name="a"><skipped/></testcase>`, "skipped every test"],
    ["ended with another exit code although its tests passed", 3, good, "exit code 3"],
    ["ended with exit code 0 although a test failed", 0, bad, "exit code 0 although tests failed"],
  ])("fails when it %s", (_what, code, xml, words) => {
    const result = judge(code, xml);
    expect(result.failed).toBe(1);
    expect(result.output).toContain(words);
  });
});
