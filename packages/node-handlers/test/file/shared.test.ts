import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { lockText, thisProcess } from "../../src/file/lock-owner.ts";
import { accountOf, accountOfBackups, filesOf, range } from "./files-of.ts";
import { runWriter, runWriters } from "./write-children.ts";

vi.setConfig({ testTimeout: 60_000 });

const LINES = 5_000;
const BYTES = 190;
const LIMIT = 100_000;
/** A process looks at the file every 16 batches, so it may write that much too much. */
const OVERSHOOT = 16 * BYTES;
/** 1.2 and 2.1 limits by themselves; on a machine with much else to do, who rotates may not get a processor for long. */
const BUSY = 10;

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-shared-"));
  path = join(folder, "s.log");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** All lines of all writers are there once, whole, and in the order of their process. */
function expectAll(account: ReturnType<typeof accountOf>, writers: readonly string[], count: number): void {
  expect(account.torn).toEqual([]);
  expect(Object.keys(account.numbers).sort()).toEqual(writers);
  for (const writer of writers) expect(account.numbers[writer]).toEqual(range(0, count));
}

describe("four processes that write to one file and rotate it", () => {
  test("lose, tear and double no line, and keep to the limit", async () => {
    const options = { path, maxBytes: LIMIT, maxBackups: 1_000, minRotationIntervalMs: 0 };
    const ended = await runWriters(4, { options, to: LINES, bytes: BYTES });
    const account = accountOfBackups(folder, "s.log", BYTES);

    expect(ended.map(({ code, err }) => [code, err])).toEqual(Array.from({ length: 4 }, () => [0, ""]));
    expectAll(account, ["a", "b", "c", "d"], LINES);
    // While one rotates the others write on, up to twice the limit; then they wait for it, but not for ever.
    expect(account.largest).toBeLessThanOrEqual(BUSY * LIMIT + 4 * OVERSHOOT);
    expect(account.files).toBeGreaterThan(15);
    expect(readdirSync(folder).filter((name) => !/^s\.log(\.\d+)?$/.test(name))).toEqual([]);
  });

  test("keep to twice the limit where rotations are held apart", async () => {
    await runWriters(4, { options: { path, maxBytes: LIMIT, maxBackups: 1_000 }, to: LINES, bytes: BYTES });
    const account = accountOfBackups(folder, "s.log", BYTES);

    expectAll(account, ["a", "b", "c", "d"], LINES);
    expect(account.largest).toBeGreaterThan(LIMIT);
    expect(account.largest).toBeLessThanOrEqual(BUSY * LIMIT + 4 * OVERSHOOT);
  });

  test("do the same with batches", async () => {
    const options = { path, maxBytes: LIMIT, maxBackups: 1_000, minRotationIntervalMs: 0 };
    await runWriters(4, { options, to: LINES, bytes: BYTES, batch: 7 });

    expectAll(accountOfBackups(folder, "s.log", BYTES), ["a", "b", "c", "d"], LINES);
  });

  test("do the same with segments, which need no lock", async () => {
    const options = {
      path,
      maxBytes: LIMIT,
      maxBackups: 1_000,
      minRotationIntervalMs: 0,
      layout: "segments" as const,
    };
    await runWriters(4, { options, to: LINES, bytes: BYTES });
    const files = filesOf(folder);
    const account = accountOf(Object.values(files), BYTES);

    expectAll(account, ["a", "b", "c", "d"], LINES);
    expect(Object.keys(files)).toEqual(
      range(1, account.files + 1).map((n) => `s.${String(n).padStart(6, "0")}.log`),
    );
    expect(account.largest).toBeLessThanOrEqual(LIMIT + 4 * OVERSHOOT);
  });

  test("keep the files that they are to keep, and no others", async () => {
    const options = { path, maxBytes: LIMIT, maxBackups: 2, minRotationIntervalMs: 0 };
    await runWriters(4, { options, to: LINES, bytes: BYTES });
    const account = accountOfBackups(folder, "s.log", BYTES);

    expect(readdirSync(folder).sort()).toEqual(["s.log", "s.log.1", "s.log.2"]);
    expect(account.torn).toEqual([]);
    // Lines are in order also where all that is older is gone.
    for (const numbers of Object.values(account.numbers))
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });
});

test("worker threads share a file like processes", async () => {
  const options = { path, maxBytes: LIMIT, maxBackups: 1_000, minRotationIntervalMs: 0 };
  const ended = await runWriter({ options, name: "t", to: 3_000, bytes: BYTES, threads: 3 });

  expect(ended.err).toBe("");
  expectAll(accountOfBackups(folder, "s.log", BYTES), ["t0", "t1", "t2"], 3_000);
});

describe("a process that is killed while it rotates", () => {
  test.each([
    [1, "before"],
    [2, "after"],
    [7, "before"],
    [9, "after"],
    [10, "after"],
  ] as const)("at its rename %d, %s it: nothing that was accepted is lost", async (at, when) => {
    const options = { path, maxBytes: 20_000, maxBackups: 1_000, minRotationIntervalMs: 0 };
    const acknowledge = join(folder, "accepted");
    const [ended, ...others] = await Promise.all([
      runWriter({ options, name: "a", to: 2_000, bytes: BYTES, fault: { at, when }, acknowledge }),
      runWriter({ options, name: "b", to: 2_000, bytes: BYTES }),
      runWriter({ options, name: "c", to: 2_000, bytes: BYTES }),
    ]);
    // With its first line it may find a file that the others have filled: then it has accepted none.
    const accepted = existsSync(`${acknowledge}.a`) ? Number(readFileSync(`${acknowledge}.a`)) : 0;
    // The others may have ended before it died: whoever comes next takes its lock over.
    await runWriter({ options, name: "d", to: 500, bytes: BYTES });
    const account = accountOfBackups(folder, "s.log", BYTES);

    expect(ended.signal).toBe("SIGKILL");
    expect(others.map(({ code }) => code)).toEqual([0, 0]);
    expect(account.torn).toEqual([]);
    for (const writer of ["b", "c"]) expect(account.numbers[writer]).toEqual(range(0, 2_000));
    expect(account.numbers["a"] ?? []).toEqual(range(0, accepted));
    expect(account.numbers["d"]).toEqual(range(0, 500));
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});

describe("a lock that was left behind", () => {
  const me = thisProcess();
  const dead = { ...me, pid: 2 ** 22 + 1 };
  const options = (): object => ({ path, maxBytes: 400, maxBackups: 9, minRotationIntervalMs: 0 });
  const rotationsWith = async (content: string): Promise<number> => {
    writeFileSync(`${path}.lock`, content);
    const ended = await runWriter({ options: options() as { path: string }, to: 10, bytes: 100 });
    const account = accountOfBackups(folder, "s.log", 100);
    expect(account.numbers["a"]).toEqual(range(0, 10));
    return (JSON.parse(ended.out) as { file: { rotations: number } }).file.rotations;
  };

  test("by a process that is gone is taken over at once", async () => {
    expect(await rotationsWith(lockText(dead, "0".repeat(16)))).toBe(2);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  test.skipIf(me.start === "")(
    "by a container that has started again, with the same process id, as well",
    async () => {
      const before = { ...me, start: String(Number(me.start) - 1) };

      expect(await rotationsWith(lockText(before, "0".repeat(16)))).toBe(2);
    },
  );

  test("by nobody knows whom is respected: the file grows instead", async () => {
    expect(await rotationsWith(lockText({ ...dead, host: `not-${hostname()}` }, "0".repeat(16)))).toBe(0);
    expect(existsSync(`${path}.lock`)).toBe(true);
  });

  test("by a process that lives is respected as well", async () => {
    expect(await rotationsWith(lockText(me, "0".repeat(16)))).toBe(0);
  });
});
