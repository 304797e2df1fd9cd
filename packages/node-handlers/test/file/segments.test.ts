import { mkdtempSync, rmSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
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
  folder = mkdtempSync(join(tmpdir(), "agora-segments-"));
});

afterEach(async () => {
  await handler.close();
  rmSync(folder, { recursive: true });
});

const open = (options: Partial<FileOptions> = {}): Handler => {
  const basics = {
    path: join(folder, "s.log"),
    layout: "segments",
    maxBytes: 20,
    minRotationIntervalMs: 0,
  } as const;
  return (handler = createFileHandler({ ...basics, ...options }));
};
const write = (...texts: string[]): void => {
  for (const text of texts) handler.write(`${text}\n`, "INFO");
};

describe("segments", () => {
  test("are numbered, never renamed, and end in .log", () => {
    open();
    write("123456789", "abcdefghi", "next");

    expect(filesOf(folder)).toEqual({ "s.000001.log": "123456789\nabcdefghi\n", "s.000002.log": "next\n" });
    expect(handler.status?.().file).toEqual({ path: join(folder, "s.000002.log"), bytes: 5, rotations: 1 });
  });

  test("go on at the highest number after a restart", async () => {
    open();
    write("123456789", "abcdefghi", "x");
    await handler.close();
    open();
    write("y");

    expect(filesOf(folder)["s.000002.log"]).toBe("x\ny\n");
  });

  test("take a line that is larger alone", () => {
    open();
    const large = "x".repeat(50);
    write(large, "a");

    expect(filesOf(folder)).toEqual({ "s.000001.log": `${large}\n`, "s.000002.log": "a\n" });
  });

  test.each([0, 1, 3])("keep %d old ones", async (maxBackups) => {
    open({ maxBackups });
    for (let n = 0; n < 12; n++) write("123456789");

    await eventually(() =>
      expect(Object.keys(filesOf(folder))).toEqual(
        Array.from({ length: maxBackups + 1 }, (_, i) => `s.00000${6 - maxBackups + i}.log`),
      ),
    );
  });

  test("follow another process to its segment", async () => {
    open();
    write("one");
    writeFileSync(join(folder, "s.000002.log"), "other\n");
    await new Promise((resolve) => setTimeout(resolve, 15));
    write("two");

    expect(filesOf(folder)).toEqual({ "s.000001.log": "one\n", "s.000002.log": "other\ntwo\n" });
  });

  test("follow it also where numbers in between are gone", async () => {
    open();
    write("one");
    writeFileSync(join(folder, "s.000005.log"), "other\n");
    await new Promise((resolve) => setTimeout(resolve, 15));
    write("still room");
    write("no more");

    expect(filesOf(folder)).toEqual({
      "s.000001.log": "one\nstill room\n",
      "s.000005.log": "other\nno more\n",
    });
  });

  test("do not use a number again, whoever removed it", async () => {
    open();
    write("one");
    unlinkSync(join(folder, "s.000001.log"));
    await handler.flush();
    write("two");

    expect(Object.keys(filesOf(folder))).toEqual(["s.000002.log"]);
    // What was written between the last look and the removal is not lost.
    expect(filesOf(folder)["s.000002.log"]).toBe("one\ntwo\n");
  });

  test("do not go on in one that was compressed", () => {
    writeFileSync(join(folder, "s.000007.log.gz"), gzipSync("old\n"));
    open();
    write("new");

    expect(Object.keys(filesOf(folder))).toEqual(["s.000007.log.gz", "s.000008.log"]);
  });

  test("are not confused by other files", () => {
    for (const name of ["s.log", "s.1.log", "s.000009.txt", "st.000009.log", "s.000009.log.bak"])
      writeFileSync(join(folder, name), "");
    open();
    write("x");

    expect(filesOf(folder)["s.000001.log"]).toBe("x\n");
  });

  test.each([
    ["plain", "plain.000001"],
    ["a.b.ndjson", "a.b.000001.ndjson"],
    [".hidden", ".hidden.000001"],
  ])("of %s are named like %s", (name, expected) => {
    open({ path: join(folder, name) });
    write("x");

    expect(Object.keys(filesOf(folder))).toEqual([expected]);
  });

  test("go by age and by bytes as well", async () => {
    for (const [number, days] of [
      [1, 9],
      [2, 5],
      [3, 1],
    ] as const) {
      const file = join(folder, `s.00000${number}.log`);
      writeFileSync(file, "x".repeat(100));
      const then = Date.now() / 1000 - days * 86_400;
      utimesSync(file, then, then);
    }
    writeFileSync(join(folder, "s.000004.log"), "");
    open({ maxAgeDays: 7 });
    write("x");
    await eventually(() =>
      expect(Object.keys(filesOf(folder))).toEqual(["s.000002.log", "s.000003.log", "s.000004.log"]),
    );
    await handler.close();
    open({ maxTotalBytes: 150 });
    write("y");

    await eventually(() => expect(Object.keys(filesOf(folder))).toEqual(["s.000003.log", "s.000004.log"]));
  });
});
