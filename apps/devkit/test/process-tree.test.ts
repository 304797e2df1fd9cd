import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { endAll, runProgram } from "../src/steps/command.ts";

/** A command whose child leaves its process group, as turbo's and ninja's do, and hears no SIGTERM. */
function stubborn(marker: string): readonly string[] {
  return ["-c", `setsid sh -c 'trap "" TERM; sleep ${marker}; sleep ${marker}' & wait`];
}

/** The command lines that hold the marker. A process that only waits for init to take note of its end has none. */
function alive(marker: string): readonly string[] {
  return commandLines().filter((line) => line.includes(marker));
}

function commandLines(): readonly string[] {
  if (!existsSync("/proc/self/cmdline")) {
    return spawnSync("ps", ["-A", "-o", "args="], { encoding: "utf8" }).stdout.split("\n");
  }
  return readdirSync("/proc").flatMap((name) => {
    try {
      return /^\d+$/.test(name) ? [readFileSync(`/proc/${name}/cmdline`, "utf8")] : [];
    } catch {
      return [];
    }
  });
}

describe("a command", () => {
  test("ends with all that it started when its time is over", async () => {
    const marker = `61.1${process.pid}`;
    const { code, output } = await runProgram("sh", stubborn(marker), { cwd: "/", limitMinutes: 0.01 });
    expect(code).toBe(124);
    expect(output).toContain("no end after 0.01 minutes");
    await sleep(100);
    expect(alive(marker)).toEqual([]);
  });

  test("ends with all that it started when this process is told to end", async () => {
    const marker = `61.2${process.pid}`;
    const outcome = runProgram("sh", stubborn(marker), { cwd: "/" });
    await sleep(300);
    expect(alive(marker).length).toBeGreaterThanOrEqual(3);
    await endAll();
    await outcome;
    expect(alive(marker)).toEqual([]);
  }, 20_000);
});
