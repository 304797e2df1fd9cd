import type { CaseConfig, CaseInput, WireCase } from "../protocol/messages.ts";
import type { LiteralText } from "./text.ts";

/** The profiles whose vectors this package carries: valid lines, canonical bytes, protobuf. */
export const PROFILES = ["V", "C", "P"] as const;

/** One of {@link PROFILES}. */
export type Profile = (typeof PROFILES)[number];

/** The keyword of the rule that a vector proves: a broken MUST is a failure, a broken SHOULD a warning. */
export type Level = "MUST" | "SHOULD";

/** What every vector has. */
export interface VectorHead {
  /** Never changed, never used again: `c.num.0017`. */
  readonly id: string;
  readonly title: string;
  readonly profile: Profile;
  readonly level: Level;
  /** The clauses that it proves: `wire-1.0#2.4`. */
  readonly spec: readonly string[];
  /** The version of the suite that brought it. */
  readonly since: string;
  /** The capabilities that a testee must have. */
  readonly needs: readonly string[];
  /** Names of `flags.json`: which well-known mistake this vector finds. */
  readonly flags: readonly string[];
  /** The mutants that it must tell from a right encoder. */
  readonly kills: readonly string[];
  /** Milliseconds, where five seconds are not enough. */
  readonly timeoutMs?: number;
}

/** Exact bytes. */
export interface BytesExpectation {
  readonly kind: "bytes";
  readonly bytes: Buffer;
}

/** A configuration that the SDK refuses with this code. */
export interface RejectedExpectation {
  readonly kind: "rejected";
  readonly code: string;
}

/** A hash over many lines. */
export interface DigestExpectation {
  readonly kind: "digest";
  readonly sha256: string;
}

/** What an answer to a request is compared with. */
export type Expectation = BytesExpectation | RejectedExpectation | DigestExpectation;

/** A vector that a testee answers. */
export interface RequestVector extends VectorHead {
  readonly profile: "C" | "P";
  readonly request: WireCase;
  /** Absent only in a vector that the authoring tool has not filled in yet. */
  readonly expect?: Expectation;
}

/** How the validator is set up for a vector of profile V. */
export type ValidatorMode = "writer" | "reader" | "canonical";

/** A finding that the validator must report. What is absent is not compared. */
export interface ExpectedFinding {
  readonly rule: string;
  readonly severity?: Level;
  readonly line?: number;
  readonly pointer?: string;
}

/** A vector for the validator: a file and the findings that it must bring, none of them for a valid one. */
export interface FileVector extends VectorHead {
  readonly profile: "V";
  readonly mode: ValidatorMode;
  readonly allowTornTail: boolean;
  readonly file: Buffer;
  readonly findings: readonly ExpectedFinding[];
}

/** Any vector, with everything that its file leaves to defaults filled in. */
export type Vector = RequestVector | FileVector;

/** A vector as a file holds it; its schema is `vectors/vectors.schema.json`. */
export interface VectorSource {
  readonly id: string;
  readonly title: string;
  readonly level?: Level;
  readonly spec: string | readonly string[];
  readonly since?: string;
  readonly flags?: readonly string[];
  readonly kills?: readonly string[];
  readonly timeout_ms?: number;
  readonly config?: Partial<CaseConfig>;
  readonly input?: Partial<CaseInput>;
  readonly numbers?: { readonly count: number };
  readonly entry?: LiteralText | EntrySource;
  readonly bytes_hex?: string;
  readonly mode?: ValidatorMode;
  readonly allow_torn_tail?: boolean;
  readonly file?: LiteralText | { readonly hex: string };
  readonly expect?: ExpectationSource;
}

/** A valid entry of `base.json` with members replaced by other JSON texts, added, or left out. */
export interface EntrySource {
  readonly base: string;
  readonly set?: Readonly<Record<string, LiteralText>>;
  readonly drop?: readonly string[];
}

/** An expectation as a file holds it. */
export type ExpectationSource =
  | { readonly context: LiteralText }
  | { readonly rest: LiteralText }
  | { readonly line: LiteralText }
  | { readonly hex: string }
  | { readonly rejected: string }
  | { readonly sha256: string }
  | { readonly findings: readonly ExpectedFinding[] };

/** One file of vectors. */
export interface VectorFile {
  readonly profile: Profile;
  readonly area: string;
  readonly title: string;
  readonly cases: readonly VectorSource[];
}

/** `vectors/base.json`: what the cases of the files leave to defaults. */
export interface VectorBase {
  readonly config: CaseConfig;
  readonly input: CaseInput;
  /** The bytes of the entry of `config` and `input`, up to what a case adds. */
  readonly head: string;
  /** Valid entries for profile V, member by member, as JSON texts in wire order. */
  readonly entries: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The members of an entry in wire order. */
  readonly order: readonly string[];
}
