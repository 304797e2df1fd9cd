import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LogEntry } from "../../gen/entry-types.ts";
import type { JsonValue } from "../json.ts";
import { validateLine } from "../lossless/validate-line.ts";
import { toCanonicalLine } from "./canonical.ts";
import {
  decodeBatch,
  decodeDelimited,
  decodeEntry,
  decodeMessage,
  encodeBatch,
  encodeDelimited,
  encodeEntry,
  encodeMessage,
} from "./codec.ts";
import { ProtoError } from "./proto-error.ts";

const ENTRY: LogEntry = {
  timestamp: "1970-01-01T00:00:00.000001Z",
  level: "INFO",
  message: "m",
  service: "s",
  file: "f",
  line: 1,
  function: "g",
};

/** Field 1 as sfixed64, 2 as varint, 3 to 5 as texts, 6 as varint, 7 as text. */
const ENTRY_HEX = ["090100000000000000", "1009", "1a016d", "220173", "2a0166", "3001", "3a0167"].join("");

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const bytes = (digits: string): Uint8Array => new Uint8Array(Buffer.from(digits, "hex"));
const context = (value: JsonValue): LogEntry => ({ ...ENTRY, context: { k: value } });

/** The bytes of the value of the only member of context. */
function valueHex(value: JsonValue): string {
  const all = hex(encodeEntry(context(value)));
  const pair = all.slice(ENTRY_HEX.length);
  // Tag 16, length, key `k`, tag of the value, its length.
  expect(pair).toMatch(/^8201[0-9a-f]{2}0a016b12/);
  return pair.slice("8201xx0a016b12xx".length);
}

describe("bytes", () => {
  test("of the required members stand in the order of their numbers", () => {
    expect(hex(encodeEntry(ENTRY))).toBe(ENTRY_HEX);
  });

  test("leave out what is the default of a field that is always there, and only that", () => {
    const empty = {
      ...ENTRY,
      timestamp: "1970-01-01T00:00:00.000000Z",
      message: "",
      line: 0,
      host: "",
      duration_ms: 0,
    };
    const fields = ["1009", "220173", "2a0166", "3a0167", "5200", "8901", "0000000000000000"];
    expect(hex(encodeEntry(empty))).toBe(fields.join(""));
    expect(decodeEntry(encodeEntry(empty))).toEqual(empty);
  });

  test("of a time before 1970 are in two's complement", () => {
    const before = { ...ENTRY, timestamp: "1969-12-31T23:59:59.999999Z" };
    expect(hex(encodeEntry(before)).slice(0, 18)).toBe("09ffffffffffffffff");
  });

  test.each([
    "0001-01-01T00:00:00.000000Z",
    "0099-03-01T00:00:00.000001Z",
    "2024-02-29T12:34:56.789012Z",
    "9999-12-31T23:59:59.999999Z",
  ])("of %s give it back to the microsecond", (timestamp) => {
    expect(decodeEntry(encodeEntry({ ...ENTRY, timestamp })).timestamp).toBe(timestamp);
  });

  test.each<[string, JsonValue, string]>([
    ["null is a value without field", null, ""],
    ["an empty text is a text", "", "0a00"],
    ["false is a boolean", false, "1000"],
    ["an integer is an int64", -1, "18ffffffffffffffffff01"],
    ["the largest safe integer is an int64", 9_007_199_254_740_991, "18ffffffffffffff0f"],
    ["a whole number beyond it is a double", 9_007_199_254_740_992, "210000000000004043"],
    ["minus zero is 0", -0, "1800"],
    ["a fraction is a double", 0.5, "21000000000000e03f"],
    ["an empty list is a list", [], "2a00"],
    ["an empty object is an object", {}, "3200"],
    ["digits stay a text", "9007199254740993", "0a1039303037313939323534373430393933"],
  ])("%s", (_, value, expected) => {
    expect(valueHex(value)).toBe(expected);
    expect(decodeEntry(encodeEntry(context(value)))).toEqual(context(value === 0 ? 0 : value));
  });

  test("do not depend on the order in which members were added", () => {
    const one = { ...ENTRY, context: { b: 1, a: { y: 1, "10": 2, "9": 3 }, "\ufb33": 1, "\u{1F602}": 2 } };
    const other = { ...ENTRY, context: { "\u{1F602}": 2, "\ufb33": 1, a: { "9": 3, "10": 2, y: 1 }, b: 1 } };
    expect(hex(encodeEntry(one))).toBe(hex(encodeEntry(other)));
  });

  test("hold repaired texts and names, of names that become equal the last", () => {
    const broken = {
      ...ENTRY,
      message: "a\ud800",
      context: { "\udc00": 1, "\ud800": ["\udc00\ud83d\ude02"] },
    };
    const decoded = decodeEntry(encodeEntry(broken));
    expect(decoded).toEqual({ ...ENTRY, message: "a\ufffd", context: { "\ufffd": ["\ufffd\u{1F602}"] } });
  });
});

describe("an entry", () => {
  const full: LogEntry = {
    ...ENTRY,
    environment: "production",
    version: "1.0.0",
    host: "h",
    logger_name: "a.b",
    correlation_id: "0b9fc3a2-6f0e-4b0e-9d43-9f0a2f5f7a11",
    user_id: "u",
    trace_id: "4bf92f3577b34da6a3ce929d0e0e4736",
    span_id: "00f067aa0ba902b7",
    entry_id: "01980c1e-9f00-7a3b-8c4d-5e6f708192a3",
    schema_version: "1.0",
    sampling: { rate: 0.1 },
    duration_ms: 12.5,
    context: { a: [1, null, { b: "x" }], ["__proto__"]: { c: 1 } },
    exception: {
      type: "E",
      message: "",
      stacktrace: "s",
      properties: { code: 1 },
      cause: { type: "C", message: "c", cause: { type: "D", message: "" } },
      errors: [{ type: "G", message: "g", properties: { x: null } }],
    },
  };

  test("with every member comes back as it was, to the byte of its line", () => {
    expect(toCanonicalLine(decodeEntry(encodeEntry(full)))).toBe(toCanonicalLine(full));
    expect(validateLine(new TextEncoder().encode(toCanonicalLine(full)), { profile: "canonical" })).toEqual(
      [],
    );
  });

  test("of any context comes back as it was, to the byte of its line", () => {
    const value = fc.jsonValue({ depthSize: "medium" }) as fc.Arbitrary<JsonValue>;
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "binary" }), value, { minKeys: 1 }), (members) => {
        const entry = { ...ENTRY, context: members };
        const line = toCanonicalLine(entry);
        expect(toCanonicalLine(decodeEntry(encodeEntry(entry)))).toBe(line);
        const canonical = validateLine(new TextEncoder().encode(line), {
          profile: "canonical",
          warnEntryBytes: 1e9,
        });
        expect(canonical.filter(({ rule }) => rule.startsWith("canon") || rule.startsWith("json"))).toEqual(
          [],
        );
      }),
      { numRuns: 400 },
    );
  });

  test("with 16 containers in its context is encoded and decoded, one with 100 is refused", () => {
    const nested = (depth: number): JsonValue =>
      JSON.parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`) as JsonValue;
    expect(decodeEntry(encodeEntry(context(nested(15))))).toEqual(context(nested(15)));
    expect(() => encodeEntry(context(nested(60)))).toThrow(ProtoError);
    expect(() => encodeEntry(context(nested(5000)))).toThrow(ProtoError);
  });

  test.each<[string, object]>([
    ["without a required member", { message: undefined }],
    ["with a date that does not exist", { timestamp: "2023-02-29T00:00:00.000000Z" }],
    ["with an unknown level", { level: "LOUD" }],
    ["with an id that is not hexadecimal", { trace_id: "x".repeat(32) }],
    ["with a context that is no object", { context: [] }],
    ["with an object for a text", { host: {} }],
  ])("%s is refused with the code AGORA_PROTO", (_, more) => {
    const encode = (): unknown => encodeEntry({ ...ENTRY, ...more });
    expect(encode).toThrow(ProtoError);
    expect(encode).toThrow(/^\[AGORA_PROTO\] \//);
  });
});

describe("a message", () => {
  test("of large integers, bytes and numbers that JSON lacks becomes texts", () => {
    const entry = fromHexContext(
      kv("a", "188180808080808010"), // 2^53 + 1
      kv("b", "3a0361ff62"), // bytes
      kv("c", "21000000000000f87f"), // NaN
      kv("d", "21000000000000f0ff"), // -Infinity
      kv("e", "21000000000000f03f"), // 1.0
      kv("f", "210000000000000080"), // -0.0
    );
    expect(JSON.stringify(entry.context)).toBe(
      '{"a":"9007199254740993","b":"Yf9i","c":"NaN","d":"-Infinity","e":1,"f":0}',
    );
  });

  test("with a key twice has the last value", () => {
    expect(fromHexContext(kv("a", "1801"), kv("a", "1802")).context).toEqual({ a: 2 });
  });

  test.each([
    ["none", "WARNING"],
    ["01", "DEBUG"],
    ["08", "DEBUG"],
    ["0c", "INFO"],
    ["0d", "WARNING"],
    ["18", "CRITICAL"],
    ["19", "WARNING"],
  ])("with the severity number %s has the level %s", (number, level) => {
    expect(decodeEntry(bytes(number === "none" ? "" : `10${number}`)).level).toBe(level);
  });

  test("with an id of another length or of zeros only has none", () => {
    expect(decodeEntry(bytes(`7210${"00".repeat(16)}7a0401020304`))).not.toHaveProperty("trace_id");
    expect(decodeEntry(bytes("7a0401020304"))).not.toHaveProperty("span_id");
  });

  test.each([
    ["a cut length", "1a05"],
    ["a cut number", "0901"],
    ["text that is not UTF-8", "1a01ff"],
    ["a surrogate in UTF-8", "1a03eda080"],
    ["an endless varint", "10ffffffffffffffffffffff01"],
    ["an unclosed group", "1b"],
  ])("with %s is refused", (_, digits) => {
    expect(() => decodeEntry(bytes(digits))).toThrow(ProtoError);
  });

  test("of any bytes is decoded or refused, and nothing else happens", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (any) => {
        try {
          toCanonicalLine(decodeEntry(any));
        } catch (reason) {
          expect(reason).toBeInstanceOf(ProtoError);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("that is passed on keeps the fields that are unknown", () => {
    // Field 5 inside a KeyValue, and field 99, both texts.
    const message = bytes(`${ENTRY_HEX}8201060a016b2a01789a06036e6577`);
    expect(hex(encodeMessage(decodeMessage(message)))).toBe(hex(message));
    expect(hex(encodeEntry(decodeEntry(message)))).not.toContain("9a06036e6577");
  });
});

describe("several entries", () => {
  const other = { ...ENTRY, message: "other" };

  test("stand one after another, each with its length in front", () => {
    const stream = bytes(hex(encodeDelimited(ENTRY)) + hex(encodeDelimited(other)));
    expect(hex(encodeDelimited(ENTRY))).toBe((ENTRY_HEX.length / 2).toString(16) + ENTRY_HEX);
    expect([...decodeDelimited(stream)]).toEqual([ENTRY, other]);
  });

  test("of which the last is cut give those before it, then an error", () => {
    const stream = bytes(hex(encodeDelimited(ENTRY)) + hex(encodeDelimited(other)).slice(0, -4));
    const entries = decodeDelimited(stream);
    expect(entries.next().value).toEqual(ENTRY);
    expect(() => entries.next()).toThrow(ProtoError);
  });

  test("make a batch", () => {
    expect(decodeBatch(encodeBatch([ENTRY, other]))).toEqual([ENTRY, other]);
    expect(decodeBatch(new Uint8Array(0))).toEqual([]);
  });
});

function kv(key: string, value: string): string {
  const pair = `0a${size(key)}${Buffer.from(key).toString("hex")}12${size(bytes(value))}${value}`;
  return `8201${size(bytes(pair))}${pair}`;
}

function size(of: { readonly length: number }): string {
  return of.length.toString(16).padStart(2, "0");
}

function fromHexContext(...pairs: string[]): LogEntry {
  return decodeEntry(bytes(ENTRY_HEX + pairs.join("")));
}
