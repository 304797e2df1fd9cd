import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { setUp } from "../test/set-up-runtime.ts";
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

  test("a long text in thousands of places takes the time of one", () => {
    let tree: unknown = "🎉x".repeat(700_000);
    for (let i = 0; i < 11; i++) tree = [tree, tree];
    const start = performance.now();

    expect(byteLength(encodeOne({ context: { a: tree, password: tree } }))).toBeLessThanOrEqual(31_999);
    expect(performance.now() - start).toBeLessThan(5_000);
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

describe("a context that watches how it is read", () => {
  /** An object whose members count how often they are read, and say something else each time. */
  const watched = (keys: readonly string[], reads: Map<string, number>, prefix = ""): object =>
    Object.defineProperties(
      {},
      Object.fromEntries(
        keys.map((key) => {
          const name = prefix + key;
          const get = (): number => {
            reads.set(name, (reads.get(name) ?? 0) + 1);
            return reads.get(name) as number;
          };
          return [key, { get, enumerable: true, configurable: true }];
        }),
      ),
    );
  const many = Array.from({ length: 70 }, (_, n) => `k${n}`);

  test.each([
    ["of a few members", ["b", "a"]],
    ["of many members", many],
    ["with members of the entry", ["b", "durationMs", "user_id", "err"]],
    ["with a key that must be repaired", ["\ud800", "a"]],
    ["with a key that must be cut", ["a", "k".repeat(300)]],
    ["with a secret", ["a", "password"]],
  ])("%s has each member read once at most", (_, keys) => {
    for (const isNested of [false, true]) {
      for (const children of [0, 1, 2]) {
        const reads = new Map<string, number>();
        const { runtime, lines } = setUp();
        const call = watched(keys, reads, "call ");
        let log = runtime.getLogger();
        for (let i = 0; i < children; i++) log = log.child(watched(keys, reads, `child ${i} `));
        log.info("m", isNested ? { nested: call, list: [call] } : call);

        expect(lines).toHaveLength(1);
        const most = Math.max(...reads.values());
        expect({ isNested, children, most: isNested ? Math.ceil(most / 2) : most }).toEqual({
          isNested,
          children,
          most: 1,
        });
      }
    }
  });

  test("is written whole by every call of a child, also when each entry is over its limit", () => {
    const { runtime, entries } = setUp({ maxEntryBytes: 4096 });
    const reads = new Map<string, number>();
    const log = runtime.getLogger().child({ bound: "x".repeat(2000) });
    for (let i = 0; i < 3; i++)
      log.info("m", Object.assign(watched(["a"], reads), { big: "y".repeat(3000) }));

    expect(reads.get("a")).toBe(3);
    expect(entries().map(({ context }) => context)).toEqual(
      [1, 2, 3].map((a) => ({ _agora: { dropped: 1 }, a, bound: "x".repeat(2000) })),
    );
  });

  test.each([
    ["a proxy that throws", () => hostileProxy({ a: 1 })],
    ["a revoked proxy", () => revoked({})],
    ["a proxy of a plain object", () => new Proxy({ a: 1 }, {})],
    [
      "a proxy whose members throw",
      () => new Proxy({ a: 1, b: 2 }, { get: () => JSON.parse("{") as unknown }),
    ],
    ["a getter that throws", () => thrower(new RangeError("x"))],
    [
      "a getter that adds members",
      () => ({
        get a() {
          return Object.assign(this, { z: 1 }) === this;
        },
      }),
    ],
    ["a toJSON of its own", () => ({ a: 1, toJSON: () => ({ b: 2 }) })],
    ["a toJSON that throws", () => ({ a: 1, toJSON: () => JSON.parse("{") as unknown })],
    ["an own __proto__", () => JSON.parse('{"__proto__":{"a":1},"b":2}') as object],
    ["no prototype", () => Object.assign(Object.create(null) as object, { a: 1 })],
  ])("%s gives one line, in a call, in a child and around running code", (_, make) => {
    const { runtime, lines } = setUp();
    const log = runtime.getLogger();
    for (let i = 0; i < 3; i++) {
      log.info("m", make());
      log.child(make()).info("m", { c: 1 });
      log.child({ c: 1 }).child(make()).info("m", make());
      log.error("m", new Error("e"), make());
    }

    expect(lines).toHaveLength(12);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  test("a getter that logs where it is logged does not mix the lines", () => {
    const { runtime, entries } = setUp();
    const log = runtime.getLogger();
    const write = (depth: number): void =>
      log.info("m", {
        depth,
        get inner() {
          if (depth < 3) write(depth + 1);
          return depth;
        },
        last: "x",
      });
    write(1);

    expect(entries().map(({ context }) => context)).toEqual(
      [3, 2, 1].map((depth) => ({ depth, inner: depth, last: "x" })),
    );
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
  }, 60_000);
});
