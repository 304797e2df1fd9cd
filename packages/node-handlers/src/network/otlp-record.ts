import { LEVEL_SEVERITIES } from "@agora/schema/tables";
import { nanosOf, textMember } from "./entry-line.ts";
import type { EntryMembers } from "./entry-line.ts";
import { toAnyValue } from "./otlp-value.ts";
import type { AnyValue, KeyValue } from "./otlp-value.ts";

/** A LogRecord of OTLP in its JSON form. */
export interface LogRecord {
  readonly timeUnixNano: string;
  readonly observedTimeUnixNano: string;
  readonly severityNumber: number;
  readonly severityText: string;
  readonly body: AnyValue;
  readonly attributes: readonly KeyValue[];
  readonly droppedAttributesCount?: number;
  readonly traceId?: string;
  readonly spanId?: string;
  readonly eventName?: string;
}

const CODE = { file: "code.file.path", line: "code.line.number", function: "code.function.name" } as const;
const EXCEPTION = ["type", "message", "stacktrace"] as const;
/** Parts of an exception that OTLP has no names for. */
const EXCEPTION_REST = ["properties", "cause", "errors"] as const;
const EVENT_NAME = "event.name";
/** Names that the mapping itself uses; a member of the context with one of them is moved below `agora.context.`. */
const RESERVED: ReadonlySet<string> = new Set([
  ...Object.values(CODE),
  ...EXCEPTION.map((name) => `exception.${name}`),
  "user.id",
]);
const OWN = "agora.";

/**
 * Makes a LogRecord of an entry; undefined for a date that does not exist. A moment before 1970, which OTLP cannot say,
 * becomes 0 with the attribute `agora.timestamp`.
 *
 * @param observedNanos when the record is made, nanoseconds since 1970.
 * @param hasUser whether `user_id` is sent as `user.id`.
 */
export function toLogRecord(
  entry: EntryMembers,
  observedNanos: string,
  hasUser: boolean,
): LogRecord | undefined {
  const nanos = nanosOf(entry.timestamp);
  if (nanos === undefined) return undefined;
  const isBefore1970 = nanos.startsWith("-");
  const context = isObject(entry["context"]) ? entry["context"] : {};
  const event = context[EVENT_NAME];
  const traceId = textMember(entry, "trace_id");
  const spanId = textMember(entry, "span_id");
  const dropped = isObject(context["_agora"]) ? context["_agora"]["dropped"] : undefined;
  return {
    timeUnixNano: isBefore1970 ? "0" : nanos,
    observedTimeUnixNano: observedNanos,
    severityNumber: LEVEL_SEVERITIES[entry.level],
    severityText: entry.level,
    body: toAnyValue(entry["message"]),
    attributes: [
      ...(isBefore1970 ? [attribute("agora.timestamp", entry.timestamp)] : []),
      ...ownAttributes(entry, hasUser),
      ...exceptionAttributes(entry["exception"]),
      ...contextAttributes(context),
    ],
    ...(typeof dropped === "number" ? { droppedAttributesCount: dropped } : {}),
    ...(traceId === undefined ? {} : { traceId }),
    ...(spanId === undefined ? {} : { spanId }),
    ...(typeof event === "string" ? { eventName: event } : {}),
  };
}

function ownAttributes(entry: EntryMembers, hasUser: boolean): KeyValue[] {
  const names = {
    ...CODE,
    correlation_id: "agora.correlation_id",
    entry_id: "agora.entry_id",
    sampling: "agora.sampling",
    ...(hasUser ? { user_id: "user.id" } : {}),
  };
  const attributes = Object.entries(names).flatMap(([member, key]) => given(key, entry[member]));
  const duration = entry["duration_ms"];
  // It is a double even where it has no fraction, so that a receiver sees one type.
  if (typeof duration === "number") {
    attributes.push({ key: "agora.duration_ms", value: { doubleValue: duration } });
  }
  return attributes;
}

function exceptionAttributes(exception: unknown): KeyValue[] {
  if (!isObject(exception)) return [];
  return [
    ...EXCEPTION.flatMap((name) => given(`exception.${name}`, exception[name])),
    ...EXCEPTION_REST.flatMap((name) => given(`agora.exception.${name}`, exception[name])),
  ];
}

function contextAttributes(context: Readonly<Record<string, unknown>>): KeyValue[] {
  return Object.entries(context)
    .filter(([key, value]) => key !== EVENT_NAME || typeof value !== "string")
    .map(([key, value]) => {
      const isTaken = RESERVED.has(key) || key.startsWith(OWN) || key === "";
      return attribute(isTaken ? `agora.context.${key}` : key, value);
    });
}

function given(key: string, value: unknown): KeyValue[] {
  return value === undefined ? [] : [attribute(key, value)];
}

function attribute(key: string, value: unknown): KeyValue {
  return { key, value: toAnyValue(value) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
