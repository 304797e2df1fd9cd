import type { LogEntry } from "@agora/schema";
import { findLevel } from "../level.ts";

/**
 * What an entry must say. A value stands for itself; an object for one that has at least these members, at every
 * depth; a RegExp for a text in which it finds something. Matchers such as `expect.any(Number)` and
 * `expect.objectContaining(...)` may stand anywhere.
 */
export interface EntryMatch {
  /** Also by alias and in any case. */
  readonly level?: unknown;
  /** Text, or a RegExp. */
  readonly message?: unknown;
  readonly logger_name?: unknown;
  readonly context?: unknown;
  readonly exception?: unknown;
  /** Any other member of an entry, by its name on the wire. */
  readonly [member: string]: unknown;
}

/** What matches: members that an entry must have, a text or a RegExp for its message, or a function. */
export type EntryMatcher = EntryMatch | string | RegExp | ((entry: LogEntry) => boolean);

/** Whether an entry says what it must. */
export function matchesEntry(entry: LogEntry, matcher: EntryMatcher): boolean {
  if (typeof matcher === "function") return matcher(entry);
  if (typeof matcher === "string" || matcher instanceof RegExp) return matches(entry.message, matcher);
  return Object.entries(matcher).every(([name, expected]) =>
    matches(
      (entry as unknown as Record<string, unknown>)[name],
      name === "level" ? (findLevel(expected) ?? expected) : expected,
    ),
  );
}

function matches(value: unknown, expected: unknown): boolean {
  if (isAsymmetric(expected)) return expected.asymmetricMatch(value);
  if (expected instanceof RegExp) return typeof value === "string" && value.search(expected) >= 0;
  if (typeof expected !== "object" || expected === null) return Object.is(value, expected);
  if (typeof value !== "object" || value === null || Array.isArray(value) !== Array.isArray(expected))
    return false;
  if (Array.isArray(expected) && expected.length !== (value as unknown[]).length) return false;
  return Object.entries(expected).every(([key, each]) =>
    matches((value as Record<string, unknown>)[key], each),
  );
}

/** The protocol that vitest, Jest and others have for matchers inside of values. */
function isAsymmetric(value: unknown): value is { asymmetricMatch: (other: unknown) => boolean } {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { asymmetricMatch?: unknown }).asymmetricMatch === "function"
  );
}
