import {
  LIMIT_BINARY_BYTES,
  LIMIT_BINARY_BYTES_KEPT,
  LIMIT_ELEMENTS,
  LIMIT_STRING_BYTES,
} from "@agora/schema/tables";
import { base64 } from "./base64.ts";
import { writeErrorInContext } from "./exception.ts";
import { addPlanned, isMap, put, readMembers, settle, writeMembers } from "./members.ts";
import { isError, Raw, read, tagOf, threw } from "./safe.ts";
import { refuse, writeName, writeNested, writeText } from "./scope.ts";
import type { Scope, Writers } from "./scope.ts";
import { numberText, quote } from "./text.ts";
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
      return writeText(value, scope);
    case "number":
      return Number.isFinite(value) ? numberText(value) : `"${value}"`;
    case "boolean":
      return String(value);
    case "bigint":
      return Number.isSafeInteger(Number(value))
        ? String(value)
        : writeName(String(value), LIMIT_STRING_BYTES, scope);
    case "object":
      return value === null ? "null" : addObject("", value, scope);
    default:
      return "null";
  }
}

/** Writes any value as JSON text behind a text. */
export function addValue(text: string, value: unknown, scope: Scope): string {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? text + numberText(value) : `${text}"${value}"`;
    case "boolean":
      return text + (value ? "true" : "false");
    case "object":
      return value === null ? `${text}null` : addObject(text, value, scope);
    default:
      return text + writeValue(value, scope);
  }
}

/** What writes values. */
export const WRITERS: Writers = { write: writeValue, add: addValue };

/**
 * An array, or an object that has nothing but its members, is written into the line itself. The plan of its keys
 * spares sorting them and looking each one up.
 */
function addObject(text: string, value: object, scope: Scope): string {
  const depth = scope.open.length;
  try {
    if (Array.isArray(value)) {
      const { toJSON } = value as { toJSON?: unknown };
      if (typeof toJSON === "function") return text + writeForm(toJSON.call(value, ""), scope);
      const refusal = refuse(value, scope);
      if (refusal !== "") return text + refusal;
      scope.open.push(value);
      const all = addList(text, { items: value, size: value.length }, scope);
      scope.open.pop();
      return all;
    }
    if (Object.getPrototypeOf(value) === Object.prototype) {
      const refusal = refuse(value, scope);
      if (refusal !== "") return text + refusal;
      const plan = scope.book.plan(Object.keys(value));
      if (plan !== undefined && !plan.hasToJson) {
        scope.open.push(value);
        const all = addPlanned(text, value, plan, scope);
        scope.open.pop();
        return all;
      }
    }
  } catch (thrown) {
    scope.open.length = depth;
    return text + threw(thrown).write(scope);
  }
  return text + writeObject(value, scope, true);
}

function writeObject(value: object, scope: Scope, asksToJson: boolean): string {
  const depth = scope.open.length;
  try {
    if (Array.isArray(value))
      return writeOrdinary(value, { items: value, size: value.length }, scope, asksToJson);
    if (Object.getPrototypeOf(value) === Object.prototype)
      return writeOrdinary(value, undefined, scope, asksToJson);
    if (value instanceof Raw) return value.write(scope);
    if (isError(value)) return writeErrorInContext(value, scope);
    if (isMap(value)) return writeContainer(value, undefined, scope);
    const form = specialForm(value, scope);
    if (form === undefined) return writeOrdinary(value, undefined, scope, asksToJson);
    return typeof form === "object" && form !== null && !(form instanceof Raw)
      ? writeContainer(value, form as List, scope)
      : writeValue(form, scope);
  } catch (thrown) {
    scope.open.length = depth;
    return threw(thrown).write(scope);
  }
}

function writeOrdinary(value: object, list: List | undefined, scope: Scope, asksToJson: boolean): string {
  const { toJSON } = value as { toJSON?: unknown };
  if (!asksToJson || typeof toJSON !== "function") return writeContainer(value, list, scope);
  return writeForm(toJSON.call(value, ""), scope);
}

/** Writes what a toJSON has returned; it is not asked for another one. */
function writeForm(form: unknown, scope: Scope): string {
  return typeof form === "object" && form !== null
    ? writeObject(form, scope, false)
    : writeValue(form, scope);
}

function writeContainer(value: object, list: List | undefined, scope: Scope): string {
  return writeNested(value, scope, () => {
    if (list !== undefined) return addList("", list, scope);
    const found = new Map<string, unknown>();
    const beyond = readMembers(value, (key, member) => put(found, key, member));
    const { kept, dropped } = settle(found, scope.book);
    scope.dropped += dropped + beyond;
    return `{${writeMembers(kept, scope)}}`;
  });
}

function addList(before: string, { items, size }: List, scope: Scope): string {
  // A Proxy may say anything.
  const length = Math.max(0, Math.floor(size) || 0);
  let text = `${before}[`;
  let at = 0;
  for (; at < length && at < LIMIT_ELEMENTS && scope.left > 0; at++) {
    scope.left--;
    text = addValue(at === 0 ? text : `${text},`, read(items, at), scope);
  }
  scope.dropped += length - at;
  return `${text}]`;
}

/** Text of our own: it is short enough, and no secrets are looked for in it. */
function literal(text: string): Raw {
  return new Raw(() => quote(text), text);
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
      return literal(Number.isNaN(time) ? "Invalid Date" : timestamp(time, 0));
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

function bytesForm({ buffer, byteOffset, byteLength }: ArrayBufferView, scope: Scope): Raw {
  // A DataView takes nothing but a real buffer, where an array would copy anything that has a length.
  const bytes = new Uint8Array(new DataView(buffer).buffer, byteOffset, byteLength);
  if (byteLength <= LIMIT_BINARY_BYTES) return literal(base64(bytes));
  scope.cuts++;
  return literal(
    `${base64(bytes.subarray(0, LIMIT_BINARY_BYTES_KEPT))}…[+${byteLength - LIMIT_BINARY_BYTES_KEPT}B]`,
  );
}
