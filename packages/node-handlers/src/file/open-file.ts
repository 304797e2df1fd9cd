import { constants, fstatSync, openSync, readSync } from "node:fs";
import type { BigIntStats } from "node:fs";
import { dirname } from "node:path";
import { makeDirectory } from "../make-directory.ts";
import { statOf } from "./names.ts";

const FILE_MODE = 0o640;
const DIRECTORY_MODE = 0o750;
const { O_APPEND, O_CREAT, O_EXCL, O_RDWR, O_WRONLY } = constants;
// Windows has neither. A pipe that nobody reads must not stop the process; for files O_NONBLOCK means nothing.
const FLAGS = O_APPEND | O_CREAT | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const LINE_FEED = 0x0a;
const LOOKS = 5;
const LOOK_AGAIN_MS = 5;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** A file that is open for appending. */
export interface OpenFile {
  readonly path: string;
  readonly fd: number;
  readonly dev: bigint;
  readonly ino: bigint;
  /** Devices and pipes are written to, and nothing else. */
  readonly isRegular: boolean;
  /** When it was written last, before it was opened: milliseconds since 1970. */
  readonly modified: number;
  /** Bytes in it, as last seen, with what was written since. */
  size: number;
  /** What has to stand in front of the next line. */
  before: Uint8Array;
  /** Size of the file when `before` was set, where that matters; otherwise -1. */
  sizeThen: number;
}

/**
 * Opens a file for appending (mode 0640) and makes it, and its directory (0750), where they are missing. Links are not
 * followed. A last line without its end, which a crash left, is ended before the next one.
 *
 * @param isNew whether it is an error (EEXIST) when the file exists.
 * @throws what the system says.
 */
export function openForAppend(path: string, isNew = false): OpenFile {
  // Reading is for the last byte: whether a process that died left a line without its end. Who opens a pipe for reading
  // would be its reader.
  const flags = FLAGS | (isPipe(path) ? O_WRONLY : O_RDWR) | (isNew ? O_EXCL : 0);
  let fd: number;
  try {
    fd = openSync(path, flags, FILE_MODE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    makeDirectory(dirname(path), DIRECTORY_MODE);
    fd = openSync(path, flags, FILE_MODE);
  }
  const stats = fstatSync(fd, { bigint: true });
  const { dev, ino } = stats;
  const isRegular = stats.isFile();
  const modified = Number(stats.mtimeMs);
  const before = isRegular ? missingEnd(fd) : new Uint8Array(0);
  return { path, fd, dev, ino, isRegular, modified, size: Number(stats.size), before, sizeThen: -1 };
}

function isPipe(path: string): boolean {
  return statOf(path)?.isFIFO() === true;
}

/** Whether this is the file that is open. */
export function isSameFile(file: OpenFile, stats: BigIntStats | undefined): boolean {
  return stats?.ino === file.ino && stats.dev === file.dev;
}

/** Whether the open file has lost its last name: what is in it is gone when it is closed. */
export function isUnlinked(file: OpenFile): boolean {
  return fstatSync(file.fd).nlink === 0;
}

/**
 * What has to stand in front of the next line: a line feed where a process left a line without its end. Another process
 * may be in the middle of a write just now, so the last byte is looked at several times.
 */
export function missingEnd(fd: number): Uint8Array {
  const nothing = new Uint8Array(0);
  for (let look = 0; look < LOOKS; look++) {
    if (look > 0) Atomics.wait(sleeper, 0, 0, LOOK_AGAIN_MS);
    const { size } = fstatSync(fd);
    const last = new Uint8Array(1);
    if (size === 0 || readSync(fd, last, 0, 1, size - 1) !== 1 || last[0] === LINE_FEED) return nothing;
  }
  return Uint8Array.of(LINE_FEED);
}
