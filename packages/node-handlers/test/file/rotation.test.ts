import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Handler } from "@agora/core";
import { createFileHandler } from "../../src/file/file-handler.ts";
import type { FileOptions } from "../../src/file/file-options.ts";
import { eventually } from "./eventually.ts";
import { filesOf } from "./files-of.ts";

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let handler: Handler;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-rotation-"));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await handler.close();
  rmSync(folder, { recursive: true });
});

const open = (options: Partial<FileOptions>): Handler =>
  (handler = createFileHandler({ path: join(folder, "s.log"), minRotationIntervalMs: 0, ...options }));
/** Lines of ten bytes each, with the numbers from `from` to `to`. */
const lines = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `line ${String(from + i).padStart(4, "0")}\n`);
const write = (from: number, to: number): void => {
  for (const line of lines(from, to)) handler.write(line, "INFO");
};
const text = (from: number, to: number): string => lines(from, to).join("");
const rotations = (): number | undefined => handler.status?.().file?.rotations;

describe("a file with a limit of three lines", () => {
  test.each([
    [0, { "s.log": text(19, 20) }],
    [1, { "s.log": text(19, 20), "s.log.1": text(16, 18) }],
    [2, { "s.log": text(19, 20), "s.log.1": text(16, 18), "s.log.2": text(13, 15) }],
    [
      5,
      {
        "s.log": text(19, 20),
        "s.log.1": text(16, 18),
        "s.log.2": text(13, 15),
        "s.log.3": text(10, 12),
        "s.log.4": text(7, 9),
        "s.log.5": text(4, 6),
      },
    ],
  ])("keeps %d old files after twenty lines", async (maxBackups, expected) => {
    open({ maxBytes: 30, maxBackups });
    write(1, 20);

    expect(rotations()).toBe(6);
    // What falls off the end is removed on another thread.
    await eventually(() => expect(filesOf(folder)).toEqual(expected));
  });

  test("is filled to the last byte, and not by one byte more", () => {
    open({ maxBytes: 30 });
    write(1, 3);
    expect(filesOf(folder)).toEqual({ "s.log": text(1, 3) });
    handler.write("\n", "INFO");

    expect(filesOf(folder)).toEqual({ "s.log": "\n", "s.log.1": text(1, 3) });
  });

  test("counts bytes, not characters", () => {
    open({ maxBytes: 30 });
    handler.write("äöüß€\n", "INFO");
    handler.write("日本語日本\n", "INFO");
    expect(filesOf(folder)).toEqual({ "s.log": "äöüß€\n日本語日本\n" });
    expect(handler.status?.().file?.bytes).toBe(28);
    handler.write("€\n", "INFO");

    expect(filesOf(folder)).toEqual({ "s.log": "€\n", "s.log.1": "äöüß€\n日本語日本\n" });
  });

  test("takes a line that is larger alone, and does not put an empty file away for it", () => {
    open({ maxBytes: 30 });
    const large = `${"x".repeat(99)}\n`;
    handler.write(large, "INFO");
    expect(filesOf(folder)).toEqual({ "s.log": large });
    write(1, 1);
    handler.write(large, "INFO");

    expect(filesOf(folder)).toEqual({ "s.log": large, "s.log.1": text(1, 1), "s.log.2": large });
  });

  test("goes on where the process before stopped", async () => {
    open({ maxBytes: 30 });
    write(1, 2);
    await handler.close();
    open({ maxBytes: 30 });
    write(3, 4);
    await handler.close();
    open({ maxBytes: 30 });
    write(5, 7);

    expect(filesOf(folder)).toEqual({ "s.log": text(7, 7), "s.log.1": text(4, 6), "s.log.2": text(1, 3) });
  });

  test("is put away at once when it is larger than a limit that was lowered", async () => {
    open({ maxBytes: 1000 });
    write(1, 9);
    await handler.close();
    open({ maxBytes: 30 });
    write(10, 10);

    expect(filesOf(folder)).toEqual({ "s.log": text(10, 10), "s.log.1": text(1, 9) });
  });

  test("counts what others have appended", async () => {
    open({ maxBytes: 30 });
    write(1, 1);
    appendFileSync(join(folder, "s.log"), text(2, 3));
    await new Promise((resolve) => setTimeout(resolve, 15));
    write(4, 4);

    expect(filesOf(folder)).toEqual({ "s.log": text(4, 4), "s.log.1": text(1, 3) });
  });

  test("keeps all old files where that is asked for", () => {
    open({ maxBytes: 30, maxBackups: Infinity });
    write(1, 60);

    expect(Object.keys(filesOf(folder))).toHaveLength(20);
  });

  test("stays where it was meant when the process goes to another folder", () => {
    const before = process.cwd();
    process.chdir(folder);
    open({ path: "relative.log" });
    process.chdir(before);
    write(1, 1);

    expect(filesOf(folder)).toEqual({ "relative.log": text(1, 1) });
  });

  test("is never put away when the limit is 0", () => {
    open({ maxBytes: 0 });
    write(1, 200);

    expect(filesOf(folder)).toEqual({ "s.log": text(1, 200) });
  });
});

describe("a batch", () => {
  test("stays together, in the next file if need be", () => {
    open({ maxBytes: 30 });
    handler.writeMany?.(text(1, 2), 2);
    handler.writeMany?.(text(3, 5), 3);

    expect(filesOf(folder)).toEqual({ "s.log": text(3, 5), "s.log.1": text(1, 2) });
  });

  test("is cut between lines where it is larger than a file may be", () => {
    open({ maxBytes: 30 });
    handler.writeMany?.(text(1, 8), 8);

    expect(filesOf(folder)).toEqual({ "s.log": text(7, 8), "s.log.1": text(4, 6), "s.log.2": text(1, 3) });
  });
});

describe("the numbers of old files", () => {
  test("may have a hole, which is closed without touching what is older", () => {
    for (const [number, content] of [
      [1, "one\n"],
      [2, "two\n"],
      [4, "four\n"],
      [5, "five\n"],
    ] as const)
      writeFileSync(join(folder, `s.log.${number}`), content);
    open({ maxBytes: 30 });
    write(1, 4);

    expect(filesOf(folder)).toEqual({
      "s.log": text(4, 4),
      "s.log.1": text(1, 3),
      "s.log.2": "one\n",
      "s.log.3": "two\n",
      "s.log.4": "four\n",
      "s.log.5": "five\n",
    });
  });

  test("count for compressed files as well", async () => {
    writeFileSync(join(folder, "s.log.1"), "one\n");
    writeFileSync(join(folder, "s.log.2.gz"), gzipSync("two\n"));
    open({ maxBytes: 30, maxBackups: 3 });
    write(1, 4);
    expect(filesOf(folder)).toEqual({
      "s.log": text(4, 4),
      "s.log.1": text(1, 3),
      "s.log.2": "one\n",
      "s.log.3.gz": "two\n",
    });
    write(5, 7);

    await eventually(() =>
      expect(filesOf(folder)).toEqual({
        "s.log": text(7, 7),
        "s.log.1": text(4, 6),
        "s.log.2": text(1, 3),
        "s.log.3": "one\n",
      }),
    );
  });

  test("count once where a process died between compressing a file and removing its source", async () => {
    writeFileSync(join(folder, "s.log.1"), "one\n");
    writeFileSync(join(folder, "s.log.2"), "two\n");
    writeFileSync(join(folder, "s.log.2.gz"), gzipSync("two\n"));
    open({ maxBytes: 30, maxBackups: 3 });
    write(1, 4);

    await eventually(() =>
      expect(filesOf(folder)).toEqual({
        "s.log": text(4, 4),
        "s.log.1": text(1, 3),
        "s.log.2": "one\n",
        "s.log.3.gz": "two\n",
      }),
    );
  });
});

describe("between two rotations", () => {
  let now: number;
  beforeEach(() => {
    now = 1_000_000;
    vi.spyOn(performance, "now").mockImplementation(() => now);
  });

  test("three seconds pass by default: the file grows over its limit meanwhile", () => {
    open({ maxBytes: 100, minRotationIntervalMs: undefined });
    write(1, 11);
    expect(rotations()).toBe(1);
    write(12, 25);
    expect(rotations()).toBe(1);
    now += 3_000;
    // The other half of the rule is the time of the system, at which `.1` was renamed.
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 3_000);
    write(26, 26);

    expect(rotations()).toBe(2);
    expect(filesOf(folder)).toEqual({
      "s.log": text(26, 26),
      "s.log.1": text(11, 25),
      "s.log.2": text(1, 10),
    });
  });

  test("the file has at most twice its limit", () => {
    open({ maxBytes: 100, minRotationIntervalMs: undefined });
    write(1, 100);

    expect(Object.values(filesOf(folder)).map((content) => content.length)).toEqual([
      100, 200, 200, 200, 200, 100,
    ]);
  });

  test("another process keeps the same time", async () => {
    open({ maxBytes: 100, minRotationIntervalMs: undefined });
    write(1, 11);
    await handler.close();
    open({ maxBytes: 100, minRotationIntervalMs: undefined });
    write(12, 25);
    expect(rotations()).toBe(0);
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 3_000);
    now += 3_000;
    write(26, 26);

    expect(rotations()).toBe(1);
  });

  test.each([
    ["back", -86_400_000],
    ["forward", 86_400_000],
  ])("a clock that is set %s neither hastens nor stops it", (_, step) => {
    open({ maxBytes: 100, minRotationIntervalMs: undefined });
    write(1, 11);
    const system = Date.now();
    vi.spyOn(Date, "now").mockReturnValue(system + step);
    write(12, 25);
    expect(rotations()).toBe(1);
    now += 3_000;
    write(26, 26);

    expect(rotations()).toBe(2);
  });
});
