import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeOne, plainError } from "../test/encode-one.ts";
import { formatText } from "./text-form.ts";

describe("formatText", () => {
  test("writes time, level, service, logger, message, ids, context and place", () => {
    const line = encodeOne(
      {
        level: "ERROR",
        message: "order refused",
        context: {
          user_id: "u 1",
          key: "value",
          key2: "two words",
          key3: { b: 1, "10": 2, "9": 3 },
          n: 2n ** 60n,
          z: null,
        },
      },
      { service: "market-data", loggerName: "agora.feed" },
    );

    expect(formatText(line)).toBe(
      '2023-11-14 22:13:20.123 ERROR    market-data [agora.feed] order refused  user_id="u 1" key=value ' +
        'key2="two words" key3={"10":2,"9":3,"b":1} n=1152921504606846976 z=null  a.ts:1 f\n',
    );
  });

  test("has no gap where there is no logger name and no context", () => {
    expect(formatText(encodeOne({ level: "CRITICAL" }))).toBe(
      "2023-11-14 22:13:20.123 CRITICAL svc m  a.ts:1 f\n",
    );
  });

  test("writes the stack of an exception, its causes and its errors below, indented", () => {
    const cause = plainError("why", {}, "TypeError: why\n    at g");
    const line = encodeOne({
      error: plainError("what", { cause, errors: [plainError("one")] }, "Error: what\n    at f"),
    });

    expect(formatText(line).split("\n").slice(1)).toEqual([
      "    Error: what",
      "        at f",
      "    caused by TypeError: why",
      "        at g",
      "    with Error: one",
      "",
    ]);
  });

  test.each([
    ["", '""'],
    ["a=b", '"a=b"'],
    ['say "x"\\', '"say \\"x\\"\\\\"'],
    ["back\\slash", "back\\slash"],
    ["a b\n", '"a b\\u000a"'],
    ["ü", "ü"],
  ])("writes the text %j as %s", (text, expected) => {
    expect(formatText(encodeOne({ context: { k: text } }))).toContain(`  k=${expected}  a.ts`);
  });

  test("colours the level, and nothing else", () => {
    expect(formatText(encodeOne({ level: "WARNING" }), { colors: true })).toBe(
      "2023-11-14 22:13:20.123 \x1b[33mWARNING \x1b[0m svc m  a.ts:1 f\n",
    );
  });

  test("lets no entry change what the terminal shows", () => {
    const evil = "\x1b[2J\r\n\x9b31m\u202eevil\u2066\u061c\x07";
    const hostile = encodeOne(
      {
        message: evil,
        context: { [evil]: evil, nested: { [evil]: [evil] } },
        error: plainError(evil, { cause: evil, errors: [evil] }, `${evil}\n at`),
      },
      { loggerName: evil, stripAnsi: false, service: evil },
    );

    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(formatText(hostile)).not.toMatch(
      /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
    );
    expect(
      formatText(hostile)
        .trimEnd()
        .split("\n")
        .slice(1)
        .every((line) => line.startsWith("    ")),
    ).toBe(true);
  });

  test("escapes what is no entry, and never throws", () => {
    expect(formatText("plain \x1b[31m text\n")).toBe("plain \\u001b[31m text\n");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const line of [text, `{${text}}`, `{"timestamp":${text}}`, `{"context":{"a":"${text}`]) {
          expect(formatText(line).endsWith("\n")).toBe(true);
        }
      }),
    );
  });
});
