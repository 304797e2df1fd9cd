import { expect, test } from "vitest";
import { ENDINGS } from "../src/faults/endings.ts";
import { hostileInputs } from "../src/faults/hostile-inputs.ts";
import { fourWriters, linesAfterEnding, onFullDisk, verdictOn } from "../src/faults/scenarios.ts";

test.each(ENDINGS)(
  "every line of ours is in the file after %s, where each is written at once",
  async (ending) => {
    expect(await linesAfterEnding("agora, async off", ending, 0)).toBe("10000");
  },
);

test.each(ENDINGS.filter((ending) => ending !== "SIGKILL"))(
  "every line of ours is in the file after %s, as it comes",
  async (ending) => {
    expect(await linesAfterEnding("agora", ending, 0)).toBe("10000");
  },
);

test("SIGKILL costs less than a batch of 100, as it comes", async () => {
  expect(Number(await linesAfterEnding("agora", "SIGKILL", 0))).toBeGreaterThan(9_900);
});

test("no hostile context throws, is lost or comes out wrong", async () => {
  const verdicts = await Promise.all(
    hostileInputs().map(async (input) => [input.name, await verdictOn("agora", input)]),
  );

  expect(verdicts).toEqual(hostileInputs().map(({ name }) => [name, "Y"]));
});

test("a full disk stops nothing, and every line is on standard error", async () => {
  expect(await onFullDisk("agora")).toBe("survives, exit 0, 200 of 200 lines on stderr");
});

test("four processes lose, tear and double nothing in one rotating file", async () => {
  expect(await fourWriters("agora")).toMatch(/^0 lost, 0 torn, 0 doubled/);
});

test("the same faults show in a logger that is known to lose lines", async () => {
  expect(await linesAfterEnding("winston File", "process.exit", 0)).not.toBe("10000");
});
