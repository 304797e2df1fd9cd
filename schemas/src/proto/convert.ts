import type { LogEntry } from "../../gen/entry-types.ts";
import { PROTO_FIELDS } from "../../gen/proto-fields.ts";
import type { LogEntryMessage } from "../../gen/proto-types.ts";
import { type Level, LEVEL_SEVERITIES, LEVELS } from "../../gen/tables.ts";
import { MAX_NESTING, tooDeep } from "../nesting.ts";
import { shown } from "../violation.ts";
import type { FieldRow } from "./field-row.ts";
import { fromLong, toLong } from "./long.ts";
import { ProtoError } from "./proto-error.ts";
import { formatTimestamp, parseTimestamp } from "./timestamp.ts";
import type { KeyValueMessage, Long64 } from "./value-messages.ts";
import { fromKeyValues, toKeyValues } from "./values.ts";
import { repair } from "./well-formed.ts";

type Fields = Record<string, unknown>;

/**
 * The message of an entry. Texts are repaired, members sorted, so that equal entries have equal bytes. Members that the
 * schema does not know are left out, and so are null and undefined ones.
 *
 * @throws ProtoError where the timestamp, the level, an id or the type of a member is not that of an entry
 */
export function toMessage(entry: LogEntry): LogEntryMessage {
  if (tooDeep(entry) !== undefined) {
    throw new ProtoError(`the entry is nested deeper than ${MAX_NESTING} containers`);
  }
  return toFields(entry, "LogEntry", "") as unknown as LogEntryMessage;
}

/**
 * The entry of a message, its members in the order of the wire and those of its context sorted. A level that is none of
 * the five becomes the one whose range of severity numbers it lies in, or WARNING. An id of another length, or of zeros
 * only, is absent.
 */
export function fromMessage(message: LogEntryMessage): LogEntry {
  return fromFields(message as unknown as Fields, "LogEntry") as unknown as LogEntry;
}

function toFields(value: unknown, message: string, pointer: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ProtoError(`${pointer || "the entry"} is not an object but ${shown(value)}`);
  }
  const fields: Fields = {};
  for (const row of PROTO_FIELDS[message] ?? []) {
    const member = Object.hasOwn(value, row.name) ? (value as Fields)[row.name] : undefined;
    if (member !== undefined && member !== null) {
      fields[row.field] = toField(member, row, `${pointer}/${row.name}`);
    } else if (row.required) {
      throw new ProtoError(`${pointer}/${row.name} is missing`);
    }
  }
  return fields;
}

function toField(value: unknown, { as, message = "" }: FieldRow, pointer: string): unknown {
  switch (as) {
    case "micros":
      return toLong(parseTimestamp(String(value)) ?? refuse(value, pointer, "a timestamp"));
    case "level":
      return isLevel(value) ? LEVEL_SEVERITIES[value] : refuse(value, pointer, "a level");
    case "hex":
      return toBytes(value) ?? refuse(value, pointer, "an id in hexadecimal digits");
    case "members":
      return toKeyValues(isRecord(value) ? value : refuse(value, pointer, "an object"));
    case "message":
      return toFields(value, message, pointer);
    case "messages":
      return (Array.isArray(value) ? value : refuse(value, pointer, "a list")).map((item: unknown, index) =>
        toFields(item, message, `${pointer}/${index}`),
      );
    case "same":
      return toScalar(value, pointer);
  }
}

function toScalar(value: unknown, pointer: string): string | number {
  if (typeof value === "string") {
    return repair(value);
  }
  return typeof value === "number" && Number.isFinite(value)
    ? value
    : refuse(value, pointer, "a text or a number");
}

function refuse(value: unknown, pointer: string, wanted: string): never {
  throw new ProtoError(`${pointer} is not ${wanted} but ${shown(value)}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isLevel(value: unknown): value is Level {
  return (LEVELS as readonly unknown[]).includes(value);
}

function toBytes(value: unknown): Uint8Array | undefined {
  if (typeof value !== "string" || !/^(?:[0-9a-fA-F]{2})+$/.test(value)) {
    return undefined;
  }
  return Uint8Array.from({ length: value.length / 2 }, (_, i) =>
    Number.parseInt(value.slice(2 * i, 2 * i + 2), 16),
  );
}

function fromFields(fields: Fields, message: string): Fields {
  const value: Fields = {};
  for (const row of PROTO_FIELDS[message] ?? []) {
    const field = fields[row.field];
    const member = field === undefined || field === null ? undefined : fromField(field, row);
    if (member !== undefined) {
      value[row.name] = member;
    }
  }
  return value;
}

function fromField(field: unknown, { as, message = "", length = 0 }: FieldRow): unknown {
  switch (as) {
    case "micros":
      return formatTimestamp(fromLong(field as Long64 | number));
    case "level":
      return levelOf(field as number);
    case "hex":
      return toHex(field as Uint8Array, length);
    case "members": {
      const pairs = field as readonly KeyValueMessage[];
      return pairs.length === 0 ? undefined : fromKeyValues(pairs);
    }
    case "message":
      return fromFields(field as Fields, message);
    case "messages": {
      const list = field as readonly Fields[];
      return list.length === 0 ? undefined : list.map((item) => fromFields(item, message));
    }
    case "same":
      // No member of an entry may be NaN or infinite.
      return typeof field === "number" && !Number.isFinite(field) ? undefined : field;
  }
}

/** The level with that severity number, or else that of the range of OTLP in which the number lies. */
function levelOf(severity: number): Level {
  const known = LEVELS.findLast((level) => LEVEL_SEVERITIES[level] <= severity);
  return severity > 24 || severity < 1 ? "WARNING" : (known ?? "DEBUG");
}

function toHex(bytes: Uint8Array, length: number): string | undefined {
  const isId = bytes.length === length && bytes.some((byte) => byte !== 0);
  return isId ? Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("") : undefined;
}
