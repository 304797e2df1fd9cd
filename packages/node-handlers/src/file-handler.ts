import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync } from "node:fs";
import { dirname } from "node:path";
import type { Handler } from "@agora/core";
import { AgoraError } from "@agora/core";
import { makeDirectory } from "./make-directory.ts";
import { writeAll, WriteFailure } from "./write-all.ts";

const FILE_MODE = 0o640;
const DIRECTORY_MODE = 0o750;
// Reading is for the last byte: whether a process that died left a line without its end. Windows has no O_NOFOLLOW.
const FLAGS = constants.O_APPEND | constants.O_CREAT | constants.O_RDWR | (constants.O_NOFOLLOW ?? 0);
const LINE_FEED = 0x0a;
const PATIENCE_MS = 1_000;
const LOOKS = 5;
const LOOK_AGAIN_MS = 5;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** A file that is open for appending. */
interface Target {
  readonly fd: number;
  /** What has to stand in front of the next line. */
  before: Uint8Array;
  /** Size of the file when `before` was set, where that matters. */
  sizeThen: number;
}

/**
 * Makes a handler that appends every line to one file at once: a line whose call has returned survives the process.
 *
 * The file (mode 0640) and its directory (0750) are made with the first line, and again when somebody has removed
 * them. Links are not followed. Several processes may append to one file. A line of which a full disk took only a part
 * is finished before the next one, or ended where another process has written behind it; so is one that a crash left.
 *
 * @param path path of the file.
 */
export function createFileHandler(path: string): Handler {
  let target: Target | undefined;
  let isClosed = false;

  const open = (): Target => {
    makeDirectory(dirname(path), DIRECTORY_MODE);
    const fd = openSync(path, FLAGS, FILE_MODE);
    return { fd, before: endsWithinALine(fd) ? lineFeed() : new Uint8Array(0), sizeThen: -1 };
  };
  const forget = (): void => {
    const { fd } = target ?? {};
    target = undefined;
    if (fd !== undefined) closeSync(fd);
  };

  return {
    name: "file",
    write(line) {
      if (isClosed)
        throw new AgoraError("AGORA_CLOSED", `file: ${path} was closed; initialize again to write to it`);
      // A file without a name is one that somebody removed: what goes there is lost.
      if (target !== undefined && fstatSync(target.fd).nlink === 0) forget();
      target ??= open();
      append(target, Buffer.from(line));
    },
    flush() {
      if (target !== undefined) fsyncSync(target.fd);
    },
    close() {
      isClosed = true;
      try {
        if (target !== undefined) fsyncSync(target.fd);
      } finally {
        forget();
      }
    },
  };
}

function append(target: Target, line: Uint8Array): void {
  if (target.sizeThen >= 0 && fstatSync(target.fd).size !== target.sizeThen) target.before = lineFeed();
  const { before } = target;
  const bytes = before.length === 0 ? line : Buffer.concat([before, line]);
  try {
    writeAll(target.fd, bytes, PATIENCE_MS);
    target.before = new Uint8Array(0);
    target.sizeThen = -1;
  } catch (error) {
    const written = error instanceof WriteFailure ? error.written : 0;
    if (written > 0) {
      target.before = written <= before.length ? before.subarray(written) : bytes.subarray(written);
      target.sizeThen = fstatSync(target.fd).size;
    }
    throw error;
  }
}

function lineFeed(): Uint8Array {
  return Uint8Array.of(LINE_FEED);
}

/**
 * Whether a process left a line without its end. Another process may be in the middle of a write just now, so the last
 * byte is looked at several times.
 */
function endsWithinALine(fd: number): boolean {
  for (let look = 0; look < LOOKS; look++) {
    if (look > 0) Atomics.wait(sleeper, 0, 0, LOOK_AGAIN_MS);
    const { size } = fstatSync(fd);
    const last = new Uint8Array(1);
    // A device or a pipe has no last byte.
    if (size === 0 || readSync(fd, last, 0, 1, size - 1) !== 1 || last[0] === LINE_FEED) return false;
  }
  return true;
}
