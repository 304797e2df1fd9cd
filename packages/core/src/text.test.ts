import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cut, quote, utf8Length } from "./text.ts";

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
