import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WRITER_SHAPES } from "../../gen/shapes.ts";
import { compilePattern } from "./pattern.ts";

const PATTERNS = WRITER_SHAPES.flatMap(({ members }) => members.flatMap(({ rule }) => rule.pattern ?? []));

const OTHERS = ["^a|b$", "^(?:ab|a)*c?$", "^[^a-c]{2,3}$", "^x{0,2}y{2,}$", "^\\.[-\\]]+$", "^((a|b)?c)*$"];

function matches(pattern: string, text: string): boolean | undefined {
  return compilePattern(pattern)?.(new TextEncoder().encode(text), 0, text.length);
}

describe("compilePattern", () => {
  test.each([...PATTERNS, ...OTHERS])("of %s says the same as the engine of the language", (pattern) => {
    const regex = new RegExp(`^(?:${pattern.slice(1, -1)})$`, "u");
    const alphabet = fc.string({
      unit: fc.constantFrom(..."abcxy019.-+/\\?:TZf]_".split("")),
      maxLength: 14,
    });
    const fitting = fc.stringMatching(regex);
    fc.assert(
      fc.property(
        fc.oneof(
          fitting,
          alphabet,
          fitting.map((text) => text.slice(1)),
          fitting.map((text) => `${text}0`),
        ),
        (text) => {
          fc.pre(/^[\0-\x7f]*$/.test(text));
          expect({ text, matched: matches(pattern, text) }).toEqual({ text, matched: regex.test(text) });
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each([
    "a",
    "^a",
    "a$",
    "^a\\$",
    "^\\d$",
    "^.$",
    "^(?=a)$",
    "^(a$",
    "^[a$",
    "^é$",
    "^a{1,5000}$",
    "^a)$",
  ])("leaves %s to the engine of the language", (pattern) => {
    expect(compilePattern(pattern)).toBeUndefined();
  });

  test("reads only the bytes that it is given", () => {
    const bytes = new TextEncoder().encode("xaay");
    const matcher = compilePattern("^a+$");
    expect([matcher?.(bytes, 1, 3), matcher?.(bytes, 0, 3), matcher?.(bytes, 1, 4)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
