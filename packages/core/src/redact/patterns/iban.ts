import { ALPHANUMERIC, isIn } from "./find.ts";
import type { Span } from "./find.ts";

const IBAN_START = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?= ?[A-Z0-9])/g;
const SHORTEST_IBAN = 15;
const LONGEST_IBAN = 34;

/** An account number by ISO 13616 with right check digits, its groups apart by one blank or not at all. */
export function findIban(text: string, from: number): Span | undefined {
  IBAN_START.lastIndex = from;
  for (let found = IBAN_START.exec(text); found !== null; found = IBAN_START.exec(text)) {
    const end = endOfIban(text, found.index);
    if (end > 0) return { start: found.index, end };
  }
  return undefined;
}

/** The end of the longest account number that begins at a place; 0 where none does. */
function endOfIban(text: string, start: number): number {
  const head = text.slice(start, start + 4);
  let end = 0;
  let rest = 0;
  for (let at = start + 4, size = 4; size < LONGEST_IBAN; at++) {
    if (text.charAt(at) === " ") at++;
    const unit = text.charCodeAt(at);
    const isDigit = unit >= 0x30 && unit <= 0x39;
    if (!isDigit && !(unit >= 0x41 && unit <= 0x5a)) break;
    rest = appendTo(rest, unit);
    const isWhole = ++size >= SHORTEST_IBAN && !isIn(ALPHANUMERIC, text, at + 1);
    if (isWhole && [...head].reduce((sum, character) => appendTo(sum, character.charCodeAt(0)), rest) === 1) {
      end = at + 1;
    }
  }
  return end;
}

/** Appends a digit, or a letter as its number from 10 to 35, to a number of which only the rest of 97 is kept. */
function appendTo(rest: number, unit: number): number {
  return (unit < 0x41 ? rest * 10 + unit - 0x30 : rest * 100 + unit - 55) % 97;
}
