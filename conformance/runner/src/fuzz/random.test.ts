import { expect, test } from "vitest";
import { Random } from "./random.ts";

test("the sequence of a seed is the same on every machine", () => {
  const random = new Random(1, 2);

  expect(random.list(4, () => random.next())).toEqual([
    916_976_394, 3_287_930_677, 1_506_533_273, 2_292_974_527,
  ]);
});

test("other seeds and other streams are other sequences", () => {
  const first = (seed: number, stream: number): number => new Random(seed, stream).next();

  expect(new Set([first(1, 1), first(1, 2), first(2, 1), first(2 ** 40 + 1, 1)]).size).toBe(4);
});

test("numbers stay within their bounds and reach both ends", () => {
  const random = new Random(7);
  const seen = new Set(random.list(1_000, () => random.between(-2, 2)));

  expect([...seen].toSorted((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
});

test("a weight of nothing is never chosen", () => {
  const random = new Random(7);

  expect(
    new Set(
      random.list(200, () =>
        random.weighted([
          [0, "a"],
          [1, "b"],
        ]),
      ),
    ),
  ).toEqual(new Set(["b"]));
});

test("hex digits are as many as asked for", () => {
  expect(new Random(3).hex(37)).toMatch(/^[0-9a-f]{37}$/);
});
