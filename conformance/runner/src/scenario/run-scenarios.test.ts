import { expect, test } from "vitest";
import { fake } from "../../test/helpers.ts";
import type { CaseResult } from "../run/results.ts";
import { checkScenarios, loadScenarios } from "./load.ts";
import { runScenarios } from "./run-scenarios.ts";
import type { Scenario } from "./types.ts";

const ECHO: Scenario = {
  id: "b.echo.0001",
  title: "answers what it was given",
  needs: "behaviour.echo",
  timeout_ms: 700,
  steps: [{ op: "echo", value: [1, { a: "x" }], expect: [1, { a: "x" }] }],
};

async function run(behaviour: string, scenario: Scenario = ECHO): Promise<CaseResult | undefined> {
  return (await runScenarios("fake", fake(behaviour), [scenario])).results[0];
}

test("a testee that answers as expected passes", async () => {
  expect(await run("right")).toMatchObject({ verdict: "pass", profile: "B" });
});

test("an answer that differs anywhere is wrong, and the step is named", async () => {
  const steps = [...ECHO.steps, { op: "echo", value: 1, expect: "1" }];

  expect(await run("right", { ...ECHO, steps })).toMatchObject({
    verdict: "wrong",
    message: 'step 2 (echo) answered 1, expected "1"',
  });
});

test("what a testee leaves in its folder is looked at, whatever it answered", async () => {
  const leaves = { files: { "app.log": ["a"] } };

  expect(await run("right", { ...ECHO, leaves })).toMatchObject({
    verdict: "wrong",
    message: "app.log is missing",
  });
});

test("a testee without the capability is not asked", async () => {
  expect(await run("right", { ...ECHO, needs: "behaviour.audit" })).toMatchObject({
    verdict: "not_applicable",
  });
});

test("a testee that dies, hangs, fails or leaves answers out is told apart", async () => {
  expect(await run("crashing")).toMatchObject({ verdict: "crash" });
  expect(await run("silent")).toMatchObject({ verdict: "timeout" });
  expect(await run("throwing")).toMatchObject({ verdict: "error" });
  expect(await run("no-outcome")).toMatchObject({ verdict: "harness" });
});

test("the scenarios of the suite are sound", () => {
  expect(checkScenarios()).toEqual([]);
  expect(loadScenarios().length).toBeGreaterThan(90);
});
