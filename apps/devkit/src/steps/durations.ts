import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { varFolder } from "../bootstrap/places.mjs";
import type { Step } from "./step.ts";

const file = join(varFolder, "stamps", "durations.json");

/**
 * Puts the steps that took longest in earlier runs first, so that no long one is left running alone at the end; steps
 * that were never run keep their order behind those. The steps that it returns remember how long they take.
 */
export function longestFirst(steps: readonly Step[]): readonly Step[] {
  const known = readDurations();
  const sorted = steps.toSorted((a, b) => (known[b.name] ?? 0) - (known[a.name] ?? 0));
  return sorted.map(({ name, run }) => ({
    name,
    run: async () => {
      const startedAt = performance.now();
      const result = await run();
      recordDuration(name, performance.now() - startedAt);
      return result;
    },
  }));
}

function recordDuration(name: string, milliseconds: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...readDurations(), [name]: Math.round(milliseconds) }));
}

function readDurations(): Readonly<Record<string, number>> {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, number>) : {};
  } catch {
    // Cut short by a kill; it only orders steps.
    return {};
  }
}
