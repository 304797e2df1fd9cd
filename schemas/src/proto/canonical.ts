import type { Exception, LogEntry } from "../../gen/entry-types.ts";
import { ENTRY_MEMBERS, EXCEPTION_MEMBERS } from "../../gen/tables.ts";
import { repair, sortedMembers } from "./well-formed.ts";

/**
 * The canonical bytes of an entry as text, with its line feed: members in the order of the wire, those of contexts and
 * unknown ones sorted. Nothing is cut: limits are the logger's matter.
 */
export function toCanonicalLine(entry: LogEntry): string {
  return `${ordered(entry, ENTRY_MEMBERS, (name, value) => {
    switch (name) {
      case "context":
        return isEmpty(value) ? undefined : canonical(value);
      case "exception":
        return exception(value as Exception);
      default:
        return canonical(value);
    }
  })}\n`;
}

function exception(value: Partial<Exception>): string {
  return ordered(value, EXCEPTION_MEMBERS, (name, member) => {
    switch (name) {
      case "cause":
        return exception(member as Exception);
      case "errors":
        return `[${(member as readonly Exception[]).map(exception).join()}]`;
      default:
        return canonical(member);
    }
  });
}

type Write = (name: string, value: unknown) => string | undefined;

/** The object with its known members in their order, and the others sorted behind them. */
function ordered(value: object, order: readonly string[], write: Write): string {
  const object = value as Readonly<Record<string, unknown>>;
  const known = order
    .filter((name) => Object.hasOwn(object, name))
    .map((name) => [name, object[name]] as const);
  const others = sortedMembers(object).filter(([name]) => !order.includes(name));
  const members = [...known, ...others].flatMap(([name, member]) => {
    const text = member === undefined ? undefined : write(name, member);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${members.join()}}`;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join()}]`;
  }
  if (typeof value === "object" && value !== null) {
    const members = sortedMembers(value as Readonly<Record<string, unknown>>);
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join()}}`;
  }
  return typeof value === "string" ? JSON.stringify(repair(value)) : JSON.stringify(value);
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
