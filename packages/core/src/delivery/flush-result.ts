/** What a flush or a shutdown reached. */
export interface FlushResult {
  /** Whether every handler finished in time and without an error. */
  readonly isComplete: boolean;
  /** Lines that the handlers which did not finish still hold, as far as they say so. */
  readonly pending: number;
  /** Names of the handlers that did not finish. */
  readonly handlers: readonly string[];
}

/** What a flush without waiting is for. */
export interface FlushSyncOptions {
  /**
   * Whether the process ends with it: lines that a handler has not confirmed then go to the fallback, and may be in two
   * places. Default: false.
   */
  readonly isLast?: boolean | undefined;
}

/** How long to wait. */
export interface FlushOptions {
  /** Milliseconds, from 0. Default: 5,000. A number that is none of these counts as the default. */
  readonly timeoutMs?: number | undefined;
}
