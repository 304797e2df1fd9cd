import {
  LIMIT_BINARY_BYTES,
  LIMIT_BINARY_BYTES_KEPT,
  LIMIT_ELEMENTS,
  LIMIT_STRING_BYTES,
} from "@agora/schema/tables";
import { base64 } from "./base64.ts";
import { writeErrorInContext } from "./exception.ts";
import { isMap, knownMembers, put, readMembers, settle, writeMembers } from "./members.ts";
import type { Members } from "./members.ts";
import { isError, Raw, read, tagOf, threw } from "./safe.ts";
import { writeNested, writeText } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { timestamp } from "./timestamp.ts";

/** What becomes an array: its elements, as far as they were read, and how many there are. */
interface List {
  readonly items: ArrayLike<unknown>;
  readonly size: number;
}

/** Writes any value as JSON text. Never throws; undefined, functions and symbols are null. */
export function writeValue(value: unknown, scope: Scope): string {
  switch (typeof value) {
    case "string":
      return writeText(value, LIMIT_STRING_BYTES, scope);
    case "number":
      // String() of a number is Number::toString of ECMAScript, the very form that the wire format asks for.
      return Number.isFinite(value) ? String(value) : `"${value}"`;
    case "boolean":
      return String(value);
    case "bigint":
      return Number.isSafeInteger(Number(value))
        ? String(value)
        : writeText(String(value), LIMIT_STRING_BYTES, scope);
    case "object":
      return value === null ? "null" : writeObject(value, scope, true);
    default:
      return "null";
  }
}

function writeObject(value: object, scope: Scope, asksToJson: boolean): string {
  const depth = scope.open.length;
  try {
    if (value instanceof Raw) return value.write(scope);
    if (Array.isArray(value))
      return writeOrdinary(value, { items: value, size: value.length }, scope, asksToJson);
    if (Object.getPrototypeOf(value) === Object.prototype)
      return writeOrdinary(value, undefined, scope, asksToJson);
    if (isError(value)) return writeErrorInContext(value, scope);
    if (isMap(value)) return writeContainer(value, undefined, scope);
    const form = specialForm(value, scope);
    if (form === undefined) return writeOrdinary(value, undefined, scope, asksToJson);
    return typeof form === "object" ? writeContainer(value, form as List, scope) : writeValue(form, scope);
  } catch (thrown) {
    scope.open.length = depth;
    return threw(thrown).write(scope);
  }
}

function writeOrdinary(value: object, list: List | undefined, scope: Scope, asksToJson: boolean): string {
  const { toJSON } = value as { toJSON?: unknown };
  if (!asksToJson || typeof toJSON !== "function") return writeContainer(value, list, scope);
  const result: unknown = toJSON.call(value, "");
  return typeof result === "object" && result !== null
    ? writeObject(result, scope, false)
    : writeValue(result, scope);
}

function writeContainer(value: object, list: List | undefined, scope: Scope): string {
  return writeNested(value, scope, () => {
    if (list !== undefined) return writeList(list, scope);
    const { kept, dropped } = membersOf(value, scope);
    scope.dropped += dropped;
    return `{${writeMembers(kept, scope)}}`;
  });
}

function membersOf(value: object, { book }: Scope): Members {
  const known = isMap(value) ? undefined : knownMembers(value, book, false);
  if (known !== undefined) return known;
  const found = new Map<string, unknown>();
  const beyond = readMembers(value, (key, member) => put(found, key, member));
  const { kept, dropped } = settle(found, book);
  return { kept, dropped: dropped + beyond };
}

function writeList({ items, size }: List, scope: Scope): string {
  // A Proxy may say anything.
  const length = Math.max(0, Math.floor(size) || 0);
  let text = "";
  let at = 0;
  for (; at < length && at < LIMIT_ELEMENTS && scope.left > 0; at++) {
    scope.left--;
    text += (text && ",") + writeValue(read(items, at), scope);
  }
  scope.dropped += length - at;
  return `[${text}]`;
}

/**
 * What stands for an object of a built-in class: a primitive value or a list; undefined for an object that is written
 * by its members. An object that only says that it is of such a class is written by its members.
 */
function specialForm(value: object, scope: Scope): unknown {
  const tag = tagOf(value);
  try {
    if (tag === "Date") {
      const time = (value as Date).getTime();
      return Number.isNaN(time) ? "Invalid Date" : timestamp(time, 0);
    }
    if (tag === "Set") {
      const items: unknown[] = [];
      for (const item of value as Set<unknown>) if (items.push(item) === LIMIT_ELEMENTS) break;
      return { items, size: (value as Set<unknown>).size };
    }
    if (ArrayBuffer.isView(value)) {
      const items = value as unknown as ArrayLike<unknown>;
      return /^(Uint8Array|DataView)$/.test(tag) ? bytesForm(value, scope) : { items, size: items.length };
    }
    if (tag.endsWith("ArrayBuffer")) return bytesForm(new DataView(value as ArrayBuffer), scope);
    if (tag === "RegExp") return String(value);
    const primitive: unknown = /^(Number|String|Boolean|BigInt|Symbol)$/.test(tag) ? value.valueOf() : value;
    return typeof primitive === "object" ? undefined : primitive;
  } catch {
    // Not what it says it is.
    return undefined;
  }
}

function bytesForm({ buffer, byteOffset, byteLength }: ArrayBufferView, scope: Scope): string {
  // A DataView takes nothing but a real buffer, where an array would copy anything that has a length.
  const bytes = new Uint8Array(new DataView(buffer).buffer, byteOffset, byteLength);
  if (byteLength <= LIMIT_BINARY_BYTES) return base64(bytes);
  scope.cuts++;
  return `${base64(bytes.subarray(0, LIMIT_BINARY_BYTES_KEPT))}…[+${byteLength - LIMIT_BINARY_BYTES_KEPT}B]`;
}
