import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mutatedCopy } from "./mutate.ts";

const folder = mkdtempSync(join(tmpdir(), "agora-mutate-"));
const source = join(folder, "encoder");

beforeAll(() => {
  mkdirSync(join(source, "__pycache__"), { recursive: true });
  writeFileSync(join(source, "a.py"), "x = 1\ny = 2\nx = 1\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a copy is changed and the source is not", () => {
  const { folder: copy, remove } = mutatedCopy(source, {
    name: "m",
    what: "",
    edits: [{ file: "a.py", find: "y = 2", replace: "y = $&3" }],
  });

  expect(readFileSync(join(copy, "encoder", "a.py"), "utf8")).toBe("x = 1\ny = $&3\nx = 1\n");
  expect(readFileSync(join(source, "a.py"), "utf8")).toContain("y = 2");
  expect(existsSync(join(copy, "encoder", "__pycache__"))).toBe(false);
  remove();
  expect(existsSync(copy)).toBe(false);
});

test.each([
  ["z = 3", "does not stand in a.py"],
  ["x = 1", "stands more than once in a.py"],
])("a text that does not stand exactly once is refused: %s", (find, problem) => {
  expect(() =>
    mutatedCopy(source, { name: "m", what: "", edits: [{ file: "a.py", find, replace: "" }] }),
  ).toThrow(problem);
});
