import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname } from "node:path";
import { AgoraError } from "@agora/core";
import { takeLock } from "../file/lock.ts";
import type { Lock } from "../file/lock.ts";
import { makeDirectory } from "../make-directory.ts";
import { writeAll } from "../write-all.ts";
import { dayFileName, dayFiles } from "./audit-names.ts";
import { CHAIN_START } from "./chain.ts";
import type { ChainLink } from "./chain.ts";
import { readEnd } from "./file-end.ts";
import { readHead, writeHead } from "./head-file.ts";

/** Makes the line behind a place of the chain; undefined where it cannot be made. */
export type LineAt = (last: ChainLink) => { readonly line: string; readonly link: ChainLink };

/** What an audit file tells its owner. */
export interface AuditFileOptions {
  readonly path: string;
  /** Days that files are kept; 0 for ever. */
  readonly retentionDays: number;
  readonly lockTimeoutMs: number;
  /** Makes an entry that the file needs for itself. */
  readonly ownLine: (action: string, resource: string, context: object) => LineAt;
  /** Says that the chain is not what it was. */
  readonly onBroken: (what: string) => void;
}

interface Open {
  readonly fd: number;
  readonly ino: number;
  size: number;
  last: ChainLink;
  day: string | undefined;
}

const FILE_MODE = 0o640;
const DIRECTORY_MODE = 0o750;
const FLAGS = constants.O_APPEND | constants.O_CREAT | constants.O_RDWR | (constants.O_NOFOLLOW ?? 0);
const PATIENCE_MS = 1_000;
const DAY_MS = 86_400_000;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** The file of a chain. Processes that share it write in turns, under a lock. */
export class AuditFile {
  readonly #options: AuditFileOptions;
  #open: Open | undefined;
  #purgedOn = "";

  constructor(options: AuditFileOptions) {
    this.#options = options;
  }

  /** Place of the last entry that this process has seen. */
  get last(): ChainLink {
    return this.#open?.last ?? CHAIN_START;
  }

  /**
   * Appends an entry and brings it to the disk.
   *
   * @param day `YYYY-MM-DD` of the entry. Before the first of a new day, the file goes aside.
   * @throws what the system says; then the entry is not in the file.
   */
  append(day: string, lineAt: LineAt): ChainLink {
    const { path } = this.#options;
    makeDirectory(dirname(path), DIRECTORY_MODE);
    const lock = this.#lock();
    try {
      let open = this.#current(day);
      if (open.day !== undefined && open.day < day) open = this.#rotate(open);
      if (this.#purgedOn !== day) {
        this.#purgedOn = day;
        this.#purge(open, day);
      }
      return this.#write(open, lineAt, day);
    } finally {
      lock.release();
    }
  }

  close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open !== undefined) closeSync(open.fd);
  }

  #lock(): Lock {
    const { path, lockTimeoutMs } = this.#options;
    const end = performance.now() + lockTimeoutMs;
    for (;;) {
      const lock = takeLock(`${path}.lock`);
      if (lock !== undefined) return lock;
      if (performance.now() > end) {
        throw new AgoraError(
          "AGORA_AUDIT",
          `${path}: another process holds ${path}.lock for ${lockTimeoutMs} ms; see what it does`,
        );
      }
      Atomics.wait(sleeper, 0, 0, 1);
    }
  }

  /** The file with the end of the chain; read again where another process has written since. */
  #current(day: string): Open {
    const { path } = this.#options;
    const open = this.#open;
    if (open !== undefined) {
      try {
        const { ino, size } = statSync(path);
        if (ino === open.ino && size === open.size) return open;
      } catch {
        // Removed: a new one is made.
      }
      this.close();
    }
    return (this.#open = this.#load(day));
  }

  #load(day: string): Open {
    const { path, onBroken } = this.#options;
    const fd = openSync(path, FLAGS, FILE_MODE);
    const end = readEnd(fd);
    if (end.torn > 0) ftruncateSync(fd, end.size);
    if (end.size > 0 && end.last === undefined) onBroken("the last line of the file is no audit entry");
    const last = this.#lastLink(end.size > 0 ? end.last : undefined, end.size > 0);
    const open: Open = { fd, ino: fstatSync(fd).ino, size: end.size, last, day: end.day };
    if (end.torn > 0) {
      this.#write(
        open,
        this.#options.ownLine("audit.recovered", basename(path), { torn_bytes: end.torn }),
        day,
      );
    }
    return open;
  }

  /** The later one of what the file and its head say: what is missing of the file stays a gap for ever. */
  #lastLink(inFile: ChainLink | undefined, hasEntries: boolean): ChainLink {
    const { path, onBroken } = this.#options;
    const head = readHead(path);
    const earlier = hasEntries ? undefined : lastOfDays(path);
    const found = inFile ?? earlier ?? CHAIN_START;
    if (head === "broken" || (head === undefined && found.seq > 1)) {
      onBroken("the head of the chain is missing or cannot be read");
      return found;
    }
    if (head === undefined || head.seq < found.seq) return found;
    if (head.seq > found.seq) {
      const first = found.seq + 1;
      onBroken(`entries ${first} to ${head.seq} are missing at its end`);
    } else if (head.hash !== found.hash) {
      onBroken("the last entry is not the one that the head of the chain knows");
    }
    return head;
  }

  #write(open: Open, lineAt: LineAt, day: string): ChainLink {
    const { line, link } = lineAt(open.last);
    const bytes = Buffer.from(line);
    try {
      writeAll(open.fd, bytes, PATIENCE_MS);
      fsyncSync(open.fd);
    } catch (error) {
      this.#takeBack(open);
      throw error;
    }
    open.size += bytes.length;
    open.last = link;
    open.day ??= day;
    try {
      writeHead(this.#options.path, link);
    } catch (error) {
      // The entry is safe; a head that is behind its file is no gap.
      this.#options.onBroken(`its head could not be written: ${String(error)}`);
    }
    return link;
  }

  #takeBack(open: Open): void {
    try {
      ftruncateSync(open.fd, open.size);
    } finally {
      // What is in the file now is looked at again before the next entry.
      this.close();
    }
  }

  #rotate(open: Open): Open {
    const { path } = this.#options;
    const { last, day = "" } = open;
    this.close();
    renameSync(path, dayFileName(path, day));
    const fd = openSync(path, FLAGS, FILE_MODE);
    syncDirectory(dirname(path));
    return (this.#open = { fd, ino: fstatSync(fd).ino, size: 0, last, day: undefined });
  }

  /** Removes files that are old enough, and says so in the chain before: else they would be missing. */
  #purge(open: Open, today: string): void {
    const { path, retentionDays, ownLine } = this.#options;
    if (retentionDays === 0) return;
    const oldest = new Date(Date.parse(today) - retentionDays * DAY_MS).toISOString().slice(0, 10);
    for (const file of dayFiles(path)) {
      if (file.day >= oldest) return;
      const last = endOf(file.path);
      if (last === undefined) return;
      const context = { purged: { last_hash: last.hash, last_seq: last.seq } };
      this.#write(open, ownLine("audit.purged", basename(file.path), context), today);
      rmSync(file.path);
    }
  }
}

function lastOfDays(path: string): ChainLink | undefined {
  const newest = dayFiles(path).at(-1);
  return newest === undefined ? undefined : endOf(newest.path);
}

function endOf(path: string): ChainLink | undefined {
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    return readEnd(fd).last;
  } finally {
    closeSync(fd);
  }
}

/** A rename is on the disk when its directory is; systems that cannot do that do it by themselves. */
function syncDirectory(path: string): void {
  try {
    const fd = openSync(path, constants.O_RDONLY);
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {
    // Windows.
  }
}
