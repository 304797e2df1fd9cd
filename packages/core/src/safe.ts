import { LIMIT_TEXT_BYTES } from "@agora/schema/tables";
import type { Scope } from "./scope.ts";
import { cut, quote } from "./text.ts";

/** A value that says itself how it is written: what stands in place of one that is hidden or could not be read. */
export class Raw {
  readonly write: (scope: Scope) => string;
  /** The same as text, where it is a string. */
  readonly text: string;

  constructor(write: (scope: Scope) => string, text = "") {
    this.write = write;
    this.text = text;
  }
}

/** What stands in place of a value whose code threw. */
export function threw(thrown: unknown): Raw {
  const text = `[threw ${cut(typeName(thrown).toWellFormed(), LIMIT_TEXT_BYTES)}]`;
  return new Raw(() => quote(text), text);
}

/** Reads a member; where its getter throws, what stands for that. */
export function read(target: unknown, key: PropertyKey): unknown {
  try {
    return (target as Record<PropertyKey, unknown>)[key];
  } catch (thrown) {
    return threw(thrown);
  }
}

/** Name of the built-in class of an object, of whatever realm; empty where it cannot be told. */
export function tagOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value).slice(8, -1);
  } catch {
    return "";
  }
}

/** Whether a value is an Error, of whatever realm. */
export function isError(value: unknown): value is Error {
  try {
    return value instanceof Error || tagOf(value) === "Error";
  } catch {
    return false;
  }
}

/** Name of the type of an error, or of the kind of any other value. */
export function typeName(value: unknown): string {
  if (isError(value)) {
    const name = read(value, "name") || read(read(value, "constructor"), "name");
    return typeof name === "string" && name !== "" ? name : "Error";
  }
  // The tag of an array is "Array" also in another realm, and that of a proxy of one.
  return tagOf(value) === "Array" ? "array" : typeof value === "bigint" ? "number" : typeof value;
}

/** Whether a member with this value is left out. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "function" || typeof value === "symbol";
}

/** Whether an object is a literal, or as good as one: it has no code but its own members. */
export function isLiteral(value: unknown): boolean {
  try {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
  } catch {
    return false;
  }
}

/**
 * Whether a function was written to be called for a value: an arrow function or a method, without parameters. A class,
 * an ordinary function or one of the platform may do anything when it is called, such as end the process.
 */
export function isLazy(value: unknown): value is () => unknown {
  try {
    return (
      typeof value === "function" &&
      value.length === 0 &&
      !Object.hasOwn(value, "prototype") &&
      !Function.prototype.toString.call(value).endsWith("[native code] }")
    );
  } catch {
    return false;
  }
}
