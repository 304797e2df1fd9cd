import { expect, test } from "vitest";
import { spreadOf } from "./statistics.ts";

test("the spread of numbers is interpolated between neighbours", () => {
  expect(spreadOf([11, 1, 3, 2, 4, 5, 6, 7, 8, 9, 10])).toEqual({ median: 6, p10: 2, p90: 10 });
  expect(spreadOf([2, 1])).toEqual({ median: 1.5, p10: 1.1, p90: 1.9 });
  expect(spreadOf([7])).toEqual({ median: 7, p10: 7, p90: 7 });
});
