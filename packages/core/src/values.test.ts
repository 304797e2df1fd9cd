import canonicalize from "canonicalize";
import fc from "fast-check";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { contextText, plainError, valueText } from "../test/encode-one.ts";

describe("numbers", () => {
  test.each([
    ["8000000000000000", "0"],
    ["3ff0000000000000", "1"],
    ["40f86a0000000000", "100000"],
    ["3f1a36e2eb1c432d", "0.0001"],
    ["3ee4f8b588e368f1", "0.00001"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3e7ad7f29abcaf48", "1e-7"],
    ["4341c37937e08000", "10000000000000000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["0000000000000001", "5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["43e0000000000000", "9223372036854776000"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
    ["3fd3333333333334", "0.30000000000000004"],
    ["4340000000000000", "9007199254740992"],
    ["7ff8000000000000", '"NaN"'],
    ["7ff0000000000000", '"Infinity"'],
    ["fff0000000000000", '"-Infinity"'],
  ])("with the bits %s are %s", (bits, expected) => {
    expect(valueText(Buffer.from(bits, "hex").readDoubleBE())).toBe(expected);
  });

  test("of single precision are widened", () => {
    expect(valueText(new Float32Array([0.1]))).toBe("[0.10000000149011612]");
  });

  test("that are bigints are digits where a double is exact, and a string of digits outside", () => {
    expect(
      valueText([2n ** 53n - 1n, 2n ** 53n, -(2n ** 53n), 2n ** 63n - 1n, -(2n ** 63n), 2n ** 64n - 1n]),
    ).toBe(
      '[9007199254740991,"9007199254740992","-9007199254740992","9223372036854775807","-9223372036854775808","18446744073709551615"]',
    );
    expect(valueText(new BigInt64Array([-1n, 2n ** 62n]))).toBe('[-1,"4611686018427387904"]');
  });

  test("are read back as they were", () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, (number) => {
        expect(Number(valueText(number))).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});

describe("strings", () => {
  test("have their control characters escaped, the short way where there is one", () => {
    const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join("");

    expect(valueText(controls)).toBe(JSON.stringify(controls));
    expect(valueText("\b\t\n\v\f\r")).toBe('"\\b\\t\\n\\u000b\\f\\r"');
  });

  test("that are ill-formed are repaired, one U+FFFD for each lone surrogate", () => {
    expect(valueText("\ud800x\udc00")).toBe('"\ufffdx\ufffd"');
    expect(valueText("\udc00\ud800")).toBe('"\ufffd\ufffd"');
    expect(valueText("e\u0301")).toBe('"e\u0301"');
  });

  test("are measured after escaping: 8,192 bytes stay, one more is cut", () => {
    expect(valueText("\0".repeat(1365) + "aa")).toBe(`"${"\\u0000".repeat(1365)}aa"`);
    expect(valueText("\0".repeat(1366))).toBe(`"${"\\u0000".repeat(1361)}…[+5B]"`);
  });

  test("of five megabytes are cut at once", () => {
    expect(valueText("x".repeat(5_000_000))).toBe(`"${"x".repeat(8168)}…[+${5_000_000 - 8168}B]"`);
  });
});

describe("objects", () => {
  test("have their keys in the order of UTF-16 code units", () => {
    expect(contextText({ b: 1, "2": 2, "10": 3, "1": 4, a: 5 })).toBe('{"1":4,"10":3,"2":2,"a":5,"b":1}');
    expect(contextText({ "\ufb33": 1, "😂": 2 })).toBe('{"😂":2,"\ufb33":1}');
    expect(contextText({ a: 1, A: 2, "": 3 })).toBe('{"":3,"A":2,"a":1}');
    expect(contextText(JSON.parse('{"\\ue000":1,"\\ud7ff":2,"\\uffff":3,"\\ud800\\udc00":4}'))).toBe(
      '{"\ud7ff":2,"\u{10000}":4,"\ue000":1,"\uffff":3}',
    );
  });

  test("keep keys that JavaScript gives a meaning", () => {
    const odd = JSON.parse(
      '{"__proto__":1,"constructor":2,"toString":3,"hasOwnProperty":4,"length":5}',
    ) as object;

    expect(contextText({ odd })).toBe(
      '{"odd":{"__proto__":1,"constructor":2,"hasOwnProperty":4,"length":5,"toString":3}}',
    );
    expect(contextText(odd)).toBe(
      '{"__proto__":1,"constructor":2,"hasOwnProperty":4,"length":5,"toString":3}',
    );
  });

  test("keep the last of keys that become equal", () => {
    expect(valueText({ "a\ud800": 1, "a\udfff": 2 })).toBe('{"a\ufffd":2}');
    expect(
      valueText(
        new Map<unknown, number>([
          [1, 1],
          ["1", 2],
        ]),
      ),
    ).toBe('{"1":2}');
  });

  test("have text for keys of any type", () => {
    const keys: unknown[] = [
      null,
      true,
      1.5,
      -0,
      Number.NaN,
      10n ** 20n,
      undefined,
      Symbol("s"),
      new Date(Number.NaN),
    ];

    expect(valueText(new Map(keys.map((key) => [key, 0])))).toBe(
      '{"0":0,"1.5":0,"100000000000000000000":0,"Invalid Date":0,"NaN":0,"Symbol(s)":0,"null":0,"true":0,"undefined":0}',
    );
    expect(valueText(new Map([[Object.create(null), 1]]))).toBe('{"[threw TypeError]":1}');
  });

  test("lose undefined, functions and symbols, and keep null", () => {
    expect(contextText({ a: undefined, b: () => 1, c: Symbol("c"), d: null, [Symbol("e")]: 1 })).toBe(
      '{"d":null}',
    );
    expect(valueText({ a: undefined })).toBe("{}");
  });

  test("are their own enumerable members, whatever their class", () => {
    class Point {
      x = 1;
      #hidden = 2;
      get y(): number {
        return this.#hidden;
      }
    }
    const bare = Object.assign(Object.create(null) as object, { n: 1 });

    expect(valueText(new Point())).toBe('{"x":1}');
    expect(valueText(bare)).toBe('{"n":1}');
    expect(valueText(Object.create({ inherited: 1 }))).toBe("{}");
    expect(valueText({ [Symbol.toStringTag]: "Date", a: 1 })).toBe('{"a":1}');
  });

  test("do not split keys at dots", () => {
    expect(contextText({ "a.b": 1, a: { b: 2 } })).toBe('{"a":{"b":2},"a.b":1}');
  });

  test("have at most 128 members, the first ones of the sorted keys", () => {
    const many = (n: number): object =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${String(i).padStart(4, "0")}`, i]));

    expect(contextText(many(128))).not.toContain("_agora");
    expect(contextText(many(129))).toContain('"_agora":{"dropped":1},"k0000":0');
    expect(contextText(many(129))).not.toContain("k0128");
    expect(contextText({ v: many(2000) })).toContain('"_agora":{"dropped":1872}');
  });

  test("have keys of at most 256 bytes", () => {
    expect(contextText({ ["k".repeat(256)]: 1 })).toBe(`{"${"k".repeat(256)}":1}`);
    expect(contextText({ ["k".repeat(257)]: 1 })).toBe(
      `{"_agora":{"truncated":["context"]},"${"k".repeat(232)}…[+25B]":1}`,
    );
  });

  test("hide secrets at every depth, without looking at them", () => {
    const secret = {
      get password(): never {
        throw new Error("looked at");
      },
    };

    expect(contextText({ a: [{ apiKey: { deep: 1 } }], token: null, secret: undefined, b: secret })).toBe(
      '{"a":[{"apiKey":"[REDACTED]"}],"b":{"password":"[REDACTED]"},"token":"[REDACTED]"}',
    );
    expect(contextText({ token: 1 }, { redact: { enabled: false } })).toBe('{"token":1}');
  });
});

describe("arrays", () => {
  test("have null for undefined, functions, symbols and holes", () => {
    // oxlint-disable-next-line no-sparse-arrays -- the hole is what is tested
    expect(valueText([undefined, () => 1, Symbol("s"), , null])).toBe("[null,null,null,null,null]");
  });

  test("have at most 256 elements", () => {
    expect(contextText({ v: Array(256).fill(0) })).not.toContain("_agora");
    expect(contextText({ v: Array(257).fill(0) })).toContain('"_agora":{"dropped":1}');
    expect(contextText({ v: new Set(Array.from({ length: 300 }, (_, i) => i)) })).toContain(
      '"_agora":{"dropped":44}',
    );
    expect(contextText({ v: new Float64Array(1e6) })).toContain('"_agora":{"dropped":999744}');
  });
});

describe("values that JSON does not have", () => {
  test.each([
    ["a date", new Date(1_700_000_000_123), '"2023-11-14T22:13:20.123000Z"'],
    ["an invalid date", new Date(Number.NaN), '"Invalid Date"'],
    ["a date beyond the calendar", new Date(8.64e15), '"9999-12-31T23:59:59.999999Z"'],
    ["a Map", new Map([["a", 1]]), '{"a":1}'],
    ["a Set", new Set([1, "x"]), '[1,"x"]'],
    ["a Buffer", Buffer.from("hi"), '"aGk="'],
    ["a Uint8Array", new Uint8Array([1, 2, 3]), '"AQID"'],
    ["an ArrayBuffer", new Uint8Array([1]).buffer, '"AQ=="'],
    ["a SharedArrayBuffer", new SharedArrayBuffer(1), '"AA=="'],
    ["a DataView", new DataView(new Uint8Array([9, 1, 2]).buffer, 1), '"AQI="'],
    ["another typed array", new Int16Array([-1, 2]), "[-1,2]"],
    ["a clamped array", new Uint8ClampedArray([300]), "[255]"],
    ["a regular expression", /a"b/giu, '"/a\\"b/giu"'],
    ["a boxed number", Object(-0), "0"],
    ["a boxed string", Object("s"), '"s"'],
    ["a boxed boolean", Object(false), "false"],
    ["a boxed bigint", Object(2n ** 60n), '"1152921504606846976"'],
    ["a boxed symbol", Object(Symbol("s")), "null"],
    ["a URL", new URL("http://a/b"), '"http://a/b"'],
    ["a promise", Promise.resolve(1), "{}"],
    ["a WeakMap", new WeakMap(), "{}"],
    ["a proxy of an object", new Proxy({ a: 1 }, {}), '{"a":1}'],
    ["a proxy of an array", new Proxy([1, 2], {}), "[1,2]"],
  ])("%s", (_, value, expected) => {
    expect(valueText(value)).toBe(expected);
  });

  test("are recognised when they come from another realm", () => {
    expect(valueText(runInNewContext("new Date(0)"))).toBe('"1970-01-01T00:00:00.000000Z"');
    expect(valueText(runInNewContext("new Map([[1,new Set([2])]])"))).toBe('{"1":[2]}');
    expect(valueText(runInNewContext("new Uint8Array([1,2,3])"))).toBe('"AQID"');
    expect(valueText(runInNewContext("({ a: [1] })"))).toBe('{"a":[1]}');
    expect(valueText(runInNewContext("const e = new RangeError('r'); e.stack = ''; e"))).toBe(
      '{"message":"r","type":"RangeError"}',
    );
  });

  test("bytes beyond 6,144 are cut before base64", () => {
    expect(contextText({ v: new Uint8Array(6144) })).toBe(`{"v":"${"A".repeat(8192)}"}`);
    expect(contextText({ v: new Uint8Array(6145) })).toBe(
      `{"_agora":{"truncated":["context"]},"v":"${"A".repeat(8168)}…[+19B]"}`,
    );
  });

  test("toJSON is asked once", () => {
    const asked: string[] = [];
    const inner = { toJSON: (): string => "inner", kept: 1 };
    const outer = { toJSON: (): object => (asked.push("outer"), inner) };

    expect(valueText(outer)).toBe('{"kept":1}');
    expect(asked).toEqual(["outer"]);
    expect(valueText({ toJSON: () => 5n })).toBe("5");
    expect(valueText({ toJSON: () => undefined })).toBe("null");
    expect(valueText({ toJSON: 1 })).toBe('{"toJSON":1}');
    expect(valueText(Object.assign([1], { toJSON: () => "list" }))).toBe('"list"');
  });
});

describe("depth and cycles", () => {
  test("a container that is open is circular, one that is met again is written again", () => {
    const cyclic: Record<string, unknown> = { list: [] };
    (cyclic["list"] as unknown[]).push(cyclic, cyclic["list"]);
    const shared = { a: 1 };
    const map = new Map<string, unknown>();
    map.set("map", map);

    expect(contextText(cyclic)).toBe('{"list":["[circular]","[circular]"]}');
    expect(valueText(map)).toBe('{"map":"[circular]"}');
    expect(valueText([shared, shared])).toBe('[{"a":1},{"a":1}]');
  });

  test("the sixteenth container is written, the seventeenth is not", () => {
    const nest = (n: number): unknown => (n === 0 ? [] : [nest(n - 1)]);

    expect(valueText(nest(14))).toBe("[".repeat(15) + "]".repeat(15));
    expect(valueText(nest(15))).toBe(`${"[".repeat(15)}"[depth]"${"]".repeat(15)}`);
  });

  test("twenty thousand levels are no more than sixteen", () => {
    let list: unknown = [];
    let object: unknown = {};
    for (let i = 0; i < 20_000; i++) [list, object] = [[list], { o: object }];

    expect(valueText(list)).toBe(`${"[".repeat(15)}"[depth]"${"]".repeat(15)}`);
    expect(contextText(object)).toBe(`${'{"o":'.repeat(16)}"[depth]"${"}".repeat(16)}`);
  });

  test("4,096 values are written, and what remains of each open container is counted there", () => {
    const list = Array.from({ length: 200 }, () => Array(100).fill(1));
    const text = contextText({ a: list, z: 1 }, { maxEntryBytes: 256_000 });
    const { a } = JSON.parse(text) as { a: unknown[][] };

    expect(a.flat(2).length + a.length + 1).toBe(4096);
    // Of the list, of its last element, and z.
    expect(text).toContain(`"_agora":{"dropped":${200 - a.length + (100 - (a.at(-1)?.length ?? 0)) + 1}}`);
  });
});

describe("any JSON value", () => {
  const plainKey = fc.string({ maxLength: 8 }).map((key) => `k${key}`);
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constant(null),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
      fc.string({ unit: "binary" }),
      fc.array(tie("value"), { maxLength: 6 }),
      fc.dictionary(plainKey, tie("value"), { maxKeys: 6 }),
    ),
  })).value;

  test("comes back from the line, and is RFC 8785 as it stands there", () => {
    fc.assert(
      fc.property(fc.dictionary(plainKey, json, { maxKeys: 8 }), (context) => {
        const text = contextText(context, { redact: { enabled: false }, maxEntryBytes: 256_000 });
        fc.pre(text !== "" && !text.includes("[depth]"));
        const parsed: unknown = JSON.parse(text);
        expect(parsed).toEqual(context);
        expect(canonicalize(parsed)).toBe(text);
        expect(contextText(parsed, { redact: { enabled: false }, maxEntryBytes: 256_000 })).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test("has the same text whatever the order of its members", () => {
    fc.assert(
      fc.property(
        fc.dictionary(plainKey, json, { maxKeys: 20 }),
        fc.infiniteStream(fc.nat()),
        (context, numbers) => {
          const shuffled = Object.entries(context).sort(() => ((numbers.next().value ?? 0) % 2) - 0.5);
          expect(contextText(Object.fromEntries(shuffled))).toBe(contextText(context));
        },
      ),
      { numRuns: 100 },
    );
  });
});

test("plainError has no stack unless one is given", () => {
  expect(plainError("x").stack).toBeUndefined();
});
