import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Handler } from "@agora/core";
import { createFileHandler } from "../../src/file/file-handler.ts";
import type { FileOptions } from "../../src/file/file-options.ts";
import { WriteFailure } from "../../src/write-all.ts";

vi.setConfig({ testTimeout: 60_000 });

const isRoot = process.getuid?.() === 0;

let handler: Handler;

const open = (options: Partial<FileOptions> = {}): void => {
  handler = createFileHandler({ path: join(disk, "s.log"), minRotationIntervalMs: 0, ...options });
};
const write = (...texts: string[]): void => {
  for (const text of texts) handler.write(`${text}\n`, "INFO");
};
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 15));

const disk = mkdtempSync(join(tmpdir(), "agora-disk-"));
const canMount =
  isRoot && spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "agora-test", disk]).status === 0;
if (canMount) spawnSync("umount", [disk]);

afterAll(() => {
  rmdirSync(disk);
});

describe.skipIf(!canMount)("a full disk (missing part: root, to mount one of 64 KiB)", () => {
  beforeEach(() => {
    spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "agora-test", disk]);
  });
  afterEach(async () => {
    await handler.close();
    // A descriptor that was left open would keep it.
    expect(spawnSync("umount", [disk]).status).toBe(0);
  });

  test("takes no line silently: what was accepted is in the file, also after there is room again", () => {
    writeFileSync(join(disk, "ballast"), "x".repeat(20_000));
    open();
    const accepted: number[] = [];
    const refused: number[] = [];
    const attempt = (n: number): void => {
      try {
        write(`${n} ${"x".repeat(300)}`);
        accepted.push(n);
      } catch {
        refused.push(n);
      }
    };
    for (let n = 0; n < 300; n++) attempt(n);
    expect(refused.length).toBeGreaterThan(0);
    rmSync(join(disk, "ballast"));
    for (let n = 300; n < 310; n++) attempt(n);
    const lines = readFileSync(join(disk, "s.log"), "utf8").split("\n").slice(0, -1);
    const whole = lines.filter((line) => /^\d+ x{300}$/.test(line)).map((line) => Number.parseInt(line, 10));

    expect(accepted.slice(-10)).toEqual([300, 301, 302, 303, 304, 305, 306, 307, 308, 309]);
    // The one that was cut is whole too: it was finished when there was room.
    expect(lines).toHaveLength(whole.length);
    expect(whole.filter((n) => !refused.includes(n))).toEqual(accepted);
    expect(new Set(whole).size).toBe(whole.length);
  });

  test("that cut a line off, behind which another process has written, spoils no other line", () => {
    writeFileSync(join(disk, "ballast"), "x".repeat(20_000));
    open();
    let n = 0;
    expect(() => {
      for (; ; n++) write(`${n} ${"x".repeat(300)}`);
    }).toThrow(/ENOSPC/);
    const torn = readFileSync(join(disk, "s.log"), "utf8").split("\n").at(-1) ?? "";
    expect(torn).not.toBe("");
    rmSync(join(disk, "ballast"));
    appendFileSync(join(disk, "s.log"), "other\nhalf");
    write("next");
    appendFileSync(join(disk, "s.log"), "more\n");
    write("last");

    expect(readFileSync(join(disk, "s.log"), "utf8").split("\n").slice(n)).toEqual([
      `${torn}other`,
      "half",
      "next",
      "more",
      "last",
      "",
    ]);
  });

  test("says of a batch how much of it is in the file", () => {
    open();
    const lines = Array.from({ length: 300 }, (_, n) => `${n} ${"x".repeat(500)}\n`);
    let failure: unknown;
    try {
      handler.writeMany?.(lines.join(""), lines.length);
    } catch (error) {
      failure = error;
    }
    const text = readFileSync(join(disk, "s.log"), "utf8");
    const { written, isCut } = failure as WriteFailure;

    expect(failure).toBeInstanceOf(WriteFailure);
    expect(lines.join("").slice(0, written)).toBe(text.slice(0, text.lastIndexOf("\n") + 1));
    expect(isCut).toBe(text.length > written);
  });

  test("gets room by a rotation where old files fall off the end", async () => {
    // Room for one file more than are kept: the oldest is removed when the new one is there.
    open({ maxBytes: 14_000, maxBackups: 2 });
    for (let n = 0; n < 400; n++) {
      write(`${n} ${"x".repeat(300)}`);
      // The oldest is removed on another thread.
      if (n % 20 === 0) await aMoment();
    }

    expect(readFileSync(join(disk, "s.log"), "utf8")).toContain("399 x");
  });
});
