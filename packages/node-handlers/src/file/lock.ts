import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import type { BigIntStats } from "node:fs";
import { isAlive, lockText, readLockText, thisProcess } from "./lock-owner.ts";
import { randomToken } from "./names.ts";

const LOCK_MODE = 0o640;
/** A lock without content was left by a process that died, or could not write, right after it made the file. */
const EMPTY_MS = 2_000;
/** Nobody holds a lock for so long, whatever it says. */
const OLD_MS = 30_000;
const CONTENT_BYTES = 4_096;
const { O_CREAT, O_EXCL, O_RDONLY, O_WRONLY } = constants;
const NO_LINK = constants.O_NOFOLLOW ?? 0;
// A pipe with the name of the lock must not stop the process.
const NO_WAIT = constants.O_NONBLOCK ?? 0;

/** A lock that this process holds. */
export interface Lock {
  /** Whether it is still the one at its path: one that is held for too long is taken over. Never throws. */
  readonly isHeld: () => boolean;
  /** Gives it back. Never throws. */
  readonly release: () => void;
}

/**
 * Takes a lock that processes of any language share: a file that can be made only once. Does not wait. A lock that was
 * left behind is taken over: its process is gone (same host, boot and container, and no process with that id and start
 * time), nothing is in it after 2 s, or its age is over 30 s.
 *
 * @param path of the lock file.
 * @returns undefined while another process, or another thread of this one, holds it.
 * @throws what the system says when the file cannot be made or is no regular file.
 */
export function takeLock(path: string): Lock | undefined {
  const lock = makeLock(path);
  if (lock !== undefined) return lock;
  return removeStale(path) ? makeLock(path) : undefined;
}

function makeLock(path: string): Lock | undefined {
  let fd: number;
  try {
    fd = openSync(path, O_CREAT | O_EXCL | O_WRONLY | NO_LINK, LOCK_MODE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return undefined;
    throw error;
  }
  try {
    writeSync(fd, lockText(thisProcess(), randomToken()));
  } catch {
    // On a full disk the rotation is what makes room. The others take an empty lock for held, for 2 s.
  }
  // The open descriptor keeps the number of the file from being given to another one.
  const mine = fstatSync(fd, { bigint: true });
  const isHeld = (): boolean => {
    try {
      return isSame(mine, lstatSync(path, { bigint: true }));
    } catch {
      return false;
    }
  };
  return {
    isHeld,
    release() {
      try {
        if (isHeld()) unlinkSync(path);
      } catch {
        // It becomes stale when this process ends, or with its age.
      }
      closeSync(fd);
    },
  };
}

/** Removes a lock that nobody holds. Says whether it is worth trying to take it again. */
function removeStale(path: string): boolean {
  const seen = look(path);
  if (seen === undefined) return true;
  try {
    if (!seen.isStale) return false;
    const aside = `${path}.${process.pid}.${randomToken()}`;
    renameSync(path, aside);
    const moved = lstatSync(aside, { bigint: true });
    // Somebody else was faster, and this is the lock of a third one: it is put back unless a fourth one has it.
    const isOther = !isSame(seen.stats, moved);
    if (isOther) linkBack(aside, path);
    unlinkSync(aside);
    return !isOther;
  } catch (error) {
    // Gone in the meantime: others clean up too.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return true;
    throw error;
  } finally {
    if (seen.fd >= 0) closeSync(seen.fd);
  }
}

/** A lock as it was found; the descriptor, -1 where it may not be read, keeps its number from being used again. */
interface Seen {
  readonly fd: number;
  readonly stats: BigIntStats;
  readonly isStale: boolean;
}

function look(path: string): Seen | undefined {
  let fd = -1;
  try {
    fd = openSync(path, O_RDONLY | NO_LINK | NO_WAIT);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code !== "EACCES" && code !== "EPERM") throw error;
  }
  const stats = fd < 0 ? lstatSync(path, { bigint: true }) : fstatSync(fd, { bigint: true });
  if (!stats.isFile()) {
    if (fd >= 0) closeSync(fd);
    throw new Error(`${path} is in the way: a lock is a regular file`);
  }
  // By the clock of the files, not by one that a test sets.
  const age = Math.abs(Date.now() - Number(stats.mtimeMs));
  return { fd, stats, isStale: age > OLD_MS || (fd >= 0 && isLeft(fd, age)) };
}

function isLeft(fd: number, age: number): boolean {
  const buffer = Buffer.alloc(CONTENT_BYTES);
  const owner = readLockText(buffer.toString("utf8", 0, readSync(fd, buffer, 0, CONTENT_BYTES, 0)));
  return owner === undefined ? age > EMPTY_MS : isAlive(owner) === false;
}

function linkBack(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch {
    // Its holder sees that it has lost it before it touches the next file.
  }
}

function isSame(one: BigIntStats, other: BigIntStats): boolean {
  return one.ino === other.ino && one.dev === other.dev;
}
