import { spawnSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SinkBusy } from "./busy.ts";
import { createLineWriter } from "./line-writer.ts";
import { WriteFailure } from "./write-all.ts";

let folder: string;
let reader: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-writer-"));
  spawnSync("mkfifo", [join(folder, "pipe")]);
  reader = openSync(join(folder, "pipe"), "r+");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const read = (bytes: number): string => {
  const fd = openSync(join(folder, "pipe"), constants.O_RDONLY | constants.O_NONBLOCK);
  const buffer = Buffer.alloc(bytes);
  try {
    return buffer.toString("utf8", 0, readSync(fd, buffer));
  } finally {
    closeSync(fd);
  }
};
const line = (n: number, size: number): string => `${String(n).padStart(6, "0")}${"x".repeat(size - 7)}\n`;
const lines = (from: number, to: number, size: number): string =>
  Array.from({ length: to - from }, (_, n) => line(from + n, size)).join("");

describe.skipIf(process.platform === "win32")("a writer of lines to a pipe", () => {
  test("writes whole lines in one piece, which others cannot come between", () => {
    const writer = createLineWriter(reader);
    // 65,536 bytes fit into the pipe: of lines of 1,000 bytes, four in a piece of 4,096.
    expect(() => writer.tryWrite(lines(0, 100, 1_000))).toThrow(SinkBusy);
    const got = read(65_536);

    expect(got).toBe(lines(0, 64, 1_000));
    writer.close();
    closeSync(reader);
  });

  test("says how many lines a busy pipe has taken, and finishes one that it had begun", () => {
    const writer = createLineWriter(reader);
    let taken = 0;
    try {
      writer.tryWrite(lines(0, 20, 10_000));
    } catch (error) {
      taken = (error as SinkBusy).linesTaken;
    }
    // The seventh line is longer than what is left, and than what goes in one piece.
    expect(taken).toBe(7);
    const first = read(65_536);
    writer.tryWrite(lines(taken, taken + 1, 10_000));
    const second = read(65_536);

    expect(first + second).toBe(lines(0, 8, 10_000));
    writer.close();
    closeSync(reader);
  });

  test("fails for every line once the reader has gone, and claims none as written", () => {
    const path = join(folder, "pipe");
    const fd = openSync(path, "r+");
    closeSync(reader);
    const writer = createLineWriter(fd);
    writer.tryWrite(line(0, 10));
    // The writer has opened the pipe for itself, to write only: with this one the last reader goes.
    closeSync(fd);
    const failures = [1, 2].map((n) => {
      try {
        writer.write(line(n, 10), 0);
        return undefined;
      } catch (error) {
        return error;
      }
    });

    for (const failure of failures) {
      expect(failure).toBeInstanceOf(WriteFailure);
      expect(failure).toMatchObject({ written: 0, cause: { code: "EPIPE" } });
    }
    expect(writer.error).toBeDefined();
  });

  test("is no failure as long as the pipe was full for a moment only", () => {
    const writer = createLineWriter(reader);
    expect(() => writer.tryWrite(lines(0, 100, 1_000))).toThrow(SinkBusy);

    expect(writer.error).toBeUndefined();
    writer.close();
    closeSync(reader);
  });
});
