import type { Handler, HandlerHost, HandlerStatus, Level } from "@agora/core";
import { hostThatKeepsLines } from "../busy.ts";
import { exitState } from "../exit/exit-state.ts";
import { BatchWriter } from "./batch-writer.ts";
import { BatchClock } from "./batch-clock.ts";
import { LineRing } from "./line-ring.ts";
import type { QueueLimits } from "./queue-options.ts";

/** UTF-16 code units of lines that are not kept for more: larger texts are not written faster. */
const BATCH_LENGTH = 65_536;
const RETRY_MS = 1;
/** How long a full pipe is waited for at the end. */
const FLUSH_PATIENCE_MS = 1_000;

// Taken when this is loaded: somebody may put another one there, such as a test that plays with the time.
const atEndOfTurn = setImmediate;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/**
 * The queue of `createAsyncHandler`. A call of `write` costs 20 ns more than pushing the line to an array does, and the
 * way through a queue of lines made of pieces no more than joining them in an array (148 to 147 ns, Node 24).
 */
export class LineQueue {
  readonly #sink: Handler;
  readonly #limits: QueueLimits;
  readonly #batchSize: number;
  readonly #batchLength: number;
  readonly #ring = new LineRing();
  readonly #writer: BatchWriter;
  readonly #clock: BatchClock;
  readonly #exit = exitState();
  /** Says at the exit of the process that all must go now. */
  readonly #atExit = (): void => this.flushSync();
  #host: HandlerHost | undefined;
  /** Size of the lines in the ring: code units, or UTF-8 bytes while the sink is busy. */
  #size = 0;
  #isDraining = false;
  #isScheduled = false;
  #isClosed = false;
  /** Whether a full pipe has moved since it was waited for in vain, for room or at the end. */
  #waitsForRoom = true;
  #waitsForEnd = true;
  #dropped = 0;
  #late = 0;
  /** How many lines were dropped off the front of the queue. */
  #droppedFirst = 0;

  constructor(sink: Handler, limits: QueueLimits) {
    this.#sink = sink;
    this.#limits = limits;
    this.#batchSize = Math.min(limits.batchSize, limits.maxEntries);
    this.#batchLength = Math.min(BATCH_LENGTH, limits.maxBytes);
    this.#clock = new BatchClock(limits.flushIntervalMs);
    this.#writer = new BatchWriter(sink, {
      overflow: limits.overflow,
      batchSize: this.#batchSize,
      batchLength: this.#batchLength,
      retryMs: limits.flushIntervalMs,
      onReady: () => this.#drain(),
    });
  }

  open(host: HandlerHost): void {
    this.#host = host;
    this.#writer.host = host;
    this.#sink.open?.(hostThatKeepsLines(host));
  }

  write(line: string, level: Level): void {
    if (this.#isClosed || this.#isDraining) return this.#refuse(line);
    if (this.#writer.isBusy) {
      if (!this.#admit(line, level)) return;
    } else {
      this.#size += line.length;
    }
    this.#ring.push(line, level);
    if (
      this.#ring.count >= this.#batchSize ||
      level === "ERROR" ||
      level === "CRITICAL" ||
      this.#size >= this.#batchLength ||
      this.#clock.isDue() ||
      this.#exit.isEnding
    ) {
      if (this.#exit.isEnding) this.flushSync();
      else this.#drain();
    } else if (!this.#isScheduled) {
      this.#schedule();
    }
  }

  async flush(): Promise<void> {
    await this.#empty();
    await this.#sink.flush();
  }

  flushSync(): void {
    this.#drain(true);
    const { isPipeFull } = this.#writer;
    if (isPipeFull && this.#waitsForEnd)
      this.#waitsForEnd = this.#waitFor(FLUSH_PATIENCE_MS, () => this.#pending === 0);
    else if (this.#writer.isBusy && !isPipeFull) this.#drainWithoutWaiting();
    this.#sink.flushSync?.();
    if (this.#exit.isEnding) this.#giveUp();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#empty();
    await this.#sink.close();
    this.#exit.last.delete(this.#atExit);
  }

  reopen(): void {
    this.#drain();
    this.#sink.reopen?.();
  }

  status(): HandlerStatus {
    const inner = this.#sink.status?.();
    const dropped = { ...inner?.dropped };
    if (this.#dropped > 0) dropped.overflow = (dropped.overflow ?? 0) + this.#dropped;
    if (this.#late > 0) dropped.closed = (dropped.closed ?? 0) + this.#late;
    return {
      isHealthy: true,
      ...inner,
      pending: this.#pending + (inner?.pending ?? 0),
      capacity: this.#limits.maxEntries,
      dropped,
    };
  }

  get #pending(): number {
    return this.#ring.count + this.#writer.pending;
  }

  #schedule(): void {
    this.#isScheduled = true;
    this.#exit.last.add(this.#atExit);
    // Not a microtask: those run between the events of a turn, and 80 lines of 20 requests would be 4 writes instead of
    // one (measured: 820 to 1,390 ns a line instead of 600 to 890). One that does not count for the event loop would
    // wait for the next event, which may never come.
    atEndOfTurn(() => {
      this.#isScheduled = false;
      this.#drain();
    });
  }

  #drain(urgent = false): void {
    const writer = this.#writer;
    if (this.#isDraining || !writer.mayWrite(urgent)) return;
    const wasBusy = writer.isBusy;
    const { done } = writer;
    const before = this.#ring.count;
    this.#isDraining = true;
    try {
      if (!writer.hasWork(this.#ring)) return;
      do writer.write(this.#ring);
      while (!writer.isBusy && writer.hasWork(this.#ring));
    } finally {
      this.#isDraining = false;
    }
    this.#clock.reset();
    if (!writer.isBusy || writer.done !== done) {
      this.#waitsForRoom = true;
      this.#waitsForEnd = true;
    }
    if (!writer.isBusy) this.#size = 0;
    else if (!wasBusy || this.#ring.count !== before) this.#size = this.#ring.measure();
  }

  /** Hands everything over although the sink has not settled what it has: there is no time left for that. */
  #drainWithoutWaiting(): void {
    if (this.#sink.flushSync === undefined) return;
    do {
      this.#sink.flushSync();
      this.#writer.forget();
      this.#drain();
    } while (this.#writer.isBusy && !this.#writer.isPipeFull);
  }

  /** Whether there is room for a line, or has been made. */
  #admit(line: string, level: Level): boolean {
    const bytes = Buffer.byteLength(line);
    while (!this.#hasRoom(bytes)) {
      if (this.#tryAgain(bytes)) break;
      const removed = this.#makeRoom(level);
      this.#dropped++;
      this.#writer.unreported++;
      if (removed === undefined) return false;
      this.#size -= Buffer.byteLength(removed);
    }
    this.#size += this.#writer.isBusy ? bytes : line.length;
    return true;
  }

  #hasRoom(bytes: number): boolean {
    const pending = this.#pending;
    if (pending >= this.#limits.maxEntries) return false;
    return pending === 0 || this.#size + this.#writer.bytes + bytes <= this.#limits.maxBytes;
  }

  /** A pipe that was full may have been read meanwhile; one that moves is waited for. */
  #tryAgain(bytes: number): boolean {
    if (!this.#writer.isPipeFull) return false;
    const { overflow, blockTimeoutMs, flushIntervalMs } = this.#limits;
    const patience = overflow === "block" ? blockTimeoutMs : flushIntervalMs;
    const hasRoom = (): boolean => this.#hasRoom(bytes);
    if (!this.#waitsForRoom) return this.#waitFor(0, hasRoom);
    this.#waitsForRoom = this.#waitFor(patience, hasRoom);
    return this.#waitsForRoom;
  }

  #waitFor(patience: number, isEnough: () => boolean): boolean {
    const start = performance.now();
    for (;;) {
      this.#drain();
      if (isEnough()) return true;
      if (performance.now() - start >= patience) return false;
      Atomics.wait(sleeper, 0, 0, RETRY_MS);
    }
  }

  #makeRoom(level: Level): string | undefined {
    switch (this.#limits.overflow) {
      case "drop_oldest": {
        const line = this.#ring.dropOldest();
        if (line !== undefined) this.#droppedFirst++;
        return line;
      }
      case "drop_least_important":
        return this.#ring.dropLeast(level);
      case "drop_newest":
      case "block":
        return undefined;
    }
  }

  /** Waits until what is in the queue now has left it. */
  async #empty(): Promise<void> {
    this.#drain();
    const gone = (): number => this.#writer.done + this.#droppedFirst;
    const goal = gone() + this.#pending;
    while (this.#pending > 0 && gone() < goal) {
      await this.#writer.settled();
      this.#drain();
    }
  }

  #refuse(line: string): void {
    if (this.#host === undefined) this.#late++;
    else this.#host.fallback(line, 1);
  }

  /** The process ends, and the sink does not take the rest. */
  #giveUp(): void {
    const host = this.#host;
    const { text, count } = this.#writer.takeBack();
    const rest = this.#ring.take(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    const report = this.#writer.takeReport();
    const lines = count + rest.count + (report === "" ? 0 : 1);
    if (lines > 0) host?.fallback(text + rest.text + report, lines);
  }
}
