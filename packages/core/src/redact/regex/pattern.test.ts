import { createContext, Script } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPattern, compilePattern } from "./pattern.ts";

/** Patterns of the subset that JavaScript's own engine reads in the same way. */
const { choice: pattern } = fc.letrec<Record<"atom" | "part" | "sequence" | "choice", string>>((tie) => ({
  atom: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom(
        "a",
        "b",
        "c",
        "é",
        "🎉",
        "[ab]",
        "[^a]",
        "\\d",
        "\\w",
        "\\b",
        "^",
        "$",
        "[^\\n]",
      ),
    },
    { weight: 1, arbitrary: tie("choice").map((inner) => `(?:${inner})`) },
  ),
  part: fc
    .tuple(tie("atom"), fc.constantFrom("", "", "", "?", "*", "+", "{2}", "{1,3}", "{2,}"))
    .map((pieces) => pieces.join("")),
  sequence: fc.array(tie("part"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
  choice: fc.array(tie("sequence"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("|")),
}));
const subset = pattern.filter((source) => checkPattern(source) === undefined);
const short = fc.stringMatching(/^[abc1 é🎉\n]{0,24}$/u);

const asked = createContext({ source: "", text: "" });
const replaceNatively = new Script('text.replace(new RegExp(source, "gu"), "#")');

/** What JavaScript's own engine makes of a text; undefined where it would take it longer than a test can wait. */
function nativeAnswer(source: string, text: string): string | undefined {
  Object.assign(asked, { source, text });
  try {
    return replaceNatively.runInContext(asked, { timeout: 250 }) as string;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return undefined;
    throw error;
  }
}

describe("a pattern", () => {
  test("finds what JavaScript's own engine finds", () => {
    fc.assert(
      fc.property(subset, short, (source, text) => {
        const expected = nativeAnswer(source, text);
        fc.pre(expected !== undefined);
        expect(compilePattern(source).replace(text, "#")).toBe(expected);
        expect(compilePattern(source).test(text)).toBe(new RegExp(source, "u").test(text));
      }),
      { numRuns: 4000 },
    );
  });

  test("finds the same in a long text, which the platform's engine is not asked for", () => {
    fc.assert(
      fc.property(
        subset.filter((source) => !source.includes("$")),
        short,
        (source, text) => {
          const padded = text + "\n".repeat(1100);
          const expected = nativeAnswer(source, padded);
          fc.pre(expected !== undefined);
          expect(compilePattern(source).replace(padded, "#")).toBe(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("takes letters of ASCII for equal on demand, and no others", () => {
    const { replace } = compilePattern("k[a-c]é", { ignoreCase: true });

    expect(replace("Kaé kBé \u212aaé kaÉ", "#")).toBe("# # \u212aaé kaÉ");
    expect(compilePattern("x[^A]", { ignoreCase: true }).test("xa")).toBe(false);
  });

  test("has no state between texts", () => {
    const { test: finds } = compilePattern("a");

    expect([finds("a"), finds("a"), finds("b"), finds("a")]).toEqual([true, true, false, true]);
  });

  test.each([
    ["", 0, "is empty"],
    ["\ud800", 0, "half of a surrogate pair"],
    ["a*", 0, "matches the empty text"],
    ["(a+)+", 5, "unbounded quantifier inside another one"],
    ["a+b+c+", 0, "more than 2 unbounded quantifiers"],
    ["(ab+){3}", 0, "more than 2 unbounded quantifiers"],
    ["é\\1", 2, "back reference"],
    ["a(?=b)", 2, "look-around"],
    ["a+?", 3, "lazy, possessive or second quantifier"],
    ["a{3,2}", 2, "count that is not from 1 to 255"],
    ["a{2", 2, "a { by itself"],
    ["[a", 1, "class that is not closed"],
    ["a)", 2, "closing parenthesis too many"],
    ["a||b", 3, "empty alternative"],
    ["a\\q", 2, "the escape \\q"],
    ["a".repeat(1001), 0, "more than 1000 characters"],
    ["((a{20}){20}){20}", 0, "too large"],
    [`${"(".repeat(30)}a${")".repeat(30)}`, 21, "more than 20 groups"],
  ])("%j is refused at character %i: it %s", (source, position, says) => {
    const problem = checkPattern(source);

    expect(problem?.position).toBe(position);
    expect(problem?.says).toContain(says);
    expect(problem?.remedy).not.toBe("");
    expect(() => compilePattern(source)).toThrow("[AGORA_CONFIG] pattern: ");
  });

  test("may have .* around what it looks for", () => {
    expect(compilePattern(".*health.*check.*", { ignoreCase: true }).test("a Health of the CHECK")).toBe(
      true,
    );
  });

  test.each([
    "a.*b.*c",
    "\\w*\\d*x",
    "(?:a|b|ab){1,60}c",
    ".*a.*b",
    "(?:ab?c?){1,80}x",
    "a{1,255}b",
    "(?:[^x]{1,3}[ab]?)+[^x]?x",
    "(?:a|ab|b){4}[ab]{200}x",
  ])("%s takes linear time", (source) => {
    const { replace } = compilePattern(source);
    const start = performance.now();

    replace("ab".repeat(20_000));
    // What grows with the square takes hours.
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test.each([
    ".*[ab]*[ab]*[ab]?[ab]?[ab]?x",
    ".*(?:a+[ab]?){2}x",
    "[ab]+[ab]+.{255,}",
    "[ab]*[ab]*[ab]?[ab]?[ab]?x",
    "(?:[^x]{1,3}[ab]?)+[^x]?x",
  ])("%s takes little time in short texts, too", (source) => {
    const { replace } = compilePattern(source);
    const start = performance.now();

    for (let length = 1; length <= 256; length++) replace("ab".repeat(128).slice(0, length));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
