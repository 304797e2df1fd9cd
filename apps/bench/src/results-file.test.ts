import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BEGIN, END, withResults } from "./results-file.ts";

test("results replace what stood between the markers, and nothing else", () => {
  const text = `# Title\n\n${BEGIN}\nold\n${END}\nlast\n`;

  expect(withResults(text, "new")).toBe(`# Title\n\n${BEGIN}\n\nnew\n\n${END}\nlast\n`);
  expect(withResults(withResults(text, "new"), "new")).toBe(withResults(text, "new"));
});

test("a file without both markers in their order is refused", () => {
  expect(() => withResults("text", "new")).toThrow("needs the lines");
  expect(() => withResults(`${END}\n${BEGIN}`, "new")).toThrow("needs the lines");
});

test("RESULTS.md has the markers", () => {
  const text = readFileSync(join(import.meta.dirname, "..", "RESULTS.md"), "utf8");

  expect(withResults(text, "new")).toContain("\n\nnew\n\n");
});
