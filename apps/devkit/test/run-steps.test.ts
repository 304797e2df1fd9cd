import { describe, expect, test } from "vitest";
import { noTotals, runSteps, totalsLine } from "../src/steps/run-steps.ts";
import type { Step, StepResult } from "../src/steps/step.ts";
import { withoutRequiredSkips } from "../src/verbs/required-parts.ts";

function step(name: string, result: Partial<StepResult>): Step {
  return { name, run: async () => ({ passed: 0, failed: 0, skipped: [], output: "", ...result }) };
}

async function report(...steps: readonly Step[]): Promise<{ text: string; last: string }> {
  const lines: string[] = [];
  const totals = noTotals();
  await runSteps(steps, totals, (line) => lines.push(line));
  return { text: lines.join("\n"), last: totalsLine(totals) };
}

describe("a run", () => {
  test("adds up what its steps found", async () => {
    const skipped = [{ name: "t", reason: "" }];
    const { last } = await report(step("a", { passed: 2, skipped }), step("b", { passed: 1, failed: 3 }));
    expect(last).toBe("3 passed, 3 failed, 1 skipped");
  });

  test("names each step with its time, and each skipped test with its reason", async () => {
    const skipped = [{ name: "needs lua", reason: "missing part: luajit" }];
    const { text } = await report(step("core", { passed: 1, skipped }));
    expect(text).toMatch(/^ok {5}core +\d+\.\d s {2}1 passed, 0 failed, 1 skipped$/m);
    expect(text).toContain("skipped: needs lua (missing part: luajit)");
  });

  test("shows the output of a step that failed, and of no other", async () => {
    const { text } = await report(
      step("good", { passed: 1, output: "chatter" }),
      step("bad", { failed: 1, output: "the reason" }),
    );
    expect(text).toMatch(/^FAILED bad /m);
    expect(text).toContain("    the reason");
    expect(text).not.toContain("chatter");
  });

  test("takes a step that throws for a failed one and runs the others", async () => {
    const throws: Step = { name: "bad", run: () => Promise.reject(new Error("out of order")) };
    const { text, last } = await report(throws, step("good", { passed: 1 }));
    expect(text).toContain("out of order");
    expect(last).toBe("1 passed, 1 failed, 0 skipped");
  });
});

describe("a part that AGORA_REQUIRE names", () => {
  test("turns the skips for its absence into failures and leaves the other skips alone", () => {
    const skipped = [
      { name: "lua validator", reason: "missing part: luajit" },
      { name: "on Windows", reason: "" },
    ];
    const result = withoutRequiredSkips({ passed: 1, failed: 0, skipped, output: "" }, ["luajit"]);
    expect(result).toMatchObject({ passed: 1, failed: 1, skipped: [{ name: "on Windows", reason: "" }] });
    expect(result.output).toContain("required, yet skipped: lua validator");
  });
});
