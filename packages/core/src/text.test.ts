import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cut, numberText, quote, utf8Length } from "./text.ts";

const wellFormed = fc.string({ unit: "binary", maxLength: 400 });

describe("quote", () => {
  test("escapes what JSON.stringify escapes in well-formed text, and nothing else", () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(quote(text)).toBe(JSON.stringify(text));
      }),
    );
  });

  test("leaves DEL, C1, line separators, BOM and noncharacters raw", () => {
    const raw = "\x7f\x80\x9f\u2028\u2029\ufeff\uffff\u{10ffff}</script>/'&";

    expect(quote(raw)).toBe(`"${raw}"`);
  });
});

describe("utf8Length", () => {
  test("is the length of the UTF-8 bytes", () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text));
      }),
    );
  });
});

describe("cut", () => {
  const escapedSize = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;

  test("returns text within the limit as it is, and longer text within the limit", () => {
    fc.assert(
      fc.property(wellFormed, fc.integer({ min: 24, max: 300 }), (text, limit) => {
        const short = cut(text, limit);
        expect(escapedSize(short)).toBeLessThanOrEqual(limit);
        if (escapedSize(text) <= limit) expect(short).toBe(text);
      }),
    );
  });

  test("keeps the longest run of whole code points that leaves 24 bytes, and counts the bytes behind it", () => {
    fc.assert(
      fc.property(wellFormed, fc.integer({ min: 24, max: 300 }), (text, limit) => {
        fc.pre(escapedSize(text) > limit);
        const [, kept = "", bytes] = /^(.*)…\[\+(\d+)B\]$/su.exec(cut(text, limit)) ?? [];
        const next = String.fromCodePoint(text.codePointAt(kept.length) as number);
        expect(text.startsWith(kept)).toBe(true);
        expect(kept.isWellFormed()).toBe(true);
        expect(escapedSize(kept)).toBeLessThanOrEqual(limit - 24);
        expect(escapedSize(kept + next)).toBeGreaterThan(limit - 24);
        expect(Number(bytes)).toBe(Buffer.byteLength(text.slice(kept.length)));
      }),
    );
  });

  test("measures control characters by their escapes", () => {
    expect(cut("\0".repeat(50), 300)).toBe("\0".repeat(50));
    expect(cut("\0".repeat(51), 300)).toBe(`${"\0".repeat(46)}…[+5B]`);
    expect(cut("\n".repeat(150), 300)).toBe("\n".repeat(150));
    expect(cut("\n".repeat(151), 300)).toBe(`${"\n".repeat(138)}…[+13B]`);
  });

  test("never cuts a surrogate pair in two", () => {
    expect(cut(`${"a".repeat(275)}${"😂".repeat(10)}`, 300)).toBe(`${"a".repeat(275)}…[+40B]`);
    expect(cut(`${"a".repeat(272)}${"😂".repeat(10)}`, 300)).toBe(`${"a".repeat(272)}😂…[+36B]`);
  });
});

describe("numberText", () => {
  const { buffer } = new Float64Array(1);
  /** The double with the bits behind or before those of a number. */
  const besides = (value: number, step: bigint): number => {
    new Float64Array(buffer)[0] = value;
    new BigInt64Array(buffer)[0] = (new BigInt64Array(buffer)[0] as bigint) + step;
    return new Float64Array(buffer)[0] as number;
  };

  test("is what ECMAScript writes, for any number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(numberText(value)).toBe(String(value));
      }),
    );
  });

  test("is so for short decimals of any size and for the doubles next to them", () => {
    const decimal = fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(decimal, ([digits, places]) => {
        const value = digits / 10 ** places;
        const all = [value, besides(value, 1n), besides(value, -1n)].filter(Number.isFinite);
        expect(all.map(numberText)).toEqual(all.map(String));
      }),
      { numRuns: 20_000 },
    );
  });

  test.each([0, -0, 0.000001, 0.0000001, 999_999_999.999999, 1e9 + 0.5, -0.5, 0.1 + 0.2, 5e-324, 1e21])(
    "is so for %d",
    (value) => {
      expect(numberText(value)).toBe(String(value));
    },
  );
});
