import { LEVEL_NUMBERS } from "@agora/schema/tables";
import type { Level } from "@agora/schema/tables";
import type { OwnReport } from "../handler.ts";
import type { Ports } from "../ports.ts";
import { withoutShown } from "./covered.ts";
import { createDrops } from "./drops.ts";
import type { Drops } from "./drops.ts";
import { noteFailure, noteRecovery, readClock } from "./failures.ts";
import { createFallback } from "./fallback.ts";
import type { Fallback } from "./fallback.ts";
import { LEVEL_INDEX, Outlet } from "./outlet.ts";
import type { Deliverer } from "./outlet.ts";
import type { Sink } from "./sink.ts";

/** Name of the logger that writes about the library itself. */
export const OWN_NAME = "agora";

// Each report can make others fail; what is left is told with the next entry.
const REPORTS_AT_ONCE = 16;

// What was written before a configuration changed may fail after that.
const FORMER_CONSOLES = 2;

/** Hands lines to the handlers that are open, and to the fallback where these fail. No method throws. */
export class FanOut implements Deliverer {
  /** Entries that nobody took. */
  readonly drops: Drops;
  readonly #ports: Ports;
  readonly #lineOf: (report: OwnReport) => string;
  readonly #fallback: Fallback;
  readonly #outlets = new Map<string, Outlet>();
  #sinks: readonly Sink[] = [];
  /** Those that are open, and the last ones that were. */
  #consoles: readonly Sink[] = [];
  #isClosed = false;
  #isClosedReported = false;
  #isWriting = false;
  #isTelling = false;
  /** Reports that wait until the line is written that is being written. */
  #reports: { readonly report: OwnReport; readonly failed?: Sink }[] = [];

  /** @param lineOf makes the line of a report of the library about itself. */
  constructor(ports: Ports, steady: () => number, lineOf: (report: OwnReport) => string) {
    this.#ports = ports;
    this.#lineOf = lineOf;
    this.drops = createDrops((report) => this.#writeNow(report), steady, ports.schedule);
    this.#fallback = createFallback(ports.fallback, this.drops);
  }

  get sinks(): readonly Sink[] {
    return this.#sinks;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Where the lines of a logger go; the same one for the same name. */
  outlet(name: string): Outlet {
    let outlet = this.#outlets.get(name);
    if (outlet === undefined) {
      outlet = new Outlet(name, this);
      outlet.settle(this.#sinks);
      this.#outlets.set(name, outlet);
    }
    return outlet;
  }

  /** All that was handed in so far, by logger. */
  get outlets(): Iterable<Outlet> {
    return this.#outlets.values();
  }

  /** Hands lines to these from now on. */
  open(sinks: readonly Sink[]): void {
    this.#leave(sinks);
    this.#sinks = sinks;
    this.#isClosed = false;
    for (const outlet of this.#outlets.values()) outlet.settle(sinks);
  }

  /** Hands lines to none any more. */
  close(): void {
    this.#isClosedReported &&= this.#isClosed;
    this.#leave([]);
    this.#sinks = [];
    this.#isClosed = true;
  }

  #leave(next: readonly Sink[]): void {
    const now = readClock(this.#ports.clock);
    for (const sink of this.#sinks) if (!next.includes(sink)) sink.closedAt = now;
    const former = this.#consoles.filter((sink) => !next.includes(sink)).slice(-FORMER_CONSOLES);
    this.#consoles = [...former, ...next.filter(({ isConsole }) => isConsole)];
  }

  /** Writes an entry of the library itself. */
  report(report: OwnReport): void {
    this.#tell({ report });
  }

  /** Hands a line to these handlers. */
  deliver(sinks: readonly Sink[], line: string, level: Level): void {
    if (this.#isClosed) return this.#afterClose(line, level);
    // A handler that logs would be asked to write while it writes.
    if (this.#isWriting) return void this.#fallback(line, 1);
    let isMissed = false;
    let isShown = false;
    this.#isWriting = true;
    for (const sink of sinks) {
      if (this.#writeTo(sink, line, level)) isShown ||= sink.isConsole;
      else isMissed = true;
    }
    this.#isWriting = false;
    if (isMissed && !isShown) this.#fallback(line, 1);
    if (this.#reports.length > 0) this.#tellAll();
  }

  #afterClose(line: string, level: Level): void {
    if (!this.#isClosedReported) {
      this.#isClosedReported = true;
      this.report({ level: "WARNING", code: "AGORA_CLOSED", message: "A logger was used after shutdown" });
    }
    if (LEVEL_NUMBERS[level] >= LEVEL_NUMBERS.WARNING) this.#fallback(line, 1);
    else this.drops.add("closed");
  }

  /** Whether the handler took the line, as far as can be told now. */
  #writeTo(sink: Sink, line: string, level: Level): boolean {
    sink.lines++;
    try {
      const result: unknown = sink.handler.write(line, level);
      if (result !== undefined && isThenable(result)) this.#follow(sink, line, result);
      else if (sink.outage > 0) this.#recover(sink);
      return true;
    } catch (error) {
      this.fail(sink, error);
      return false;
    }
  }

  #follow(sink: Sink, line: string, result: PromiseLike<unknown>): void {
    const settle = async (): Promise<void> => {
      try {
        await result;
        if (sink.outage > 0) this.#recover(sink);
      } catch (error) {
        // What was given up is where it can be read.
        if (sink.inFlight.has(settled)) this.rescue(sink, line, 1);
        this.fail(sink, error);
      }
    };
    const settled: Promise<void> = settle().finally(() => sink.inFlight.delete(settled));
    sink.inFlight.set(settled, line);
  }

  /** The process ends: takes to the fallback what a handler has not confirmed and nobody can wait for. */
  giveUp(sink: Sink): void {
    const lines = [...sink.inFlight.values()];
    sink.inFlight.clear();
    if (lines.length > 0) this.rescue(sink, lines.join(""), lines.length);
  }

  /** Takes lines to the fallback that a handler had accepted. */
  rescue(sink: Sink, lines: string, count: number): void {
    // By a clock that was set back, what comes now would look like what a console had before it was closed.
    const now = readClock(this.#ports.clock);
    const consoles = this.#consoles.filter(({ closedAt }) => closedAt === Infinity || closedAt <= now);
    const all = withoutShown(lines, sink, consoles);
    if (all.length > 0) this.#fallback(all.join(""), Math.min(all.length, count));
  }

  /** Notes that a handler failed, and says so when it is time to. */
  fail(sink: Sink, error: unknown): void {
    const report = noteFailure(sink, error, this.#ports.clock);
    if (report !== undefined) this.#tell({ report, failed: sink });
  }

  #recover(sink: Sink): void {
    const report = noteRecovery(sink);
    if (report !== undefined) this.#tell({ report });
  }

  #tell(report: { readonly report: OwnReport; readonly failed?: Sink }): void {
    this.#reports.push(report);
    this.#tellAll();
  }

  /** The same at once; returns whether somebody took it. */
  #writeNow(report: OwnReport): boolean {
    const isTaken = this.#write(report);
    this.#tellAll();
    return isTaken;
  }

  #tellAll(): void {
    if (this.#isTelling || this.#isWriting) return;
    this.#isTelling = true;
    for (let i = 0; i < REPORTS_AT_ONCE; i++) {
      const next = this.#reports.shift();
      if (next === undefined) break;
      this.#write(next.report, next.failed);
    }
    this.#isTelling = false;
  }

  /**
   * Writes a report to all handlers but the one that it is about, and to the fallback where it would not be seen.
   * Returns whether somebody took it.
   */
  #write(report: OwnReport, failed?: Sink): boolean {
    let line: string;
    try {
      line = this.#lineOf(report);
    } catch {
      return false;
    }
    const isImportant = LEVEL_NUMBERS[report.level] >= LEVEL_NUMBERS.WARNING;
    let isTaken = false;
    let isShown = false;
    const wasWriting = this.#isWriting;
    if (!wasWriting && !this.#isClosed) {
      this.#isWriting = true;
      for (const sink of this.outlet(OWN_NAME).sinksOf(LEVEL_INDEX[report.level])) {
        if (sink === failed || !this.#writeTo(sink, line, report.level)) continue;
        isTaken ||= sink.handler.isVolatile !== true;
        isShown ||= sink.isConsole;
      }
      this.#isWriting = false;
    }
    const needsFallback = failed === undefined ? !isTaken && isImportant : !isShown;
    return (needsFallback && this.#fallback(line, 1, true)) || isTaken;
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as Partial<PromiseLike<unknown>> | null)?.then === "function";
}
