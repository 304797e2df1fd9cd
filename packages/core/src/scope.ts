import { LIMIT_DEPTH, LIMIT_STRING_BYTES, LIMIT_VALUES } from "@agora/schema/tables";
import { NOTHING } from "./key-book.ts";
import type { Before, KeyBook } from "./key-book.ts";
import { cut, isPlain, quote } from "./text.ts";

/** The state of one tree of values while it is written. */
export interface Scope {
  readonly book: KeyBook;
  /** Writes any value as JSON text. It is a member so that containers and values can call each other. */
  readonly write: (value: unknown, scope: Scope) => string;
  /** The same behind a text. */
  readonly add: (text: string, value: unknown, scope: Scope) => string;
  /** The containers that are open, outermost first. */
  readonly open: unknown[];
  /** How many of them stand outside of the object that is depth 1. */
  base: number;
  /** Values that may still be written. */
  left: number;
  /** Values that may still be written in texts, which have a budget of their own each: hostile ones could multiply. */
  readonly texts: {
    left: number;
    /** Texts that were cut, by what they were: one that stands in many places is searched for its end only once. */
    cut: Map<string, ShortText> | undefined;
  };
  /** Members and elements that were left out. */
  dropped: number;
  /** How often a string or a key was cut. */
  cuts: number;
  /** What of that happened within members at the top, in their order. */
  losses: Loss[] | undefined;
  /** Whether functions at the top are called. */
  callsFunctions: boolean;
  /** How the context of a call ends that was added to its line. */
  before: Before;
}

/** What was left out and cut within a member. */
export interface Loss {
  /** The member's key as JSON text, with its colon. */
  readonly label: string;
  readonly dropped: number;
  readonly cuts: number;
}

/** What writes values. */
export type Writers = Pick<Scope, "write" | "add">;

/** Begins a tree. */
export function createScope(book: KeyBook, { write, add }: Writers): Scope {
  return {
    book,
    write,
    add,
    open: [],
    base: 0,
    left: LIMIT_VALUES,
    texts: { left: 16 * LIMIT_VALUES, cut: undefined },
    dropped: 0,
    cuts: 0,
    losses: undefined,
    callsFunctions: false,
    before: NOTHING,
  };
}

/** Makes a scope as it was when it was made, so that it need not be made for each entry. */
export function resetScope(scope: Scope): void {
  // Setting the length is a call of 20 ns.
  while (scope.open.length > 0) scope.open.pop();
  scope.base = 0;
  scope.left = LIMIT_VALUES;
  scope.texts.left = 16 * LIMIT_VALUES;
  scope.texts.cut = undefined;
  scope.dropped = 0;
  scope.cuts = 0;
  scope.losses = undefined;
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

/** Writes the text of a value as a JSON string: repaired, cut, without secrets, escaped. */
export function writeText(text: string, scope: Scope): string {
  return isReady(text, LIMIT_STRING_BYTES, scope.book) ? `"${text}"` : writeUnready(text, scope);
}

/** Whether a text is written as it is: it is short, and nothing in it needs a second look. */
export function isReady(text: string, limit: number, book: KeyBook): boolean {
  // No UTF-16 unit of a text without control characters has more than 3 bytes, and one of plain text has 1.
  return (text.length * 3 <= limit || (text.length <= limit && isPlain(text))) && !book.suspect.test(text);
}

function writeUnready(text: string, scope: Scope): string {
  const { short, isCut } = shortenValue(text, scope);
  if (isCut) scope.cuts++;
  return quote(short);
}

/** Shortens a text of a value: a long one in many places may be thousands of times as much as it takes. */
export function shortenValue(text: string, { texts, book }: Scope): ShortText {
  const make = (): ShortText => shorten(text.toWellFormed(), LIMIT_STRING_BYTES, book);
  if (text.length <= LIMIT_STRING_BYTES) return make();
  const known = (texts.cut ??= new Map<string, ShortText>());
  const short = known.get(text) ?? make();
  known.set(text, short);
  return short;
}

/** The same for text that is not searched for secrets: names, and what is no text of its own. */
export function writeName(text: string, limit: number, scope: Scope): string {
  const whole = text.toWellFormed();
  const short = cut(whole, limit);
  if (short !== whole) scope.cuts++;
  return quote(short);
}

/** A text as it is written, but for the escapes. */
export interface ShortText {
  readonly short: string;
  /** What is cut when less of it can be kept: the whole text, or what the patterns made of it. */
  readonly source: string;
  readonly isCut: boolean;
}

/** Cuts well-formed text, takes secrets out of it, and cuts it again where that made it longer. */
export function shorten(whole: string, limit: number, book: KeyBook): ShortText {
  const short = cut(whole, limit);
  const clean = book.suspect.test(short) ? book.scrub(short) : short;
  if (clean === short) return { short, source: whole, isCut: short !== whole };
  const again = cut(clean, limit);
  return { short: again, source: clean, isCut: short !== whole || again !== clean };
}

/** Writes a container with `body`, unless it is open already or too deep. */
export function writeNested(container: unknown, scope: Scope, body: () => string): string {
  const refusal = refuse(container, scope);
  if (refusal !== "") return refusal;
  scope.open.push(container);
  const text = body();
  scope.open.pop();
  return text;
}

/** What stands for a container that is open already or too deep; empty for any other. */
export function refuse(container: unknown, { open, base }: Scope): string {
  // A loop: `includes` is a call of 15 ns.
  for (let i = 0; i < open.length; i++) if (open[i] === container) return '"[circular]"';
  return open.length - base >= LIMIT_DEPTH ? '"[depth]"' : "";
}
