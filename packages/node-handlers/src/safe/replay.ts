import type { Handler, OwnReport } from "@agora/core";
import type { Spool, SpoolBatch } from "../network/spool.ts";
import { eachLine, unwritten } from "./written-part.ts";

const BATCH_LINES = 100;
const BATCH_BYTES = 65_536;
/** Batches that one call may write; the rest follows in later turns. */
const BATCHES_A_TURN = 16;

/** What a replay asks the one that it belongs to. */
export interface ReplayOwner {
  readonly retryMs: number;
  /** Whether the handler may be asked just now. */
  readonly mayTry: () => boolean;
  readonly onFailure: (error: unknown) => void;
  /** Called when the spool is empty again. */
  readonly onEnd: (replayed: number) => void;
  /** Writes a report to the handler. */
  readonly report: (report: OwnReport) => void;
}

/** Brings the lines of a spool to a handler, in their order, without keeping a call waiting for all of them. */
export class Replay {
  readonly spool: Spool;
  readonly #inner: Handler;
  readonly #owner: ReplayOwner;
  #replayed = 0;
  #droppedBefore: number;
  #timer: NodeJS.Timeout | undefined;
  #underWay: Promise<void> | undefined;
  #isWriting = false;
  #isClosed = false;

  constructor(spool: Spool, inner: Handler, owner: ReplayOwner) {
    this.spool = spool;
    this.#inner = inner;
    this.#owner = owner;
    this.#droppedBefore = spool.dropped;
  }

  /** Looks, in a later turn, for what an earlier process left. */
  start(): void {
    this.#later(0);
  }

  /** Keeps lines for later; false when the spool does not take them. */
  keep(text: string, count: number): boolean {
    if (this.#isClosed) return false;
    try {
      this.spool.append(text, count);
    } catch {
      return false;
    }
    this.#later(this.#owner.retryMs);
    return true;
  }

  /** Writes a part of what is kept; true when nothing is left, so that new lines may follow. */
  run(batches: number = BATCHES_A_TURN): boolean {
    // What is written from here on behalf of the replay itself passes.
    if (this.#isWriting) return true;
    if (this.#underWay !== undefined) return false;
    if (this.#replayed === 0 && this.spool.pending === 0) return true;
    for (let n = 0; n < batches; n++) {
      const batch = this.#peek();
      if (batch === undefined) return this.#end();
      if (!this.#write(batch)) return false;
    }
    this.#later(0);
    return false;
  }

  /** Writes all that is kept, as far as it can be done without waiting. */
  runSync(): void {
    if (!this.#isClosed && this.#owner.mayTry()) this.run(Number.POSITIVE_INFINITY);
  }

  /** Waits until all is written, or until the handler fails. */
  async finish(): Promise<void> {
    while (!this.#isClosed && this.#owner.mayTry()) {
      if (this.run(Number.POSITIVE_INFINITY) || this.#underWay === undefined) return;
      await this.#underWay;
    }
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    try {
      this.spool.close();
    } catch {
      // What is on the disk is found by the next process all the same.
    }
  }

  #peek(): SpoolBatch | undefined {
    try {
      return this.spool.peek(BATCH_LINES, BATCH_BYTES);
    } catch (error) {
      this.#owner.onFailure(error);
      return undefined;
    }
  }

  /** Whether the batch is written now. */
  #write(batch: SpoolBatch): boolean {
    this.#isWriting = true;
    try {
      const result: unknown = this.#give(batch);
      if (result instanceof Promise) {
        this.#underWay = this.#settle(result, batch);
        return false;
      }
      this.#done(batch);
      return true;
    } catch (error) {
      this.#failed(error, batch);
      return false;
    } finally {
      this.#isWriting = false;
    }
  }

  #give({ lines, count }: SpoolBatch): unknown {
    if (this.#inner.writeMany !== undefined) return this.#inner.writeMany(lines, count);
    const results: unknown[] = [];
    eachLine(lines, (line) => results.push(this.#inner.write(line, levelOf(line))));
    return results.some((result) => result instanceof Promise) ? Promise.all(results) : undefined;
  }

  async #settle(result: Promise<unknown>, batch: SpoolBatch): Promise<void> {
    try {
      await result;
      this.#done(batch);
    } catch (error) {
      this.#failed(error, batch);
    } finally {
      this.#underWay = undefined;
      this.#later(0);
    }
  }

  #done(batch: SpoolBatch): void {
    this.spool.remove(batch);
    this.#replayed += batch.count;
  }

  #failed(error: unknown, batch: SpoolBatch): void {
    const rest = unwritten(error, batch.lines, batch.count);
    const written =
      batch.count - rest.count + ((error as { isCut?: unknown } | undefined)?.isCut === true ? 1 : 0);
    const part = written > 0 ? this.spool.peek(written, Number.POSITIVE_INFINITY) : undefined;
    if (part !== undefined) this.#done(part);
    this.#owner.onFailure(error);
    this.#later(this.#owner.retryMs);
  }

  #end(): boolean {
    const replayed = this.#replayed;
    const dropped = this.spool.dropped - this.#droppedBefore;
    this.#replayed = 0;
    this.#droppedBefore = this.spool.dropped;
    this.#isWriting = true;
    try {
      if (dropped > 0) this.#owner.report(droppedReport(this.#inner.name, dropped));
      this.#owner.onEnd(replayed);
    } finally {
      this.#isWriting = false;
    }
    return true;
  }

  #later(ms: number): void {
    if (this.#isClosed || (this.#timer !== undefined && ms > 0)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.spool.pending === 0) this.#lookForOthers();
      else if (!this.#owner.mayTry() || !this.run()) this.#later(this.#owner.retryMs);
    }, ms).unref();
  }

  #lookForOthers(): void {
    if (this.#peek() !== undefined) this.run();
  }
}

function droppedReport(handler: string, dropped: number): OwnReport {
  return {
    level: "WARNING",
    code: "AGORA_DROPPED",
    message: "Entries were dropped",
    context: { handler, reason: "overflow", dropped, policy: "drop_oldest" },
  };
}

function levelOf(line: string): "DEBUG" | "INFO" | "WARNING" | "ERROR" | "CRITICAL" {
  const [, level = "INFO"] =
    /^\{"timestamp":"[^"]*","level":"(DEBUG|INFO|WARNING|ERROR|CRITICAL)"/.exec(line) ?? [];
  return level as "INFO";
}
