import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { transform } from "@agora/callsite";
import type { TransformResult } from "@agora/callsite";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { parseSync } from "oxc-parser";
import { beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");
const SKIPPED = /^(?:node_modules|dist|build|var|\..*)$/;

interface Done extends TransformResult {
  readonly path: string;
  readonly before: string;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.test(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.isFile() &&
      /(?<!\.d)\.(?:[cm]?ts|[cm]?js)$/.test(entry.name) &&
      statSync(path).size < 1 << 20
      ? [path]
      : [];
  });
}

/** Whether one text comes from another by insertions only. */
function isInsertionOnly(before: string, after: string): boolean {
  let at = 0;
  // Unit by unit: a character of two units is two of them on both sides.
  for (let i = 0; i < after.length; i++) if (after.charCodeAt(i) === before.charCodeAt(at)) at++;
  return at === before.length;
}

describe("the sources of this repository", () => {
  const done: Done[] = [];
  let read = 0;

  beforeAll(() => {
    for (const path of sources(root)) {
      read++;
      const before = readFileSync(path, "utf8");
      // Console calls and the like are many more calls than we make ourselves.
      const result = transform(before, path, {
        root,
        names: /(?:^|\.)(?:log|logger|runtime|console|server|expect)$/,
      });
      if (result !== undefined) done.push({ path, before, ...result });
    }
  });

  test("are many", () => {
    expect(read).toBeGreaterThan(300);
    expect(done.length).toBeGreaterThan(25);
  });

  test("can be parsed with their sites", () => {
    for (const { path, code } of done) {
      const { errors } = parseSync(path, code);
      expect({ path, errors }).toEqual({ path, errors: [] });
    }
  });

  test("keep every character and every line", () => {
    for (const { path, before, code } of done) {
      expect({ path, isKept: isInsertionOnly(before, code) }).toEqual({ path, isKept: true });
      expect({ path, lines: code.split("\n").length }).toEqual({ path, lines: before.split("\n").length });
    }
  });

  test("have maps that lead every word back to where it stood", () => {
    let probes = 0;
    for (const { path, before, code, map } of done) {
      const trace = new TraceMap(map as ConstructorParameters<typeof TraceMap>[0]);
      const [old, now] = [before.split("\n"), code.split("\n")];
      for (const [index, text] of old.entries()) {
        for (const { 0: word, index: column } of text.matchAll(/(?<![\w$])[A-Za-z]\w{5,}(?![\w$])/g)) {
          const shifted = (now[index] ?? "").lastIndexOf(word);
          // A word that stands there twice has no one place.
          if (text.indexOf(word) !== text.lastIndexOf(word) || shifted < 0) continue;
          if ((now[index] ?? "").indexOf(word) !== shifted) continue;
          const found = originalPositionFor(trace, { line: index + 1, column: shifted });
          expect({ path, word, ...found }).toMatchObject({ line: index + 1, column });
          probes++;
        }
      }
    }
    expect(probes).toBeGreaterThan(2000);
  });
});
