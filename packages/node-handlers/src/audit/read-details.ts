import type { AuditDetails } from "./audit-logger.ts";

/** The details of a call as they were read. */
export interface ReadDetails extends Omit<AuditDetails, "context"> {
  readonly context: object;
}

const NAMES = [
  "actor",
  "resource",
  "outcome",
  "userId",
  "ipAddress",
  "requestId",
  "correlationId",
  "traceId",
  "spanId",
] as const;
const UNREADABLE = "[unreadable]";
const SHORT_CHARACTERS = 64;

/** The details of a call, each read once. One that throws says so in its place: no entry is lost for it. */
export function readDetails(details: unknown): ReadDetails {
  const given = (details ?? {}) as AuditDetails;
  const texts = NAMES.map((name) => [name, look(() => given[name], UNREADABLE)]);
  const context = look(() => callerContext(given.context), { context: UNREADABLE });
  return { ...(Object.fromEntries(texts) as AuditDetails), context };
}

/** A text that leaves room for the others in an entry that is too large. */
export function shortened(value: unknown): unknown {
  return typeof value === "string" && value.length > SHORT_CHARACTERS
    ? `${value.slice(0, SHORT_CHARACTERS - 1).toWellFormed()}…`
    : value;
}

/** All texts cut short, and nothing of the caller's context. */
export function shortDetails(details: ReadDetails): ReadDetails {
  const texts = NAMES.map((name) => [name, shortened(details[name])]);
  return { ...(Object.fromEntries(texts) as AuditDetails), context: { context_dropped: "too large" } };
}

/** What the caller says besides, with the names that are ours given other ones: a caller must not explain a gap. */
function callerContext(context: unknown): object {
  if (typeof context !== "object" || context === null) return {};
  const others = context as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.keys(others).map((key) => [
      key === "audit" || key === "purged" ? `${key}_` : key,
      look(() => others[key], UNREADABLE),
    ]),
  );
}

function look<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
