/**
 * For tests of what an application logs: a sink that keeps the entries, and matchers for vitest and Jest. Nothing here
 * needs either of them.
 *
 * @module
 */
export { matchesEntry } from "./entry-match.ts";
export type { EntryMatch, EntryMatcher } from "./entry-match.ts";
export { logMatchers } from "./log-matchers.ts";
export type { LogMatchers, MatcherResult } from "./log-matchers.ts";
export { createTestSink } from "./test-sink.ts";
export type { TestSink } from "./test-sink.ts";
