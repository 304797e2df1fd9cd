import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { watchFiles } from "./watch-files.ts";

let folder = "";
let calls = 0;
let stop = (): void => {};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-watch-"));
  calls = 0;
});

afterEach(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});

function watch(path: string, intervalMs = 60_000): void {
  stop = watchFiles([path], () => void calls++, { intervalMs, settleMs: 20 });
}

/** Waits until it was told so often, and returns how often that was. */
async function called(times: number): Promise<number> {
  await vi.waitUntil(() => calls >= times, { timeout: 5_000, interval: 10 });
  return calls;
}

describe("watching a file", () => {
  test("tells of a write, of a rename over it, and of one that comes later", async () => {
    const path = join(folder, "a.yaml");
    writeFileSync(path, "1");
    watch(path);
    appendFileSync(path, "2");
    expect(await called(1)).toBe(1);
    writeFileSync(join(folder, "new"), "3");
    renameSync(join(folder, "new"), path);
    expect(await called(2)).toBe(2);
    rmSync(path);
    expect(await called(3)).toBe(3);
    writeFileSync(path, "4");
    expect(await called(4)).toBe(4);
  });

  test("tells of the links of a ConfigMap that are exchanged", async () => {
    for (const version of ["v1", "v2"]) {
      mkdirSync(join(folder, version));
      writeFileSync(join(folder, version, "logging.yaml"), version);
    }
    symlinkSync("v1", join(folder, "..data"));
    symlinkSync("..data/logging.yaml", join(folder, "logging.yaml"));
    watch(join(folder, "logging.yaml"));

    symlinkSync("v2", join(folder, "..data_tmp"));
    renameSync(join(folder, "..data_tmp"), join(folder, "..data"));
    expect(await called(1)).toBe(1);
  });

  test("sees a change where the system says nothing", async () => {
    // Nothing happens in the folder that is watched: what changes stands behind a link to another one.
    const other = mkdtempSync(join(tmpdir(), "agora-watch-other-"));
    writeFileSync(join(other, "real.yaml"), "1");
    symlinkSync(join(other, "real.yaml"), join(folder, "a.yaml"));
    watch(join(folder, "a.yaml"), 30);
    writeFileSync(join(other, "real.yaml"), "2");
    expect(await called(1)).toBe(1);
    rmSync(other, { recursive: true });
  });

  test("tells once of several steps of one change, and of none that changes nothing", async () => {
    const path = join(folder, "a.yaml");
    writeFileSync(path, "1");
    watch(path);
    for (let step = 0; step < 10; step++) writeFileSync(path, `step ${step}`);
    expect(await called(1)).toBe(1);
    writeFileSync(path, "step 9");
    await sleep(150);
    expect(calls).toBe(1);
  });

  test("ends when it is told to", async () => {
    const path = join(folder, "a.yaml");
    writeFileSync(path, "1");
    watch(path, 20);
    stop();
    writeFileSync(path, "2");
    await sleep(150);
    expect(calls).toBe(0);
  });
});
