import type { Ended } from "../run-child.ts";
import { runChild } from "../run-child.ts";
import type { FileOptions } from "../../src/file/file-options.ts";

/** What the program `write-file.mjs` is asked to do. */
export interface WriteTask {
  readonly options: FileOptions;
  /** Stands at the start of each line; letters and digits. */
  readonly name?: string;
  readonly from?: number;
  readonly to: number;
  /** Of a line. */
  readonly bytes?: number;
  /** Lines a call. */
  readonly batch?: number;
  /** Lines between two turns of the event loop. */
  readonly turn?: number;
  /** The process kills itself at the n-th rename of a log file. */
  readonly fault?: { readonly at: number; readonly when: "before" | "after" };
  /** Path without its end, where each writer says how many lines were accepted. */
  readonly acknowledge?: string;
  /** Writes in so many worker threads of one process, named `<name>0` and so on. */
  readonly threads?: number;
}

/** Runs a process that writes to a log file. */
export function runWriter(task: WriteTask, start: { readonly shell?: string } = {}): Promise<Ended> {
  // Whatever the tests themselves were started with, such as a hook that resolves modules.
  const env = { NODE_OPTIONS: process.env["NODE_OPTIONS"] ?? "" };
  return runChild("write-file.mjs", [JSON.stringify(task)], { env, ...start });
}

/** Runs several at a time that differ in their names: `a`, `b`, ... */
export function runWriters(count: number, task: WriteTask): Promise<Ended[]> {
  const names = Array.from({ length: count }, (_, i) => String.fromCodePoint(97 + i));
  return Promise.all(names.map((name) => runWriter({ ...task, name })));
}
