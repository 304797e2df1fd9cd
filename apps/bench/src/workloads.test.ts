import { expect, test } from "vitest";
import { linesOf400 } from "./validate-speed.ts";
import { makeWorkloads } from "./workloads.ts";

test("the workloads are what their titles say", () => {
  const leaves = (value: unknown): number =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.values(value).reduce((sum: number, member: unknown) => sum + leaves(member), 0)
      : 1;
  const shapes = makeWorkloads().map(({ id, entries }) => [
    id,
    ...new Set(
      entries.map(({ bound, context, error }) => [leaves(bound), leaves(context), error !== null].join(" ")),
    ),
  ]);

  expect(shapes).toEqual([
    ["a", "0 0 false"],
    ["b", "0 4 false"],
    ["c", "0 12 true"],
    ["d", "6 2 false"],
    ["f", "0 6 false"],
  ]);
});

test("the lines for the validator have 400 bytes each", () => {
  const lines = linesOf400().split("\n").slice(0, -1);

  expect(lines).toHaveLength(2000);
  expect(new Set(lines.map((line) => Buffer.byteLength(line)))).toEqual(new Set([399]));
});
