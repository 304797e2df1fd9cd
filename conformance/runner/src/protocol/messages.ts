import type { TypedContext, TypedValue } from "./typed-value.ts";

/** The version of the protocol that this runner speaks. */
export const PROTOCOL_VERSION = 1;

/** The versions of the wire format whose vectors this package carries. */
export const WIRE_VERSIONS: readonly string[] = ["1.0"];

/** What every line of a testee's stdout that belongs to the protocol begins with. */
export const REPLY_PREFIX = "@agora1 ";

/** Longest request or reply, in bytes without its LF: 64 MiB. */
export const MAX_MESSAGE_BYTES: number = 64 * 1024 * 1024;

/** How an SDK is set up for one case. Members that are absent are absent from the entry. */
export interface CaseConfig {
  readonly clock: { readonly ns: string };
  readonly service: TypedValue;
  readonly environment?: TypedValue;
  readonly version?: TypedValue;
  readonly host?: TypedValue;
  readonly logger_name?: TypedValue;
  readonly entry_id?: TypedValue;
  readonly sampling_rate?: TypedValue;
  readonly max_entry_bytes?: number;
  readonly strip_ansi?: boolean;
  readonly redact?: {
    readonly enabled?: boolean;
    readonly fields?: readonly string[];
    readonly replace_defaults?: boolean;
    /** Built-in patterns on or off, and own ones, by name. May be what a writer must refuse. */
    readonly patterns?: Readonly<Record<string, unknown>>;
    /** Names whose values are shown in part. May be what a writer must refuse. */
    readonly masks?: Readonly<Record<string, unknown>>;
  };
  readonly source_root?: string;
}

/** One call of a logger. */
export interface CaseInput {
  readonly level: string;
  readonly message: TypedValue;
  readonly file: TypedValue;
  readonly line: TypedValue | number;
  readonly function: TypedValue;
  readonly bound?: readonly TypedContext[];
  readonly context?: TypedContext;
  readonly error?: TypedValue;
}

/** An entry of a batch: a call that may bring its own configuration. */
export interface BatchEntry extends CaseInput {
  readonly config?: CaseConfig;
}

/** What a testee is asked to do. It never sees what is expected. */
export type WireCase =
  | { readonly id: string; readonly kind: "encode"; readonly config: CaseConfig; readonly input: CaseInput }
  | {
      readonly id: string;
      readonly kind: "batch";
      readonly config: CaseConfig;
      readonly entries: readonly BatchEntry[];
    }
  | { readonly id: string; readonly kind: "numbers"; readonly bits: readonly string[] }
  | { readonly id: string; readonly kind: "proto_encode"; readonly entry: string }
  | { readonly id: string; readonly kind: "proto_decode"; readonly bytes_hex: string }
  | {
      readonly id: string;
      readonly kind: "scenario";
      readonly folder: string;
      readonly steps: readonly Readonly<Record<string, unknown>>[];
    };

/** What a testee says of itself. */
export interface Hello {
  readonly sdk: string;
  readonly version: string;
  readonly language: string;
  readonly runtime: string;
  /** SHA-256 in hex of the built artifact: what was tested. */
  readonly artifact: string;
  readonly source_root: string;
  readonly capabilities: readonly string[];
  readonly limits: { readonly depth: number; readonly bytes: number };
  readonly deps: Readonly<Record<string, string>>;
  readonly max_in_flight: number;
}

/** A hash over what a batch or a list of numbers produced. */
export interface Digest {
  readonly sha256: string;
  readonly count: number;
  readonly bytes: number;
}

/** A testee's answer to a case. */
export type Outcome =
  | { readonly bytes_b64: string }
  | { readonly rejected: { readonly code: string; readonly message: string } }
  | { readonly observed: Readonly<Record<string, unknown>> }
  | { readonly unsupported: { readonly capability: string } }
  | { readonly error: { readonly message: string; readonly trace: string } }
  | { readonly digest: Digest };

/** A request without its sequence number. */
export type Command =
  | { readonly cmd: "hello"; readonly protocol: number; readonly wire: readonly string[] }
  | { readonly cmd: "run"; readonly case: WireCase }
  | { readonly cmd: "reset" }
  | { readonly cmd: "stop" };

/** A reply of a testee. */
export type Reply =
  | { readonly seq: number; readonly hello: Hello }
  | { readonly seq: number; readonly outcome: Outcome };

/**
 * The line of a request, without LF: JSON with every character outside ASCII escaped, so that no host's input
 * encoding takes part.
 */
export function requestLine(seq: number, command: Command): string {
  const { cmd, ...rest } = command;
  return JSON.stringify({ cmd, seq, ...rest }).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
