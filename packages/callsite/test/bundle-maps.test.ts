import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import rolldownPlugin from "@agora/callsite/rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundlers, workFolder } from "./builds.ts";

let folder: string;

beforeAll(() => {
  folder = workFolder("shapes");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where texts that stand only once in the source stand in a file, line from 1, column from 0. */
function places(code: string, texts: readonly string[]): Map<string, { line: number; column: number }> {
  const found = new Map<string, { line: number; column: number }>();
  for (const [index, line] of code.split("\n").entries()) {
    for (const text of texts) {
      const column = line.indexOf(text);
      if (column >= 0 && !line.includes("__agora_site(")) found.set(text, { line: index + 1, column });
    }
  }
  return found;
}

describe("a file whose reading fails", () => {
  test("is built without its places, with a warning", async () => {
    const file = join(folder, "failing.mjs");
    writeFileSync(file, 'export const f = (log) => log.info("m");');
    const { build } = await import("rolldown");
    const warnings: string[] = [];
    const names = Object.assign(/log/, {
      test: () => {
        throw new Error("a pattern that throws");
      },
    });
    const { output } = await build({
      input: file,
      write: false,
      plugins: [rolldownPlugin({ root: folder, names })],
      onLog: (_, { message }) => void warnings.push(message),
    });

    expect(warnings).toEqual([
      expect.stringContaining("failing.mjs is left without places of its log calls: a pattern that throws"),
    ]);
    expect(output[0].code).toContain('log.info("m")');
  });
});

describe("the map of a bundle still leads to the source with the plugin", () => {
  for (const [name, bundle] of Object.entries(bundlers)) {
    test(`in a bundle of ${name}`, async () => {
      const file = await bundle(folder, false);
      const [code, source] = [
        readFileSync(file, "utf8"),
        readFileSync(join(folder, "src", "shapes.ts"), "utf8"),
      ];
      const map = new TraceMap(readFileSync(`${file}.map`, "utf8"));
      // Messages stay as they are in every build.
      const messages = [...source.matchAll(/\("(\d\d\w? [^"]+)"/g)].map(([, text = ""]) => `"${text}"`);
      const before = places(source, messages);
      const after = places(code, messages);
      let probes = 0;
      for (const [message, { line, column }] of after) {
        const original = originalPositionFor(map, { line, column });
        expect({ name, message, line: original.line }).toEqual({
          name,
          message,
          line: before.get(message)?.line,
        });
        expect(original.source).toMatch(/shapes\.ts$/);
        probes++;
      }
      expect(probes).toBeGreaterThan(40);
    }, 60_000);
  }
});
