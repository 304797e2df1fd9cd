import type { Handler, HandlerHost, HandlerStatus, Level, OwnReport } from "@agora/core";
import { keepsLines, linesTakenByBusy } from "../busy.ts";
import { exitState } from "../exit/exit-state.ts";
import type { Spool } from "../network/spool.ts";
import { describeError } from "./describe-error.ts";
import { Replay } from "./replay.ts";
import { Streak } from "./streak.ts";
import { afterLines, unwritten } from "./written-part.ts";
import type { Unwritten } from "./written-part.ts";

/** The options of a safe handler with their defaults. */
export interface SafeSettings {
  readonly failures: number;
  readonly retryMs: number;
  readonly spool: Spool | undefined;
}

/** What stands around a handler that may fail: see `createSafeHandler`. */
export class SafeSink {
  readonly #inner: Handler;
  readonly #streak: Streak;
  readonly #replay: Replay | undefined;
  /** What the inner handler has answered with a promise that is not settled. */
  readonly #underWay = new Set<Unwritten>();
  #host: HandlerHost | undefined;
  #keepsLines = false;
  #failed = 0;

  constructor(inner: Handler, { failures, retryMs, spool }: SafeSettings) {
    this.#inner = inner;
    this.#streak = new Streak(failures, retryMs);
    if (spool === undefined) return;
    this.#replay = new Replay(spool, inner, {
      retryMs,
      mayTry: () => this.#streak.mayTry(),
      onFailure: (error) => this.#fail(error),
      onEnd: (replayed) => this.#recover(replayed),
      report: (report) => this.#writeReport(report),
    });
  }

  open(host: HandlerHost): void {
    this.#host = host;
    this.#keepsLines = keepsLines(host);
    try {
      this.#inner.open?.(host);
    } catch (error) {
      this.#fail(error);
    }
    this.#replay?.start();
  }

  write(line: string, level: Level): unknown {
    return this.#attempt(line, 1, () => this.#inner.write(line, level));
  }

  writeMany(lines: string, count: number): unknown {
    return this.#attempt(lines, count, () => this.#inner.writeMany?.(lines, count));
  }

  async flush(): Promise<void> {
    await this.#protect(async () => {
      await this.#replay?.finish();
      await this.#inner.flush();
    });
  }

  flushSync(): void {
    try {
      this.#replay?.runSync();
      this.#inner.flushSync?.();
    } catch (error) {
      this.#fail(error);
    }
    // Nobody waits for a promise any more. An inner handler that can do without has done so.
    if (this.#inner.flushSync === undefined && exitState().isEnding) this.#keepUnderWay();
  }

  async close(): Promise<void> {
    await this.#protect(() => this.#replay?.finish());
    this.#replay?.close();
    await this.#protect(() => this.#inner.close());
  }

  reopen(): void {
    try {
      this.#inner.reopen?.();
    } catch (error) {
      this.#fail(error);
    }
  }

  status(): HandlerStatus {
    const inner = this.#innerStatus();
    const spool = this.#replay?.spool;
    const dropped = { ...inner?.dropped };
    if (this.#failed > 0) dropped.failed = (dropped.failed ?? 0) + this.#failed;
    if (spool !== undefined && spool.dropped > 0) dropped.overflow = (dropped.overflow ?? 0) + spool.dropped;
    const own = this.#streak.length > 0 ? describeError(this.#streak.error) : undefined;
    return {
      ...inner,
      isHealthy: own === undefined && inner?.isHealthy !== false,
      error: own ?? inner?.error,
      pending: (inner?.pending ?? 0) + (spool?.pending ?? 0),
      dropped,
      errors: this.#streak.total + (inner?.errors ?? 0),
    };
  }

  #innerStatus(): HandlerStatus | undefined {
    try {
      return this.#inner.status?.();
    } catch {
      return undefined;
    }
  }

  /** @returns a promise where the inner handler gave one; it rejects only for a sink that is busy. */
  #attempt(text: string, count: number, call: () => unknown): unknown {
    // What waits in the spool comes first: the order of the lines is kept.
    if (!this.#streak.mayTry() || this.#replay?.run() === false) return this.#divert(text, count);
    let result: unknown;
    try {
      result = call();
    } catch (error) {
      return this.#refused(error, text, count);
    }
    if (!(result instanceof Promise)) return this.#worked();
    const batch = { text, count };
    this.#underWay.add(batch);
    return result.then(
      () => this.#arrived(batch),
      (error: unknown) => {
        if (this.#underWay.delete(batch)) this.#refused(error, text, count);
      },
    );
  }

  #arrived(batch: Unwritten): void {
    this.#underWay.delete(batch);
    this.#worked();
  }

  #keepUnderWay(): void {
    const batches = [...this.#underWay];
    this.#underWay.clear();
    for (const { text, count } of batches) this.#divert(text, count);
  }

  #worked(): void {
    if (this.#streak.length > 0) this.#recover(0);
  }

  /** The inner handler works again. */
  #recover(replayed: number): void {
    const { length, isReported } = this.#streak;
    this.#streak.end();
    if (!isReported && replayed === 0) return;
    const context = { handler: this.#inner.name, failures: length, replayed };
    this.#writeReport({
      level: "WARNING",
      code: "AGORA_HANDLER_RECOVERED",
      message: "A handler writes again",
      context,
    });
  }

  #writeReport(report: OwnReport): void {
    const line = this.#host?.reportLine(report);
    if (line !== undefined) void this.#attempt(line, 1, () => this.#inner.write(line, report.level));
  }

  #refused(error: unknown, text: string, count: number): void {
    // It is no failure that a sink is busy, as long as somebody keeps the lines.
    if (this.#keepsLines && linesTakenByBusy(error) !== undefined) throw error;
    this.#fail(error);
    const rest = unwritten(error, text, count);
    if (this.#replay === undefined || (error as { isCut?: unknown } | undefined)?.isCut !== true)
      return this.#divert(rest.text, rest.count);
    // The handler finishes the line that it has begun: from the spool it would come a second time.
    const cut = afterLines(rest.text, 1);
    this.#toFallback(rest.text.slice(0, cut), 1);
    if (rest.count > 1) this.#divert(rest.text.slice(cut), rest.count - 1);
  }

  #fail(error: unknown): void {
    this.#streak.fail(error);
    const host = this.#host;
    if (host === undefined || !this.#streak.takeReport(host.clock())) return;
    const context = { handler: this.#inner.name, failures: this.#streak.length };
    const message = `A handler could not write; its lines go to ${this.#replay === undefined ? "standard error" : "its spool"}`;
    this.#toFallback(
      host.reportLine({ level: "ERROR", code: "AGORA_HANDLER_IO", message, context, error }),
      1,
    );
  }

  #divert(text: string, count: number): void {
    if (this.#replay?.keep(text, count) !== true) this.#toFallback(text, count);
  }

  #toFallback(text: string, count: number): void {
    try {
      if (this.#host === undefined) this.#failed += count;
      else this.#host.fallback(text, count);
    } catch {
      this.#failed += count;
    }
  }

  async #protect(run: () => unknown): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#fail(error);
    }
  }
}
