import type { DropReason, HandlerHost } from "@agora/core";
import { halve, LineBuffer, splitLines } from "./line-buffer.ts";
import type { LineBatch } from "./line-buffer.ts";
import type { DeliverySettings } from "./options.ts";
import type { OwnReports } from "./own-reports.ts";
import type { Spool, SpoolBatch } from "./spool.ts";

/** Lines that are sent in one request: from memory, or from the spool. */
export interface Parcel {
  readonly lines: readonly string[];
  readonly batch: LineBatch | undefined;
  readonly spooled: SpoolBatch | undefined;
}

/** Where lines wait until they are sent: in memory, in the spool, and where both are full at standard error. */
export class Outbox {
  /** Lines that need nothing more: delivered, given to standard error, or dropped. */
  settled = 0;
  /** Lines that standard error got. */
  fallback = 0;
  /** What went wrong last. */
  error: string | undefined;
  /** Whether the receiver takes nothing just now: then each line goes to the disk at once. */
  isAway = false;
  readonly dropped: Partial<Record<DropReason, number>> = {};
  readonly #settings: DeliverySettings;
  readonly #spool: Spool | undefined;
  readonly #host: () => HandlerHost;
  readonly #reports: OwnReports;
  readonly #buffer: LineBuffer;
  /** Sizes in which the first lines of the spool are sent, last first, while a refused entry is looked for. */
  #parts: number[] = [];
  #spoolDropped = 0;

  constructor(
    settings: DeliverySettings,
    spool: Spool | undefined,
    host: () => HandlerHost,
    reports: OwnReports,
  ) {
    this.#settings = settings;
    this.#spool = spool;
    this.#host = host;
    this.#reports = reports;
    this.#buffer = new LineBuffer(settings.numbers.batchEntries, settings.numbers.batchBytes);
  }

  get hasSpool(): boolean {
    return this.#spool !== undefined;
  }

  /** Lines in memory. */
  get inMemory(): number {
    return this.#buffer.count;
  }

  /** Lines in memory and on disk. */
  get pending(): number {
    return this.#buffer.count + (this.#spool?.pending ?? 0);
  }

  /** Whether a whole batch waits. */
  get isReady(): boolean {
    const { batchEntries, batchBytes } = this.#settings.numbers;
    const { pending = 0, bytes = 0 } = this.#spool ?? {};
    return this.#buffer.isReady || pending >= batchEntries || bytes >= batchBytes;
  }

  add(line: string): void {
    const isDirect = this.isAway || this.#settings.spool?.writeAhead === true;
    if (isDirect && this.#toSpool(line, 1)) return;
    this.#buffer.add(line);
    if (!this.#isOver()) return;
    if (this.#spool !== undefined) return this.spill();
    while (this.#isOver()) {
      if (!this.#buffer.isReady) this.#buffer.seal();
      this.#keep((this.#buffer.take() as LineBatch).lines);
    }
  }

  /** Makes what was added so far ready to be sent. */
  seal(): void {
    this.#buffer.seal();
  }

  /** Brings all lines out of memory: to the spool, or to standard error. */
  spill(): void {
    this.#buffer.seal();
    for (let batch = this.#buffer.take(); batch !== undefined; batch = this.#buffer.take())
      this.#keep(batch.lines);
  }

  /** Finds what other processes have left in the spool. Not while lines of it are on their way. */
  look(): void {
    try {
      this.#spool?.peek(1, 1);
    } catch (error) {
      this.error = describe(error);
    }
  }

  /** The oldest lines: those on disk come first. */
  take(): Parcel | undefined {
    const { batchEntries, batchBytes } = this.#settings.numbers;
    try {
      const part = this.#parts.at(-1);
      const spooled = this.#spool?.peek(part ?? batchEntries, part === undefined ? batchBytes : Infinity);
      this.#countSpoolDrops();
      if (spooled !== undefined) {
        return { lines: splitLines(spooled.lines), batch: undefined, spooled };
      }
      this.#parts = [];
    } catch (error) {
      this.error = describe(error);
      this.#reports.add("waiting", 1, { pending: this.pending }, this.error);
    }
    const batch = this.#buffer.take();
    return batch === undefined ? undefined : { lines: batch.lines, batch, spooled: undefined };
  }

  /** Nothing more is to be done with these lines; those that `settle` was not told of are counted by it. */
  finish({ spooled, lines }: Parcel): void {
    if (spooled === undefined) return;
    try {
      this.#spool?.remove(spooled);
    } catch (error) {
      this.error = describe(error);
    }
    const part = this.#parts.pop();
    if (part !== undefined && part > lines.length) this.#parts = [];
  }

  /** They will be sent again. */
  putBack({ batch }: Parcel): void {
    if (batch === undefined) return;
    this.#buffer.putBack(batch);
    if (this.#spool !== undefined) this.spill();
  }

  /** They will be sent again, in two requests. */
  putBackHalves({ batch, lines }: Parcel): void {
    if (batch !== undefined) return this.#buffer.putBack(...halve(batch));
    const middle = Math.ceil(lines.length / 2);
    this.#parts.pop();
    this.#parts.push(lines.length - middle, middle);
  }

  /** Gives lines to standard error. */
  giveUp(lines: readonly string[]): void {
    this.fallback += lines.length;
    this.settled += lines.length;
    this.#host().fallback(lines.join(""), lines.length);
  }

  /** Counts lines that nobody has. */
  drop(reason: DropReason, count: number): void {
    this.dropped[reason] = (this.dropped[reason] ?? 0) + count;
  }

  /** Brings the spool through the system's cache to the disk; returns whether that went well. */
  sync(): boolean {
    try {
      this.#spool?.sync();
      return true;
    } catch (error) {
      this.error = describe(error);
      return false;
    }
  }

  close(): void {
    this.#spool?.close();
  }

  #isOver(): boolean {
    const { maxPendingEntries, maxPendingBytes } = this.#settings.numbers;
    return this.#buffer.count > maxPendingEntries || this.#buffer.bytes > maxPendingBytes;
  }

  #keep(lines: readonly string[]): void {
    if (this.#toSpool(lines.join(""), lines.length)) return;
    this.giveUp(lines);
    this.#reports.add("failed", 1, {}, this.error);
  }

  #toSpool(text: string, count: number): boolean {
    if (this.#spool === undefined) return false;
    try {
      this.#spool.append(text, count);
      this.#countSpoolDrops();
      return true;
    } catch (error) {
      this.error = describe(error);
      return false;
    }
  }

  #countSpoolDrops(): void {
    const { dropped = 0 } = this.#spool ?? {};
    const more = dropped - this.#spoolDropped;
    if (more === 0) return;
    this.#spoolDropped = dropped;
    this.settled += more;
    this.drop("overflow", more);
    this.#reports.add("overflow", more, { reason: "overflow", policy: "drop_oldest" });
  }
}

/** What an error says. */
export function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
