import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { NODE } from "./run-child.ts";

// A machine that is busy with something else takes its time.
vi.setConfig({ testTimeout: 30_000 });

const program = join(import.meta.dirname, "fixtures", "queue-memory.mjs");

describe("a queued entry", () => {
  test.each([
    ["100000", "drop_oldest", "0"],
    ["100000", "drop_oldest", "30000"],
    ["98500", "drop_least_important", "50000"],
  ])("takes its line and at most 64 bytes (%s entries, %s, %s more)", (count, overflow, more) => {
    const { stdout } = spawnSync(NODE, ["--expose-gc", program, count, "350", overflow, more], {
      encoding: "utf8",
    });
    const { pending, beyond } = JSON.parse(stdout) as { pending: number; beyond: number };

    expect(pending).toBe(Number(count) + 1);
    expect(beyond).toBeGreaterThan(8);
    expect(beyond).toBeLessThanOrEqual(64);
  });
});
