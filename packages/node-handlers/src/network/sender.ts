import { AgoraError } from "@agora/core";
import type { HandlerHost, HandlerStatus } from "@agora/core";
import { atExit } from "./at-exit.ts";
import type { Answer, HttpClient } from "./http-client.ts";
import { splitLines } from "./line-buffer.ts";
import { shownUrl } from "./options.ts";
import type { DeliverySettings } from "./options.ts";
import { describe, Outbox } from "./outbox.ts";
import type { Parcel } from "./outbox.ts";
import { runOutside } from "./outside.ts";
import { OwnReports } from "./own-reports.ts";
import type { EncodedLines, Protocol } from "./protocol.ts";
import { retryDelay, verdictOf } from "./retry.ts";
import type { Spool } from "./spool.ts";

/** Figures of a network handler since it was made. */
export interface DeliveryCounts {
  /** Entries that the receiver has. */
  readonly delivered: number;
  /** Of these, entries that came from the spool. */
  readonly replayed: number;
  /** Entries that the receiver did not want. */
  readonly refused: number;
  /** Entries that went to standard error. */
  readonly fallback: number;
  /** Requests that were made. */
  readonly requests: number;
  /** Requests that failed, or that the receiver could not take. */
  readonly failures: number;
}

const MOST_SHOWN = 200;
/** So many entries refused one by one, with none taken between them, mean that the receiver takes none of them. */
const PATIENCE_REFUSALS = 10;

/** Brings lines to a receiver, one request at a time and in order. */
export class Sender {
  readonly #settings: DeliverySettings;
  readonly #protocol: Protocol;
  readonly #client: HttpClient;
  readonly #host: () => HandlerHost;
  readonly #reports: OwnReports;
  readonly #outbox: Outbox;
  readonly #counts = { delivered: 0, replayed: 0, refused: 0, requests: 0, failures: 0 };
  #parcel: Parcel | undefined;
  #abort = new AbortController();
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Attempts in a row that failed. */
  #failures = 0;
  #isFailureReported = false;
  #notBefore = 0;
  /** Until when the receiver wants to be left alone. */
  #heldUntil = 0;
  #refusedInRow = 0;
  #isClosed = false;
  /** Whether a runtime has opened it, which keeps the process running as long as it waits. */
  #isOpen = false;
  readonly #forgetExit: () => void;

  constructor(
    settings: DeliverySettings,
    protocol: Protocol,
    client: HttpClient,
    spool: Spool | undefined,
    host: () => HandlerHost,
  ) {
    this.#settings = settings;
    this.#protocol = protocol;
    this.#client = client;
    this.#host = host;
    this.#reports = new OwnReports(settings.name, shownUrl(settings.url));
    this.#outbox = new Outbox(settings, spool, host, this.#reports);
    this.#forgetExit = atExit(() => this.#empty());
  }

  /** Looks for what an earlier process left in the spool. */
  start(): void {
    this.#isOpen = true;
    if (this.#outbox.hasSpool) this.#arm(0);
  }

  write(line: string): void {
    if (this.#isClosed) {
      throw new AgoraError(
        "AGORA_CLOSED",
        `${this.#settings.name} was closed; initialize again to write to it`,
      );
    }
    this.#outbox.add(line);
    if (!this.#outbox.isReady) return this.#arm(this.#settings.numbers.flushIntervalMs);
    // A timer waits for the next attempt.
    if (this.#failures > 0 && performance.now() < this.#notBefore) return;
    void this.#run();
  }

  writeMany(lines: string): void {
    for (const line of splitLines(lines)) this.write(line);
  }

  async flush(): Promise<void> {
    const { flushTimeoutMs } = this.#settings.numbers;
    if (await this.#drain(flushTimeoutMs)) return;
    throw new AgoraError(
      "AGORA_HANDLER_IO",
      `${this.#settings.name}: ${this.#inMemory()} entries are not delivered after ${flushTimeoutMs} ms ` +
        `(${this.#outbox.error ?? "slow"}); they stay in memory, give it a spool to keep them on disk`,
    );
  }

  /**
   * Takes everything out of memory, into the spool. Without one it goes to standard error only once there is no other
   * chance: when the process ends, or while it is closed. A signal asks for this before the last attempt to send.
   */
  flushSync(): void {
    if (this.#isClosed || this.#outbox.hasSpool) this.#empty();
  }

  #empty(): void {
    const parcel = this.#parcel;
    this.#parcel = undefined;
    if (parcel !== undefined) {
      this.#abort.abort();
      this.#abort = new AbortController();
      this.#outbox.putBack(parcel);
    }
    this.#sayReports(true);
    this.#outbox.spill();
    this.#outbox.sync();
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#sayReports(true);
    this.#isClosed = true;
    try {
      await this.#drain(this.#settings.numbers.closeTimeoutMs);
    } finally {
      clearTimeout(this.#timer);
      this.#forgetExit();
      this.#empty();
      this.#outbox.close();
      this.#client.close();
    }
  }

  status(): HandlerStatus {
    const { error, dropped, pending } = this.#outbox;
    return {
      isHealthy: this.#failures === 0,
      error: this.#failures === 0 ? undefined : error,
      pending: pending + (this.#parcel?.batch?.lines.length ?? 0),
      // A spool is bounded in bytes.
      capacity: this.#outbox.hasSpool ? undefined : this.#settings.numbers.maxPendingEntries,
      dropped: { ...dropped },
      errors: this.#counts.failures,
    };
  }

  counts(): DeliveryCounts {
    return { ...this.#counts, fallback: this.#outbox.fallback };
  }

  #inMemory(): number {
    return this.#outbox.inMemory + (this.#parcel?.batch?.lines.length ?? 0);
  }

  /** The timer counts from the first line: once it runs, no later line moves it. */
  #arm(delay: number): void {
    if (this.#timer !== undefined || this.#isClosed) return;
    const onTime = (): void => {
      this.#timer = undefined;
      this.#outbox.seal();
      if (this.#failures > 0 && this.#outbox.hasSpool) this.#outbox.spill();
      void this.#run();
    };
    this.#timer = runOutside(() => setTimeout(onTime, delay)).unref();
  }

  #armAgain(): void {
    if (this.#outbox.pending === 0) return;
    const { flushIntervalMs } = this.#settings.numbers;
    const wait = this.#notBefore - performance.now();
    if (wait <= 0) return this.#arm(flushIntervalMs);
    // What the disk did not take is tried again sooner.
    const isUnsafe = this.#outbox.hasSpool && this.#outbox.inMemory > 0;
    this.#arm(isUnsafe ? Math.min(wait, flushIntervalMs) : wait);
  }

  /** Sends until nothing is left that can be sent now. One run at a time; never rejects. */
  #run(): Promise<void> {
    return (this.#running ??= runOutside(() => this.#sendAll())
      .catch((error: unknown) => {
        this.#outbox.error = describe(error);
      })
      .finally(() => {
        this.#running = undefined;
        this.#armAgain();
      }));
  }

  async #sendAll(): Promise<void> {
    while (performance.now() >= this.#notBefore) {
      const parcel = this.#outbox.take();
      if (parcel === undefined) break;
      this.#parcel = parcel;
      // oxlint-disable-next-line no-await-in-loop -- one request at a time keeps the order
      await this.#send(parcel);
      this.#sayReports(false);
    }
  }

  async #send(parcel: Parcel): Promise<void> {
    const { lines } = parcel;
    const { body, unfit } = this.#encode(lines);
    let answer: Answer | undefined;
    let failure: unknown;
    if (unfit.length < lines.length) {
      this.#counts.requests++;
      try {
        answer = await this.#client.post(body, this.#abort.signal);
      } catch (error) {
        failure = error;
      }
    }
    // `flushSync` has taken the lines meanwhile.
    if (this.#parcel !== parcel) return;
    this.#parcel = undefined;
    if (failure !== undefined) return this.#postpone(parcel, describe(failure), 0);
    if (answer === undefined) return this.#succeed(parcel, unfit, "");
    const verdict = verdictOf(answer.status);
    if (verdict === "taken") this.#recover();
    if (verdict === "taken") return this.#succeed(parcel, unfit, answer.text);
    if (verdict === "later") return this.#postpone(parcel, this.#shown(answer), answer.retryAfter ?? 0);
    return this.#refuse(parcel, answer, verdict === "refused");
  }

  #encode(lines: readonly string[]): EncodedLines {
    try {
      return this.#protocol.encode(lines);
    } catch (error) {
      // Only a fault of this library comes here; the lines must not wait for ever.
      this.#outbox.error = describe(error);
      return { body: "", unfit: lines };
    }
  }

  #succeed(parcel: Parcel, unfit: readonly string[], text: string): void {
    const fit = parcel.lines.length - unfit.length;
    const { count = 0, reason = "" } = (fit > 0 ? this.#protocol.rejected?.(text) : undefined) ?? {};
    const rejected = Math.min(count, fit);
    if (rejected > 0) {
      // Which ones is not said, so they cannot be kept apart.
      this.#counts.refused += rejected;
      this.#outbox.drop("failed", rejected);
      this.#reports.add("rejected", rejected, { reason: this.#cleaned(reason) });
    }
    this.#counts.delivered += fit - rejected;
    if (parcel.spooled !== undefined) this.#counts.replayed += fit - rejected;
    this.#outbox.settled += fit;
    if (unfit.length > 0) this.#giveUp(unfit, { reason: "not an entry" });
    this.#outbox.finish(parcel);
    if (fit > 0) this.#refusedInRow = 0;
  }

  #recover(): void {
    if (this.#isFailureReported) {
      this.#reports.add("recovered", this.#failures, { pending: this.#outbox.pending });
      this.#isFailureReported = false;
    }
    this.#failures = 0;
    this.#outbox.isAway = false;
    this.#notBefore = 0;
    this.#heldUntil = 0;
  }

  #postpone(parcel: Parcel, error: string, wait: number): void {
    const { retries, retryBaseMs, retryMaxMs } = this.#settings.numbers;
    const { lines, batch } = parcel;
    this.#counts.failures++;
    this.#failures++;
    this.#outbox.isAway = true;
    this.#outbox.error = error;
    const delay = retryDelay(this.#failures, retryBaseMs, retryMaxMs, Math.random);
    this.#heldUntil = performance.now() + wait;
    this.#notBefore = performance.now() + Math.max(delay, wait);
    const isGivenUp = batch !== undefined && !this.#outbox.hasSpool && ++batch.attempts > retries;
    if (isGivenUp || (this.#outbox.hasSpool && this.#failures > retries)) {
      this.#isFailureReported = true;
      this.#reports.add(isGivenUp ? "failed" : "waiting", 1, {}, error);
    }
    if (isGivenUp) this.#outbox.giveUp(lines);
    else this.#outbox.putBack(parcel);
  }

  /** Sends halves of it instead, until the entries are found that are refused by themselves. */
  #refuse(parcel: Parcel, { status, text }: Answer, isAboutEntries: boolean): void {
    const { lines } = parcel;
    const isHopeless = isAboutEntries && this.#refusedInRow >= PATIENCE_REFUSALS;
    if (lines.length > 1 && !isHopeless) return this.#outbox.putBackHalves(parcel);
    this.#refusedInRow++;
    this.#giveUp(lines, { status, reason: this.#cleaned(text) });
    this.#outbox.finish(parcel);
  }

  #giveUp(lines: readonly string[], context: object): void {
    this.#counts.refused += lines.length;
    this.#outbox.giveUp(lines);
    this.#reports.add("refused", lines.length, context);
  }

  #shown({ status, text }: Answer): string {
    return `the receiver answered ${status} ${this.#cleaned(text)}`.trim();
  }

  /** What a receiver says, short, and without what it may repeat of our credentials. */
  #cleaned(text: string): string {
    const { headers, url } = this.#settings;
    const secrets = [...Object.values(headers), url.password, url.username, url.search.slice(1)];
    const shown = secrets
      .filter((secret) => secret !== "")
      .reduce((cleaned, secret) => cleaned.replaceAll(secret, "[REDACTED]"), text.trim());
    return shown.length <= MOST_SHOWN ? shown : `${shown.slice(0, MOST_SHOWN).toWellFormed()}…`;
  }

  /** A report of a failure goes to standard error, since its own way is blocked; the others go among the lines. */
  #sayReports(isLast: boolean): void {
    for (const { isFailure, line } of this.#reports.take(this.#host(), performance.now(), isLast)) {
      if (isFailure || this.#isClosed) this.#host().fallback(line, 1);
      else this.#outbox.add(line);
    }
  }

  /**
   * Sends all that is there now; resolves to whether none of it is in memory any more. Without a runtime that does so,
   * it keeps the process running.
   */
  async #drain(timeoutMs: number): Promise<boolean> {
    const end = performance.now() + timeoutMs;
    let stop: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => {
      stop = setTimeout(resolve, timeoutMs);
      if (this.#isOpen) stop.unref();
    });
    this.#outbox.seal();
    if (this.#parcel === undefined) this.#outbox.look();
    const goal = this.#outbox.settled + this.#outbox.pending + (this.#parcel?.batch?.lines.length ?? 0);
    // One attempt is made at once, unless the receiver has asked for time.
    this.#notBefore = Math.min(this.#notBefore, Math.max(performance.now(), this.#heldUntil));
    while (performance.now() < end && this.#outbox.settled < goal) {
      const { failures } = this.#counts;
      const { settled } = this.#outbox;
      // oxlint-disable-next-line no-await-in-loop -- each round depends on the one before
      await Promise.race([this.#run(), over]);
      if (this.#outbox.pending === 0 && this.#parcel === undefined) break;
      // What is on the disk may stay there, unless the receiver fails only now and then.
      const isInVain = this.#counts.failures > failures && this.#outbox.settled === settled;
      if (isInVain && this.#outbox.hasSpool && this.#inMemory() === 0) break;
      const wait = Math.min(this.#notBefore, end) - performance.now();
      // oxlint-disable-next-line no-await-in-loop -- as above
      await Promise.race([pause(Math.max(wait, 1)), over]);
      this.#outbox.seal();
    }
    clearTimeout(stop);
    return this.#outbox.sync() && (this.#outbox.settled >= goal || this.#inMemory() === 0);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
