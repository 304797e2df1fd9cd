import { join } from "node:path";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { buildSync } from "esbuild";
import { expect, test } from "vitest";
import { readMappings } from "./mappings.ts";

const entry = join(import.meta.dirname, "..", "index.ts");

test.each([true, false])("agrees with another reader on every place of a bundle (minified: %s)", (minify) => {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify,
    sourcemap: "external",
    platform: "node",
    format: "esm",
    write: false,
    outdir: import.meta.dirname,
  });
  const map = outputFiles.find(({ path }) => path.endsWith(".map"))?.text ?? "";
  const code = outputFiles.find(({ path }) => path.endsWith(".js"))?.text ?? "";
  const { mappings, sources } = JSON.parse(map) as { mappings: string; sources: string[] };
  const ours = readMappings(mappings);
  const theirs = new TraceMap(map);
  let compared = 0;
  for (const [index, line] of code.split("\n").entries()) {
    for (let column = 1; column <= line.length; column += minify ? 7 : 3) {
      const expected = originalPositionFor(theirs, { line: index + 1, column: column - 1 });
      const found = ours.find(index + 1, column);
      const source = found === undefined ? null : sources[found.source];
      if (source !== expected.source || (found?.line ?? null) !== expected.line) {
        expect({ index, column, source, line: found?.line ?? null }).toEqual({
          index,
          column,
          source: expected.source,
          line: expected.line,
        });
      }
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(10_000);
});

test("a place before the first mapping and beyond the last line has no source", () => {
  const { find } = readMappings(";;EAAC");

  expect(find(1, 1)).toBeUndefined();
  expect(find(3, 2)).toBeUndefined();
  expect(find(3, 3)).toEqual({ source: 0, line: 1 });
  expect(find(9, 1)).toBeUndefined();
});

test("what is no mapping is refused", () => {
  expect(() => readMappings("A!A")).toThrow("a mapping has the character !");
});
