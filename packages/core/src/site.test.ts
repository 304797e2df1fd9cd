import { describe, expect, test } from "vitest";
import { createSite, UNKNOWN_SITE } from "./site.ts";

const read = (site: { text: string }): unknown => JSON.parse(`{${site.text}}`);
const fileOf = (file: string, root?: string): unknown =>
  (read(createSite(file, 1, "f", root)) as { file: string }).file;

describe("createSite", () => {
  test.each([
    ["a.ts", "a.ts"],
    ["/srv/app/a.ts", "a.ts"],
    ["C:\\app\\a.ts", "a.ts"],
    ["C:\\app/a.ts", "a.ts"],
    ["file:///srv/a.ts", "a.ts"],
    ["https://host/a.js?v=3", "a.js"],
    ["a.js?x=/b.js", "a.js"],
    ["", "<unknown>"],
    ["/srv/", "<unknown>"],
    ["?", "<unknown>"],
    ["a\ud800.ts", "a\ufffd.ts"],
  ])("writes the base name of %s", (file, expected) => {
    expect(fileOf(file)).toBe(expected);
  });

  test.each([
    ["/srv/app/src/a.ts", "/srv/app", "src/a.ts"],
    ["/srv/app/src/a.ts?x", "/srv/app/", "src/a.ts"],
    ["C:\\app\\src\\a.ts", "C:\\app", "src/a.ts"],
    ["/srv/application/a.ts", "/srv/app", "a.ts"],
    ["/other/src/a.ts", "/srv/app", "a.ts"],
    ["/srv/app/", "/srv/app", "<unknown>"],
    ["/srv/app//src/a.ts", "/srv/app", "a.ts"],
    ["/srv/app/src//", "/srv/app", "<unknown>"],
    ["/src/a.ts", "/", "src/a.ts"],
  ])("writes %s relative to %s", (file, root, expected) => {
    expect(fileOf(file, root)).toBe(expected);
  });

  test.each([
    [0, 0],
    [4_294_967_295, 4_294_967_295],
    [4_294_967_296, 0],
    [-1, 0],
    [1.5, 0],
    [Number.NaN, 0],
    [-0, 0],
  ])("writes line %d as %d", (line, expected) => {
    expect(read(createSite("a", line, "f"))).toEqual({ file: "a", line: expected, function: "f" });
  });

  test("cuts long names and says so", () => {
    const site = createSite("f".repeat(257), 1, "g".repeat(257));

    expect(read(site)).toEqual({
      file: `${"f".repeat(232)}…[+25B]`,
      line: 1,
      function: `${"g".repeat(232)}…[+25B]`,
    });
    expect(site.truncated).not.toBe(0);
    expect(createSite("f".repeat(256), 1, "g".repeat(256)).truncated).toBe(0);
  });

  test("says that a function is unknown where it has no name", () => {
    expect(read(createSite("a", 1, ""))).toEqual({ file: "a", line: 1, function: "<unknown>" });
    expect(read(UNKNOWN_SITE)).toEqual({ file: "<unknown>", line: 0, function: "<unknown>" });
  });
});
