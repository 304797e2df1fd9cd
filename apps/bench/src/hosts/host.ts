import type { Command } from "./line-process.ts";
import { startLineProcess } from "./line-process.ts";

/** A way to encode entries. The first contender of a host is ours. */
export interface Contender {
  readonly name: string;
  readonly version: string;
}

/** A contender that this machine does not have. */
export interface MissingContender {
  readonly name: string;
  /** How to get it. */
  readonly remedy: string;
}

/** What a host says of itself. */
export interface HostFacts {
  readonly language: string;
  /** The interpreter or compiler, with its version. */
  readonly runtime: string;
  readonly contenders: readonly Contender[];
  readonly missing: readonly MissingContender[];
}

/** A process in one language that encodes the workloads on request, one request at a time. */
export interface Host {
  readonly facts: HostFacts;
  /** Encodes each entry of a workload once: the lines of all, one after the other. */
  lines(workload: string, contender: string): Promise<Buffer>;
  /** Encodes that many entries of a workload, in turn: the nanoseconds that it took. */
  time(workload: string, contender: string, entries: number): Promise<number>;
  /** Ends the process. */
  close(): void;
}

/**
 * Starts a host and waits until it has read the workloads.
 *
 * The protocol: one line of JSON back for each line there. First, without being asked, the host's facts; then for
 * `lines <workload> <contender>` an object `{"base64"}`, for `time <workload> <contender> <entries>` an object
 * `{"ns","bytes"}`. It ends with its stdin.
 *
 * @throws {Error} when it ends or answers with `{"error"}`
 */
export async function startHost(command: Command): Promise<Host> {
  const { ask, close } = startLineProcess(command);
  const facts = await ask<HostFacts>("");
  return {
    facts,
    lines: async (workload, contender) => {
      const { base64 } = await ask<{ base64: string }>(`lines ${workload} ${contender}`);
      return Buffer.from(base64, "base64");
    },
    time: async (workload, contender, entries) => {
      const { ns, bytes } = await ask<{ ns: number; bytes: number }>(
        `time ${workload} ${contender} ${entries}`,
      );
      // Bytes are counted so that no compiler finds the work useless; none at all means that there was none.
      if (bytes < entries) throw new Error(`${contender} wrote ${bytes} bytes for ${entries} entries`);
      return ns;
    },
    close,
  };
}
