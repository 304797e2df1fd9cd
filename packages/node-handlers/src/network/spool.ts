import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { AgoraError } from "@agora/core";
import { makeDirectory } from "../make-directory.ts";
import { isGone, ownIdentity } from "./process-identity.ts";
import { segmentFileName } from "./spool-name.ts";
import type { SegmentName, SpoolOwner } from "./spool-name.ts";
import { listSegments, SpoolSegment } from "./spool-segment.ts";

/** Lines of a spool, oldest first. */
export interface SpoolBatch {
  /** Whole lines, each with its line feed. */
  readonly lines: string;
  readonly count: number;
}

/**
 * Lines on disk that wait for their delivery. They survive the process; of a line that was being written when it was
 * killed nothing is kept. One directory serves one destination; several processes may use it, each with files of its
 * own, and what a process left behind is taken over by the next one.
 */
export interface Spool {
  /** Lines that are kept and not removed. */
  readonly pending: number;
  /** Bytes that their files take. */
  readonly bytes: number;
  /** Lines that had to make room, or whose files somebody removed, since it was made. */
  readonly dropped: number;
  /**
   * Appends lines in one write. Where they are over the limit with the rest, the oldest file goes.
   *
   * @throws what the disk says; then none of the lines is kept.
   */
  append(lines: string, count: number): void;
  /**
   * The oldest lines, at least one; the same again until they are removed.
   *
   * @throws what the disk says.
   */
  peek(maxLines: number, maxBytes: number): SpoolBatch | undefined;
  /** Says that these lines, which `peek` gave last, are delivered. */
  remove(batch: SpoolBatch): void;
  /** Brings what was appended through the system's cache to the disk. */
  sync(): void;
  /** Leaves what is pending to the next process. Nothing can be appended any more. */
  close(): void;
}

/** Where a spool is, and how large it may become. */
export interface SpoolOptions {
  /** Made with mode 0750 when it is missing; files have 0640. */
  readonly directory: string;
  /** From 65,536. Default: 67,108,864. When it is full, a sixteenth of it is dropped, the oldest lines. */
  readonly maxBytes?: number | undefined;
}

const DIRECTORY_MODE = 0o750;
const DEFAULT_BYTES = 67_108_864;
const LEAST_BYTES = 65_536;
const SEGMENTS = 16;
const MOST_SEGMENT_BYTES = 4_194_304;
const TOUCH_MS = 15_000;
/** An owner that cannot be asked and has not touched its file for that long is gone. */
const ABANDONED_MS = 60_000;
const SCAN_MS = 30_000;
const MICROS = 1_000;

/**
 * Makes a spool. Nothing is read or written before it is used.
 *
 * @throws {AgoraError} `AGORA_CONFIG` when `maxBytes` is out of its range or there is no directory.
 */
export function createSpool(options: SpoolOptions): Spool {
  const { directory, maxBytes = DEFAULT_BYTES } = options;
  if (typeof directory !== "string" || directory === "" || directory.includes("\0")) {
    throw new AgoraError(
      "AGORA_CONFIG",
      `spool.directory: ${JSON.stringify(directory)} is not a path; give one`,
    );
  }
  if (!Number.isSafeInteger(maxBytes) || maxBytes < LEAST_BYTES) {
    throw new AgoraError(
      "AGORA_CONFIG",
      `spool.maxBytes: ${String(maxBytes)} is not an integer from ${LEAST_BYTES}; use one that is`,
    );
  }
  return new DiskSpool(directory, maxBytes);
}

class DiskSpool implements Spool {
  readonly #directory: string;
  readonly #maxBytes: number;
  readonly #owner: SpoolOwner;
  #segments: SpoolSegment[] = [];
  #tail: SpoolSegment | undefined;
  #given: { batch: SpoolBatch; segment: SpoolSegment; offset: number; bytes: number } | undefined;
  #scanned = -Infinity;
  #touched = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #lastOrder = 0;
  #pending = 0;
  #bytes = 0;
  #dropped = 0;
  #isClosed = false;

  constructor(directory: string, maxBytes: number) {
    this.#directory = directory;
    this.#maxBytes = maxBytes;
    this.#owner = { ...ownIdentity(), token: newToken() };
  }

  get pending(): number {
    return this.#pending;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get dropped(): number {
    return this.#dropped;
  }

  append(lines: string, count: number): void {
    if (this.#isClosed) throw new AgoraError("AGORA_CLOSED", `spool: ${this.#directory} was closed`);
    if (count === 0) return;
    if (Buffer.byteLength(lines) > this.#maxBytes) {
      throw new RangeError(`the lines are larger than the spool, which takes ${this.#maxBytes} bytes`);
    }
    if (this.#scanned === -Infinity) this.#scan();
    this.#beat();
    const tail = (this.#tail ??= this.#begin());
    const before = tail.size;
    tail.append(lines, count);
    this.#pending += count;
    this.#bytes += tail.size - before;
    if (tail.size >= Math.min(this.#maxBytes / SEGMENTS, MOST_SEGMENT_BYTES)) this.#seal();
    this.#makeRoom();
  }

  peek(maxLines: number, maxBytes: number): SpoolBatch | undefined {
    if (this.#isClosed) return undefined;
    if (this.#segments.length === 0 || this.#scanned === -Infinity) this.#scan();
    for (let first = this.#segments[0]; first !== undefined; first = this.#segments[0]) {
      const found = this.#readFrom(first, maxLines, maxBytes);
      if (found !== undefined) {
        const batch: SpoolBatch = { lines: found.lines, count: found.count };
        this.#given = { batch, segment: first, offset: first.offset, bytes: found.bytes };
        return batch;
      }
      // All is delivered, or somebody has taken the file away: its lines cannot be had.
      this.#lose(first);
    }
    return undefined;
  }

  remove(batch: SpoolBatch): void {
    const given = this.#given;
    this.#given = undefined;
    // It may have made room meanwhile.
    if (given?.batch !== batch || !this.#segments.includes(given.segment)) return;
    const { segment, offset, bytes } = given;
    if (segment.offset !== offset) return;
    if (offset + bytes >= segment.size) {
      this.#forget(segment);
      segment.remove();
    } else {
      segment.advance(bytes, batch.count);
      this.#pending -= batch.count;
    }
  }

  sync(): void {
    for (const segment of this.#segments) segment.sync();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#timer);
    for (const segment of this.#segments) {
      try {
        if (segment.pending > 0) segment.release();
        else segment.remove();
      } catch {
        // Then its owner is gone with this process, and the next one finds it by that.
        segment.seal();
      }
    }
    this.#segments = [];
    this.#tail = undefined;
    this.#count();
  }

  #readFrom(segment: SpoolSegment, maxLines: number, maxBytes: number): ReturnType<SpoolSegment["read"]> {
    try {
      return segment.read(maxLines, maxBytes);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
  }

  #lose(segment: SpoolSegment): void {
    this.#forget(segment);
    this.#dropped += segment.pending;
    segment.remove();
  }

  #forget(segment: SpoolSegment): void {
    this.#segments = this.#segments.filter((other) => other !== segment);
    if (this.#tail === segment) this.#tail = undefined;
    this.#count();
  }

  /** What all files hold, after one of them came or went. */
  #count(): void {
    this.#pending = this.#segments.reduce((sum, { pending }) => sum + pending, 0);
    this.#bytes = this.#segments.reduce((sum, { size }) => sum + size, 0);
  }

  #begin(): SpoolSegment {
    makeDirectory(this.#directory, DIRECTORY_MODE);
    const segment = SpoolSegment.create(this.#directory, this.#newName(Date.now() * MICROS, 0));
    this.#segments.push(segment);
    this.#timer ??= setInterval(() => this.#beat(), TOUCH_MS).unref();
    this.#touched = performance.now();
    return segment;
  }

  #seal(): void {
    this.#tail?.seal();
    this.#tail = undefined;
  }

  /** Files that are begun later have greater numbers, also when the clock was set back. */
  #newName(from: number, offset: number): SegmentName {
    this.#lastOrder = Math.max(from, this.#lastOrder + 1);
    return { order: this.#lastOrder, offset, owner: this.#owner };
  }

  #makeRoom(): void {
    while (this.bytes > this.#maxBytes && this.#segments.length > 1) {
      this.#lose(this.#segments[0] as SpoolSegment);
    }
  }

  /** Says that this process is alive; a process that was stopped for long may have lost its files to another. */
  #beat(): void {
    const now = performance.now();
    if (now - this.#touched < TOUCH_MS) return;
    this.#touched = now;
    this.#segments = this.#segments.filter((segment) => {
      try {
        if (!segment.isThere()) throw new Error("taken over");
        segment.touch();
        return true;
      } catch {
        segment.seal();
        return false;
      }
    });
    if (this.#tail !== undefined && !this.#segments.includes(this.#tail)) this.#tail = undefined;
    this.#count();
  }

  /** Takes over what others left behind, in the order in which it was written. */
  #scan(): void {
    const now = performance.now();
    if (now - this.#scanned < SCAN_MS) return;
    this.#scanned = now;
    for (const { fileName, name } of listSegments(this.#fileNames())) {
      if (!this.#isAbandoned(fileName, name)) continue;
      try {
        const taken = { ...name, order: this.#freeOrder(name), owner: this.#owner };
        this.#segments.push(SpoolSegment.adopt(this.#directory, fileName, taken));
        this.#lastOrder = Math.max(this.#lastOrder, taken.order);
      } catch {
        // Another process was faster, or this one must not: it stays for somebody else.
      }
    }
    this.#segments.sort((a, b) => a.order - b.order);
    this.#count();
    this.#timer ??= setInterval(() => this.#beat(), TOUCH_MS).unref();
    this.#makeRoom();
  }

  #fileNames(): string[] {
    try {
      return readdirSync(this.#directory);
    } catch {
      return [];
    }
  }

  #isAbandoned(fileName: string, { owner }: SegmentName): boolean {
    if (owner === undefined) return true;
    if (owner.token === this.#owner.token) return false;
    const gone = isGone(owner);
    if (gone !== undefined) return gone;
    try {
      return Date.now() - statSync(join(this.#directory, fileName)).mtimeMs > ABANDONED_MS;
    } catch {
      return false;
    }
  }

  #freeOrder({ order, offset }: SegmentName): number {
    let free = order;
    const names = new Set(this.#fileNames());
    while (names.has(segmentFileName({ order: free, offset, owner: this.#owner }))) free++;
    return free;
  }
}

function newToken(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return number.toString(16).padStart(8, "0");
}
