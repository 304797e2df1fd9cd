import { isAlive, thisProcess } from "../file/lock-owner.ts";

/** Which process: comparable only where `place` is equal. */
export interface ProcessIdentity {
  /** Machine, boot and container as 12 hex digits: process ids mean the same within it. */
  readonly place: string;
  readonly pid: number;
  /** When the process started, in the system's ticks; `0` where the system does not say it. */
  readonly start: string;
}

let own: ProcessIdentity | undefined;

/** The process that runs this. Never throws. */
export function ownIdentity(): ProcessIdentity {
  return (own ??= makeIdentity());
}

/**
 * Whether that process is gone: it is of this place, and no process has its id, or another one that started later.
 * Undefined where that cannot be known: it may run in another container or on another machine.
 */
export function isGone({ place, pid, start }: ProcessIdentity): boolean | undefined {
  if (place !== ownIdentity().place) return undefined;
  const { host, boot, pidns } = thisProcess();
  const alive = isAlive({ host, boot, pidns, pid, start: start === "0" ? "" : start });
  // Where start times are not known, another process may have its id by now.
  return alive === true && start === "0" ? undefined : alive === undefined ? undefined : !alive;
}

function makeIdentity(): ProcessIdentity {
  const { host, boot, pidns, pid, start } = thisProcess();
  const { createHash } = process.getBuiltinModule("node:crypto");
  const place = createHash("sha256").update([host, boot, pidns].join("\n")).digest("hex").slice(0, 12);
  return { place, pid, start: /^\d{1,20}$/.test(start) ? start : "0" };
}
