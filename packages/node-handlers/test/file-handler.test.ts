import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Handler } from "@agora/core";
import { createFileHandler } from "../src/index.ts";
import { entriesOf, runChild } from "./run-child.ts";

interface Numbered {
  readonly context: { readonly n: number; readonly pid: number; readonly code?: string };
}

let folder: string;
let handler: Handler | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-file-"));
});

afterEach(async () => {
  await handler?.close();
  handler = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const open = (path: string): Handler => (handler = createFileHandler({ path }));
const write = (text: string): void => handler?.write(`${text}\n`, "INFO");
/** Longer than the time after which it is looked whether lines are where they can be found. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 15));

describe("a log file", () => {
  test("is made with the first line, with its directory, for its owner and group only", () => {
    const path = join(folder, "a", "b", "s.log");
    open(path);

    expect(existsSync(path)).toBe(false);
    write("one");
    write("two");
    expect(readFileSync(path, "utf8")).toBe("one\ntwo\n");
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(statSync(join(folder, "a")).mode & 0o777).toBe(0o750);
  });

  test("is appended to", () => {
    const path = join(folder, "s.log");
    writeFileSync(path, "before\n");
    open(path);
    write("one");

    expect(readFileSync(path, "utf8")).toBe("before\none\n");
  });

  test("has a line that a crash cut off ended before the next one", () => {
    const path = join(folder, "s.log");
    writeFileSync(path, '{"torn');
    open(path);
    write("one");

    expect(readFileSync(path, "utf8")).toBe('{"torn\none\n');
  });

  test("is made again when somebody removes it, or its directory", async () => {
    const path = join(folder, "logs", "s.log");
    open(path);
    write("one");
    await aMoment();
    write("two");
    unlinkSync(path);
    await aMoment();
    write("three");
    expect(readFileSync(path, "utf8")).toBe("two\nthree\n");
    rmSync(join(folder, "logs"), { recursive: true });
    await handler?.flush();
    // What was written since the last look is written again; what was there before it was somebody's to remove.
    expect(readFileSync(path, "utf8")).toBe("two\nthree\n");
  });

  test("is no link, no directory, and no place where nothing can be made", () => {
    const target = join(folder, "target");
    writeFileSync(target, "");
    symlinkSync(target, join(folder, "link"));
    mkdirSync(join(folder, "directory"));

    for (const path of [
      join(folder, "link"),
      join(folder, "directory"),
      join(target, "s.log"),
      "/proc/agora/s.log",
    ]) {
      open(path);
      expect(() => write("one")).toThrow(/ELOOP|EISDIR|ENOTDIR|EEXIST|ENOENT|EACCES|EROFS|EPERM/);
    }
    expect(readFileSync(target, "utf8")).toBe("");
  });

  test("takes lines again once the obstacle is gone", () => {
    const path = join(folder, "logs", "s.log");
    writeFileSync(join(folder, "logs"), "in the way");
    open(path);
    expect(() => write("lost")).toThrow(/EEXIST|ENOTDIR/);
    unlinkSync(join(folder, "logs"));
    write("kept");

    expect(readFileSync(path, "utf8")).toBe("kept\n");
  });

  test("refuses lines after it was closed", async () => {
    open(join(folder, "s.log"));
    write("one");
    await handler?.flush();
    await handler?.close();

    expect(() => write("two")).toThrow(/^\[AGORA_CLOSED\]/);
    await expect(Promise.resolve(handler?.close())).resolves.toBeUndefined();
  });
});

describe("a service that logs to a file", () => {
  test("has every line in it after SIGKILL", async () => {
    const path = join(folder, "s.log");
    const ended = await runChild("file.mjs", [path, "3000", "kill"]);

    expect(ended.signal).toBe("SIGKILL");
    expect(entriesOf<Numbered>(readFileSync(path, "utf8")).map(({ context }) => context.n)).toEqual(
      Array.from({ length: 3000 }, (_, n) => n),
    );
  });

  test("shares it with others: no line is lost, torn or out of the order of its process", async () => {
    const path = join(folder, "s.log");
    await Promise.all(Array.from({ length: 4 }, () => runChild("file.mjs", [path, "2000"])));
    const entries = entriesOf<Numbered>(readFileSync(path, "utf8"));
    const processes = new Set(entries.map(({ context }) => context.pid));

    expect(processes.size).toBe(4);
    for (const pid of processes) {
      const numbers = entries.filter(({ context }) => context.pid === pid).map(({ context }) => context.n);
      expect(numbers).toEqual(Array.from({ length: 2000 }, (_, n) => n));
    }
  });

  test.skipIf(!existsSync("/dev/full"))(
    "keeps running when the disk is full: all lines go to standard error, with one report",
    async () => {
      const ended = await runChild("file.mjs", ["/dev/full", "300"]);
      const entries = entriesOf<Numbered>(ended.err);

      expect([ended.code, ended.out]).toEqual([0, "0"]);
      expect(entries.filter(({ context }) => context.code === undefined)).toHaveLength(300);
      expect(entries.filter(({ context }) => context.code === "AGORA_HANDLER_IO")).toHaveLength(1);
      expect(ended.err).toContain("ENOSPC");
    },
  );

  test.skipIf(process.platform === "win32")(
    "loses no line to a limit that cuts one off, and the next process ends that line",
    async () => {
      const path = join(folder, "s.log");
      const limited = await runChild("file.mjs", [path, "100"], { shell: "ulimit -f 8" });
      const inFile = readFileSync(path, "utf8");
      const torn = inFile.slice(inFile.lastIndexOf("\n") + 1);
      const numbers = [
        ...entriesOf<Numbered>(inFile.slice(0, inFile.lastIndexOf("\n"))),
        ...entriesOf<Numbered>(limited.err),
      ]
        .filter(({ context }) => context.code === undefined)
        .map(({ context }) => context.n);

      expect([limited.code, limited.signal, limited.out]).toEqual([0, null, "0"]);
      expect(torn).not.toBe("");
      expect(numbers).toEqual(Array.from({ length: 100 }, (_, n) => n));

      await runChild("file.mjs", [path, "1"]);
      const [last, tornLine] = readFileSync(path, "utf8").trimEnd().split("\n").toReversed();
      expect(tornLine).toBe(torn);
      expect(JSON.parse(last ?? "")).toMatchObject({ context: { n: 0 } });
    },
  );

  test("is not disturbed by lines that others append", () => {
    const path = join(folder, "s.log");
    open(path);
    write("one");
    appendFileSync(path, "other\n");
    write("two");

    expect(readFileSync(path, "utf8")).toBe("one\nother\ntwo\n");
  });
});
