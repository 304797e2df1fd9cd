import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileNamePattern } from "./name-pattern.ts";

describe("a pattern for names of loggers", () => {
  test.each([
    ["a.*.b", ["a.x.b"], ["a.b", "a.x.y.b", "a.x", "a.x.b.c"]],
    ["a.#", ["a", "a.b", "a.b.c"], ["", "ab", "b.a"]],
    ["#", ["", "a", "a.b"], []],
    ["*", ["a"], ["", "a.b"]],
    ["", [""], ["a"]],
    ["a.#.z", ["a.z", "a.b.z", "a.z.z"], ["a", "a.b", "a.z.y"]],
    ["#.db.*", ["db.x", "a.b.db.x"], ["db", "a.db"]],
    ["a", ["a"], ["A", "a.b"]],
  ])("%s matches what it says", (pattern, yes, no) => {
    const matches = compileNamePattern(pattern);

    expect([yes.map(matches), no.map(matches)]).toEqual([yes.map(() => true), no.map(() => false)]);
  });

  test.each(["a..b", ".", "a.", "a*", "#a", "**", 7, null])("is refused: %s", (pattern) => {
    expect(() => compileNamePattern(pattern)).toThrow(/\[AGORA_CONFIG\] loggers: .* is not a pattern/);
  });

  test("matches as a matcher that tries everything does", () => {
    const matchesNaively = (parts: readonly string[], segments: readonly string[]): boolean => {
      const [part, ...rest] = parts;
      if (part === undefined) return segments.length === 0;
      if (part === "#") return segments.concat("").some((_, i) => matchesNaively(rest, segments.slice(i)));
      return (
        segments.length > 0 &&
        (part === "*" || part === segments[0]) &&
        matchesNaively(rest, segments.slice(1))
      );
    };
    const parts = fc.array(fc.constantFrom("a", "b", "*", "#"), { maxLength: 6 });
    const names = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 6 });
    fc.assert(
      fc.property(parts, names, (pattern, name) => {
        expect(compileNamePattern(pattern.join("."))(name.join("."))).toBe(matchesNaively(pattern, name));
      }),
      { numRuns: 500 },
    );
  });

  test("takes no longer for many wildcards", () => {
    const matches = compileNamePattern(`${"#.a.".repeat(200)}b`);

    // A matcher that tries everything would not end.
    expect(matches(`${"a.".repeat(400)}c`)).toBe(false);
  });
});
