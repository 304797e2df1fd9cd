import { REDACTED } from "../mask.ts";

/** What is hidden of a text: from `start` up to but not with `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the next span at or behind `from`. What stands before `from` may be looked at, so that a boundary is one. All
 * calls for one text together must take linear time.
 */
export type Find = (text: string, from: number) => Span | undefined;

/** Hides all spans of a text. */
export function hideAll(text: string, find: Find): string {
  let shown = "";
  let at = 0;
  for (let span = find(text, 0); span !== undefined; span = find(text, at)) {
    shown += text.slice(at, span.start) + REDACTED;
    at = span.end;
  }
  return at === 0 ? text : shown + text.slice(at);
}

/** A set of characters: each of ASCII has a place, and all others have one together. */
export type CharacterSet = Uint8Array;

const OTHERS = 128;

/** Makes a set of ASCII characters; `a-z` is a range, a `-` at the end is itself. */
export function characters(ranges: string): CharacterSet {
  const set = new Uint8Array(OTHERS + 1);
  for (let i = 0; i < ranges.length; i++) {
    const first = ranges.charCodeAt(i);
    const isRange = ranges.charAt(i + 1) === "-" && i + 2 < ranges.length;
    const last = isRange ? ranges.charCodeAt((i += 2)) : first;
    set.fill(1, first, last + 1);
  }
  return set;
}

/** Makes the set of all characters but some of ASCII. */
export function charactersBut(ranges: string): CharacterSet {
  return characters(ranges).map((isThere) => 1 - isThere);
}

/** Whether the character at a place is in a set; false outside of the text. */
export function isIn(set: CharacterSet, text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return set[unit < OTHERS ? unit : OTHERS] === 1 && at >= 0 && at < text.length;
}

/** The end of the run of characters of a set that begins at `from`. */
export function endOfRun(set: CharacterSet, text: string, from: number): number {
  let at = from;
  while (isIn(set, text, at)) at++;
  return at;
}

/** The start of the run of characters of a set that ends before `to`. */
export function startOfRun(set: CharacterSet, text: string, to: number): number {
  let at = to;
  while (isIn(set, text, at - 1)) at--;
  return at;
}

/** ASCII letters and digits. */
export const ALPHANUMERIC: CharacterSet = /* @__PURE__ */ characters("A-Za-z0-9");

/** Letters, digits and underscore: next to one of these, a word does not begin or end. */
export const WORD: CharacterSet = /* @__PURE__ */ characters("A-Za-z0-9_");

/** Space and tab. */
export const BLANK: CharacterSet = /* @__PURE__ */ characters(" \t");
