import { AgoraError } from "@agora/core";

/** What happens to an entry that a full queue has no room for. */
export type Overflow =
  /** The oldest entries make room. */
  | "drop_oldest"
  /** The new entry is dropped. */
  | "drop_newest"
  /** The caller waits until there is room, for `blockTimeoutMs` at most; then the new entry is dropped. */
  | "block"
  /** The oldest of the least important entries make room: DEBUG first, then INFO, and so on; or the new one is it. */
  | "drop_least_important";

/** How a queue keeps entries. */
export interface AsyncOptions {
  /** Entries that it holds at most, 1 to 10,000,000. Default: 10,000. */
  readonly maxEntries?: number | undefined;
  /** UTF-8 bytes of lines that it holds at most, 1 to 2^40; a single line may be longer. Default: 67,108,864. */
  readonly maxBytes?: number | undefined;
  /** Default: `drop_oldest`. */
  readonly overflow?: Overflow | undefined;
  /** How long a call may wait for room with `block`, in milliseconds, 0 to 60,000. Default: 1,000. */
  readonly blockTimeoutMs?: number | undefined;
  /** Entries that are written at once, 1 to 100,000. Default: 100. */
  readonly batchSize?: number | undefined;
  /**
   * Milliseconds after which entries are written although the event loop's turn has not ended, counted from the first
   * entry of the batch, 0 to 60,000. Also the time between attempts while a pipe is full, and how long a call waits for
   * a full queue in front of a pipe that is being read before something is dropped. Default: 10.
   */
  readonly flushIntervalMs?: number | undefined;
}

/** The options with their defaults. */
export type QueueLimits = { readonly [Name in keyof AsyncOptions]-?: NonNullable<AsyncOptions[Name]> };

const NUMBERS = {
  maxEntries: [1, 10_000_000, 10_000],
  maxBytes: [1, 2 ** 40, 67_108_864],
  blockTimeoutMs: [0, 60_000, 1_000],
  batchSize: [1, 100_000, 100],
  flushIntervalMs: [0, 60_000, 10],
} as const satisfies Partial<Record<keyof AsyncOptions, readonly [number, number, number]>>;

const POLICIES: readonly unknown[] = ["drop_oldest", "drop_newest", "block", "drop_least_important"];

/**
 * Fills in the defaults.
 *
 * @throws {AgoraError} `AGORA_CONFIG` for a value out of its range.
 */
export function readQueueOptions(options: AsyncOptions): QueueLimits {
  const overflow = options.overflow ?? "drop_oldest";
  if (!POLICIES.includes(overflow)) throw bad("overflow", overflow, `use one of ${POLICIES.join(", ")}`);
  return {
    overflow,
    maxEntries: wholeNumber("maxEntries", options.maxEntries, NUMBERS.maxEntries),
    maxBytes: wholeNumber("maxBytes", options.maxBytes, NUMBERS.maxBytes),
    blockTimeoutMs: wholeNumber("blockTimeoutMs", options.blockTimeoutMs, NUMBERS.blockTimeoutMs),
    batchSize: wholeNumber("batchSize", options.batchSize, NUMBERS.batchSize),
    flushIntervalMs: wholeNumber("flushIntervalMs", options.flushIntervalMs, NUMBERS.flushIntervalMs),
  };
}

/**
 * A whole number within its range, or its default where it is undefined.
 *
 * @param range lowest, highest, default.
 * @throws {AgoraError} `AGORA_CONFIG`.
 */
export function wholeNumber(
  name: string,
  value: number | undefined,
  [low, high, otherwise]: readonly [number, number, number],
): number {
  const given = value ?? otherwise;
  if (!Number.isInteger(given) || given < low || given > high)
    throw bad(name, given, `use a whole number from ${low} to ${high}`);
  return given;
}

function bad(name: string, value: unknown, remedy: string): AgoraError {
  return new AgoraError("AGORA_CONFIG", `${name}: ${String(value)} does not fit; ${remedy}`);
}
