/** What the answer of a receiver means for the entries that were sent. */
export type Verdict =
  /** They are there. */
  | "taken"
  /** The receiver cannot take anything now, or not from us: the same entries are sent again later. */
  | "later"
  /** It does not want these entries; a part of them may be taken. */
  | "refused"
  /** They are too many bytes at once. */
  | "too_large";

/** Longest wait that a receiver may ask for. */
const MOST_WAIT_MS = 300_000;

/**
 * Reads the status of an answer. Only those that speak about the entries make them refused: 401, 404 or a redirection
 * would refuse every entry there will ever be, and ends when somebody corrects the receiver.
 */
export function verdictOf(status: number): Verdict {
  if (status >= 200 && status < 300) return "taken";
  if (status === 413) return "too_large";
  return status === 400 || status === 422 ? "refused" : "later";
}

/**
 * Milliseconds before the next attempt: at random up to a bound that doubles with each failure ("full jitter"), so that
 * processes which failed together do not come back together.
 *
 * @param failures how many attempts have failed in a row, from 1.
 */
export function retryDelay(failures: number, baseMs: number, maxMs: number, random: () => number): number {
  return random() * Math.min(maxMs, baseMs * 2 ** Math.min(failures - 1, 30));
}

/**
 * Reads a `Retry-After` header (RFC 9110): seconds or a date.
 *
 * @returns milliseconds from now, at most five minutes; undefined for anything else.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), MOST_WAIT_MS);
}
