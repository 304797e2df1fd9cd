import type { Level } from "@agora/core";
import { LEVELS } from "@agora/schema/tables";

/** The members of an entry that the handlers look at; the others are passed on as they are. */
export type EntryMembers = Readonly<Record<string, unknown>> & {
  readonly timestamp: string;
  readonly level: Level;
};

const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(\d{6})Z$/;

/** Reads a line; undefined when it is no entry with a timestamp and a level. */
export function readEntry(line: string): EntryMembers | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null) return undefined;
    const { timestamp, level } = value as Partial<EntryMembers>;
    const isEntry =
      typeof timestamp === "string" && TIMESTAMP.test(timestamp) && LEVELS.some((known) => known === level);
    return isEntry ? (value as EntryMembers) : undefined;
  } catch {
    return undefined;
  }
}

/** Nanoseconds since 1970 as decimal digits, negative before it; undefined for a date that does not exist. */
export function nanosOf(timestamp: string): string | undefined {
  const [, seconds = "", micros = ""] = TIMESTAMP.exec(timestamp) ?? [];
  const milliseconds = Date.parse(`${seconds}Z`);
  // February 31 is read as a day in March.
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(seconds))
    return undefined;
  return ((BigInt(milliseconds) * 1_000n + BigInt(micros)) * 1_000n).toString();
}

/** A member that is text; undefined where it is anything else. */
export function textMember(entry: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = entry[name];
  return typeof value === "string" ? value : undefined;
}
