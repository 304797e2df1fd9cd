import type { Violation } from "../violation.ts";

/** A violation with its place in the bytes of a line. */
export interface Finding extends Violation {
  /** Offset of the first byte that is concerned, from the start of the line. */
  readonly offset: number;
}

/** A finding with its place in a stream or file. */
export interface StreamFinding extends Finding {
  /** Number of the line, counted from 1. */
  readonly line: number;
  /** Offset of the first byte that is concerned, from the start of the stream. */
  readonly streamOffset: number;
}

/**
 * How strict a line is checked. `writer`: closed, with all limits. `reader`: unknown members and any length are
 * accepted. `canonical`: as `writer`, and every byte must be the canonical one.
 */
export type Profile = "writer" | "reader" | "canonical";

/** What can be set for the check of a line; sizes are in bytes and count the line feed. */
export interface LineOptions {
  /** Default `writer`. */
  readonly profile?: Profile;
  /** An entry above this breaks `entry.size`. Default 256,000. */
  readonly maxEntryBytes?: number;
  /** An entry above this breaks `entry.size` as a warning. Default 31,999. */
  readonly warnEntryBytes?: number;
  /** Findings of one line after which its check ends. Default 100. */
  readonly maxFindings?: number;
}
