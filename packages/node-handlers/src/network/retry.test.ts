import { describe, expect, test } from "vitest";
import { parseRetryAfter, retryDelay } from "./retry.ts";

describe("retryDelay", () => {
  test("is anything up to a bound that doubles with each failure, and no more than the largest", () => {
    const bounds = [1, 2, 3, 4, 5, 6, 100, 10_000].map((failures) =>
      retryDelay(failures, 100, 2_000, () => 1),
    );

    expect(bounds).toEqual([100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000]);
    expect(retryDelay(5, 100, 2_000, () => 0.25)).toBe(400);
    expect(retryDelay(5, 100, 2_000, () => 0)).toBe(0);
  });
});

describe("parseRetryAfter", () => {
  const now = Date.UTC(2026, 10, 20, 10);

  test.each([
    ["0", 0],
    ["120", 120_000],
    [" 7 ", 7_000],
    ["Fri, 20 Nov 2026 10:00:30 GMT", 30_000],
    ["Fri, 20 Nov 2026 09:00:00 GMT", 0],
    ["999999999", 300_000],
    ["soon", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("reads %j as %j milliseconds", (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected);
  });
});
