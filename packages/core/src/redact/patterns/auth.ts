import { characters, endOfRun } from "./find.ts";
import type { Find } from "./find.ts";

const BASE64 = /* @__PURE__ */ characters("A-Za-z0-9+/_-");
const TOKEN = /* @__PURE__ */ characters("A-Za-z0-9._~+/-");
const EQUALS = /* @__PURE__ */ characters("=");
const LETTERS = /^[A-Za-z]*$/;
const LONGEST_WORD = 15;
const COLON = 0x3a;

/** The credentials behind `Basic`: base64 that holds a colon. */
export const findBasicAuth: Find = /* @__PURE__ */ findBehind(
  /(?<![A-Za-z0-9_])[Bb][Aa][Ss][Ii][Cc][\t ]+/g,
  (text, start) => {
    const end = endOfRun(BASE64, text, start);
    return holdsColon(text.slice(start, end)) ? end : start;
  },
);

/** The token behind `Bearer`; a short run of letters is a word of a sentence. */
export const findBearer: Find = /* @__PURE__ */ findBehind(
  /(?<![A-Za-z0-9_])[Bb][Ee][Aa][Rr][Ee][Rr][\t ]+/g,
  (text, start) => {
    let end = endOfRun(TOKEN, text, start);
    while (end > start && text.charAt(end - 1) === ".") end--;
    const isWord = end - start <= LONGEST_WORD && LETTERS.test(text.slice(start, end));
    return isWord ? start : end;
  },
);

/** Finds what `endOf` says to stand behind a scheme, with the equals signs that follow. */
function findBehind(scheme: RegExp, endOf: (text: string, start: number) => number): Find {
  return (text, from) => {
    scheme.lastIndex = from;
    while (scheme.test(text)) {
      const start = scheme.lastIndex;
      const end = endOf(text, start);
      if (end > start) return { start, end: endOfRun(EQUALS, text, end) };
    }
    return undefined;
  };
}

/** Whether one of the whole bytes that base64 (of either alphabet) stands for is a colon. */
function holdsColon(base64: string): boolean {
  let bits = 0;
  let held = 0;
  for (let i = 0; i < base64.length; i++) {
    bits = ((bits << 6) | sextet(base64.charCodeAt(i))) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    if (((bits >> held) & 0xff) === COLON) return true;
  }
  return false;
}

function sextet(unit: number): number {
  if (unit >= 0x61) return unit - 71;
  if (unit === 0x5f) return 63;
  if (unit >= 0x41) return unit - 65;
  if (unit >= 0x30) return unit + 4;
  // Plus and minus, then the slash.
  return unit === 0x2f ? 63 : 62;
}
