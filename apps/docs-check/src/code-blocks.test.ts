import { describe, expect, test } from "vitest";
import { codeBlocks, relativeLinks } from "./code-blocks.ts";

describe("codeBlocks", () => {
  test("gives language, line and code of each fenced block", () => {
    const blocks = codeBlocks("text\n```ts\nlet a;\n```\n\n```\nplain\n```\n");
    expect(blocks).toEqual([
      { language: "ts", line: 2, code: "let a;\n" },
      { language: "", line: 6, code: "plain\n" },
    ]);
  });

  test("refuses a block that is never closed", () => {
    expect(() => codeBlocks("```ts\nlet a;\n")).toThrow("line 1 is never closed");
  });
});

describe("relativeLinks", () => {
  test("leaves out web addresses, fragments and code", () => {
    const text = "[a](b.md#x) [c](https://example.org) [d](#e) `[f](g.md)`\n```\n[h](i.md)\n```\n";
    expect(relativeLinks(text)).toEqual(["b.md"]);
  });
});
