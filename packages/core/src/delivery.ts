import { readClock } from "./delivery/failures.ts";
import { FanOut } from "./delivery/fan-out.ts";
import { attempt, flushSink, waitFor } from "./delivery/finish.ts";
import type { FlushOptions, FlushResult, FlushSyncOptions } from "./delivery/flush-result.ts";
import { createSink, rememberReport, statusOf } from "./delivery/sink.ts";
import type { Sink } from "./delivery/sink.ts";
import type { HandlerHost, OwnReport } from "./handler.ts";
import type { Ports } from "./ports.ts";
import type { Destination } from "./routes/read-routes.ts";

/** Opens handlers, brings lines to them, and closes them. No method throws, no promise rejects. */
export class Delivery {
  readonly fanOut: FanOut;
  /** Failures of handlers that are gone. */
  formerErrors = 0;
  readonly #ports: Ports;
  readonly #lineOf: (report: OwnReport) => string;
  /** Handlers that are closing. */
  readonly #leaving = new Set<Sink>();
  #closing: Promise<FlushResult> | undefined;
  #latest = 0;

  /** @param lineOf makes the line of a report of the library about itself. */
  constructor(ports: Ports, lineOf: (report: OwnReport) => string) {
    this.#ports = ports;
    this.#lineOf = lineOf;
    this.fanOut = new FanOut(ports, this.steady, lineOf);
  }

  /** Uses these handlers from now on, and closes those that are not among them. */
  open(destinations: readonly Destination[]): Promise<FlushResult> {
    const old = this.fanOut.sinks;
    const now = readClock(this.#ports.clock);
    const failures: [Sink, unknown][] = [];
    const next = destinations.map((destination) => {
      const known = old.find(({ handler }) => handler === destination.handler);
      if (known !== undefined) {
        known.share = destination.share;
        return known;
      }
      const sink = createSink(destination, now);
      try {
        sink.handler.open?.(this.#hostOf(sink));
      } catch (error) {
        failures.push([sink, error]);
      }
      return sink;
    });
    const wasClosed = this.fanOut.isClosed;
    this.#closing = undefined;
    this.fanOut.open(next);
    for (const [sink, error] of failures) this.fanOut.fail(sink, error);
    if (wasClosed) this.fanOut.drops.report();
    return this.#close(old.filter((sink) => !next.includes(sink)));
  }

  flush(options?: FlushOptions): Promise<FlushResult> {
    this.fanOut.drops.report();
    if (this.fanOut.isClosed && this.#closing !== undefined) return this.#closing;
    const works = new Map(this.fanOut.sinks.map((sink) => [sink, flushSink(sink, this.#onFailure)]));
    return waitFor(works, options, this.#ports.schedule);
  }

  /** The part of `flush` that needs no waiting. */
  flushSync({ isLast = false }: FlushSyncOptions = {}): void {
    this.fanOut.drops.report();
    const sinks = [...this.fanOut.sinks, ...this.#leaving];
    this.#flushNow(sinks);
    if (!isLast) return;
    for (const sink of sinks) if (sink.handler.flushSync === undefined) this.fanOut.giveUp(sink);
    // What was lost on the way is said by those that can still write.
    if (this.fanOut.drops.report()) this.#flushNow(sinks);
  }

  #flushNow(sinks: readonly Sink[]): void {
    for (const sink of sinks) {
      try {
        sink.handler.flushSync?.();
      } catch (error) {
        this.fanOut.fail(sink, error);
      }
    }
  }

  /** Has the handlers open their files anew. */
  reopen(): void {
    for (const sink of this.fanOut.sinks) {
      try {
        sink.handler.reopen?.();
      } catch (error) {
        this.fanOut.fail(sink, error);
      }
    }
  }

  close(options?: FlushOptions): Promise<FlushResult> {
    if (this.#closing !== undefined) return this.#closing;
    this.fanOut.drops.report();
    const open = this.fanOut.sinks;
    this.fanOut.close();
    const closing = this.#close(open, options).finally(() => {
      if (this.#closing === closing) this.#closing = undefined;
    });
    this.#closing = closing;
    return closing;
  }

  /** Milliseconds by a clock that does not go back. */
  readonly steady = (): number => {
    const { steady, clock } = this.#ports;
    try {
      this.#latest = steady?.() ?? Math.max(this.#latest, clock() / 1000);
    } catch {
      // Time stands still.
    }
    return this.#latest;
  };

  #hostOf(sink: Sink): HandlerHost {
    return {
      clock: this.#ports.clock,
      reportLine: (report) => {
        try {
          const line = this.#lineOf(report);
          rememberReport(sink, line);
          return line;
        } catch {
          return "";
        }
      },
      fallback: (lines, count) => this.fanOut.rescue(sink, lines, count),
    };
  }

  readonly #onFailure = (sink: Sink, error: unknown): void => this.fanOut.fail(sink, error);

  async #close(sinks: readonly Sink[], options?: FlushOptions): Promise<FlushResult> {
    const works = new Map(sinks.map((sink) => [sink, this.#leave(sink)]));
    const result = await waitFor(works, options, this.#ports.schedule);
    // Nobody waits for them any more, and the process may end before they have arrived.
    if (result.pending > 0) this.fanOut.drops.add("closed", result.pending);
    for (const sink of sinks) {
      // What is counted now is not taken to the fallback later.
      if ((statusOf(sink).pending ?? 0) >= sink.inFlight.size) sink.inFlight.clear();
    }
    if (this.fanOut.isClosed) this.fanOut.drops.report();
    return result;
  }

  async #leave(sink: Sink): Promise<boolean> {
    this.#leaving.add(sink);
    const isDone = await attempt(sink, "close", this.#onFailure);
    this.#leaving.delete(sink);
    const { dropped = {}, errors = 0 } = statusOf(sink);
    this.fanOut.drops.absorb(dropped);
    this.formerErrors += errors;
    return isDone;
  }
}
