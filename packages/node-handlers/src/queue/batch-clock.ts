const LARGEST_STRIDE = 8;

/**
 * Tells when the first entry of a batch is old enough. Reading the time costs as much as all the rest of a queue, so that
 * entries that come fast are not all timed: the time is read with every eighth of them, but with each one as soon as
 * eight could take too long.
 */
export class BatchClock {
  readonly #interval: number;
  #firstAt = -1;
  #stride = 1;
  #untilLook = 1;

  constructor(interval: number) {
    this.#interval = interval;
  }

  /** Counts one entry of the batch; whether the batch is due. */
  isDue(): boolean {
    if (--this.#untilLook > 0) return false;
    const now = performance.now();
    if (this.#firstAt < 0) {
      this.#firstAt = now;
      this.#untilLook = 1;
      return false;
    }
    const age = now - this.#firstAt;
    this.#stride = age * LARGEST_STRIDE < this.#interval ? Math.min(this.#stride * 2, LARGEST_STRIDE) : 1;
    this.#untilLook = this.#stride;
    return age >= this.#interval;
  }

  /** The next entry is the first one of a batch. */
  reset(): void {
    this.#firstAt = -1;
    this.#stride = 1;
    this.#untilLook = 1;
  }
}
