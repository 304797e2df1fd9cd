import type { Node, Range } from "./syntax.ts";

const ASSERTIONS = { start: "^", end: "$", boundary: "\\b" } as const;
// Ways to go through a pattern without and with unbounded quantifiers that a platform's engine may be asked to try.
const MOST_WAYS = 100;
const MOST_WAYS_UNBOUNDED = 10;

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
 * What it may cost to let a platform's engine look for a pattern, which tries every way through it at every place:
 * linear time, little time in a short text, or too much.
 */
export function costOf(node: Node): "linear" | "small" | "large" {
  const ways = waysThrough(node);
  if (!isUnbounded(node)) return ways <= MOST_WAYS ? "linear" : "large";
  return ways <= MOST_WAYS_UNBOUNDED ? "small" : "large";
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

function isUnbounded(node: Node): boolean {
  if (node.kind === "repeat") return node.most === Infinity || isUnbounded(node.part);
  return (node.kind === "sequence" || node.kind === "choice") && node.parts.some(isUnbounded);
}

function rangeText([first, last]: Range): string {
  return `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`;
}
