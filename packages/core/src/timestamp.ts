const FIRST = -62_135_596_800_000;
const LAST = 253_402_300_799_999;

let lastSecond = Number.NaN;
let lastText = "";

/**
 * Writes a moment as `YYYY-MM-DDTHH:MM:SS.ffffffZ`, without quotes. Moments outside the years 0001 to 9999 become
 * the nearest moment of this range (NaN the first).
 *
 * @param millis whole milliseconds since 1970, as Date has them.
 * @param micros microseconds behind them, 0 to 999.
 */
export function timestamp(millis: number, micros: number): string {
  if (!(millis >= FIRST)) return "0001-01-01T00:00:00.000000Z";
  if (millis > LAST) return "9999-12-31T23:59:59.999999Z";
  const second = Math.floor(millis / 1000);
  if (second !== lastSecond) {
    lastText = new Date(second * 1000).toISOString().slice(0, 20);
    lastSecond = second;
  }
  return `${lastText}${String(1_000_000 + (millis - second * 1000) * 1000 + micros).slice(1)}Z`;
}
