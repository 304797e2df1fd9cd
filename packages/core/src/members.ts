import { LIMIT_KEY_BYTES, LIMIT_MEMBERS, LIMIT_MEMBERS_SEEN, LIMIT_STRING_BYTES } from "@agora/schema/tables";
import { NOTHING, TEXT, VALUE } from "./key-book.ts";
import type { Before, KeyBook, KeyPlan, KnownKey } from "./key-book.ts";
import type { Verdict } from "./redact/names.ts";
import { isAbsent, Raw, read, tagOf, threw } from "./safe.ts";
import { isReady, spend } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { cut, quote } from "./text.ts";

/** A member of an object, ready to be written. */
export interface Member {
  /** The key as JSON text, with its colon. */
  readonly label: string;
  readonly value: unknown;
  /** Whether the key was cut. */
  readonly isCut?: boolean;
}

/** The members of an object that are kept, sorted, and how many are not. */
export interface Members {
  readonly kept: readonly Member[];
  readonly dropped: number;
}

const REDACTED = '"[REDACTED]"';

/**
 * Calls `visit` with the first 1,024 members of an object or a Map in its own order; keys are repaired text.
 *
 * @returns how many members there are beyond these.
 * @throws what a Proxy throws when it is asked for its keys.
 */
export function readMembers(container: object, visit: (key: string, value: unknown) => void): number {
  let size = 0;
  if (isMap(container)) {
    for (const [key, value] of container) {
      if (size++ === LIMIT_MEMBERS_SEEN) break;
      visit(keyText(key), value);
    }
    ({ size } = container);
  } else {
    const keys = Object.keys(container);
    for (const key of keys.slice(0, LIMIT_MEMBERS_SEEN)) visit(key.toWellFormed(), read(container, key));
    size = keys.length;
  }
  return Math.max(0, size - LIMIT_MEMBERS_SEEN) || 0;
}

/** Whether an object is a Map, of whatever realm. */
export function isMap(container: object): container is Map<unknown, unknown> {
  return tagOf(container) === "Map";
}

function keyText(key: unknown): string {
  try {
    return String(key).toWellFormed();
  } catch (thrown) {
    return threw(thrown).text;
  }
}

/** Puts a member at the end, also when its key is there already: the last one counts. */
export function put(members: Map<string, unknown>, key: string, value: unknown): void {
  members.delete(key);
  members.set(key, value);
}

/** Drops undefined members, cuts keys, sorts, keeps the first 128. */
export function settle(found: ReadonlyMap<string, unknown>, book: KeyBook): Members {
  const short = new Map<string, Member>();
  for (const [key, value] of found) {
    if (isAbsent(value)) continue;
    const shortKey = cut(key, LIMIT_KEY_BYTES);
    const known = book.find(key);
    const verdict = known === undefined ? book.verdict(key) : known.verdict;
    short.set(shortKey, {
      label: `${quote(shortKey)}:`,
      value: verdict === undefined ? value : new Raw((scope) => writeHidden(verdict, value, scope)),
      isCut: shortKey !== key,
    });
  }
  const keys = [...short.keys()].sort();
  const kept = keys.slice(0, LIMIT_MEMBERS).map((key) => short.get(key) as Member);
  return { kept, dropped: keys.length - kept.length };
}

/** Writes what stands for the value of a key that is not shown as it is. */
export function writeHidden(verdict: Verdict, value: unknown, scope: Scope): string {
  return typeof verdict === "function" ? scope.write(verdict(value), scope) : REDACTED;
}

/** Writes members, without braces, as far as the budget goes. */
export function writeMembers(members: readonly Member[], scope: Scope): string {
  let text = "";
  for (const { label, value, isCut } of members) {
    if (!spend(scope)) continue;
    if (isCut === true) scope.cuts++;
    text += (text && ",") + label + scope.write(value, scope);
  }
  return text;
}

/** The same for the members at the top of a context: what is lost in each is noted. */
export function writeTopMembers(members: readonly Member[], scope: Scope): string {
  let text = "";
  for (const { label, value, isCut } of members) {
    const { dropped, cuts } = scope;
    if (!spend(scope)) continue;
    if (isCut === true) scope.cuts++;
    text += (text && ",") + label + scope.write(value, scope);
    noteLoss(label, dropped, cuts, scope);
  }
  return text;
}

/** Notes what was lost in a member since the counts were these. */
export function noteLoss(label: string, dropped: number, cuts: number, scope: Scope): void {
  if (scope.dropped === dropped && scope.cuts === cuts) return;
  scope.losses ??= [];
  scope.losses.push({ label, dropped: scope.dropped - dropped, cuts: scope.cuts - cuts });
}

/**
 * Adds an object whose keys are planned to a text. Each value is read once. Adding to the line, in few pieces, is what
 * makes it quick: every piece is 32 bytes that are made, and copied again by whoever encodes the line. So quotes,
 * commas and labels are one piece, also with the last quote of the text before.
 */
export function addPlanned(line: string, object: object, { members }: KeyPlan, scope: Scope): string {
  let text = line;
  let before: Before = NOTHING;
  for (let i = 0; i < members.length; i++) {
    const { key, leads, verdict } = members[i] as KnownKey;
    const value = read(object, key);
    if (isAbsent(value) || !spend(scope)) continue;
    if (
      typeof value === "string" &&
      verdict === undefined &&
      isReady(value, LIMIT_STRING_BYTES, scope.book)
    ) {
      text += leads[before + 1] + value;
      before = TEXT;
      continue;
    }
    text += leads[before];
    text = verdict === undefined ? scope.add(text, value, scope) : text + writeHidden(verdict, value, scope);
    before = VALUE;
  }
  return text + (before === VALUE ? "}" : before === TEXT ? '"}' : "{}");
}
