import type { Node, Range } from "./syntax.ts";
import { WORD } from "./syntax.ts";

/** A step of a program. `next` is the number of the step that follows. */
type Step =
  | { readonly kind: "set"; readonly has: (point: number) => boolean; next: number }
  | { readonly kind: "assert"; readonly what: "start" | "end" | "boundary"; next: number }
  /** Tries `next`, and where that leads to no match `other`. `index` counts these steps. */
  | { readonly kind: "fork"; readonly index: number; next: number; other: number };

/** A pattern made into steps; a match is there where a step leads behind the last one. */
export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
  readonly forks: number;
}

/** Makes the steps of a pattern, its counts written out. */
export function makeProgram(node: Node): Program {
  const steps: Step[] = [];
  let forks = 0;
  const add = (step: Step): number => steps.push(step) - 1;
  const fork = (next: number, other: number): number => add({ kind: "fork", index: forks++, next, other });

  /** Adds the steps of a part that lead to the step `next`; gives the first of them. */
  const build = (part: Node, next: number): number => {
    switch (part.kind) {
      case "set":
        return add({ kind: "set", has: membership(part.ranges, part.isNegated), next });
      case "assert":
        return add({ kind: "assert", what: part.what, next });
      case "sequence":
        return part.parts.reduceRight((following, inner) => build(inner, following), next);
      case "choice":
        return part.parts
          .map((inner) => build(inner, next))
          .reduceRight((other, first) => fork(first, other));
      case "repeat":
        return buildRepeat(part, next);
    }
  };

  const buildRepeat = ({ part, least, most }: Extract<Node, { kind: "repeat" }>, next: number): number => {
    let first = next;
    if (most === Infinity) {
      const loop = fork(END, next);
      (steps[loop] as Step).next = build(part, loop);
      first = loop;
    } else {
      for (let i = least; i < most; i++) first = fork(build(part, first), next);
    }
    for (let i = 0; i < least; i++) first = build(part, first);
    return first;
  };

  const start = build(node, END);
  return { steps, start, forks };
}

/** What follows the last step. */
export const END = -1;

/**
 * Finds the first match at or behind `from`: of all that begin there, the one that is reached by trying alternatives
 * in their order and repeating as often as possible.
 *
 * @param failed one bit for each fork and place where nothing came of it; kept for all searches in a text, so that
 * they take linear time together.
 */
export function search(
  program: Program,
  text: string,
  from: number,
  failed: Uint8Array,
): readonly [start: number, end: number] | undefined {
  for (let start = from; start < text.length; start += sizeAt(text, start)) {
    const end = matchAt(program, text, start, failed);
    if (end >= 0) return [start, end];
  }
  return undefined;
}

/** Room for what {@link search} remembers of a text. */
export function memoryFor({ forks }: Program, text: string): Uint8Array {
  return new Uint8Array(Math.ceil((forks * (text.length + 1)) / 8));
}

function matchAt({ steps, start, forks }: Program, text: string, from: number, failed: Uint8Array): number {
  const waiting: number[] = [start, from];
  while (waiting.length > 0) {
    let at = waiting.pop() as number;
    let number = waiting.pop() as number;
    for (let goesOn = true; goesOn;) {
      const step = steps[number];
      if (step === undefined) return at;
      if (step.kind === "set") {
        goesOn = at < text.length && step.has(text.codePointAt(at) as number);
        at += goesOn ? sizeAt(text, at) : 0;
      } else if (step.kind === "assert") {
        goesOn = holds(step.what, text, at);
      } else {
        goesOn = remember(failed, at * forks + step.index);
        if (goesOn) waiting.push(step.other, at);
      }
      number = step.next;
    }
  }
  return -1;
}

/** Sets a bit; says whether it was not set before. */
function remember(bits: Uint8Array, index: number): boolean {
  const place = Math.floor(index / 8);
  const bit = 1 << (index % 8);
  const before = bits[place] as number;
  bits[place] = before | bit;
  return (before & bit) === 0;
}

function holds(what: "start" | "end" | "boundary", text: string, at: number): boolean {
  if (what === "start") return at === 0;
  if (what === "end") return at === text.length;
  return isWord(text.charCodeAt(at - 1)) !== isWord(text.charCodeAt(at));
}

const isWord = /* @__PURE__ */ membership(WORD, false);

function sizeAt(text: string, at: number): number {
  return (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

/** A test whether a code point is of some ranges; quick for ASCII. */
function membership(ranges: readonly Range[], isNegated: boolean): (point: number) => boolean {
  const isThere = (point: number): boolean =>
    ranges.some(([first, last]) => first <= point && point <= last) !== isNegated;
  const ascii = Uint8Array.from({ length: 128 }, (_, point) => Number(isThere(point)));
  return (point) => (point < 128 ? ascii[point] === 1 : isThere(point));
}
