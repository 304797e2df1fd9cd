import { LEVEL_NUMBERS, LEVELS } from "@agora/schema/tables";
import type { Level } from "@agora/schema/tables";
import type { DropReason } from "../handler.ts";

/**
 * Decides whether an entry is written, once its ids and the text of its message are known: 0 leaves it out, 1 keeps
 * it, a number between keeps it as one of a sample of that rate.
 */
export type Gate = (
  traceId: string | undefined,
  correlationId: string | undefined,
  message: string,
) => number;

/** The gates of a logger in the order of the levels; undefined where every entry is kept. */
export type Gates = readonly (Gate | undefined)[];

/** Chooses which entries of a level are kept. `createSampler` makes one. */
export interface Sampler {
  /**
   * What decides about the entries of a level; undefined where all of them are kept.
   *
   * @param random a number from 0 up to 1, for entries without ids.
   */
  gate(level: Level, random: () => number): Gate | undefined;
}

/** Keeps loggers from writing too much. `createRateLimiter` makes one. */
export interface RateLimiter {
  /** Whether a logger may write an entry at a time, in milliseconds since any moment; counts it if so. */
  take(name: string, milliseconds: number): boolean;
}

/** What the gates of a logger are made of. */
export interface GateParts {
  readonly sampler?: Sampler | undefined;
  readonly rateLimiter?: RateLimiter | undefined;
  readonly random: () => number;
  readonly steady: () => number;
  /** Counts an entry that is left out. */
  readonly drop: (reason: DropReason) => void;
}

const ALL_OPEN: Gates = LEVELS.map(() => undefined);

/**
 * Makes the gates of a logger: first sampling, then the rate limit, so that what sampling leaves out takes nothing
 * from the limit. ERROR and CRITICAL have none: they are always kept.
 */
export function createGates(name: string, parts: GateParts): Gates {
  const { sampler, rateLimiter, random, steady, drop } = parts;
  if (sampler === undefined && rateLimiter === undefined) return ALL_OPEN;
  return LEVELS.map((level) => {
    if (LEVEL_NUMBERS[level] >= LEVEL_NUMBERS.ERROR) return undefined;
    const sample = sampler?.gate(level, random);
    if (rateLimiter === undefined && sample === undefined) return undefined;
    return (traceId, correlationId, message) => {
      const rate = sample === undefined ? 1 : sample(traceId, correlationId, message);
      if (!(rate > 0)) {
        drop("sampled");
        return 0;
      }
      if (rateLimiter?.take(name, steady()) === false) {
        drop("rate_limited");
        return 0;
      }
      return rate;
    };
  });
}
