import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { writeAll } from "../write-all.ts";
import { parseSegmentFileName, segmentFileName } from "./spool-name.ts";
import type { SegmentName } from "./spool-name.ts";

const FILE_MODE = 0o640;
const LINE_FEED = 0x0a;
const CHUNK_BYTES = 65_536;
const PATIENCE_MS = 100;

const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
const CREATE = constants.O_CREAT | constants.O_EXCL | constants.O_APPEND | constants.O_WRONLY | NO_FOLLOW;
const READ = constants.O_RDONLY | NO_FOLLOW;

/** Lines that were read from a segment: text of whole lines with their number and size. */
export interface ReadLines {
  readonly lines: string;
  readonly count: number;
  readonly bytes: number;
}

/** One file of a spool, which this process writes or has taken over. */
export class SpoolSegment {
  /** Lines that are not delivered. */
  pending = 0;
  /** Size of the file. */
  size = 0;
  readonly #directory: string;
  #name: SegmentName;
  #fd: number | undefined;
  #isSynced = true;

  private constructor(directory: string, name: SegmentName) {
    this.#directory = directory;
    this.#name = name;
  }

  /** Makes the file. */
  static create(directory: string, name: SegmentName): SpoolSegment {
    const segment = new SpoolSegment(directory, name);
    segment.#fd = openSync(segment.path, CREATE, FILE_MODE);
    return segment;
  }

  /**
   * Takes a file over by its name: of several processes one succeeds. A line that was not written to its end is left
   * out: the call that wrote it has never returned.
   */
  static adopt(directory: string, fileName: string, name: SegmentName): SpoolSegment {
    const segment = new SpoolSegment(directory, name);
    renameSync(join(directory, fileName), segment.path);
    segment.#measure();
    return segment;
  }

  get path(): string {
    return join(this.#directory, segmentFileName(this.#name));
  }

  get order(): number {
    return this.#name.order;
  }

  get offset(): number {
    return this.#name.offset;
  }

  /** Appends whole lines. Where the disk takes only a part, that is taken back, and nothing was appended. */
  append(lines: string, count: number): void {
    const fd = this.#fd;
    if (fd === undefined) throw new Error(`${this.path} is not open for appending`);
    const bytes = Buffer.from(lines);
    try {
      writeAll(fd, bytes, PATIENCE_MS);
    } catch (error) {
      ftruncateSync(fd, this.size);
      throw error;
    }
    this.size += bytes.length;
    this.pending += count;
    this.#isSynced = false;
  }

  /** The first lines that are not delivered, at least one; undefined when there are none. */
  read(maxLines: number, maxBytes: number): ReadLines | undefined {
    const left = this.size - this.offset;
    if (left <= 0) return undefined;
    const fd = openSync(this.path, READ);
    try {
      for (let length = Math.min(Math.max(maxBytes, 1), left); ; length = Math.min(length * 2, left)) {
        const bytes = Buffer.allocUnsafe(length);
        const read = readSync(fd, bytes, 0, length, this.offset);
        const found = wholeLines(bytes.subarray(0, read), maxLines);
        if (found !== undefined) return found;
        if (length >= left || read < length) return undefined;
      }
    } finally {
      closeSync(fd);
    }
  }

  /** The first bytes are delivered: remembered in the name, which survives the process. */
  advance(bytes: number, count: number): void {
    this.#rename({ ...this.#name, offset: this.offset + bytes });
    this.pending -= count;
  }

  /** Whether the file is still where this process left it. */
  isThere(): boolean {
    try {
      const { ino, dev } = statSync(this.path);
      if (this.#fd === undefined) return true;
      const open = fstatSync(this.#fd);
      return open.ino === ino && open.dev === dev;
    } catch {
      return false;
    }
  }

  /** Says that its owner is alive. */
  touch(): void {
    const now = new Date();
    utimesSync(this.path, now, now);
  }

  /** Brings what was appended to the disk. */
  sync(): void {
    if (this.#isSynced) return;
    const fd = this.#fd ?? openSync(this.path, READ);
    try {
      fsyncSync(fd);
      this.#isSynced = true;
    } finally {
      if (fd !== this.#fd) closeSync(fd);
    }
  }

  /** No line will be appended any more. */
  seal(): void {
    const fd = this.#fd;
    this.#fd = undefined;
    if (fd !== undefined) closeSync(fd);
  }

  /** Leaves it to whoever comes next. */
  release(): void {
    this.seal();
    this.#rename({ ...this.#name, owner: undefined });
  }

  /** Removes the file. */
  remove(): void {
    this.seal();
    rmSync(this.path, { force: true });
  }

  #rename(name: SegmentName): void {
    const before = this.path;
    renameSync(before, join(this.#directory, segmentFileName(name)));
    this.#name = name;
  }

  #measure(): void {
    const fd = openSync(this.path, READ);
    try {
      const { size } = fstatSync(fd);
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      let end = this.offset;
      for (let at = this.offset; at < size;) {
        const read = readSync(fd, chunk, 0, CHUNK_BYTES, at);
        if (read === 0) break;
        for (
          let feed = chunk.indexOf(LINE_FEED);
          feed >= 0 && feed < read;
          feed = chunk.indexOf(LINE_FEED, feed + 1)
        ) {
          this.pending++;
          end = at + feed + 1;
        }
        at += read;
      }
      this.size = end;
    } finally {
      closeSync(fd);
    }
  }
}

/** Segment files of a directory with what their names say, oldest first. */
export function listSegments(names: readonly string[]): { fileName: string; name: SegmentName }[] {
  return names
    .flatMap((fileName) => {
      const name = parseSegmentFileName(fileName);
      return name === undefined ? [] : [{ fileName, name }];
    })
    .sort((a, b) => a.name.order - b.name.order);
}

function wholeLines(bytes: Buffer, maxLines: number): ReadLines | undefined {
  let end = 0;
  let count = 0;
  while (count < maxLines) {
    const feed = bytes.indexOf(LINE_FEED, end);
    if (feed < 0) break;
    end = feed + 1;
    count++;
  }
  return count === 0 ? undefined : { lines: bytes.toString("utf8", 0, end), count, bytes: end };
}
