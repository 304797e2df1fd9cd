import { spawn, spawnSync } from "node:child_process";
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isAlive, lockText, readLockText, thisProcess } from "../../src/file/lock-owner.ts";
import { takeLock } from "../../src/file/lock.ts";
import { eventually } from "./eventually.ts";

vi.setConfig({ testTimeout: 60_000 });

const TOKEN = "0123456789abcdef";
const me = thisProcess();
/** Above the largest process id of Linux. */
const dead = { ...me, pid: 2 ** 22 + 1 };

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-lock-"));
  path = join(folder, "s.log.lock");
});

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true });
});

/** Leaves a lock as another process would, so many seconds ago. */
const leave = (content: string, secondsAgo = 0): void => {
  writeFileSync(path, content);
  const then = Date.now() / 1000 - secondsAgo;
  utimesSync(path, then, then);
};
const isTaken = (): boolean => {
  const lock = takeLock(path);
  lock?.release();
  return lock !== undefined;
};

describe("a lock", () => {
  test("can be held once, and again when it was given back", () => {
    const lock = takeLock(path);
    expect(lock?.isHeld()).toBe(true);
    expect(takeLock(path)).toBeUndefined();
    lock?.release();

    expect(isTaken()).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("says who holds it, for its owner and group only", () => {
    const lock = takeLock(path);
    const content = readFileSync(path, "utf8");
    lock?.release();

    expect(content).toMatch(
      /^agora-lock 1\nhost=[^\n]+\nboot=[^\n]*\npidns=[^\n]*\npid=\d+\nstart=\d*\ntoken=[0-9a-f]{16}\n$/,
    );
    expect(readLockText(content)).toEqual(me);
    expect(me).toMatchObject({ host: hostname(), pid: process.pid });
  });

  test("has mode 0640", () => {
    const lock = takeLock(path);
    const { mode } = statSync(path);
    lock?.release();

    expect(mode & 0o777).toBe(0o640);
  });

  test.each([
    ["a process that is gone", lockText(dead, TOKEN), 0, true],
    ["a living process", lockText(me, TOKEN), 0, false],
    ["a living process, for 29 s", lockText(me, TOKEN), 29, false],
    ["a living process, for 31 s", lockText(me, TOKEN), 31, true],
    ["a process that is 31 s in the future: the clock was set back", lockText(me, TOKEN), -31, true],
    ["another machine", lockText({ ...dead, host: "elsewhere" }, TOKEN), 20, false],
    ["another machine, for 31 s", lockText({ ...dead, host: "elsewhere" }, TOKEN), 31, true],
    ["this machine before it started again", lockText({ ...dead, boot: "before" }, TOKEN), 20, false],
    ["another container", lockText({ ...dead, pidns: "pid:[1]" }, TOKEN), 20, false],
    ["nobody: nothing is in it", "", 0, false],
    ["nobody: nothing has been in it for 3 s", "", 3, true],
    ["somebody who could write a part of it only, 3 s ago", lockText(me, TOKEN).slice(0, -5), 3, true],
    ["something else, 3 s ago", "4711\n", 3, true],
    ["a later version, with more in it", lockText(dead, TOKEN).replace("token", "more=1\ntoken"), 0, true],
  ])("of %s is left or taken over", (_, content, secondsAgo, isFree) => {
    leave(content, secondsAgo);

    expect(isTaken()).toBe(isFree);
    expect(existsSync(path)).toBe(!isFree);
    expect(readdirSync(folder)).toHaveLength(isFree ? 0 : 1);
  });

  test.skipIf(me.start === "")(
    "of a process with the same id that started at another time is taken over",
    () => {
      leave(lockText({ ...me, start: "1" }, TOKEN));

      expect(isTaken()).toBe(true);
    },
  );

  test("is known to be lost by one who held it for too long", () => {
    const lock = takeLock(path);
    const then = Date.now() / 1000 - 31;
    utimesSync(path, then, then);
    const next = takeLock(path);

    expect([lock?.isHeld(), next?.isHeld()]).toEqual([false, true]);
    lock?.release();
    expect(next?.isHeld()).toBe(true);
    next?.release();
  });

  test("that another process took over in the same instant is given back to that one", () => {
    leave(lockText(dead, TOKEN));
    const fresh = lockText(me, TOKEN);
    const { renameSync } = fs;
    vi.spyOn(fs, "renameSync").mockImplementation((from, to) => {
      // Between the look and the rename.
      rmSync(path);
      leave(fresh);
      renameSync(from, to);
    });
    syncBuiltinESMExports();

    expect(takeLock(path)).toBeUndefined();
    expect(readFileSync(path, "utf8")).toBe(fresh);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test("does not follow a link, and is no directory", () => {
    const target = join(folder, "target");
    writeFileSync(target, "precious");
    symlinkSync(target, path);
    expect(() => takeLock(path)).toThrow(/ELOOP/);
    rmSync(path);
    mkdirSync(path);
    utimesSync(path, 1, 1);
    expect(() => takeLock(path)).toThrow("is in the way");

    expect(readFileSync(target, "utf8")).toBe("precious");
  });

  test.skipIf(process.platform === "win32")("is no pipe on which a process would wait for ever", () => {
    spawnSync("mkfifo", [path]);

    expect(() => takeLock(path)).toThrow("is in the way");
  });

  test("needs a directory", () => {
    expect(() => takeLock(join(folder, "none", "lock"))).toThrow(/ENOENT/);
  });
});

describe("a process", () => {
  test("is alive, gone, or cannot be judged", () => {
    expect(isAlive(me)).toBe(true);
    expect(isAlive(dead)).toBe(false);
    expect(isAlive({ ...dead, host: "elsewhere" })).toBeUndefined();
    expect(isAlive({ ...dead, boot: "before" })).toBeUndefined();
    expect(isAlive({ ...dead, pidns: "pid:[1]" })).toBe(me.pidns === "" ? false : undefined);
  });

  test.skipIf(me.start === "")("that was killed is gone also before its parent has noticed", async () => {
    // The shell becomes a program that does not ask after its children.
    const parent = spawn("/bin/sh", ["-c", "sleep 0.2 & echo $!; exec sleep 30"]);
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.once("data", (text) => resolve(Number(text))),
    );
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const start = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
    expect(isAlive({ ...me, pid, start })).toBe(true);

    await eventually(() => expect(isAlive({ ...me, pid, start })).toBe(false));
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    parent.kill();
  });

  test.each([
    "",
    "agora-lock 2\npid=1\ntoken=1\n",
    "agora-lock 1\n",
    "agora-lock 1\npid=1\n",
    "agora-lock 1\npid=x\ntoken=1\n",
    "agora-lock 1\npid=0\ntoken=1\n",
    "agora-lock 1\npid=1\ntoken=1",
    "\0\0\0\0",
  ])("is not made out of %j", (content) => {
    expect(readLockText(content)).toBeUndefined();
  });
});
