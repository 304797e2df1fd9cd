import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Handler } from "@agora/core";
import { createFileHandler } from "../../src/file/file-handler.ts";
import type { FileOptions } from "../../src/file/file-options.ts";
import { eventually } from "./eventually.ts";
import { createFakeHost } from "./fake-host.ts";
import type { FakeHost } from "./fake-host.ts";
import { filesOf } from "./files-of.ts";

vi.setConfig({ testTimeout: 60_000 });

const DAY_MICROS = 86_400_000_000;
const DAY_SECONDS = 86_400;

let folder: string;
let path: string;
let handler: Handler;
let host: FakeHost;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-keeping-"));
  path = join(folder, "s.log");
});

afterEach(async () => {
  vi.restoreAllMocks();
  await handler.close();
  rmSync(folder, { recursive: true });
});

const open = (options: Partial<FileOptions>, micros?: number): void => {
  handler = createFileHandler({ path, minRotationIntervalMs: 0, ...options });
  host = createFakeHost(micros);
  handler.open?.(host);
};
const write = (...texts: string[]): void => {
  for (const text of texts) handler.write(`${text}\n`, "INFO");
};
/** Leaves a file that was written last so many days ago. */
const leave = (name: string, content: string, days: number): void => {
  writeFileSync(join(folder, name), content);
  const then = Date.now() / 1000 - days * DAY_SECONDS;
  utimesSync(join(folder, name), then, then);
};
const names = (): string[] => readdirSync(folder).sort();

describe("a file a day", () => {
  const lastMoment = Date.UTC(2026, 10, 21, 23, 59, 59) * 1_000 + 999_999;

  test("is begun with the first line after midnight in UTC", () => {
    open({ rotateDaily: true }, lastMoment);
    write("today");
    host.micros += 1;
    write("tomorrow");
    host.micros += DAY_MICROS;
    write("the day after", "same day");

    expect(filesOf(folder)).toEqual({
      "s.log": "the day after\nsame day\n",
      "s.log.1": "tomorrow\n",
      "s.log.2": "today\n",
    });
  });

  test("is not begun twice when the clock is set back", () => {
    open({ rotateDaily: true }, lastMoment + 1);
    write("one");
    host.micros -= 1;
    write("two");
    host.micros += 1;
    write("three");

    // The day that came back ends as every day does.
    expect(filesOf(folder)).toEqual({ "s.log": "three\n", "s.log.1": "one\ntwo\n" });
  });

  test("does not wait for a day that the clock showed by mistake", () => {
    open({ rotateDaily: true }, lastMoment);
    write("one");
    host.micros += 400 * DAY_MICROS;
    write("two");
    host.micros -= 400 * DAY_MICROS;
    write("three");
    host.micros += 1;
    write("four");

    expect(filesOf(folder)).toEqual({ "s.log": "four\n", "s.log.1": "two\nthree\n", "s.log.2": "one\n" });
  });

  test("is begun by a process that starts on another day than the last line was written", () => {
    leave("s.log", "yesterday\n", 1.5);
    open({ rotateDaily: true }, Date.now() * 1_000);
    write("today");

    expect(filesOf(folder)).toEqual({ "s.log": "today\n", "s.log.1": "yesterday\n" });
  });
});

describe("old files", () => {
  test("go when they are too old", async () => {
    leave("s.log.1", "a\n", 3);
    leave("s.log.2", "b\n", 29);
    leave("s.log.3", "c\n", 31);
    leave("s.log.4", "d\n", 90);
    leave("other.log.1", "e\n", 90);
    open({ maxAgeDays: 30, maxBackups: 10 });
    write("x");

    await eventually(() => expect(names()).toEqual(["other.log.1", "s.log", "s.log.1", "s.log.2"]));
  });

  test("stay when the clock is set forward while the process runs", async () => {
    leave("s.log.1", "a\n", 3);
    open({ maxAgeDays: 30, maxBytes: 4 });
    const system = Date.now();
    vi.spyOn(Date, "now").mockReturnValue(system + 400 * DAY_SECONDS * 1_000);
    host.micros += 400 * DAY_MICROS;
    write("xxx", "yyy");
    await new Promise((resolve) => setTimeout(resolve, 30));

    expect(names()).toEqual(["s.log", "s.log.1", "s.log.2"]);
  });

  test("go when they have too many bytes together, the oldest first", async () => {
    for (const number of [1, 2, 3, 4]) leave(`s.log.${number}`, "x".repeat(100), number);
    open({ maxTotalBytes: 250 });
    write("x");

    await eventually(() => expect(names()).toEqual(["s.log", "s.log.1", "s.log.2"]));
  });

  test("that a process was about to remove when it died go with the next start", async () => {
    leave("s.log.del.0123456789abcdef", "x", 0);
    leave("s.log.gz.0123456789abcdef.tmp", "x", 1);
    leave("s.log.lock.4711.0123456789abcdef", "x", 1);
    leave("s.log.gz.00000000ffffffff.tmp", "another process works on it", 0);
    leave("s.log.delivery", "not ours", 100);
    open({});
    write("x");

    await eventually(() =>
      expect(names()).toEqual(["s.log", "s.log.delivery", "s.log.gz.00000000ffffffff.tmp"]),
    );
  });
});

describe("compression", () => {
  test("leaves the file and the youngest old one as they are, and the others readable", async () => {
    for (const number of [1, 2, 3]) leave(`s.log.${number}`, `${String(number).repeat(1000)}\n`, number);
    open({ compress: true, maxBytes: 10, maxBackups: 4 });
    const { mtimeMs } = statSync(`${path}.2`);
    write("live", "second");

    await eventually(() =>
      expect(names()).toEqual(["s.log", "s.log.1", "s.log.2.gz", "s.log.3.gz", "s.log.4.gz"]),
    );
    expect(filesOf(folder)).toEqual({
      "s.log": "second\n",
      "s.log.1": "live\n",
      "s.log.2.gz": `${"1".repeat(1000)}\n`,
      "s.log.3.gz": `${"2".repeat(1000)}\n`,
      "s.log.4.gz": `${"3".repeat(1000)}\n`,
    });
    expect(Math.abs(statSync(`${path}.3.gz`).mtimeMs - mtimeMs)).toBeLessThan(2);
    expect(statSync(`${path}.3.gz`).mode & 0o777).toBe(0o640);
    expect(statSync(`${path}.3.gz`).size).toBeLessThan(100);
  });

  test("goes on where files have moved up meanwhile", async () => {
    for (const number of [1, 2]) leave(`s.log.${number}`, `${String(number).repeat(3_000_000)}\n`, number);
    open({ compress: true, maxBytes: 10, maxBackups: 9 });
    write("one", "second");
    await eventually(() => expect(names().some((name) => name.endsWith(".tmp"))).toBe(true), 1);
    write("third");
    await eventually(() => expect(names().filter((name) => name.endsWith(".gz")).length).toBeGreaterThan(0));
    write("fourth");
    await eventually(() => expect(names().filter((name) => /\.gz$|\.tmp$/.test(name))).toHaveLength(2));
    const files = filesOf(folder);
    const all = Object.keys(files).sort(
      (a, b) => Number.parseInt(b.slice(6), 10) - Number.parseInt(a.slice(6), 10),
    );

    expect(all.map((name) => files[name]?.slice(0, 6)).filter((text) => /^\d/.test(text ?? ""))).toEqual([
      "222222",
      "111111",
    ]);
  });

  test("of segments leaves the two youngest as they are", async () => {
    for (const number of [1, 2, 3]) leave(`s.00000${number}.log`, `${number}\n`, 9 - number);
    open({ compress: true, layout: "segments", maxBytes: 4 });
    write("a", "b", "c");

    await eventually(() =>
      expect(filesOf(folder)).toEqual({
        "s.000001.log.gz": "1\n",
        "s.000002.log.gz": "2\n",
        "s.000003.log": "3\na\n",
        "s.000004.log": "b\nc\n",
      }),
    );
  });

  test("does not take a file away to which somebody still writes", async () => {
    leave("s.log.1", "x".repeat(20_000_000), 1);
    open({ compress: true, maxBytes: 10 });
    write("one", "second");
    await eventually(() => expect(names().some((name) => name.endsWith(".tmp"))).toBe(true), 1);
    appendFileSync(`${path}.2`, "late\n");
    await eventually(() => expect(names()).toEqual(["s.log", "s.log.1", "s.log.2"]));

    expect(statSync(`${path}.2`).size).toBe(20_000_005);
  });

  test("that is ended by close leaves nothing behind", async () => {
    leave("s.log.1", "x".repeat(5_000_000), 1);
    open({ compress: true, maxBytes: 10 });
    write("one", "second");
    await eventually(() => expect(names().some((name) => name.endsWith(".tmp"))).toBe(true), 1);
    await handler.close();

    expect(names().filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(existsSync(`${path}.2`) || existsSync(`${path}.2.gz`)).toBe(true);
  });
});
