import type { EntryMatcher } from "./entry-match.ts";
import { summary } from "./test-sink.ts";
import type { TestSink } from "./test-sink.ts";

/** What a matcher of vitest or Jest returns. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** The matchers as `expect` has them; `R` is what they return: nothing, or a promise behind `resolves`. */
export interface LogMatchers<R = unknown> {
  /** Whether a test sink has an entry that matches; with `count`, exactly that many. */
  toHaveLogged(matcher: EntryMatcher, count?: number): R;
}

/**
 * Matchers for `expect.extend`, in vitest and Jest.
 *
 * @example
 * import { expect } from "vitest";
 * import { logMatchers } from "@agora/core/testing";
 * import type { LogMatchers } from "@agora/core/testing";
 *
 * expect.extend(logMatchers);
 * // The type parameters are those that the interface has in your version of vitest; these are of version 5.
 * declare module "vitest" {
 *   interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends LogMatchers<R> {}
 * }
 *
 * expect(sink).toHaveLogged({ level: "INFO", message: "placed", context: { order: expect.any(Number) } });
 * expect(sink).not.toHaveLogged({ level: "ERROR" });
 */
export const logMatchers: {
  readonly toHaveLogged: (sink: unknown, matcher: EntryMatcher, count?: number) => MatcherResult;
} = { toHaveLogged };

function toHaveLogged(sink: unknown, matcher: EntryMatcher, count?: number): MatcherResult {
  if (!isTestSink(sink))
    return { pass: false, message: () => "toHaveLogged: what is expected is no test sink" };
  const found = sink.entries(matcher);
  const pass = count === undefined ? found.length > 0 : found.length === count;
  const times = count === undefined ? "" : ` ${count} times, not ${found.length}`;
  return {
    pass,
    message: () =>
      `expected the log ${pass ? "not " : ""}to have ${show(matcher)}${times}; logged were:\n${summary(sink.entries())}`,
  };
}

function isTestSink(value: unknown): value is TestSink {
  return typeof value === "object" && value !== null && typeof (value as TestSink).entries === "function";
}

function show(matcher: EntryMatcher): string {
  if (typeof matcher === "function") return "an entry for which the function returns true";
  if (typeof matcher === "string") return JSON.stringify(matcher);
  if (matcher instanceof RegExp) return String(matcher);
  // A matcher inside of a value shows itself by its text.
  const text = (_: string, value: unknown): unknown => {
    if (value instanceof RegExp) return String(value);
    const { asymmetricMatch, toAsymmetricMatcher: name } = (value ?? {}) as Partial<Record<string, unknown>>;
    if (typeof asymmetricMatch !== "function") return value;
    return String(typeof name === "function" ? name.call(value) : value);
  };
  return JSON.stringify(matcher, text);
}
