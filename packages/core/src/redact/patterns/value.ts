import { REDACTED } from "../mask.ts";
import { BLANK, characters, charactersBut, endOfRun, isIn, startOfRun } from "./find.ts";
import type { Span } from "./find.ts";

const PLAIN = /* @__PURE__ */ charactersBut("\0- ,;&\"'`<>)]}[");
const IN_LINE = /* @__PURE__ */ charactersBut("\r\n");
const QUOTE = /* @__PURE__ */ characters("\"'`");
const LETTER = /* @__PURE__ */ characters("A-Za-z");
const BACKSLASH = /* @__PURE__ */ characters("\\");
const COLON = /* @__PURE__ */ characters(":");
const CLOSING: Readonly<Record<string, string>> = { "[": "]", "{": "}", "(": ")", "<": ">" };

/** What is known about the value of a key. */
export interface ValueKind {
  /** Whether it goes to the end of its line. */
  readonly isLine: boolean;
  /** The quote that stands before the key and not behind it: it ends a value that goes to the end of its line. */
  readonly quote: string;
}

/** The value that stands behind a separator; undefined where there is none or an empty one. */
export function valueBehind(text: string, from: number, kind: ValueKind): Span | undefined {
  const start = endOfRun(BLANK, text, from);
  const value = quotedValue(text, start) ?? plainValue(text, start, kind);
  return value.end > value.start ? value : undefined;
}

/** What stands between quotes; the quotes may stand behind backslashes, or the first one behind a letter. */
function quotedValue(text: string, from: number): Span | undefined {
  const escape = endOfRun(BACKSLASH, text, from);
  const isPrefixed = isIn(LETTER, text, from) && isIn(QUOTE, text, from + 1);
  const open = isPrefixed ? from + 1 : escape;
  if (!isIn(QUOTE, text, open)) return undefined;
  const quote = text.charAt(open);
  const start = open + 1;
  for (let at = text.indexOf(quote, start); at >= 0; at = text.indexOf(quote, at + 1)) {
    const end = Math.max(start, startOfRun(BACKSLASH, text, at));
    if (at - end === (isPrefixed ? 0 : escape - from)) return { start, end };
  }
  return { start, end: text.length };
}

function plainValue(text: string, start: number, { isLine, quote }: ValueKind): Span {
  const opened = CLOSING[text.charAt(start)] === undefined ? start : endOfBrackets(text, start);
  if (isLine) return { start, end: endOfLine(text, opened, quote) };
  let end = endOfPlain(text, opened);
  // The backslash belongs to the quote, and a colon to what follows: "password=x: refused".
  if (isIn(QUOTE, text, end)) end = Math.max(opened, startOfRun(BACKSLASH, text, end));
  return { start, end: Math.max(opened, startOfRun(COLON, text, end)) };
}

function endOfLine(text: string, from: number, quote: string): number {
  let at = from;
  while (isIn(IN_LINE, text, at) && text.charAt(at) !== quote) at++;
  return at;
}

/** The end of a value without quotes, of which something hidden is a part. */
function endOfPlain(text: string, from: number): number {
  let at = endOfRun(PLAIN, text, from);
  while (text.charAt(at) === "[") {
    at = endOfRun(PLAIN, text, at + (text.startsWith(REDACTED, at) ? REDACTED.length : 1));
  }
  return at;
}

/** The end behind the bracket that closes the one at a place; the end of the text where none does. */
function endOfBrackets(text: string, from: number): number {
  const open = text.charAt(from);
  const close = CLOSING[open];
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === open) depth++;
    else if (character === close && --depth === 0) return at + 1;
  }
  return text.length;
}
