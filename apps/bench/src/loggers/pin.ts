import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import type { Command } from "../hosts/line-process.ts";

/** How processes are kept on one processor here. */
export interface Pinning {
  readonly pin: (command: Command) => Command;
  /** The same in words. */
  readonly says: string;
}

/** Keeps measured processes on the last processor, where the system can do that. */
export function choosePinning(): Pinning {
  const processor = String(availableParallelism() - 1);
  const probe = spawnSync("taskset", ["-c", processor, process.execPath, "--version"]);
  if (probe.status !== 0) return { pin: (command) => command, says: "not pinned (no taskset)" };
  return {
    pin: ({ command, args }) => ({ command: "taskset", args: ["-c", processor, command, ...args] }),
    says: `pinned to processor ${processor}`,
  };
}
