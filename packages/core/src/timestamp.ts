import { flat } from "./site.ts";
import { threeDigits } from "./text.ts";

const START = '{"timestamp":"';
const FIRST = -62_135_596_800_000;
const LAST = 253_402_300_799_999;

let second = Number.NaN;
let secondText = "";

/**
 * Writes a moment as `YYYY-MM-DDTHH:MM:SS.ffffffZ`, without quotes. Moments outside the years 0001 to 9999 become
 * the nearest moment of this range (NaN the first).
 *
 * @param millis whole milliseconds since 1970, as Date has them.
 * @param micros microseconds behind them, 0 to 999.
 */
export function timestamp(millis: number, micros: number): string {
  return `${lineStart(millis, micros).slice(START.length)}Z`;
}

/** The line of an entry up to its microseconds, without the `Z` behind them. */
export function lineStart(millis: number, micros: number): string {
  if (!(millis >= FIRST)) return `${START}0001-01-01T00:00:00.000000`;
  if (millis > LAST) return `${START}9999-12-31T23:59:59.999999`;
  // toISOString costs 500 ns, the rest of a second 30: what stands before its digits is one piece, they are another.
  const before = Math.floor(millis / 1000);
  if (before !== second) {
    secondText = flat(START + new Date(before * 1000).toISOString().slice(0, 20));
    second = before;
  }
  return secondText + (threeDigits(millis - before * 1000) + threeDigits(micros));
}
