// Generated from log-entry.schema.json by `npm run generate`. Do not edit.

import type { Context } from "../src/json.ts";

/**
 * One log entry: one JSON object on one line. The order of the members here is their order on the line. Sizes called bytes are UTF-8 bytes of the JSON-escaped text without its quotes.
 */
export interface LogEntry {
  /**
   * UTC, exactly 27 bytes, floored to the microsecond and never rounded. Years 0001 to 9999; a time outside is written as the nearest end.
   *
   * @example "2026-11-20T10:00:00.123456Z"
   */
  timestamp: string;
  /**
   * How serious it is. Five levels, always in upper case; interfaces also take the aliases, in any case.
   *
   * @example "ERROR"
   */
  level: "DEBUG" | "INFO" | "WARNING" | "ERROR" | "CRITICAL";
  /**
   * What happened, in words. May be empty. Escape sequences for terminals are taken out by default.
   *
   * @example "order rejected"
   */
  message: string;
  /**
   * Name of the service that wrote the entry, as configured.
   *
   * @example "market-data"
   */
  service: string;
  /**
   * File of the call: its base name, or a path relative to the configured source root with `/` between the parts. `<unknown>` when it cannot be known. Never absolute, never a URL, no query.
   *
   * @example "feed.ts"
   */
  file: string;
  /**
   * Line of the call, counted from 1; 0 when it is unknown.
   *
   * @example 12
   */
  line: number;
  /**
   * Bare name of the function or method of the call, without class or signature: `<module>` at top level, `<anonymous>` for a function without a name, `<unknown>` when it cannot be known.
   *
   * @example "load"
   */
  function: string;
  /**
   * Where the service runs, as configured.
   *
   * @example "production"
   */
  environment?: "development" | "staging" | "production";
  /**
   * Semantic version of the service, as configured.
   *
   * @example "1.4.2"
   */
  version?: string;
  /**
   * Name of the host or pod.
   *
   * @example "node-7"
   */
  host?: string;
  /**
   * Name of the logger; parts of a hierarchy are separated by dots.
   *
   * @example "agora.feed"
   */
  logger_name?: string;
  /**
   * UUID, in lower case, that the entries of one request share across services.
   *
   * @example "0b9fc3a2-6f0e-4b0e-9d43-9f0a2f5f7a11"
   */
  correlation_id?: string;
  /**
   * Id of the user on whose behalf the work is done. An integer is written as its digits.
   *
   * @example "u-1042"
   */
  user_id?: string;
  /**
   * W3C trace id: 32 hexadecimal digits in lower case, not all zero.
   *
   * @example "4bf92f3577b34da6a3ce929d0e0e4736"
   */
  trace_id?: string;
  /**
   * W3C parent id: 16 hexadecimal digits in lower case, not all zero. Allowed without `trace_id`.
   *
   * @example "00f067aa0ba902b7"
   */
  span_id?: string;
  /**
   * UUIDv7, in lower case, of this entry. Written by network transports and wherever duplicates must be told apart; absent in plain files.
   *
   * @example "01980c1e-9f00-7a3b-8c4d-5e6f708192a3"
   */
  entry_id?: string;
  /**
   * Version of this schema that the entry needs. Absent means 1.0; written whenever an entry uses anything newer. A reader accepts every minor version of its major version.
   *
   * @default "1.0"
   * @example "1.0"
   */
  schema_version?: string;
  sampling?: Sampling;
  /**
   * How long the work took that the entry reports, in milliseconds with fraction. Finite and not negative.
   *
   * @example 12.5
   */
  duration_ms?: number;
  /**
   * Everything else that the caller said, by name, members sorted by UTF-16 code units at every depth (RFC 8785). Absent when empty. `_agora` is written by the logger and comes on top of the 128 members.
   *
   * @example {"attempt":2,"symbol":"ACME"}
   */
  context?: Context;
  exception?: Exception;
}
/**
 * Present on an entry that was kept by sampling at a rate below 1: it stands for 1 / rate entries.
 *
 * @example {"rate":0.1}
 */
export interface Sampling {
  /**
   * Share of such entries that is kept: above 0 and below 1.
   *
   * @example 0.1
   */
  rate: number;
}
/**
 * An error with its chain of causes: at most 8 errors in the chain, itself counted. Only the first of a chain has `errors`.
 *
 * @example {"type":"RangeError","message":"price out of range","stacktrace":"RangeError: price out of range\n    at load (feed.ts:12:7)"}
 */
export interface Exception {
  /**
   * Name of the error's type; `Error` when it has none; for a thrown value that is no error, the name of its kind.
   *
   * @example "RangeError"
   */
  type: string;
  /**
   * What the error says; may be empty.
   *
   * @example "price out of range"
   */
  message: string;
  /**
   * Stack trace in the language's own form, lines separated by line feeds. Absent where the language has none.
   *
   * @example "RangeError: price out of range\n    at load (feed.ts:12:7)"
   */
  stacktrace?: string;
  /**
   * The error's own further members, such as `code`, `errno` or `status`, sorted as those of `context`. Absent when empty.
   *
   * @example {"code":"ECONNRESET","errno":-104}
   */
  properties?: Context;
  cause?: Cause;
  /**
   * The errors that an AggregateError or ExceptionGroup holds: at most 16, each without causes and errors of its own.
   *
   * @example [{"type":"TimeoutError","message":"feed b"}]
   *
   * @minItems 1
   * @maxItems 16
   */
  errors?: GroupedError[];
}
/**
 * An error further down a chain of causes: as an exception, without `errors`.
 */
export interface Cause {
  /**
   * Name of the error's type; `Error` when it has none; for a thrown value that is no error, the name of its kind.
   *
   * @example "RangeError"
   */
  type: string;
  /**
   * What the error says; may be empty.
   *
   * @example "price out of range"
   */
  message: string;
  /**
   * Stack trace in the language's own form, lines separated by line feeds. Absent where the language has none.
   *
   * @example "RangeError: price out of range\n    at load (feed.ts:12:7)"
   */
  stacktrace?: string;
  /**
   * The error's own further members, such as `code`, `errno` or `status`, sorted as those of `context`. Absent when empty.
   *
   * @example {"code":"ECONNRESET","errno":-104}
   */
  properties?: Context;
  cause?: Cause;
}
/**
 * One error of a group: as an exception, without `cause` and `errors`.
 */
export interface GroupedError {
  /**
   * Name of the error's type; `Error` when it has none; for a thrown value that is no error, the name of its kind.
   *
   * @example "RangeError"
   */
  type: string;
  /**
   * What the error says; may be empty.
   *
   * @example "price out of range"
   */
  message: string;
  /**
   * Stack trace in the language's own form, lines separated by line feeds. Absent where the language has none.
   *
   * @example "RangeError: price out of range\n    at load (feed.ts:12:7)"
   */
  stacktrace?: string;
  /**
   * The error's own further members, such as `code`, `errno` or `status`, sorted as those of `context`. Absent when empty.
   *
   * @example {"code":"ECONNRESET","errno":-104}
   */
  properties?: Context;
}
/**
 * What the limits took from the entry. A logger writes it, never a caller.
 */
export interface Losses {
  /**
   * How many members and elements of `context` were left out; 999999 stands for that many or more.
   *
   * @example 3
   */
  dropped?: number;
  /**
   * Members in which a text or a key was cut or, for `exception`, anything was left out, sorted by name.
   *
   * @example ["message"]
   */
  truncated?: readonly string[];
}
