import { LIMIT_CUT_RESERVE } from "@agora/schema/tables";

/** Printable ASCII without quote and backslash: its own escaped form, one byte a character. */
const PLAIN = /^[ !#-[\]-\x7f]*$/;

const toJson: (text: string) => string = JSON.stringify;

/** Text that needs neither repair nor escaping and has one byte a character. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** Writes well-formed text as a JSON string: quotes, backslash and U+0000 to U+001F escaped, everything else raw. */
export function quote(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : toJson(text);
}

/** Bytes of well-formed text in UTF-8. */
export function utf8Length(text: string): number {
  let size = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a surrogate pair is 2 of its 4 bytes.
    if (unit > 0x7f) size += unit > 0x7ff && (unit & 0xf800) !== 0xd800 ? 2 : 1;
  }
  return size;
}

/**
 * Cuts well-formed text so that its escaped form has at most `limit` bytes. Text within the limit is returned as it
 * is; of longer text the longest run of whole code points stays that leaves room for the marker `…[+<n>B]`, where n
 * counts the UTF-8 bytes that are gone.
 */
export function cut(text: string, limit: number): string {
  // No UTF-16 unit has more than the 6 bytes of \u0000.
  if (text.length * 6 <= limit) return text;
  let size = 0;
  let kept = 0;
  for (let i = 0; i < text.length && size <= limit;) {
    const point = text.codePointAt(i) as number;
    size += escapedSize(point);
    i += point > 0xffff ? 2 : 1;
    if (size <= limit - LIMIT_CUT_RESERVE) kept = i;
  }
  return size > limit ? `${text.slice(0, kept)}…[+${utf8Length(text.slice(kept))}B]` : text;
}

function escapedSize(point: number): number {
  if (point > 0x7f) return point > 0xffff ? 4 : point > 0x7ff ? 3 : 2;
  if (point > 0x1f) return point === 0x22 || point === 0x5c ? 2 : 1;
  // \b \t \n \f \r; U+000B has no short form.
  return point > 7 && point < 14 && point !== 11 ? 2 : 6;
}

/** "" and "001" to "999", without zeros at the end. */
const FRACTIONS: readonly string[] = /* @__PURE__ */ Array.from({ length: 1000 }, (_, n) =>
  String(n / 1000).slice(2),
);

/**
 * Writes a finite number as ECMAScript does. Prices, durations and the like have at most six decimals, and finding the
 * shortest digits of a double takes 100 ns: a quotient of an integer and 1,000,000 is the double nearest to it, and no
 * other number of up to 15 digits is, so its digits are those of the integer. That takes 30 ns.
 */
export function numberText(value: number): string {
  const size = Math.abs(value);
  const whole = Math.trunc(size);
  if (whole === size || whole >= 1e9) return String(value);
  const millionths = Math.round(size * 1e6);
  if (millionths / 1e6 !== size) return String(value);
  const part = millionths - whole * 1e6;
  const high = Math.trunc(part / 1000);
  const low = part - high * 1000;
  const sign = value < 0 ? `-${whole}.` : `${whole}.`;
  return sign + (low === 0 ? (FRACTIONS[high] as string) : threeDigits(high) + (FRACTIONS[low] as string));
}

/** "000" to "999". */
const THREE_DIGITS: readonly string[] = /* @__PURE__ */ Array.from({ length: 1000 }, (_, n) =>
  String(1000 + n).slice(1),
);

/** The digits of an integer from 0 to 999, with zeros in front. */
export function threeDigits(number: number): string {
  // An index that is known to be a small integer.
  return THREE_DIGITS[number | 0] ?? "000";
}
