import { LIMIT_SIZE, sizeOf, unboundedIn } from "./syntax.ts";
import type { Node, Range } from "./syntax.ts";

const ASSERTIONS = { start: "^", end: "$", boundary: "\\b" } as const;
// What a platform's engine may be asked to do: steps for each place of a text without limit, and for a whole text.
const MOST_STEPS_AT_A_PLACE = LIMIT_SIZE;
const MOST_STEPS = 1_000_000;

/** The source of a RegExp with the flag `u` and no other that finds the same. */
export function sourceOf(node: Node): string {
  switch (node.kind) {
    case "set":
      return `[${node.isNegated ? "^" : ""}${node.ranges.map(rangeText).join("")}]`;
    case "assert":
      return ASSERTIONS[node.what];
    case "sequence":
      return node.parts.map(sourceOf).join("");
    case "choice":
      return `(?:${node.parts.map(sourceOf).join("|")})`;
    case "repeat": {
      const most = node.most === Infinity ? "" : node.most;
      return `(?:${sourceOf(node.part)}){${node.least},${most}}`;
    }
  }
}

/**
 * How long a text may be for a platform's engine to look for a pattern in it: Infinity, or so short that it takes a
 * few milliseconds. Such an engine tries every way through the pattern at every place, and with each unbounded
 * quantifier every length of what that repeats: its time grows with a power of the text's length.
 */
export function longestCheap(node: Node): number {
  const steps = waysThrough(node) * sizeOf(node);
  const unbounded = unboundedIn(node);
  if (unbounded === 0) return steps <= MOST_STEPS_AT_A_PLACE ? Infinity : 0;
  // Places to begin at and to end each repetition at, in their order: n to the power k, divided by k factorial.
  const places = unbounded + 1;
  let orders = 1;
  for (let i = 2; i <= places; i++) orders *= i;
  return Math.floor(((MOST_STEPS / steps) * orders) ** (1 / places));
}

/** How many ways lead through a part, an unbounded quantifier counted as one. */
function waysThrough(node: Node): number {
  switch (node.kind) {
    case "set":
    case "assert":
      return 1;
    case "sequence":
      return node.parts.reduce((ways, part) => ways * waysThrough(part), 1);
    case "choice":
      return node.parts.reduce((ways, part) => ways + waysThrough(part), 0);
    case "repeat": {
      const ways = waysThrough(node.part);
      if (node.most === Infinity) return ways === 1 ? 1 : Infinity;
      let sum = 0;
      for (let count = node.least; count <= node.most; count++) sum += ways ** count;
      return sum;
    }
  }
}

function rangeText([first, last]: Range): string {
  return `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`;
}
