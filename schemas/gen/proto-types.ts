// Generated from log-entry.schema.json by `npm run generate`. Do not edit.

import type { KeyValueMessage, Long64 } from "../src/proto/value-messages.ts";

/** One log entry: one JSON object on one line. The order of the members here is their order on the line. Sizes called bytes are UTF-8 bytes of the JSON-escaped text without its quotes. */
export interface LogEntryMessage {
  /** UTC, exactly 27 bytes, floored to the microsecond and never rounded. Years 0001 to 9999; a time outside is written as the nearest end. */
  time_unix_micros: Long64 | number;
  /** How serious it is. Five levels, always in upper case; interfaces also take the aliases, in any case. */
  level: number;
  /** What happened, in words. May be empty. Escape sequences for terminals are taken out by default. */
  message: string;
  /** Name of the service that wrote the entry, as configured. */
  service: string;
  /** File of the call: its base name, or a path relative to the configured source root with `/` between the parts. `<unknown>` when it cannot be known. Never absolute, never a URL, no query. */
  file: string;
  /** Line of the call, counted from 1; 0 when it is unknown. */
  line: number;
  /** Bare name of the function or method of the call, without class or signature: `<module>` at top level, `<anonymous>` for a function without a name, `<unknown>` when it cannot be known. */
  function: string;
  /** Where the service runs, as configured. */
  environment?: string | null;
  /** Semantic version of the service, as configured. */
  version?: string | null;
  /** Name of the host or pod. */
  host?: string | null;
  /** Name of the logger; parts of a hierarchy are separated by dots. */
  logger_name?: string | null;
  /** UUID, in lower case, that the entries of one request share across services. */
  correlation_id?: string | null;
  /** Id of the user on whose behalf the work is done. An integer is written as its digits. */
  user_id?: string | null;
  /** W3C trace id: 32 hexadecimal digits in lower case, not all zero. */
  trace_id?: Uint8Array | null;
  /** W3C parent id: 16 hexadecimal digits in lower case, not all zero. Allowed without `trace_id`. */
  span_id?: Uint8Array | null;
  /** UUIDv7, in lower case, of this entry. Written by network transports and wherever duplicates must be told apart; absent in plain files. */
  entry_id?: string | null;
  /** Version of this schema that the entry needs. Absent means 1.0; written whenever an entry uses anything newer. A reader accepts every minor version of its major version. */
  schema_version?: string | null;
  /** Present on an entry that was kept by sampling at a rate below 1: it stands for 1 / rate entries. */
  sampling?: SamplingMessage | null;
  /** How long the work took that the entry reports, in milliseconds with fraction. Finite and not negative. */
  duration_ms?: number | null;
  /** Everything else that the caller said, by name, members sorted by UTF-16 code units at every depth (RFC 8785). Absent when empty. `_agora` is written by the logger and comes on top of the 128 members. */
  context?: KeyValueMessage[];
  /** The error that the entry is about. */
  exception?: ExceptionMessage | null;
  /** Fields that this version does not know, as they were read. */
  $unknowns?: Uint8Array[];
}

/** An error with its chain of causes: at most 8 errors in the chain, itself counted. Only the first of a chain has `errors`. */
export interface ExceptionMessage {
  /** Name of the error's type; `Error` when it has none; for a thrown value that is no error, the name of its kind. */
  type: string;
  /** What the error says; may be empty. */
  message: string;
  /** Stack trace in the language's own form, lines separated by line feeds. Absent where the language has none. */
  stacktrace?: string | null;
  /** The error's own further members, such as `code`, `errno` or `status`, sorted as those of `context`. Absent when empty. */
  properties?: KeyValueMessage[];
  /** The error that led to this one. */
  cause?: ExceptionMessage | null;
  /** The errors that an AggregateError or ExceptionGroup holds: at most 16, each without causes and errors of its own. */
  errors?: ExceptionMessage[];
  /** Fields that this version does not know, as they were read. */
  $unknowns?: Uint8Array[];
}

/** Present on an entry that was kept by sampling at a rate below 1: it stands for 1 / rate entries. */
export interface SamplingMessage {
  /** Share of such entries that is kept: above 0 and below 1. */
  rate: number;
  /** Fields that this version does not know, as they were read. */
  $unknowns?: Uint8Array[];
}
