import type { SHARED, WorkloadEntry } from "../workloads.ts";

/** What all entries share. */
export type Shared = typeof SHARED;

/** Encodes the entry of an index at a time in microseconds since 1970: one line with its line feed. */
export type Encode = (index: number, timeUs: number) => string;

/** A way to encode entries in this language. */
export interface NodeContender {
  readonly name: string;
  readonly version: string;
  /** Prepares what does not change from call to call. */
  prepare(shared: Shared, entries: readonly WorkloadEntry[]): Encode;
}

/** An error as a service throws it, with a stack; undefined where the entry has none. */
export function thrownOf({ error }: WorkloadEntry): Error | undefined {
  if (error === null) return undefined;
  try {
    throw Object.assign(new Error(error.message), { name: error.type });
  } catch (caught) {
    return caught as Error;
  }
}
