import fc from "fast-check";
import { expect, test } from "vitest";
import { LEVELS } from "@agora/schema/tables";
import type { Level } from "@agora/core";
import { LineRing } from "./line-ring.ts";

interface Line {
  readonly text: string;
  readonly level: Level;
}

type Step = readonly [does: "push" | "oldest" | "least" | "take", level: Level, count: number];

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant("push" as const) },
    { weight: 3, arbitrary: fc.constantFrom("oldest" as const, "least" as const) },
    { weight: 1, arbitrary: fc.constant("take" as const) },
  ),
  fc.constantFrom(...LEVELS),
  fc.integer({ min: 1, max: 90 }),
);

const rank = ({ level }: Line): number => LEVELS.indexOf(level);

/** Does a step with a plain array; returns what left it. */
function doNaively(lines: Line[], [does, level, count]: Step): string[] {
  if (does === "oldest") return lines.splice(0, count).map(({ text }) => text);
  if (does === "take") return lines.splice(0, count).map(({ text }) => text);
  const gone: string[] = [];
  for (let n = 0; n < count; n++) {
    const lowest = Math.min(...lines.map(rank));
    if (lowest > LEVELS.indexOf(level)) break;
    const at = lines.findIndex((line) => rank(line) === lowest);
    gone.push(...lines.splice(at, 1).map(({ text }) => text));
  }
  return gone;
}

function repeat(count: number, call: () => string | undefined): string[] {
  const all: string[] = [];
  for (let n = 0; n < count; n++) {
    const line = call();
    if (line === undefined) break;
    all.push(line);
  }
  return all;
}

test("a ring does what an array does, through growing, gaps and wrapping around", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50, size: "max" }), (steps) => {
      const ring = new LineRing();
      const lines: Line[] = [];
      let next = 0;
      for (const now of steps) {
        const [does, level, count] = now;
        if (does === "push") {
          for (let n = 0; n < count; n++) {
            const line = { text: `${next++}\u00e4\n`, level: LEVELS[(next * 7) % 5] ?? level };
            ring.push(line.text, line.level);
            lines.push(line);
          }
        } else {
          const expected = doNaively(lines, now);
          const got =
            does === "take"
              ? ring.take(count, Number.POSITIVE_INFINITY)
              : repeat(count, () => (does === "oldest" ? ring.dropOldest() : ring.dropLeast(level)));
          const text = Array.isArray(got) ? got.join("") : got.text;
          expect(text).toBe(expected.join(""));
        }
        expect(ring.count).toBe(lines.length);
        if (lines.length > 0) expect(ring.oldestLevel).toBe(lines[0]?.level);
        expect(ring.measure()).toBe(Buffer.byteLength(lines.map(({ text }) => text).join("")));
      }
    }),
    { numRuns: 100 },
  );
});
