import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { relativeLinks } from "./code-blocks.ts";
import { markdownFiles, root } from "./places.ts";

describe("links", () => {
  const files = markdownFiles();

  test("there are documents to look at", () => {
    expect(files).toContain("README.md");
    expect(files.length).toBeGreaterThan(10);
  });

  test.each(files)("%s links only to files that exist", (file) => {
    const links = relativeLinks(readFileSync(join(root, file), "utf8"));
    const broken = links.filter((link) => !existsSync(join(root, dirname(file), decodeURIComponent(link))));
    expect(broken).toEqual([]);
  });
});
