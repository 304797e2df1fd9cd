import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byteLength, contextText, encodeOne, valueText } from "../test/encode-one.ts";

/** A proxy all of whose traps throw. */
function hostileProxy(target: object): object {
  const trap = (): never => {
    throw new EvalError("no");
  };
  const names = Object.getOwnPropertyNames(Reflect) as (keyof typeof Reflect)[];
  return new Proxy(target, Object.fromEntries(names.map((name) => [name, trap])));
}

const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

const thrower = (thrown: unknown) => ({
  get a(): never {
    throw thrown;
  },
});

describe("values that resist", () => {
  test.each([
    ["a proxy that throws", hostileProxy({}), '"[threw EvalError]"'],
    ["a proxy of an array that throws", hostileProxy([]), '"[threw EvalError]"'],
    ["a revoked proxy", revoked({}), '"[threw TypeError]"'],
    ["a revoked proxy of an array", revoked([]), '"[threw TypeError]"'],
    ["a getter that throws", thrower(new RangeError("x")), '{"a":"[threw RangeError]"}'],
    ["a getter that throws text", thrower("text"), '{"a":"[threw string]"}'],
    ["a getter that throws nothing", thrower(undefined), '{"a":"[threw undefined]"}'],
    ["a getter that throws a hostile proxy", thrower(hostileProxy({})), '{"a":"[threw object]"}'],
    ["a getter that throws a list", thrower([1]), '{"a":"[threw array]"}'],
    ["a toJSON that throws", { toJSON: () => JSON.parse("{") as unknown }, '"[threw SyntaxError]"'],
    [
      "an error with a name in quotes",
      thrower(Object.assign(new Error(), { name: '"' })),
      '{"a":"[threw \\"]"}',
    ],
    ["a proxy that lists too much", new Proxy({}, { ownKeys: () => ["a", "a"] }), '"[threw TypeError]"'],
    ["an array with a length of its own mind", new Proxy([], { get: () => Number.NaN }), "[]"],
    [
      "something with a tag that throws",
      {
        get [Symbol.toStringTag](): string {
          throw new Error();
        },
        a: 1,
      },
      '{"a":1}',
    ],
    [
      "bytes that only say so",
      { [Symbol.toStringTag]: "Uint8Array", buffer: { length: 1e9 }, byteLength: 1e9 },
      '{"buffer":{"length":1000000000},"byteLength":1000000000}',
    ],
    [
      "an object without a prototype",
      Object.assign(Object.create(null) as object, { a: Object.create(null) as unknown }),
      '{"a":{}}',
    ],
    ["a function with members", Object.assign(() => 1, { a: 1 }), ""],
    ["a sparse array", Object.assign([], { 3: 1 }), "[null,null,null,1]"],
    [
      "an array of a huge length",
      Object.assign([], { length: 4_294_967_295 }),
      `[${"null,".repeat(255)}null]`,
    ],
  ])("%s", (_, value, expected) => {
    expect(valueText(value)).toBe(expected);
  });

  test("a Map whose iteration does not end is left after 1,024 members", () => {
    class Endless extends Map<number, number> {
      override *[Symbol.iterator](): MapIterator<[number, number]> {
        for (let n = 0; ; n++) yield [n, n];
      }
    }

    expect(Object.keys(JSON.parse(valueText(new Endless())) as object)).toHaveLength(128);
  });

  test("a graph of shared objects that would be endless as a tree is bounded", () => {
    let node: object = {};
    for (let i = 0; i < 15; i++) node = { a: node, b: node, c: node };

    expect(byteLength(encodeOne({ context: { node } }))).toBeLessThanOrEqual(31_999);
  });

  test("a list of ten million elements is written at once", () => {
    const start = performance.now();

    expect(contextText({ v: Array(10_000_000).fill(1) })).toContain('"_agora":{"dropped":999999}');
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test("a getter that changes what is being written does not disturb it", () => {
    const list: unknown[] = [1, 2];
    const object = {
      get a(): number {
        list.length = 0;
        return 1;
      },
      b: list,
    };

    expect(contextText(object)).toBe('{"a":1,"b":[]}');
  });
});

describe("whatever is logged", () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withUnicodeString: true,
    maxDepth: 5,
  } as Parameters<typeof fc.anything>[0]);

  test("is one line of valid JSON, never throws, and is the same when it is encoded again from what was read", () => {
    fc.assert(
      fc.property(anything, anything, anything, (message, error, context) => {
        const line = encodeOne({ message, error, context });
        expect(line.indexOf("\n")).toBe(line.length - 1);
        expect(byteLength(line)).toBeLessThanOrEqual(31_999);
        expect(line.isWellFormed()).toBe(true);
        const text = contextText(context);
        const again = contextText(JSON.parse(text === "" ? "{}" : text));
        if (!text.includes("_agora") && !text.includes("invalid_")) expect(again).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
