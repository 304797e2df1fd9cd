import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timestamp } from "./timestamp.ts";

const FIRST = -62_135_596_800_000;
const LAST = 253_402_300_799_999;

describe("timestamp", () => {
  test("writes what Date writes, with three more digits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FIRST, max: LAST }),
        fc.integer({ min: 0, max: 999 }),
        (millis, micros) => {
          const expected = `${new Date(millis).toISOString().slice(0, -1)}${String(micros).padStart(3, "0")}Z`;
          expect(timestamp(millis, micros)).toBe(expected);
        },
      ),
    );
  });

  test("has 27 characters also for whole seconds", () => {
    expect(timestamp(1_700_000_000_000, 0)).toBe("2023-11-14T22:13:20.000000Z");
  });

  test("is right right before 1970", () => {
    expect(timestamp(-1, 999)).toBe("1969-12-31T23:59:59.999999Z");
    expect(timestamp(-1, 998)).toBe("1969-12-31T23:59:59.999998Z");
  });

  test.each([
    [FIRST - 1, "0001-01-01T00:00:00.000000Z"],
    [-Infinity, "0001-01-01T00:00:00.000000Z"],
    [Number.NaN, "0001-01-01T00:00:00.000000Z"],
    [LAST + 1, "9999-12-31T23:59:59.999999Z"],
    [Infinity, "9999-12-31T23:59:59.999999Z"],
  ])("clamps %d to the years 1 to 9999", (millis, expected) => {
    expect(timestamp(millis, 0)).toBe(expected);
  });
});
