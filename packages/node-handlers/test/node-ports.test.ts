import { describe, expect, test } from "vitest";
import { createNodePorts } from "../src/index.ts";
import { entriesOf, runChild } from "./run-child.ts";

describe("the timers of Node", () => {
  test("do not keep a process that has nothing else to do", async () => {
    const begin = performance.now();
    const { code, out } = await runChild("timers.mjs", ["level"]);

    expect(performance.now() - begin).toBeLessThan(5_000);
    expect(code).toBe(0);
    expect(entriesOf(out)).toMatchObject([
      { context: { code: "AGORA_LEVEL_CHANGED", duration_seconds: 3600 } },
    ]);
  });

  test("keep a process that waits for a shutdown, until its deadline", async () => {
    const { code, out } = await runChild("timers.mjs", ["hang"]);

    expect(code).toBe(0);
    expect(entriesOf(out)).toEqual([{ isComplete: false, pending: 0, handlers: ["hanging"] }]);
  });

  test("can be cancelled", async () => {
    const { schedule } = createNodePorts();
    let runs = 0;
    const cancel = schedule?.(() => runs++, 1, true);
    schedule?.(() => runs++, 1, false);
    cancel?.();
    await new Promise((resolve) => setTimeout(resolve, 20));

    expect(runs).toBe(1);
  });
});

test("the steady clock counts milliseconds, and goes on", async () => {
  const { steady } = createNodePorts();
  const begin = steady?.() ?? Number.NaN;
  await new Promise((resolve) => setTimeout(resolve, 20));
  const passed = (steady?.() ?? Number.NaN) - begin;

  expect(passed).toBeGreaterThan(15);
  expect(passed).toBeLessThan(5_000);
});
