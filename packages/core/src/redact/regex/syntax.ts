/** Code points from `first` to `last`. */
export type Range = readonly [first: number, last: number];

/** A part of a pattern. */
export type Node =
  /** One code point: of the ranges, or of none of them. */
  | { readonly kind: "set"; readonly ranges: readonly Range[]; readonly isNegated: boolean }
  | { readonly kind: "sequence"; readonly parts: readonly Node[] }
  /** The first that leads to a match counts. */
  | { readonly kind: "choice"; readonly parts: readonly Node[] }
  /** As often as possible first; `most` may be Infinity. */
  | { readonly kind: "repeat"; readonly part: Node; readonly least: number; readonly most: number }
  | { readonly kind: "assert"; readonly what: "start" | "end" | "boundary" };

/** Why a pattern is refused. */
export interface PatternProblem {
  /** The character of the pattern where it stands, from 1; 0 for the pattern as a whole. */
  readonly position: number;
  /** What is not allowed, as the end of a sentence: "has a back reference". */
  readonly says: string;
  readonly remedy: string;
}

/** Characters of a pattern; parts in parts; the highest count in braces; parts after all counts are written out. */
export const LIMIT_PATTERN = 1000;
export const LIMIT_NESTING = 20;
export const LIMIT_COUNT = 255;
export const LIMIT_SIZE = 2000;
export const LIMIT_UNBOUNDED = 2;

export const DIGITS: readonly Range[] = [[0x30, 0x39]];
export const WORD: readonly Range[] = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
/** Tab, line feed, vertical tab, form feed, carriage return, space. */
export const SPACE: readonly Range[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
];

/** Whether a part can match without a character. */
export function isNullable(node: Node): boolean {
  switch (node.kind) {
    case "set":
      return false;
    case "assert":
      return true;
    case "repeat":
      return node.least === 0 || isNullable(node.part);
    case "sequence":
      return node.parts.every(isNullable);
    case "choice":
      return node.parts.some(isNullable);
  }
}

/** How many steps a part takes when its counts are written out. */
export function sizeOf(node: Node): number {
  switch (node.kind) {
    case "set":
    case "assert":
      return 1;
    case "repeat":
      return sizeOf(node.part) * (node.most === Infinity ? Math.max(1, node.least) : node.most) + 1;
    default:
      return node.parts.reduce((size, part) => size + sizeOf(part), 1);
  }
}

/** How many unbounded quantifiers a part has when its counts are written out; Infinity for one in another. */
export function unboundedIn(node: Node): number {
  switch (node.kind) {
    case "set":
    case "assert":
      return 0;
    case "repeat": {
      const inner = unboundedIn(node.part);
      if (node.most === Infinity) return inner > 0 ? Infinity : 1;
      return inner === 0 ? 0 : inner * node.most;
    }
    default:
      return node.parts.reduce((sum, part) => sum + unboundedIn(part), 0);
  }
}
