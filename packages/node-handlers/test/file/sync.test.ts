import fs, { mkdtempSync, rmSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Handler } from "@agora/core";
import { createFileHandler } from "../../src/file/file-handler.ts";
import type { FileOptions } from "../../src/file/file-options.ts";
import { eventually } from "./eventually.ts";
import { createFakeHost } from "./fake-host.ts";

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let handler: Handler;
let calls: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-sync-"));
  calls = [];
  for (const name of ["fsyncSync", "fdatasyncSync", "fdatasync"] as const) {
    const original = fs[name] as (...args: unknown[]) => void;
    vi.spyOn(fs, name).mockImplementation((...args: unknown[]) => {
      calls.push(name);
      original(...args);
    });
  }
  syncBuiltinESMExports();
});

afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  await handler.close();
  rmSync(folder, { recursive: true });
});

const open = (options: Partial<FileOptions>): Handler =>
  (handler = createFileHandler({ path: join(folder, "s.log"), minRotationIntervalMs: 0, ...options }));
const write = (...texts: string[]): void => {
  for (const text of texts) handler.write(`${text}\n`, "INFO");
};
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe("lines are brought to the disk", () => {
  test("once an interval, on another thread, and not when nothing was written", async () => {
    open({ fsyncIntervalMs: 20 });
    write("one", "two");
    expect(calls).toEqual([]);
    await wait(200);
    expect(calls).toEqual(["fdatasync"]);
    write("three");
    await wait(100);

    expect(calls).toEqual(["fdatasync", "fdatasync"]);
  });

  test("with each call, and with the name of a new file", () => {
    open({ fsync: "always" });
    write("one", "two");

    expect(calls).toEqual(["fsyncSync", "fdatasyncSync", "fdatasyncSync"]);
  });

  test("as the system likes", async () => {
    open({ fsync: "never", fsyncIntervalMs: 10, maxBytes: 5 });
    write("one", "two");
    await wait(50);

    expect(calls).toEqual([]);
  });

  test.each(["never", "interval"] as const)("by flush and close, also with %s", async (fsync) => {
    open({ fsync });
    write("one");
    await handler.flush();
    expect(calls).toEqual(["fdatasync"]);
    handler.flushSync?.();
    expect(calls).toEqual(["fdatasync", "fsyncSync"]);
    write("two");
    await handler.close();

    expect(calls.length).toBeGreaterThan(2);
  });

  test("when a file is put away, off the path", async () => {
    open({ maxBytes: 5 });
    write("one", "two");

    // Not in the call, and not by a thread that takes the processor from it.
    expect(calls).toEqual([]);
    await handler.flush();
    expect(calls).toEqual(["fdatasync", "fdatasync"]);
  });

  test("when the call is over, the oldest file is removed as well", async () => {
    open({ maxBytes: 5, maxBackups: 1 });
    write("one", "two");
    const before = fs.readdirSync(folder).sort();
    write("three");

    expect(before).toEqual(["s.log", "s.log.1"]);
    expect(fs.readdirSync(folder).sort()).toEqual([
      "s.log",
      "s.log.1",
      expect.stringMatching(/^s\.log\.del\.[0-9a-f]{16}$/) as string,
    ]);
    await eventually(() => expect(fs.readdirSync(folder).sort()).toEqual(before));
  });

  test("where the thread is blocked, the files that were put away do not use up the descriptors", () => {
    open({ maxBytes: 5, maxBackups: 3 });
    const before = fs.readdirSync("/proc/self/fd").length;
    for (let n = 0; n < 300; n++) write("one");

    expect(fs.readdirSync("/proc/self/fd").length - before).toBeLessThan(50);
  });

  test("or it is said that they were not", async () => {
    const host = createFakeHost();
    open({ fsyncIntervalMs: 10 }).open?.(host);
    vi.spyOn(fs, "fdatasync").mockImplementation((_, done) =>
      done(Object.assign(new Error("EIO: i/o error"), { code: "EIO" })),
    );
    syncBuiltinESMExports();
    write("one");
    await eventually(() => expect(host.fallen).toEqual(["AGORA_HANDLER_IO\n"]));

    expect(handler.status?.()).toMatchObject({ isHealthy: false, error: "EIO: i/o error", errors: 1 });
    await expect(handler.flush()).rejects.toThrow("EIO");
  });
});
