import { closeSync } from "node:fs";
import type { HandlerHost } from "@agora/core";
import { append } from "./append.ts";
import type { FileSettings } from "./file-options.ts";
import type { Layout } from "./layout.ts";
import type { OpenFile } from "./open-file.ts";
import { createSchedule } from "./schedule.ts";
import type { Schedule } from "./schedule.ts";
import { createSyncer } from "./sync.ts";
import type { Syncer } from "./sync.ts";

/**
 * So many batches, or milliseconds, are written before it is looked whether the file is still the one to write to. With
 * that a line of 400 bytes costs 1.2 of the bare write call; asked before each, it was 2.1 (Node 24, ext4).
 */
const LOOK_BATCHES = 16;
const LOOK_MS = 10;
/** A file that somebody compresses has not been written to for so long. */
const QUIET_MS = 2_000;
const SCRATCH_BYTES = 65_536;
/** A UTF-16 unit takes at most so many bytes in UTF-8. */
const MAX_BYTES_PER_UNIT = 3;
/**
 * Milliseconds that a process which rotates is waited for, at most. Without it, four processes on two processors let a
 * file grow to 3.9 of its limit of 100 KB, with it to 1.2.
 */
const PATIENCE_STEPS = 20;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** What the writer tells whoever owns it. */
export interface WriterEvents {
  /** A new file was begun by this process. */
  readonly rotated: () => void;
  /** A rotation failed: returns what has to be written about it, or an empty text. */
  readonly rotationFailed: (error: unknown) => string;
  /** A file was opened for the first time: returns what has to be written about it, or an empty text. */
  readonly opened: () => string;
  /** A sync on another thread failed. */
  readonly syncFailed: (error: Error) => void;
}

/**
 * Writes batches of lines to the current file of a layout, and goes on to a new one when the schedule says so.
 *
 * Between two looks at the directory another process may have put the file away, and even removed it. Lines since the
 * last look are kept until it is known that they can be found; if they cannot, they are written again.
 */
export class Writer {
  readonly #layout: Layout;
  readonly #schedule: Schedule;
  readonly #events: WriterEvents;
  readonly #compresses: boolean;
  readonly #syncer: Syncer;
  readonly #scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
  #file: OpenFile | undefined;
  #unseen: string[] = [];
  #unseenLines = 0;
  /** Text that could not be written again yet. */
  #owed = "";
  #owedLines = 0;
  #lookedAt = -Infinity;
  #wroteAt = -Infinity;

  constructor(settings: FileSettings, layout: Layout, clock: HandlerHost["clock"], events: WriterEvents) {
    this.#layout = layout;
    this.#schedule = createSchedule(settings, layout, clock);
    this.#events = events;
    this.#compresses = settings.compress;
    this.#syncer = createSyncer(settings.fsync, events.syncFailed);
  }

  /** The file that is open. */
  get file(): OpenFile | undefined {
    return this.#file;
  }

  /** Lines that were accepted and have to be written again. */
  get owedLines(): number {
    return this.#owedLines;
  }

  /** Writes whole lines as one batch. @throws what the system says: the lines are not in the file then. */
  write(text: string, lines: number): void {
    const fits = text.length * MAX_BYTES_PER_UNIT <= SCRATCH_BYTES;
    const bytes = fits ? this.#scratch : Buffer.from(text);
    const length = fits ? bytes.write(text, 0) : bytes.length;
    const now = performance.now();
    const file = this.#ready(length, now);
    append(file, bytes, length);
    this.#unseen.push(text);
    this.#unseenLines += lines;
    this.#wroteAt = now;
    this.#syncer.written(file);
  }

  /** Makes sure that what was written can be found. @throws what the system says where it must be written again. */
  look(): void {
    const file = this.#file;
    if (file !== undefined) this.#lookAt(file, performance.now());
    if (this.#owed !== "") this.#payOwed(this.#file ?? this.#open(true));
  }

  /** Closes the file: the next line opens the one that is there then. */
  reopen(): void {
    try {
      this.look();
    } finally {
      this.#release();
    }
  }

  /** Syncs what was written since the last time, on another thread. */
  tick(): void {
    this.look();
    if (this.#file !== undefined) this.#syncer.tick(this.#file);
  }

  /** Brings all to the disk. */
  async flush(): Promise<void> {
    this.look();
    await this.#syncer.flush(this.#file);
  }

  /** Brings all to the disk, while the caller waits. */
  flushSync(): void {
    this.look();
    this.#syncer.flushSync(this.#file);
  }

  /** Closes the file, after a flush. Returns the lines that had to be written again and could not, and their number. */
  close(): { readonly text: string; readonly lines: number } {
    if (this.#file !== undefined) closeSync(this.#file.fd);
    this.#file = undefined;
    return this.takeOwed();
  }

  /** Takes back the lines that have to be written again. */
  takeOwed(): { readonly text: string; readonly lines: number } {
    const rest = { text: this.#owed, lines: this.#owedLines };
    this.#owed = "";
    this.#owedLines = 0;
    return rest;
  }

  /** The file that the next batch goes to, with room for it as far as that can be had. */
  #ready(length: number, now: number): OpenFile {
    let file = this.#file ?? this.#open(false);
    if (this.#owed !== "") this.#payOwed(file);
    const isDue = this.#schedule.isDue(file, file.size, length);
    if (isDue || this.#unseen.length >= LOOK_BATCHES || now - this.#lookedAt >= LOOK_MS) {
      file = this.#lookAt(file, now) ?? this.#open(true);
      if (this.#schedule.isDue(file, file.size, length)) file = this.#advance(file, length);
    }
    return file;
  }

  #open(isFresh: boolean): OpenFile {
    const isFirst = this.#lookedAt === -Infinity;
    const file = this.#layout.open();
    this.#file = file;
    this.#lookedAt = performance.now();
    this.#schedule.began(file, isFresh);
    this.#syncer.opened(file);
    if (isFirst) this.#writeOwn(file, this.#events.opened());
    if (this.#owed !== "") this.#payOwed(file);
    return file;
  }

  #payOwed(file: OpenFile): void {
    const bytes = Buffer.from(this.#owed);
    append(file, bytes, bytes.length);
    this.#unseen.push(this.#owed);
    this.#unseenLines += this.#owedLines;
    this.#owed = "";
    this.#owedLines = 0;
  }

  /** Looks whether the file is still the one to write to; if not, closes it. */
  #lookAt(file: OpenFile, now: number): OpenFile | undefined {
    this.#lookedAt = now;
    if (file.isRegular && !this.#layout.isCurrent(file)) {
      const mayBeCompressed = this.#compresses && now - this.#wroteAt >= QUIET_MS;
      if (this.#unseen.length > 0 && !mayBeCompressed && this.#layout.isLost(file)) {
        this.#owed += this.#unseen.join("");
        this.#owedLines += this.#unseenLines;
      }
      this.#release();
      return undefined;
    }
    this.#seen();
    return file;
  }

  /** Goes to the file that another process has begun. */
  #leave(file: OpenFile): OpenFile {
    if (this.#lookAt(file, performance.now()) !== undefined) this.#release();
    return this.#open(true);
  }

  #advance(file: OpenFile, length: number): OpenFile {
    try {
      const next = this.#layout.advance(file, (size) => this.#schedule.isDue(file, size, length));
      if (next === "busy") return this.#standBy(file, length);
      if (next === "changed") return this.#leave(file);
      if (typeof next === "string") return file;
      this.#seen();
      this.#syncer.retire(file);
      this.#file = next;
      this.#schedule.began(next, true);
      this.#syncer.opened(next);
      this.#events.rotated();
      return next;
    } catch (error) {
      this.#schedule.failed();
      // The file may have been renamed before it went wrong.
      const left = this.#lookAt(file, performance.now()) ?? this.#open(true);
      this.#writeOwn(left, this.#events.rotationFailed(error));
      return left;
    }
  }

  /**
   * Another process rotates: the batch goes to the file that is there. Only when that has twice its limit is the other
   * one waited for, a little: it may have lost its processor to us.
   */
  #standBy(file: OpenFile, length: number): OpenFile {
    for (let step = 0; step < PATIENCE_STEPS && this.#schedule.isPressing(file.size, length); step++) {
      Atomics.wait(sleeper, 0, 0, 1);
      const current = this.#lookAt(file, performance.now());
      if (current === undefined) return this.#open(true);
    }
    this.#schedule.busy(file.size, length);
    return file;
  }

  /** Writes a line of the library. The entry that comes behind it says whether the file can be written. */
  #writeOwn(file: OpenFile, line: string): void {
    if (line === "") return;
    const bytes = Buffer.from(line);
    try {
      append(file, bytes, bytes.length);
    } catch {
      // Not worth more than the entry.
    }
  }

  #seen(): void {
    if (this.#unseen.length === 0) return;
    this.#unseen = [];
    this.#unseenLines = 0;
  }

  #release(): void {
    const file = this.#file;
    this.#file = undefined;
    this.#seen();
    if (file !== undefined) this.#syncer.retire(file);
  }
}
