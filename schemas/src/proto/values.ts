import { LIMIT_SAFE_INTEGER } from "../../gen/tables.ts";
import type { JsonValue } from "../json.ts";
import { fromLong } from "./long.ts";
import type { AnyValueMessage, KeyValueMessage } from "./value-messages.ts";
import { repair, sortedMembers } from "./well-formed.ts";

/** Key-value pairs of an object, sorted. */
export function toKeyValues(object: Readonly<Record<string, unknown>>): KeyValueMessage[] {
  return sortedMembers(object).map(([key, value]) => ({ key, value: toAnyValue(value) }));
}

/**
 * A value as a message. A number without fraction within +-(2^53-1) is an `int_value`, any other a `double_value`; what
 * JSON cannot hold becomes the text that entries have for it.
 */
function toAnyValue(value: unknown): AnyValueMessage {
  switch (typeof value) {
    case "string":
      return { string_value: repair(value) };
    case "boolean":
      return { bool_value: value };
    case "number":
      return toNumber(value);
    case "bigint":
      return isSafe(value) ? { int_value: Number(value) } : { string_value: String(value) };
    case "object":
      if (Array.isArray(value)) {
        return { array_value: { values: value.map(toAnyValue) } };
      }
      return value === null
        ? {}
        : { kvlist_value: { values: toKeyValues(value as Readonly<Record<string, unknown>>) } };
    default:
      return {};
  }
}

function toNumber(value: number): AnyValueMessage {
  if (Number.isSafeInteger(value)) {
    return { int_value: value };
  }
  return Number.isFinite(value) ? { double_value: value } : { string_value: String(value) };
}

/** The object that key-value pairs are; of equal keys the last one stands. */
export function fromKeyValues(pairs: readonly KeyValueMessage[]): Record<string, JsonValue> {
  return Object.fromEntries(pairs.map(({ key, value }) => [key, fromAnyValue(value ?? {})]));
}

function fromAnyValue(message: AnyValueMessage): JsonValue {
  const { string_value, bool_value, int_value, double_value, array_value, kvlist_value, bytes_value } =
    message;
  if (typeof string_value === "string") {
    return string_value;
  }
  if (typeof bool_value === "boolean") {
    return bool_value;
  }
  if (int_value !== undefined && int_value !== null) {
    const integer = fromLong(int_value);
    return isSafe(integer) ? Number(integer) : String(integer);
  }
  if (typeof double_value === "number") {
    return Number.isFinite(double_value) ? double_value : String(double_value);
  }
  if (array_value) {
    return (array_value.values ?? []).map(fromAnyValue);
  }
  if (kvlist_value) {
    return fromKeyValues(kvlist_value.values ?? []);
  }
  return bytes_value ? base64(bytes_value) : null;
}

function isSafe(integer: bigint): boolean {
  return integer >= -BigInt(LIMIT_SAFE_INTEGER) && integer <= BigInt(LIMIT_SAFE_INTEGER);
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
