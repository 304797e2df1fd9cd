import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byteLength, encodeOne, memberText, plainError } from "../test/encode-one.ts";

const LIMIT = 4096;
const encodeSmall = (entry: Parameters<typeof encodeOne>[0]): string =>
  encodeOne(entry, { maxEntryBytes: LIMIT });
const agoraOf = (line: string): unknown =>
  (JSON.parse(line) as { context?: { _agora?: unknown } }).context?._agora;

describe("an entry over its limit", () => {
  test("stays whole up to the limit, and says what it lost one byte above", () => {
    const bare = byteLength(encodeOne({ message: "" }));
    const whole = encodeSmall({ message: "x".repeat(LIMIT - bare) });
    const cut = encodeSmall({ message: "x".repeat(LIMIT - bare + 1) });

    expect(byteLength(whole)).toBe(LIMIT);
    expect(agoraOf(whole)).toBeUndefined();
    expect(byteLength(cut)).toBeLessThanOrEqual(LIMIT);
    expect(agoraOf(cut)).toEqual({ truncated: ["message"] });
  });

  test("loses errors before causes, and a cause before anything else", () => {
    const error = (big: number, bigger: number): Error =>
      plainError("m", { cause: plainError("c".repeat(big)), errors: [plainError("e".repeat(bigger))] });
    const lostErrors = encodeSmall({ error: error(2000, 2000) });
    const lostBoth = encodeSmall({ error: error(6000, 10) });

    expect(memberText(lostErrors, "exception")).toContain('"cause"');
    expect(memberText(lostErrors, "exception")).not.toContain('"errors"');
    expect(memberText(lostBoth, "exception")).toBe('{"type":"Error","message":"m"}');
    expect(agoraOf(lostErrors)).toEqual({ truncated: ["exception"] });
  });

  test("has its stack cut to what is left for it, or dropped where that is less than 256 bytes", () => {
    const cut = encodeSmall({ error: plainError("m", {}, "s".repeat(9000)) });
    const dropped = encodeSmall({ message: "x".repeat(3700), error: plainError("m", {}, "s".repeat(9000)) });

    expect(memberText(cut, "exception")).toMatch(/"stacktrace":"s{3000,}…\[\+\d+B\]"/);
    expect(byteLength(cut)).toBeGreaterThan(LIMIT - 200);
    expect(memberText(dropped, "exception")).toBe('{"type":"Error","message":"m"}');
  });

  test("loses properties before its context", () => {
    const line = encodeSmall({ error: plainError("m", { p: "x".repeat(4000) }), context: { a: 1 } });

    expect(memberText(line, "exception")).toBe('{"type":"Error","message":"m"}');
    expect(memberText(line, "context")).toBe('{"_agora":{"truncated":["exception"]},"a":1}');
  });

  test("loses members of its context, the largest first and of equal ones the later", () => {
    const context = { a: "x".repeat(1500), b: "x".repeat(1500), c: "y", z: "x".repeat(1600) };

    expect(memberText(encodeSmall({ context }), "context")).toBe(
      `{"_agora":{"dropped":1},"a":"${"x".repeat(1500)}","b":"${"x".repeat(1500)}","c":"y"}`,
    );
    expect(memberText(encodeSmall({ context, message: "m".repeat(1000) }), "context")).toBe(
      `{"_agora":{"dropped":2},"a":"${"x".repeat(1500)}","c":"y"}`,
    );
  });

  test("forgets what was dropped and cut within a member that it loses", () => {
    const line = encodeSmall({ context: { a: 1, lost: ["x".repeat(9000), ...Array<number>(300).fill(1)] } });

    expect(memberText(line, "context")).toBe('{"_agora":{"dropped":1},"a":1}');
  });

  test("is cut in exception.message and then in message at the very last", () => {
    const line = encodeSmall({
      message: "m".repeat(8000),
      error: plainError("e".repeat(8000)),
      context: { a: "x".repeat(4000) },
    });

    expect(memberText(line, "exception")).toBe('{"type":"Error","message":"…[+8000B]"}');
    expect(memberText(line, "message")).toMatch(/^"m{3000,}…\[\+\d+B\]"$/);
    expect(agoraOf(line)).toEqual({ dropped: 1, truncated: ["exception", "message"] });
  });

  test("has the member that says so at its sorted place", () => {
    const line = encodeOne({ context: { Z: 1, _agor: 2, "_agora!": 3, a: "x".repeat(8193), "^": 4 } });

    expect(Object.keys((JSON.parse(line) as { context: object }).context)).toEqual([
      "Z",
      "^",
      "_agor",
      "_agora",
      "_agora!",
      "a",
    ]);
  });

  test("fits whatever it is made of, and is cut no shorter than needed", () => {
    const text = fc.string({ unit: "binary", minLength: 0, maxLength: 3000 });
    fc.assert(
      fc.property(
        text,
        fc.dictionary(fc.string({ maxLength: 12 }), text, { maxKeys: 8 }),
        text,
        fc.option(text),
        fc.integer({ min: 4096, max: 9000 }),
        (message, context, thrown, stack, maxEntryBytes) => {
          const error = plainError(thrown, { context, cause: thrown }, stack ?? undefined);
          const line = encodeOne({ message, context, error }, { maxEntryBytes });
          expect(byteLength(line)).toBeLessThanOrEqual(maxEntryBytes);
          expect(line.isWellFormed() && line.endsWith("}\n")).toBe(true);
          JSON.parse(line);
          const whole = encodeOne({ message, context, error }, { maxEntryBytes: 256_000 });
          if (byteLength(whole) <= maxEntryBytes) expect(line).toBe(whole);
        },
      ),
      { numRuns: 200 },
    );
  });
});
