import { LIMIT_KEY_BYTES, LIMIT_MEMBERS, LIMIT_MEMBERS_SEEN } from "@agora/schema/tables";
import type { KeyBook, KnownKey } from "./key-book.ts";
import { isAbsent, Raw, read, tagOf, threw } from "./safe.ts";
import { spend } from "./scope.ts";
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

const REDACTED = new Raw(() => '"[REDACTED]"');

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

/**
 * The members of an object whose keys need no work; undefined where one does.
 *
 * @param isTop keys that have a meaning at the top of a context need work as well.
 */
export function knownMembers(object: object, book: KeyBook, isTop: boolean): Members | undefined {
  const keys = Object.keys(object);
  const known = keys.length > LIMIT_MEMBERS ? [undefined] : keys.sort().map((key) => book.find(key));
  const kept: Member[] = [];
  // No value is read before it is certain that none is read twice.
  if (known.some((key) => key === undefined || (isTop && key.isSpecial))) return undefined;
  for (const key of known as KnownKey[]) {
    const value = read(object, key.key);
    if (!isAbsent(value)) kept.push({ label: key.label, value: key.isHidden ? REDACTED : value });
  }
  return { kept, dropped: 0 };
}

/** Drops undefined members, cuts keys, sorts, keeps the first 128. */
export function settle(found: ReadonlyMap<string, unknown>, book: KeyBook): Members {
  const short = new Map<string, Member>();
  for (const [key, value] of found) {
    if (isAbsent(value)) continue;
    const shortKey = cut(key, LIMIT_KEY_BYTES);
    const isHidden = book.find(key)?.isHidden ?? book.hides(key);
    short.set(shortKey, {
      label: `${quote(shortKey)}:`,
      value: isHidden ? REDACTED : value,
      isCut: shortKey !== key,
    });
  }
  const keys = [...short.keys()].sort();
  const kept = keys.slice(0, LIMIT_MEMBERS).map((key) => short.get(key) as Member);
  return { kept, dropped: keys.length - kept.length };
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

/** A member that was written, and what was dropped and cut in it. */
export interface Part {
  readonly text: string;
  readonly dropped: number;
  readonly cuts: number;
}

/** Writes members one by one. */
export function writeParts(members: readonly Member[], scope: Scope): Part[] {
  const parts: Part[] = [];
  for (const member of members) {
    const { dropped, cuts } = scope;
    const text = writeMembers([member], scope);
    if (text !== "") parts.push({ text, dropped: scope.dropped - dropped, cuts: scope.cuts - cuts });
  }
  return parts;
}
