import { expect, test } from "vitest";
import { splitCommandLine } from "./command-line.ts";

test.each([
  ["node main.mjs", ["node", "main.mjs"]],
  ["  a   b\tc ", ["a", "b", "c"]],
  [`"/a b/node" 'x y' z`, ["/a b/node", "x y", "z"]],
  [`a"b c"d`, ["ab cd"]],
  [String.raw`"say \"hi\" \\ \n"`, [String.raw`say "hi" \ \n`]],
  [String.raw`a\ b`, ["a b"]],
  [`''`, [""]],
  [`a '' b`, ["a", "", "b"]],
])("%s has the words %j", (text, words) => {
  expect(splitCommandLine(text)).toEqual(words);
});

test.each(["'open", `"open`, "open\\"])("%s is refused, since nothing closes it", (text) => {
  expect(() => splitCommandLine(text)).toThrow("nothing closes");
});

test("a command without a word is refused", () => {
  expect(() => splitCommandLine("  ")).toThrow("empty");
});
