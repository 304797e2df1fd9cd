import { AgoraError } from "../agora-error.ts";
import type { RateLimiter } from "./gates.ts";

/** How much each logger may write. */
export interface RateLimitOptions {
  /** Entries a second that a logger may write for good, above 0. Default: 1,000. */
  readonly messagesPerSecond?: number | undefined;
  /** Entries that it may write at once after a time of silence, at least 1. Default: 5,000. */
  readonly burstSize?: number | undefined;
  /** How many names of loggers are told apart, at least 1; the one that was silent longest is forgotten. Default: 1,000. */
  readonly maxNames?: number | undefined;
}

interface Bucket {
  tokens: number;
  /** When `tokens` was right, in milliseconds. */
  at: number;
}

/**
 * Makes a rate limiter: a bucket of tokens for each name of a logger, which fills with time up to its burst.
 *
 * @throws {AgoraError} `AGORA_CONFIG` for a number out of its range.
 */
export function createRateLimiter(options: RateLimitOptions = {}): RateLimiter {
  const { messagesPerSecond = 1_000, burstSize = 5_000, maxNames = 1_000 } = options;
  check("messagesPerSecond", messagesPerSecond, messagesPerSecond > 0, "a number above 0");
  check("burstSize", burstSize, burstSize >= 1, "a number of at least 1");
  check("maxNames", maxNames, Number.isInteger(maxNames) && maxNames >= 1, "an integer of at least 1");
  // In the order of their last use: a Map keeps that in which its members were added.
  const buckets = new Map<string, Bucket>();

  const bucketOf = (name: string, now: number): Bucket => {
    const known = buckets.get(name);
    if (known !== undefined) {
      buckets.delete(name);
      buckets.set(name, known);
      return known;
    }
    for (const oldest of buckets.keys()) {
      if (buckets.size < maxNames) break;
      buckets.delete(oldest);
    }
    const bucket = { tokens: burstSize, at: now };
    buckets.set(name, bucket);
    return bucket;
  };

  return {
    take(name, now) {
      const bucket = bucketOf(name, now);
      // A clock that was set back gives nothing, and takes nothing away.
      const seconds = Math.max(0, now - bucket.at) / 1000;
      bucket.tokens = Math.min(burstSize, bucket.tokens + seconds * messagesPerSecond);
      bucket.at = now;
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
  };
}

function check(name: string, value: unknown, fits: boolean, rule: string): void {
  if (typeof value === "number" && Number.isFinite(value) && fits) return;
  const shown = typeof value === "number" ? String(value) : typeof value;
  throw new AgoraError("AGORA_CONFIG", `rateLimit.${name}: ${shown} is not ${rule}; use one that is`);
}
