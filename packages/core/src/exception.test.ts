import { describe, expect, test } from "vitest";
import { byteLength, contextText, encodeOne, memberText, plainError, valueText } from "../test/encode-one.ts";

const exceptionText = (error: unknown): string => memberText(encodeOne({ error }), "exception");
const agoraOf = (line: string): unknown =>
  (JSON.parse(line) as { context?: { _agora?: unknown } }).context?._agora;

/** Errors in a chain of causes, the first one returned. */
function chainOf(length: number): Error {
  let error = plainError(`e${length}`);
  for (let i = length - 1; i > 0; i--) error = plainError(`e${i}`, { cause: error });
  return error;
}

describe("exception", () => {
  test("has type, message, stack, own further members, cause and errors, in this order", () => {
    const error = Object.assign(
      new AggregateError([plainError("one"), "two", null], "all failed", { cause: 5 }),
      {
        code: "E1",
        status: undefined,
        token: "t",
      },
    );
    error.stack = "AggregateError: all failed\n    at f";

    expect(exceptionText(error)).toBe(
      '{"type":"AggregateError","message":"all failed","stacktrace":"AggregateError: all failed\\n    at f",' +
        '"properties":{"code":"E1","token":"[REDACTED]"},"cause":{"type":"number","message":"5"},' +
        '"errors":[{"type":"Error","message":"one"},{"type":"string","message":"two"}]}',
    );
  });

  test.each([
    ["text", '{"type":"string","message":"text"}'],
    ["", '{"type":"string","message":""}'],
    [1e21, '{"type":"number","message":"1e+21"}'],
    [Number.NaN, '{"type":"number","message":"NaN"}'],
    [2n ** 64n, '{"type":"number","message":"18446744073709551616"}'],
    [false, '{"type":"boolean","message":"false"}'],
    [[1, { b: 2 }], '{"type":"array","message":"[1,{\\"b\\":2}]"}'],
    [new Date(0), '{"type":"object","message":"\\"1970-01-01T00:00:00.000000Z\\""}'],
    [new Map([["password", 1]]), '{"type":"object","message":"{\\"password\\":\\"[REDACTED]\\"}"}'],
  ])("of %s has the kind of the value as type and its text as message", (error, expected) => {
    expect(exceptionText(error)).toBe(expected);
  });

  test.each([
    ["the name", Object.assign(plainError("m"), { name: "MyError" }), "MyError"],
    ["the class where the name is empty", Object.assign(plainError("m"), { name: "" }), "Error"],
    ["the class where the name is no text", Object.assign(plainError("m"), { name: 5 }), "Error"],
    [
      "Error where there is neither",
      Object.setPrototypeOf(Object.assign(plainError("m"), { name: "" }), null),
      "Error",
    ],
  ])("has %s as type", (_, error, type) => {
    expect(exceptionText(error)).toBe(`{"type":"${type}","message":"m"}`);
  });

  test("is taken from subclasses, DOMExceptions and objects that only inherit from Error", () => {
    class Refused extends TypeError {
      override name = "Refused";
    }
    const refused = new Refused("r");
    refused.stack = "";
    const odd = Object.assign(Object.create(Error.prototype) as Error, { message: "odd" });

    expect(exceptionText(refused)).toBe('{"type":"Refused","message":"r"}');
    expect(exceptionText(odd)).toBe('{"type":"Error","message":"odd"}');
    expect(exceptionText(new DOMException("late", "AbortError"))).toContain(
      '{"type":"AbortError","message":"late"',
    );
  });

  test("has at most eight errors in its chain, and says when there are more", () => {
    const messages = (error: unknown): string[] =>
      [...exceptionText(error).matchAll(/"message":"(\w+)"/g)].map(([, m]) => m ?? "");

    expect(messages(chainOf(8))).toEqual(["e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8"]);
    expect(messages(chainOf(9))).toHaveLength(8);
    expect(agoraOf(encodeOne({ error: chainOf(8) }))).toBeUndefined();
    expect(agoraOf(encodeOne({ error: chainOf(9) }))).toEqual({ truncated: ["exception"] });
  });

  test("leaves a cause out that is on the chain already, without counting it", () => {
    const first = plainError("a");
    const second = plainError("b", { cause: first });
    Object.assign(first, { cause: second });
    const line = encodeOne({ error: first });

    expect(memberText(line, "exception")).toBe(
      '{"type":"Error","message":"a","cause":{"type":"Error","message":"b"}}',
    );
    expect(agoraOf(line)).toBeUndefined();
  });

  test("has at most sixteen errors, each without cause and errors of its own", () => {
    const many = (n: number): Error =>
      plainError("m", { errors: Array.from({ length: n }, (_, i) => plainError(`e${i}`)) });
    const nested = plainError("m", { errors: [plainError("e", { cause: "c", errors: [1] })] });

    expect(agoraOf(encodeOne({ error: many(16) }))).toBeUndefined();
    expect(agoraOf(encodeOne({ error: many(17) }))).toEqual({ truncated: ["exception"] });
    expect(exceptionText(many(17))).not.toContain("e16");
    expect(exceptionText(nested)).toBe(
      '{"type":"Error","message":"m","errors":[{"type":"Error","message":"e"}]}',
    );
    expect(agoraOf(encodeOne({ error: nested }))).toEqual({ truncated: ["exception"] });
  });

  test("keeps an object under errors, as validation libraries have it, as a property", () => {
    expect(exceptionText(plainError("m", { errors: { name: "too short" } }))).toBe(
      '{"type":"Error","message":"m","properties":{"errors":{"name":"too short"}}}',
    );
  });

  test("knows itself within its properties", () => {
    const error = plainError("m");
    Object.assign(error, { self: error, inner: plainError("i", { cause: error }) });

    expect(exceptionText(error)).toBe(
      '{"type":"Error","message":"m","properties":{"inner":{"cause":"[circular]","message":"i","type":"Error"},"self":"[circular]"}}',
    );
  });

  test("begins at depth 1 in the properties of each of its errors", () => {
    const nest = (n: number): object => (n === 0 ? {} : { o: nest(n - 1) });
    const deep = `${'{"o":'.repeat(15)}{}${"}".repeat(15)}`;

    expect(exceptionText(plainError("m", { cause: plainError("c", nest(15)) }))).toContain(
      `"properties":${deep}`,
    );
    expect(exceptionText(plainError("m", { cause: plainError("c", nest(16)) }))).toContain('"o":"[depth]"');
  });

  test("cuts message and stack to their own limits", () => {
    const line = encodeOne({ error: plainError("m".repeat(8193), {}, "s".repeat(16_385)) });

    expect(memberText(line, "exception")).toBe(
      `{"type":"Error","message":"${"m".repeat(8168)}…[+25B]","stacktrace":"${"s".repeat(16_360)}…[+25B]"}`,
    );
    expect(agoraOf(line)).toEqual({ truncated: ["exception"] });
  });

  test("leaves ANSI sequences in its texts", () => {
    expect(exceptionText(plainError("\x1b[31mred"))).toContain('"message":"\\u001b[31mred"');
  });

  test("says what threw when an error is hostile", () => {
    const hostile = new Error("x");
    for (const name of ["name", "message", "stack", "cause", "errors", "code"]) {
      Object.defineProperty(hostile, name, {
        enumerable: true,
        get() {
          throw new RangeError(name);
        },
      });
    }

    expect(exceptionText(hostile)).toBe(
      '{"type":"Error","message":"[threw RangeError]","properties":{"code":"[threw RangeError]","errors":"[threw RangeError]"},' +
        '"cause":{"type":"object","message":"\\"[threw RangeError]\\""}}',
    );
  });
});

describe("an Error within a context", () => {
  test("is an object with its members sorted", () => {
    const error = plainError("m", { code: 1, cause: "c", errors: ["e"] }, "s");

    expect(valueText(error)).toBe(
      '{"cause":{"message":"c","type":"string"},"errors":[{"message":"e","type":"string"}],"message":"m",' +
        '"properties":{"code":1},"stacktrace":"s","type":"Error"}',
    );
  });

  test("counts for depth with its properties, its errors and each cause", () => {
    const nest = (n: number, inner: unknown): unknown => (n === 0 ? inner : [nest(n - 1, inner)]);
    const error = plainError("m", { code: 1, cause: plainError("c"), errors: [plainError("e")] });

    expect(valueText(nest(13, error))).toContain('"errors":["[depth]"]');
    expect(valueText(nest(14, error))).toContain(
      '{"cause":"[depth]","errors":"[depth]","message":"m","properties":"[depth]","type":"Error"}',
    );
    expect(valueText(nest(15, error))).toContain('"[depth]"');
  });

  test("counts what it may not have as dropped", () => {
    expect(contextText({ e: chainOf(9) })).toContain('"_agora":{"dropped":1}');
    expect(contextText({ e: plainError("m", { errors: Array(20).fill("x") }) })).toContain(
      '"_agora":{"dropped":4}',
    );
    expect(contextText({ e: plainError("m", { cause: plainError("c", { errors: ["x", "y"] }) }) })).toContain(
      '"_agora":{"dropped":1}',
    );
  });

  test("may have a cause that is an object, whose text knows what is open", () => {
    const error = plainError("m");
    const owner = { error };
    Object.assign(error, { cause: { b: [error], a: 1 } });

    expect(contextText(owner.error === error ? { owner } : {})).toBe(
      '{"owner":{"error":{"cause":{"message":"{\\"a\\":1,\\"b\\":[\\"[circular]\\"]}","type":"object"},"message":"m","type":"Error"}}}',
    );
  });
});

describe("hostile errors", () => {
  test("texts within texts end, however many there are", () => {
    let cause: unknown = { end: 1 };
    for (let i = 0; i < 5000; i++) cause = { e: plainError("m", { cause }) };
    const line = encodeOne({ error: plainError("m", { cause }), context: { cause } });

    expect(byteLength(line)).toBeLessThanOrEqual(31_999);
    expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  test("texts within texts do not multiply", () => {
    let cause: unknown = "x".repeat(100);
    for (let i = 0; i < 6; i++) {
      const inner = cause;
      cause = Object.fromEntries(
        Array.from({ length: 100 }, (_, n) => [`k${n}`, plainError("m", { cause: inner })]),
      );
    }
    const start = performance.now();
    const line = encodeOne({ error: plainError("m", { cause }), context: { cause } });

    expect(byteLength(line)).toBeLessThanOrEqual(31_999);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
