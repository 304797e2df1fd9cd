/** A sink that failed is reported after this many microseconds of the wall clock at the earliest. */
const REPORT_INTERVAL = 10_000_000;

/**
 * The failures of a sink, with what follows from them: when it is not asked any more (the breaker is open), when it is
 * asked again, and whether a report is due: one for each run of failures, and none within 10 seconds of another.
 */
export class Streak {
  readonly #limit: number;
  readonly #retryMs: number;
  /** Failures since the last success. */
  length = 0;
  /** Failures ever. */
  total = 0;
  /** Whether this run of failures was reported. */
  isReported = false;
  /** What the last failure was; undefined once the sink took something. */
  error: unknown;
  #openedAt = 0;
  #reportedAt = Number.NEGATIVE_INFINITY;

  constructor(limit: number, retryMs: number) {
    this.#limit = limit;
    this.#retryMs = retryMs;
  }

  /** Whether the sink may be asked: it works, or failed seldom enough, or long enough ago for one more attempt. */
  mayTry(): boolean {
    return this.length < this.#limit || performance.now() - this.#openedAt >= this.#retryMs;
  }

  fail(error: unknown): void {
    this.length++;
    this.total++;
    this.error = error;
    this.#openedAt = performance.now();
  }

  end(): void {
    this.length = 0;
    this.isReported = false;
    this.error = undefined;
  }

  /** Whether a report about this run is due now; then it counts as made. A clock that was set back silences none. */
  takeReport(micros: number): boolean {
    if (this.isReported || Math.abs(micros - this.#reportedAt) < REPORT_INTERVAL) return false;
    this.isReported = true;
    this.#reportedAt = micros;
    return true;
  }
}
