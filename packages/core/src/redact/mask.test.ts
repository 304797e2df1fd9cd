import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMask } from "./mask.ts";

describe("a mask", () => {
  test("shows the last characters of longer values only", () => {
    const mask = createMask({});

    expect(mask("4532015112830366")).toBe("************0366");
    expect(mask("1234")).toBe("****");
    expect(mask("")).toBe("");
  });

  test("shows nothing where nothing shall be shown", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        expect(createMask({ showLast: 0 })(value)).toBe("*".repeat([...value].length));
      }),
    );
  });

  test("keeps the number of code points and shows no more than it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat({ max: 256 }), (value, showLast) => {
        const masked = createMask({ showLast, maskChar: "🎉" })(value) as string;
        const points = [...value.toWellFormed()];
        expect([...masked]).toHaveLength(points.length);
        if (points.length <= showLast) expect(masked).toBe("🎉".repeat(points.length));
        else if (showLast > 0) expect(masked.endsWith(points.slice(-showLast).join(""))).toBe(true);
      }),
    );
  });

  test("of a mail address shows the first character only", () => {
    const mask = createMask({ email: true });

    expect(mask("bob@example.com")).toBe("b***@***");
    expect(mask("🎉x@y")).toBe("🎉***@***");
    expect(mask("@x.org")).toBe("******");
    expect(mask("bob")).toBe("***");
  });

  test("takes numbers as text, leaves null and booleans, and hides the rest", () => {
    const mask = createMask({ showLast: 1 });

    expect(mask(123)).toBe("**3");
    expect(mask(123n)).toBe("**3");
    expect([mask(null), mask(true), mask(undefined)]).toEqual([null, true, undefined]);
    expect([mask({}), mask([]), mask(new Date()), mask(new Error("x"))]).toEqual(Array(4).fill("[REDACTED]"));
  });
});
