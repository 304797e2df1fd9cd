import { isDate } from "../calendar.ts";

const FORM = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)\.(\d{6})Z$/;
const DAY = 86_400_000_000n;

/** The first and the last microsecond that a timestamp can name. */
const FIRST: bigint = microsOfDay(1, 1, 1);
const LAST: bigint = microsOfDay(9999, 12, 31) + DAY - 1n;

/** Microseconds since 1970 of a timestamp as entries have it; undefined where the text is none. */
export function parseTimestamp(text: string): bigint | undefined {
  const parts = FORM.exec(text)?.slice(1).map(Number);
  if (parts === undefined) {
    return undefined;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, micro = 0] = parts;
  if (!isDate(year, month, day)) {
    return undefined;
  }
  return (
    microsOfDay(year, month, day) + BigInt((hour * 60 + minute) * 60 + second) * 1_000_000n + BigInt(micro)
  );
}

/** A timestamp as entries have it. A time outside the years 0001 to 9999 becomes the nearest one inside. */
export function formatTimestamp(micros: bigint): string {
  const inside = micros < FIRST ? FIRST : micros > LAST ? LAST : micros;
  const rest = ((inside % 1000n) + 1000n) % 1000n;
  // A Date has milliseconds, and no year 0 to 9999 needs a sign in its text.
  const text = new Date(Number((inside - rest) / 1000n)).toISOString();
  return `${text.slice(0, 23)}${String(rest).padStart(3, "0")}Z`;
}

function microsOfDay(year: number, month: number, day: number): bigint {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return BigInt(date.getTime()) * 1000n;
}
