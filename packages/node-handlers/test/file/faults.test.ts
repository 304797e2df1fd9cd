import { spawnSync } from "node:child_process";
import fs, {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Handler } from "@agora/core";
import { exitState } from "../../src/exit/exit-state.ts";
import { createFileHandler } from "../../src/file/file-handler.ts";
import type { FileOptions } from "../../src/file/file-options.ts";
import { WriteFailure } from "../../src/write-all.ts";
import { eventually } from "./eventually.ts";
import { createFakeHost } from "./fake-host.ts";
import type { FakeHost } from "./fake-host.ts";
import { filesOf } from "./files-of.ts";

vi.setConfig({ testTimeout: 60_000 });

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const isUnix = process.platform !== "win32";

let folder: string;
let path: string;
let handler: Handler;
let host: FakeHost;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-faults-"));
  path = join(folder, "s.log");
});

afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  await handler.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (options: Partial<FileOptions> = {}): void => {
  handler = createFileHandler({ path, minRotationIntervalMs: 0, ...options });
  host = createFakeHost();
  handler.open?.(host);
};
const write = (...texts: string[]): void => {
  for (const text of texts) handler.write(`${text}\n`, "INFO");
};
/** Longer than the time after which it is looked whether the file is still the one. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 15));

/** Stops the steady clock, so that a machine which has much else to do makes no difference; returns what moves it. */
function stopTime(): (ms: number) => void {
  let now = performance.now();
  vi.spyOn(performance, "now").mockImplementation(() => now);
  return (ms) => {
    now += ms;
  };
}

/** Root may do everything, so what is forbidden is tried as somebody else. */
function asNobody<T>(body: () => T): T {
  if (!isRoot) return body();
  process.seteuid?.(NOBODY);
  try {
    return body();
  } finally {
    process.seteuid?.(0);
  }
}

describe("a file that somebody moves", () => {
  test("is made again when it was renamed, as logrotate does", async () => {
    open();
    write("one");
    renameSync(path, `${path}-20261121`);
    await aMoment();
    write("two");

    expect(filesOf(folder)).toEqual({ "s.log": "two\n", "s.log-20261121": "one\n" });
  });

  test("is made again at once when it is told so", () => {
    open();
    write("one");
    renameSync(path, `${path}-20261121`);
    handler.reopen?.();
    write("two");

    expect(filesOf(folder)).toEqual({ "s.log": "two\n", "s.log-20261121": "one\n" });
  });

  test.each(["backups", "segments"] as const)(
    "and whose folder cannot be made again has its last lines on standard error when the process ends (%s)",
    (layout) => {
      stopTime();
      open({ layout });
      write("one", "two");
      rmSync(folder, { recursive: true });
      writeFileSync(folder, "in the way\n");
      const state = exitState();
      try {
        expect(() => handler.flushSync?.()).toThrow(/ENOTDIR|EEXIST|ENOENT/);
        expect(host.fallen).toEqual([]);
        expect(handler.status?.().pending).toBe(2);
        state.isEnding = true;
        expect(() => handler.flushSync?.()).toThrow(/ENOTDIR|EEXIST|ENOENT/);
        handler.flushSync?.();
      } finally {
        state.isEnding = false;
      }

      expect(host.fallen).toEqual(["one\ntwo\n"]);
      expect(handler.status?.().pending).toBe(0);
    },
  );

  test("and removes has the lines that went there written again", () => {
    const pass = stopTime();
    open();
    write("one", "two");
    rmSync(path);
    write("three");
    pass(10);
    write("four");

    expect(filesOf(folder)).toEqual({ "s.log": "one\ntwo\nthree\nfour\n" });
  });

  test("and removes with its directory, when nothing is written any more, is made again by a flush", async () => {
    path = join(folder, "a", "s.log");
    open();
    write("one");
    rmSync(join(folder, "a"), { recursive: true });
    await handler.flush();

    expect(readFileSync(path, "utf8")).toBe("one\n");
  });

  test("and removes is made again after a second, at the latest", async () => {
    open();
    write("one");
    rmSync(path);

    await eventually(() => expect(readFileSync(path, "utf8")).toBe("one\n"));
  });

  test("off the end, between two looks, has the lines that went there written again", async () => {
    open({ maxBackups: 0 });
    write("one");
    renameSync(path, `${path}.del.0123456789abcdef`);
    writeFileSync(path, "other\n");
    await aMoment();
    write("two");

    expect(readFileSync(path, "utf8")).toBe("other\none\ntwo\n");
  });

  test("to a number is left there: its lines are not doubled", async () => {
    open();
    write("one");
    renameSync(path, `${path}.1`);
    writeFileSync(path, "other\n");
    await aMoment();
    write("two");

    expect(filesOf(folder)).toEqual({ "s.log": "other\ntwo\n", "s.log.1": "one\n" });
  });

  test("gives its lines to the fallback when they can be written nowhere any more", async () => {
    stopTime();
    path = join(folder, "a", "s.log");
    open();
    write("one", "two");
    rmSync(join(folder, "a"), { recursive: true });
    writeFileSync(join(folder, "a"), "in the way");
    await expect(handler.close()).rejects.toThrow(/EEXIST|ENOTDIR/);

    expect(host.fallen).toEqual(["one\ntwo\n"]);
  });
});

describe("a rotation that fails", () => {
  const deny = (): void => {
    vi.spyOn(fs, "renameSync").mockImplementation(() => {
      throw Object.assign(new Error("EPERM: operation not permitted, rename"), { code: "EPERM" });
    });
    syncBuiltinESMExports();
  };

  test("stops no line: the file goes on, with one report in it, and is put away once it can be", () => {
    open({ maxBytes: 30 });
    deny();
    for (let n = 0; n < 50; n++) write(`line ${n}`);
    const before = readFileSync(path, "utf8").split("\n");

    expect(before.filter((line) => line.startsWith("line"))).toHaveLength(50);
    expect(before.filter((line) => line === "AGORA_ROTATION")).toHaveLength(1);
    expect(host.reports[0]).toMatchObject({ level: "WARNING", context: { path, failures: 1 } });
    expect(handler.status?.()).toMatchObject({ isHealthy: true, errors: 1, file: { rotations: 0 } });
    expect(existsSync(`${path}.lock`)).toBe(false);

    vi.restoreAllMocks();
    syncBuiltinESMExports();
    const later = performance.now() + 1_001;
    vi.spyOn(performance, "now").mockImplementation(() => later);
    write("last");
    expect(filesOf(folder)).toMatchObject({ "s.log": "last\n", "s.log.1": before.join("\n") });
  });

  test.skipIf(!isUnix)("for want of rights to the directory is no different", () => {
    writeFileSync(path, "x".repeat(99));
    chmodSync(path, 0o666);
    chmodSync(folder, 0o555);
    open({ maxBytes: 30 });
    asNobody(() => write("one", "two", "three"));
    chmodSync(folder, 0o755);

    expect(readFileSync(path, "utf8")).toMatch(/^x+\nAGORA_ROTATION\none\ntwo\nthree\n$/);
    expect(host.reports[0]).toMatchObject({ error: { code: "EACCES" } });
  });

  test("half way leaves a hole, and the next one closes it", () => {
    open({ maxBytes: 10, maxBackups: 3 });
    write("11111", "22222", "33333");
    let calls = 0;
    const { renameSync: rename } = fs;
    vi.spyOn(fs, "renameSync").mockImplementation((from, to) => {
      if (++calls === 2) throw new Error("EIO");
      rename(from, to);
    });
    syncBuiltinESMExports();
    write("44444");
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    const later = performance.now() + 1_001;
    vi.spyOn(performance, "now").mockImplementation(() => later);
    write("55555");

    expect(filesOf(folder)).toEqual({
      "s.log": "55555\n",
      "s.log.1": "33333\nAGORA_ROTATION\n44444\n",
      "s.log.2": "22222\n",
      "s.log.3": "11111\n",
    });
  });
});

test("a lock that was lost in the middle of a rotation ends it", () => {
  open({ maxBytes: 10 });
  write("11111", "22222");
  const { renameSync: rename } = fs;
  vi.spyOn(fs, "renameSync").mockImplementation((from, to) => {
    rename(from, to);
    // Somebody thinks that this process has died.
    rmSync(`${path}.lock`, { force: true });
    writeFileSync(`${path}.lock`, "of another one");
  });
  syncBuiltinESMExports();
  write("33333");

  expect(filesOf(folder)).toEqual({
    "s.log": "22222\nAGORA_ROTATION\n33333\n",
    "s.log.2": "11111\n",
    "s.log.lock": "of another one",
  });
  expect(host.reports[0]?.error).toMatchObject({ message: `${path}.lock was taken over by another process` });
});

describe("a file that cannot be written", () => {
  test.skipIf(!isUnix)("for want of rights says so, and is written once it can be", () => {
    writeFileSync(path, "");
    chmodSync(folder, 0o755);
    chmodSync(path, 0o400);
    open();
    expect(() => asNobody(() => write("one"))).toThrow(/EACCES/);
    expect(handler.status?.()).toMatchObject({ isHealthy: false, errors: 1 });
    chmodSync(path, 0o666);
    asNobody(() => write("two"));

    expect(readFileSync(path, "utf8")).toBe("two\n");
    expect(handler.status?.()).toMatchObject({ isHealthy: true, errors: 1, error: undefined });
  });

  test.skipIf(!isUnix)("in a directory without rights says so", () => {
    mkdirSync(join(folder, "closed"), { mode: 0o500 });
    path = join(folder, "closed", "s.log");
    open();

    expect(() => asNobody(() => write("one"))).toThrow(/EACCES/);
  });

  test("does not touch the disk before the first line", () => {
    path = join(folder, "none", "s.log");
    open();

    expect(existsSync(join(folder, "none"))).toBe(false);
    expect(handler.status?.()).toMatchObject({ isHealthy: true, file: { path, bytes: 0, rotations: 0 } });
  });
});

test.skipIf(process.platform !== "linux")(
  "a network file system is worth one warning, in the file itself",
  () => {
    vi.spyOn(fs, "statfsSync").mockReturnValue({ type: 0xfe534d42 } as ReturnType<typeof fs.statfsSync>);
    syncBuiltinESMExports();
    open();
    write("one", "two");

    expect(readFileSync(path, "utf8")).toBe("AGORA_NETWORK_FILE\none\ntwo\n");
    expect(host.reports[0]).toMatchObject({
      level: "WARNING",
      message: expect.stringContaining("(SMB2)") as string,
    });
  },
);

describe.skipIf(!existsSync("/dev/full"))("a device", () => {
  test("that is full says so with each line; flush and close do not", async () => {
    path = "/dev/full";
    open({ maxBytes: 1 });
    expect(() => write("one")).toThrow(/ENOSPC/);
    expect(() => write("two")).toThrow(WriteFailure);

    await handler.flush();
    await handler.close();
  });

  test("is never rotated", () => {
    path = "/dev/null";
    open({ maxBytes: 1, maxBackups: 0 });
    write("one", "two", "three");

    expect(handler.status?.().file?.rotations).toBe(0);
  });
});

describe.skipIf(!isUnix)("a pipe in place of the file", () => {
  beforeEach(() => {
    spawnSync("mkfifo", [path]);
    open();
  });

  test("that nobody reads takes no line, and says so", () => {
    expect(() => write("one")).toThrow(/ENXIO/);
  });

  test("whose reader does not read stops no call for good, and has whole lines", () => {
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const text = "x".repeat(99);
    let taken = 0;
    const fill = (): void => {
      for (; taken < 10_000; taken++) write(text);
    };
    try {
      expect(fill).toThrow(/EAGAIN/);
      const found = Buffer.alloc(1_000_000);
      const size = readSync(reader, found);

      expect(taken).toBeGreaterThan(10);
      expect(size).toBeGreaterThanOrEqual(taken * 100);
      expect(found.toString("latin1", 0, taken * 100)).toBe(`${text}\n`.repeat(taken));
    } finally {
      closeSync(reader);
    }
    expect(() => write("nobody is there any more")).toThrow(/EPIPE/);
  });
});
