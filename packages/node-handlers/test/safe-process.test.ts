import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { entriesOf, runChild } from "./run-child.ts";

// A machine that is busy with something else takes its time.
vi.setConfig({ testTimeout: 30_000 });

interface Numbered {
  readonly context: { readonly n?: number; readonly code?: string };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const numbersOf = (text: string): number[] =>
  entriesOf<Numbered>(text).flatMap(({ context }) => (context.n === undefined ? [] : [context.n]));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-safe-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ["sync", false],
  ["async", true],
])("a service behind a safe handler (%s)", (_mode, isAsync) => {
  test.skipIf(!existsSync("/dev/full")).each([
    ["return", 0],
    ["exit", 3],
  ])(
    "loses nothing to a full disk: all on standard error, one report, its exit code (%s)",
    async (end, code) => {
      const ended = await runChild("ending.mjs", [
        JSON.stringify({ path: "/dev/full", isAsync, count: 1_000, end }),
      ]);
      const entries = entriesOf<Numbered>(ended.err);

      expect(ended.code).toBe(code);
      expect(numbersOf(ended.err)).toEqual(upTo(1_000));
      expect(entries.filter(({ context }) => context.code === "AGORA_HANDLER_IO")).toHaveLength(1);
      expect(ended.err).toContain("ENOSPC");
    },
  );

  test.skipIf(process.platform === "win32")(
    "writes a batch of which the disk took a part nowhere twice but for the line that was cut",
    async () => {
      const path = join(folder, "s.log");
      const options = JSON.stringify({ path, isAsync, count: 300, end: "exit" });
      const ended = await runChild("ending.mjs", [options], { shell: "ulimit -f 16" });
      const inFile = readFileSync(path, "utf8");
      const whole = numbersOf(inFile.slice(0, inFile.lastIndexOf("\n") + 1));
      const onError = numbersOf(ended.err);

      expect(ended.code).toBe(3);
      expect(whole.length).toBeGreaterThan(20);
      expect([...whole, ...onError]).toEqual(upTo(300));
    },
  );
});
