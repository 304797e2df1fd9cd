import { isIn, WORD } from "./find.ts";
import type { Span } from "./find.ts";

const DIGITS = /\d+/g;
const SHORTEST_CARD = 13;
const LONGEST_CARD = 19;

/** The number of a payment card: 13 to 19 digits from 2 to 6 on, in groups or not, with a right check digit. */
export function findCreditCard(text: string, from: number): Span | undefined {
  DIGITS.lastIndex = from;
  for (let group = DIGITS.exec(text); group !== null; group = DIGITS.exec(text)) {
    const end = endOfCard(text, group.index);
    if (end > 0) return { start: group.index, end };
  }
  return undefined;
}

/** The end of the longest card number that begins with the group of digits at a place; 0 where none does. */
function endOfCard(text: string, start: number): number {
  const isWithin = isIn(WORD, text, start - 1) || text.charAt(start - 1) === ".";
  if (isWithin || !/[2-6]/.test(text.charAt(start))) return 0;
  let end = 0;
  let digits = "";
  for (let at = start; digits.length <= LONGEST_CARD;) {
    const groupEnd = endOfDigits(text, at, LONGEST_CARD + 1);
    digits += text.slice(at, groupEnd);
    const isWhole = digits.length >= SHORTEST_CARD && digits.length <= LONGEST_CARD;
    if (isWhole && !isIn(WORD, text, groupEnd) && fitsLuhn(digits)) end = groupEnd;
    if (!/^[ -]\d/.test(text.slice(groupEnd, groupEnd + 2))) break;
    at = groupEnd + 1;
  }
  return end;
}

function endOfDigits(text: string, from: number, most: number): number {
  let at = from;
  while (at - from < most && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++;
  return at;
}

function fitsLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 0x30;
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
