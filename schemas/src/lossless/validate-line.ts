import type { Finding, LineOptions } from "./finding.ts";
import { LineChecker } from "./line-checker.ts";

const LF = 0x0a;
const checkers = new WeakMap<LineOptions, LineChecker>();
const DEFAULTS: LineOptions = {};

/**
 * Checks one line and returns every finding in the order of the bytes; the list for a valid line is empty. Never throws
 * on account of the bytes. Use the same options object again and again: what it needs is prepared once.
 *
 * @param bytes the line, with or without its line feed
 *
 * @example A member given twice
 * validateLine(new TextEncoder().encode('{"level":"INFO","level":"INFO"}'))[0]?.rule; // "entry.required", ...
 */
export function validateLine(bytes: Uint8Array, options: LineOptions = DEFAULTS): readonly Finding[] {
  let checker = checkers.get(options);
  if (checker === undefined) {
    checker = new LineChecker(options);
    checkers.set(options, checker);
  }
  return checker.check(bytes, 0, bytes.at(-1) === LF ? bytes.length - 1 : bytes.length);
}
