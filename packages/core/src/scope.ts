import { LIMIT_DEPTH, LIMIT_VALUES } from "@agora/schema/tables";
import type { KeyBook } from "./key-book.ts";
import { cut, isPlain, quote } from "./text.ts";

/** The state of one tree of values while it is written. */
export interface Scope {
  readonly book: KeyBook;
  /** Writes any value as JSON text. It is a member so that containers and values can call each other. */
  readonly write: (value: unknown, scope: Scope) => string;
  /** The containers that are open, outermost first. */
  readonly open: unknown[];
  /** How many of them stand outside of the object that is depth 1. */
  base: number;
  /** Values that may still be written. */
  left: number;
  /** Values that may still be written in texts, which have a budget of their own each: hostile ones could multiply. */
  readonly texts: { left: number };
  /** Members and elements that were left out. */
  dropped: number;
  /** How often a string or a key was cut. */
  cuts: number;
}

/** Begins a tree. */
export function createScope(book: KeyBook, write: Scope["write"]): Scope {
  return {
    book,
    write,
    open: [],
    base: 0,
    left: LIMIT_VALUES,
    texts: { left: 16 * LIMIT_VALUES },
    dropped: 0,
    cuts: 0,
  };
}

/**
 * Writes a value as canonical JSON that will be text: with depth and budget of its own, and nothing counted. What is
 * open is open here as well, except for the value itself.
 */
export function writeAside(value: unknown, scope: Scope): string {
  const { texts } = scope;
  const open = scope.open.filter((container) => container !== value);
  const left = Math.min(LIMIT_VALUES, texts.left);
  const aside = { ...scope, open, base: open.length, left };
  const text = scope.write(value, aside);
  texts.left -= left - aside.left;
  return text;
}

/** Takes one value out of the budget; counts one that is left out where there is none. */
export function spend(scope: Scope): boolean {
  if (scope.left > 0) return scope.left-- > 0;
  scope.dropped++;
  return false;
}

/** Writes text as a JSON string: repaired, cut to `limit` bytes, escaped. */
export function writeText(text: string, limit: number, scope: Scope): string {
  if (text.length <= limit && isPlain(text)) return `"${text}"`;
  const whole = text.toWellFormed();
  const short = cut(whole, limit);
  if (short !== whole) scope.cuts++;
  return quote(short);
}

/** Writes a container with `body`, unless it is open already or too deep. */
export function writeNested(container: unknown, scope: Scope, body: () => string): string {
  const { open, base } = scope;
  if (open.includes(container)) return '"[circular]"';
  if (open.length - base >= LIMIT_DEPTH) return '"[depth]"';
  open.push(container);
  const text = body();
  open.pop();
  return text;
}
