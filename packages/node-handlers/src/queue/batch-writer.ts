import type { Handler, HandlerHost, Level } from "@agora/core";
import { linesTakenByBusy } from "../busy.ts";
import { afterLines } from "../safe/written-part.ts";
import type { LineRing } from "./line-ring.ts";

/** A full pipe is tried again after this many milliseconds at the earliest. */
const RETRY_MS = 1;

/** Lines that the sink was given and that are not known to be out. */
interface UnderWay {
  readonly text: string;
  readonly count: number;
  /** How many of the lines are entries of the application: a report about the queue counts for nothing. */
  readonly entries: number;
  /** Level of a single line. */
  readonly level: Level;
  /** The report among the lines, always the last one; empty when there is none. */
  readonly report: string;
}

const NOTHING: UnderWay = { text: "", count: 0, entries: 0, level: "INFO", report: "" };

/** What a writer is told by its queue. */
export interface WriterSettings {
  readonly overflow: string;
  readonly batchSize: number;
  /** Code units after which no further line is added to a batch. */
  readonly batchLength: number;
  /** Milliseconds between attempts while a pipe is full. */
  readonly retryMs: number;
  /** Called when the sink may be given the next batch. */
  readonly onReady: () => void;
}

/** Hands batches to a sink, one at a time, and knows whether the sink is ready for the next one. */
export class BatchWriter {
  host: HandlerHost | undefined;
  /** Entries that were dropped and not reported yet. */
  unreported = 0;
  /** Entries that the sink has taken since the beginning. */
  done = 0;
  /** UTF-8 bytes of the entries that are under way. */
  bytes = 0;
  readonly #sink: Handler;
  readonly #settings: WriterSettings;
  #underWay = NOTHING;
  /** Settles when the sink has what is under way; undefined while its pipe is full. */
  #promise: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #triedAt = 0;
  #hasWritten = false;

  constructor(sink: Handler, settings: WriterSettings) {
    this.#sink = sink;
    this.#settings = settings;
  }

  /** Whether the sink has not taken yet what it was given. */
  get isBusy(): boolean {
    return this.#underWay !== NOTHING;
  }

  get isPipeFull(): boolean {
    return this.isBusy && this.#promise === undefined;
  }

  /** Entries that are under way. */
  get pending(): number {
    return this.#underWay.entries;
  }

  /** Whether it makes sense to ask the sink now; a full pipe not again at once, unless it is `urgent`. */
  mayWrite(urgent: boolean): boolean {
    if (!this.isBusy) return true;
    return this.#promise === undefined && (urgent || performance.now() - this.#triedAt >= RETRY_MS);
  }

  /** Whether there is something to hand over. */
  hasWork(ring: LineRing): boolean {
    return ring.count > 0 || this.isBusy || this.#owesReport();
  }

  /** Hands over what a full pipe has left of a batch, or else the next batch. */
  write(ring: LineRing): void {
    const batch = this.isBusy ? this.#underWay : this.#next(ring);
    this.#underWay = batch;
    let result: unknown;
    try {
      result =
        this.#sink.writeMany === undefined
          ? this.#sink.write(batch.text, batch.level)
          : this.#sink.writeMany(batch.text, batch.count);
    } catch (error) {
      return this.#refused(batch, error);
    }
    if (result instanceof Promise) return this.#waitFor(result, batch);
    this.#finish(batch);
  }

  /** Takes for granted that the sink has what it was given. */
  forget(): void {
    this.#finish(this.#underWay);
  }

  /** Takes back what the sink has not confirmed. */
  takeBack(): { readonly text: string; readonly count: number } {
    const batch = this.#underWay;
    this.#finish(batch);
    return batch;
  }

  /** The line of a report about what was dropped since the last one; empty when nothing was. */
  takeReport(): string {
    return this.#owesReport() ? this.#report() : "";
  }

  /** Resolves when it makes sense to ask the sink again. Whoever waits has a deadline and keeps the process alive. */
  async settled(): Promise<void> {
    if (this.#promise !== undefined) return this.#promise;
    if (this.isPipeFull) await new Promise((resolve) => setTimeout(resolve, this.#settings.retryMs).unref());
  }

  #next(ring: LineRing): UnderWay {
    const { batchSize, batchLength } = this.#settings;
    if (this.#sink.writeMany === undefined) {
      if (this.#owesReport() && (this.#hasWritten || ring.count === 0)) {
        const report = this.#report();
        return { text: report, count: 1, entries: 0, level: "WARNING", report };
      }
      this.#hasWritten = true;
      const level = ring.oldestLevel;
      return { text: ring.dropOldest() ?? "", count: 1, entries: 1, level, report: "" };
    }
    const { text, count } = ring.take(batchSize, batchLength);
    if (!this.#owesReport()) return { text, count, entries: count, level: "INFO", report: "" };
    const report = this.#report();
    return { text: text + report, count: count + 1, entries: count, level: "WARNING", report };
  }

  #owesReport(): boolean {
    return this.unreported > 0 && this.host !== undefined;
  }

  #report(): string {
    const dropped = this.unreported;
    this.unreported = 0;
    this.#hasWritten = false;
    const context = {
      handler: this.#sink.name,
      reason: "overflow",
      dropped,
      policy: this.#settings.overflow,
    };
    const report = {
      level: "WARNING",
      code: "AGORA_DROPPED",
      message: "Entries were dropped",
      context,
    } as const;
    return this.host?.reportLine(report) ?? "";
  }

  #waitFor(result: Promise<unknown>, batch: UnderWay): void {
    this.bytes = entryBytes(batch);
    const ended = (): void => {
      if (this.#underWay !== batch) return;
      this.#finish(batch);
      this.#settings.onReady();
    };
    this.#promise = result.then(ended, (error: unknown) => {
      if (this.#underWay !== batch) return;
      this.#promise = undefined;
      this.#refused(batch, error);
      this.#settings.onReady();
    });
  }

  #finish(batch: UnderWay): void {
    this.done += batch.entries;
    this.bytes = 0;
    this.#underWay = NOTHING;
    this.#promise = undefined;
    clearTimeout(this.#timer);
  }

  #refused(batch: UnderWay, error: unknown): void {
    const taken = linesTakenByBusy(error);
    if (taken === undefined || taken >= batch.count) {
      // A safe handler raises nothing else; another copy of this package might.
      if (taken === undefined) this.host?.fallback(batch.text, batch.count);
      return this.#finish(batch);
    }
    const entries = Math.max(0, batch.entries - taken);
    const text = batch.text.slice(afterLines(batch.text, taken));
    this.done += batch.entries - entries;
    const rest = { text, count: batch.count - taken, entries, level: batch.level, report: batch.report };
    this.#underWay = rest;
    this.bytes = entryBytes(rest);
    this.#triedAt = performance.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#settings.onReady, this.#settings.retryMs).unref();
  }
}

function entryBytes({ text, report }: UnderWay): number {
  return Buffer.byteLength(text) - Buffer.byteLength(report);
}
