import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { accountOf, accountOfBackups, filesOf, range } from "./files-of.ts";
import { runWriter, runWriters } from "./write-children.ts";

const LINES = 20_000;
const BYTES = 185;
const RUNS = 10;
const KILLS = 60;
const MINUTES = 60_000;

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-shared-long-"));
  path = join(folder, "s.log");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe.each([
  ["100 KB, at any time", { maxBytes: 100_000, minRotationIntervalMs: 0 }],
  ["100 KB, by default", { maxBytes: 100_000 }],
  ["3.3 MB, at any time", { maxBytes: 3_300_000, minRotationIntervalMs: 0 }],
  ["10 KB, at any time", { maxBytes: 10_000, minRotationIntervalMs: 0 }],
  ["10 KB, compressed", { maxBytes: 10_000, minRotationIntervalMs: 0, compress: true }],
])("four processes with a limit of %s", (_, options) => {
  test.each(range(1, RUNS + 1))(
    "lose, tear and double none of their 80,000 lines, run %d",
    { timeout: 5 * MINUTES },
    async () => {
      const ended = await runWriters(4, {
        options: { path, maxBackups: 5_000, ...options },
        to: LINES,
        bytes: BYTES,
      });
      const account = accountOfBackups(folder, "s.log", BYTES);

      expect(ended.map(({ code, err }) => [code, err])).toEqual(Array.from({ length: 4 }, () => [0, ""]));
      expect(account.torn).toEqual([]);
      for (const writer of ["a", "b", "c", "d"]) expect(account.numbers[writer]).toEqual(range(0, LINES));
    },
  );
});

test.each(range(1, RUNS + 1))("segments lose none either, run %d", { timeout: 5 * MINUTES }, async () => {
  const options = {
    path,
    maxBytes: 100_000,
    maxBackups: 5_000,
    minRotationIntervalMs: 0,
    layout: "segments",
  } as const;
  await runWriters(4, { options, to: LINES, bytes: BYTES });
  const account = accountOf(Object.values(filesOf(folder)), BYTES);

  expect(account.torn).toEqual([]);
  for (const writer of ["a", "b", "c", "d"]) expect(account.numbers[writer]).toEqual(range(0, LINES));
});

test(
  "processes that are killed at any rename lose no line that was accepted",
  { timeout: 10 * MINUTES },
  async () => {
    const options = { path, maxBytes: 20_000, maxBackups: 100_000, minRotationIntervalMs: 0 };
    const acknowledge = join(folder, "accepted");
    // The numbers of old files grow, and with them the renames of a rotation: the place of death moves through all.
    for (let round = 0; round < KILLS; round++) {
      const when = round % 2 === 0 ? "before" : "after";
      const names = [`a${round}`, `b${round}`, `c${round}`];
      const ended = await Promise.all(
        names.map((name, index) =>
          runWriter({
            options,
            name,
            to: 300,
            bytes: BYTES,
            acknowledge,
            ...(index < 2 ? { fault: { at: 1 + ((round * 7 + index * 3) % 40), when } } : {}),
          }),
        ),
      );
      expect(ended[2]?.code).toBe(0);
      const account = accountOfBackups(folder, "s.log", BYTES);
      expect(account.torn).toEqual([]);
      for (const name of names) {
        // One that was killed with its first line has accepted none.
        const accepted = existsSync(`${acknowledge}.${name}`)
          ? Number(readFileSync(`${acknowledge}.${name}`))
          : 0;
        const found = account.numbers[name] ?? [];
        expect(found).toEqual(range(0, found.length));
        expect(found.length).toBeGreaterThanOrEqual(accepted);
      }
    }
  },
);
