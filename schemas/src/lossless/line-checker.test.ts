import { describe, expect, test } from "vitest";
import type { RuleCode } from "../../gen/tables.ts";
import type { LineOptions, Profile } from "./finding.ts";
import { validateLine } from "./validate-line.ts";

const HEAD =
  '"timestamp":"2026-11-20T10:00:00.123456Z","level":"INFO","message":"m","service":"s","file":"a.ts","line":1,"function":"f"';

const PROFILES: Readonly<Record<Profile, LineOptions>> = {
  writer: { profile: "writer" },
  reader: { profile: "reader" },
  canonical: { profile: "canonical" },
};

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Rule and pointer of each finding. */
function found(line: string | Uint8Array, profile: Profile = "writer"): string[] {
  const bytes = typeof line === "string" ? bytesOf(line) : line;
  return validateLine(bytes, PROFILES[profile]).map(({ rule, pointer }) => `${rule} ${pointer}`);
}

/** An entry with these members behind the required ones. */
function entry(more: string): string {
  return `{${HEAD},${more}}`;
}

describe("a valid line", () => {
  const full = entry(
    '"environment":"production","version":"1.4.2-rc.1+b","host":"h","logger_name":"a.b",' +
      '"correlation_id":"0b9fc3a2-6f0e-4b0e-9d43-9f0a2f5f7a11","user_id":"u","trace_id":"4bf92f3577b34da6a3ce929d0e0e4736",' +
      '"span_id":"00f067aa0ba902b7","entry_id":"01980c1e-9f00-7a3b-8c4d-5e6f708192a3","schema_version":"1.7",' +
      '"sampling":{"rate":0.25},"duration_ms":12.5,' +
      '"context":{"1":null,"_agora":{"dropped":3,"truncated":["context","message"]},"a":[1,{"b":[]}],"é":"\\u0001\\n\\"","\u{1F602}":1,"\uFB33":2},' +
      '"exception":{"type":"E","message":"","stacktrace":"x","properties":{"code":1},"cause":{"type":"C","message":"c"},"errors":[{"type":"G","message":""}]}',
  );

  test.each(["writer", "reader", "canonical"] as const)("has no finding as %s", (profile) => {
    expect(found(full, profile)).toEqual([]);
    expect(found(`{${HEAD}}`, profile)).toEqual([]);
  });

  test("may end with its line feed", () => {
    expect(found(`{${HEAD}}\n`, "canonical")).toEqual([]);
  });

  test("shares one empty list, so that it costs no allocation", () => {
    expect(validateLine(bytesOf(full))).toBe(validateLine(bytesOf(`{${HEAD}}`)));
  });
});

describe("JSON that is broken", () => {
  test.each([
    ["", "line.empty "],
    ["\ufeff", "json.bom ,line.empty "],
    ["{", "json.syntax "],
    ["nul", "json.syntax "],
    ["[1,]", "json.syntax "],
    ["{'a':1}", "json.syntax "],
    ['"\\x"', "json.syntax "],
    ['"\\u12g4"', "json.syntax "],
    ['"\\ud800\\u12"', "json.syntax "],
    ['"a', "json.syntax "],
    ['"a\\', "json.syntax "],
    ['"\u0000"', "json.syntax "],
    ["01", "json.syntax "],
    ["+1", "json.syntax "],
    [".5", "json.syntax "],
    ["1.", "json.syntax "],
    ["1e", "json.syntax "],
    ["-", "json.syntax "],
    ["NaN", "json.syntax "],
    ["1 2", "json.syntax ,json.not_object "],
    ["// x", "json.syntax "],
    ["[]", "json.not_object "],
    ["null", "json.not_object "],
  ])("%j is reported as %s", (line, expected) => {
    expect(found(line).toSorted().join()).toBe(expected.split(",").toSorted().join());
  });

  test.each([
    ["a stray byte", [0xff]],
    ["an overlong form", [0xc0, 0xaf]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
    ["a cut sequence", [0xe2, 0x82]],
    ["a code point above U+10FFFF", [0xf4, 0x90, 0x80, 0x80]],
  ])("%s in a string is not UTF-8", (_, bytes) => {
    const [before = "", behind = ""] = entry('"host":"@"').split("@");
    expect(found(Uint8Array.from([...bytesOf(before), ...bytes, ...bytesOf(behind)]))).toEqual([
      "json.utf8 ",
    ]);
  });

  test("bytes of another encoding are reported as that and end the line", () => {
    expect(found(Uint8Array.from([0xff, 0xfe, 0x7b, 0x00]))).toEqual(["json.utf8 "]);
  });

  test("10,000 nested arrays are one finding", () => {
    expect(found("[".repeat(10_000))).toEqual([`json.depth ${"/0".repeat(100)}`]);
    expect(found(`${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`).at(-1)).toBe(
      `json.depth ${"/a".repeat(100)}`,
    );
  });

  test("the findings of one line are limited", () => {
    const line = `{${Array.from({ length: 5000 }, (_, i) => `"x${i}":1`).join()}}`;
    expect(found(line)).toHaveLength(100);
    expect(validateLine(bytesOf(line), { maxFindings: 3 })).toHaveLength(3);
  });
});

describe("what a parser hides", () => {
  test("a member that is there twice is reported at its second place", () => {
    const line = `{${HEAD},"level":"INFO"}`;
    expect(validateLine(bytesOf(line))).toMatchObject([
      { rule: "json.duplicate_key", pointer: "/level", offset: line.lastIndexOf('"level"') },
    ]);
  });

  test("an escape does not hide that a member is there twice", () => {
    expect(found(entry('"context":{"\\u0061":1,"b":2,"a":3}'))).toEqual(["json.duplicate_key /context/a"]);
    expect(found(entry('"\\u0068ost":"a","host":"b"'))).toEqual(["json.duplicate_key /host"]);
  });

  test("a duplicate among many members is found", () => {
    const names = Array.from({ length: 60 }, (_, i) => `"k${i}":1`).join();
    expect(found(entry(`"context":{"z":{${names},"k7":2}}`))).toEqual(["json.duplicate_key /context/z/k7"]);
  });

  test("an unknown member that is there twice is reported to a reader too", () => {
    expect(found(entry('"x":1,"y":2,"x":3'), "reader")).toEqual(["json.duplicate_key /x"]);
  });

  test("the digits of an integer that a double cannot hold are in the sentence", () => {
    expect(validateLine(bytesOf(entry('"context":{"a":9007199254740993}')))).toMatchObject([
      {
        rule: "json.number_range",
        severity: "SHOULD",
        sentence: expect.stringContaining("9007199254740993"),
      },
    ]);
  });

  test.each(["9007199254740994", "9223372036854775808", "9223372036854776000", "1e21", "0.1"])(
    "%s loses nothing as a double",
    (digits) => {
      expect(found(entry(`"context":{"a":${digits}}`))).toEqual([]);
    },
  );

  test.each(["1e400", "-1e400", `1${"0".repeat(400)}`])("%s is beyond every double", (digits) => {
    expect(validateLine(bytesOf(entry(`"duration_ms":${digits}`)))).toMatchObject([
      { rule: "json.number_range", severity: "MUST" },
    ]);
  });

  test("the size of the whole entry counts its line feed", () => {
    const line = bytesOf(entry(`"host":"${"x".repeat(50)}"`));
    const size = line.length + 1;
    expect(validateLine(line, { maxEntryBytes: size })).toEqual([]);
    expect(validateLine(line, { maxEntryBytes: size - 1 })).toMatchObject([
      { rule: "entry.size", severity: "MUST" },
    ]);
    expect(validateLine(line, { warnEntryBytes: size })).toEqual([]);
    expect(validateLine(line, { warnEntryBytes: size - 1 })).toMatchObject([
      { rule: "entry.size", severity: "SHOULD" },
    ]);
  });

  test("a carriage return before the line feed is a warning, and not canonical", () => {
    expect(validateLine(bytesOf(`{${HEAD}}\r\n`))).toMatchObject([{ rule: "line.crlf", severity: "SHOULD" }]);
    expect(found(`{${HEAD}}\r`, "canonical")).toEqual(["line.crlf ", "canon.whitespace "]);
  });
});

describe("the entry's own rules", () => {
  test.each<[string, RuleCode, string]>([
    ['"host":null', "entry.null", "/host"],
    ['"host":5', "entry.type", "/host"],
    ['"host":""', "entry.min_length", "/host"],
    ['"host":{"a":1}', "entry.type", "/host"],
    [`"host":"${"h".repeat(257)}"`, "entry.max_length", "/host"],
    ['"environment":"test"', "entry.enum", "/environment"],
    ['"version":"1.2"', "entry.pattern", "/version"],
    ['"version":"1.2.é"', "entry.pattern", "/version"],
    ['"sampling":{"rate":1}', "entry.maximum", "/sampling/rate"],
    ['"sampling":{"rate":0}', "entry.minimum", "/sampling/rate"],
    ['"sampling":{}', "entry.required", "/sampling/rate"],
    ['"duration_ms":-1', "entry.minimum", "/duration_ms"],
    ['"duration_ms":true', "entry.type", "/duration_ms"],
    ['"x~/y":1', "entry.unknown_member", "/x~0~1y"],
    ['"context":[]', "entry.type", "/context"],
    [`"context":{"${"k".repeat(257)}":1}`, "entry.key_length", `/context/${"k".repeat(257)}`],
    [`"context":{"a":"${"x".repeat(8193)}"}`, "entry.max_length", "/context/a"],
    [`"context":{"a":[${"1,".repeat(256)}1]}`, "entry.elements", "/context/a"],
    ['"context":{"_agora":{"dropped":0}}', "entry.minimum", "/context/_agora/dropped"],
    ['"context":{"_agora":{}}', "entry.members", "/context/_agora"],
    [
      '"context":{"_agora":{"truncated":["message","message"]}}',
      "entry.elements",
      "/context/_agora/truncated",
    ],
    ['"exception":{"type":"E"}', "entry.required", "/exception/message"],
    ['"exception":{"type":"E","message":"","properties":{}}', "entry.members", "/exception/properties"],
    ['"exception":{"type":"E","message":"","errors":[]}', "entry.elements", "/exception/errors"],
    [
      '"exception":{"type":"E","message":"","errors":[{"type":"E","message":"","cause":{"type":"E","message":""}}]}',
      "entry.unknown_member",
      "/exception/errors/0/cause",
    ],
  ])("%s breaks %s", (member, rule, pointer) => {
    expect(found(entry(member))).toEqual([`${rule} ${pointer}`]);
  });

  test("each required member is missed by its name", () => {
    expect(found("{}")).toEqual(
      ["timestamp", "level", "message", "service", "file", "line", "function"].map(
        (name) => `entry.required /${name}`,
      ),
    );
  });

  test("a date that does not exist is reported, a leap day is not", () => {
    const at = (date: string): string => `{${HEAD}}`.replace("2026-11-20", date);
    expect(found(at("2023-02-29"))).toEqual(["entry.calendar /timestamp"]);
    expect(found(at("2024-02-29"))).toEqual([]);
    expect(found(at("0000-01-01"))).toEqual(["entry.calendar /timestamp"]);
  });

  test("texts are measured in bytes of their canonical form, however they are written", () => {
    const host = (text: string): string => entry(`"host":"${text}"`);
    expect(found(host("\\u0041".repeat(256)))).toEqual([]);
    expect(found(host("\\n".repeat(128)))).toEqual([]);
    expect(found(host("\\n".repeat(129)))).toEqual(["entry.max_length /host"]);
    expect(found(host("é".repeat(128)))).toEqual([]);
    expect(found(host("é".repeat(129)))).toEqual(["entry.max_length /host"]);
  });

  test("service is measured in code points", () => {
    const service = (text: string): string => `{${HEAD}}`.replace('"s"', `"${text}"`);
    expect(found(service("\u{1F602}".repeat(128)))).toEqual([]);
    expect(found(service("\u{1F602}".repeat(129)))).toEqual(["entry.max_length /service"]);
    expect(found(service("\\ud83d\\ude02".repeat(128)))).toEqual([]);
  });

  test("a stack trace inside an error in context may be longer than other texts", () => {
    const text = "x".repeat(16_384);
    expect(found(entry(`"context":{"err":{"stacktrace":"${text}"}}`))).toEqual([]);
    expect(found(entry(`"context":{"err":{"stacktrace":"${text}x"}}`))).toEqual([
      "entry.max_length /context/err/stacktrace",
    ]);
    expect(found(entry(`"context":{"stacktrace":"${text}"}`))).toEqual([
      "entry.max_length /context/stacktrace",
    ]);
  });

  test("16 containers are allowed and the 17th is reported, once", () => {
    const nested = (depth: number): string =>
      entry(`"context":{"a":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`);
    expect(found(nested(16))).toEqual([]);
    expect(found(nested(17))).toEqual([`entry.depth /context/a${"/0".repeat(15)}`]);
    expect(found(nested(20))).toEqual([`entry.depth /context/a${"/0".repeat(15)}`]);
  });

  test("_agora comes on top of 128 members", () => {
    const context = (count: number): string =>
      entry(
        `"context":{"_agora":{"dropped":1},${Array.from({ length: count }, (_, i) => `"k${i}":1`).join()}}`,
      );
    expect(found(context(128))).toEqual([]);
    expect(found(context(129))).toEqual(["entry.members /context"]);
  });

  test("4,096 values are allowed in context and as many in all properties of an exception", () => {
    const values = (count: number): string =>
      `{"a":[${`[${"1,".repeat(255)}1],`.repeat(15)}[${"1,".repeat(count - 1)}1]]}`;
    // One array, 16 arrays in it, 15 times 256 values, and the rest.
    const rest = 4096 - 1 - 16 - 15 * 256;
    expect(found(entry(`"context":${values(rest)}`))).toEqual([]);
    expect(found(entry(`"context":${values(rest + 1)}`))).toEqual(["entry.values /context"]);
    const exception = (count: number): string =>
      entry(
        `"exception":{"type":"E","message":"","properties":{"b":1},"cause":{"type":"E","message":"","properties":${values(count)}}}`,
      );
    expect(found(exception(rest - 1))).toEqual([]);
    expect(found(exception(rest))).toEqual(["entry.values /exception"]);
  });

  test("8 errors in a chain are allowed and the ninth is reported", () => {
    const chain = (length: number): string =>
      Array.from({ length }).reduce<string>(
        (inner) => `{"type":"E","message":""${inner && `,"cause":${inner}`}}`,
        "",
      );
    expect(found(entry(`"exception":${chain(8)}`))).toEqual([]);
    expect(found(entry(`"exception":${chain(9)}`))).toEqual([`entry.depth /exception${"/cause".repeat(8)}`]);
  });
});

describe("a reader", () => {
  test("takes unknown members and any length, at every depth", () => {
    const line = entry(
      `"host":"${"h".repeat(300)}","new":{"a":[1]},"sampling":{"rate":0.5,"kind":"x"},"context":{"a":"${"x".repeat(9000)}"}`,
    );
    expect(found(line, "reader")).toEqual([]);
    expect(found(line, "writer")).not.toEqual([]);
  });

  test("still wants types, levels, patterns and dates", () => {
    expect(found(entry('"host":null,"trace_id":"x"').replace("INFO", "LOUD"), "reader")).toEqual([
      "entry.enum /level",
      "entry.null /host",
      "entry.min_length /trace_id",
      "entry.pattern /trace_id",
    ]);
  });
});

describe("canonical bytes", () => {
  test.each<[string, RuleCode]>([
    [`{"level":"INFO","timestamp"${HEAD.slice(11).replace(',"level":"INFO"', "")}}`, "canon.member_order"],
    [entry('"context":{"b":1,"a":2}'), "canon.key_order"],
    [entry('"context":{"\uFB33":1,"\u{1F602}":2}'), "canon.key_order"],
    [`{ ${HEAD}}`, "canon.whitespace"],
    [`{${HEAD}} `, "canon.whitespace"],
    [entry('"host":"\\u00e9"'), "canon.escape"],
    [entry('"host":"\\/"'), "canon.escape"],
    [entry('"host":"\\u001B"'), "canon.escape"],
    [entry('"host":"\\u000a"'), "canon.escape"],
    [entry('"host":"\\ud83d\\ude02"'), "canon.escape"],
    [entry('"host":"\\ud800"'), "canon.text"],
    [entry('"duration_ms":1.0'), "canon.number"],
    [entry('"duration_ms":1e0'), "canon.number"],
    [entry('"duration_ms":-0'), "canon.number"],
    [entry('"duration_ms":0.0000001'), "canon.number"],
    [entry('"context":{"a":9007199254740993}'), "canon.number"],
    [entry('"context":{"a":1E21}'), "canon.number"],
    [entry('"context":{}'), "canon.empty_context"],
  ])("%s breaks %s and is valid otherwise", (line, rule) => {
    expect(found(line, "canonical").map((each) => each.split(" ")[0])).toEqual([rule]);
    expect(validateLine(bytesOf(line)).filter(({ severity }) => severity === "MUST")).toEqual([]);
  });

  test.each([
    "0",
    "-1",
    "1.5",
    "0.000001",
    "1e-7",
    "1e+21",
    "100000000000000000000",
    "5e-324",
    "123456789012345.6",
  ])("%s is how the number is written", (number) => {
    expect(found(entry(`"context":{"a":${number}}`), "canonical")).toEqual([]);
  });
});
