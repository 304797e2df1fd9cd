import type { ProcessIdentity } from "./process-identity.ts";

/** What the name of a segment file says. */
export interface SegmentName {
  /** Greater ones were begun later; 16 digits, about microseconds since 1970. */
  readonly order: number;
  /** Bytes from the start whose lines are delivered. */
  readonly offset: number;
  /** Who writes it; undefined where nobody does. */
  readonly owner: SpoolOwner | undefined;
}

/** One spool of a process. */
export interface SpoolOwner extends ProcessIdentity {
  /** Tells the spools of a process apart: 8 hex digits. */
  readonly token: string;
}

const NAME = /^(\d{16})\.(\d{1,15})\.(?:free|([0-9a-f]{12})-(\d{1,10})-(\d{1,20})-([0-9a-f]{8}))\.ndjson$/;

/** `<order>.<offset>.<owner>.ndjson`: the name tells it all, so that a rename is the only change that has to last. */
export function segmentFileName({ order, offset, owner }: SegmentName): string {
  const who = owner === undefined ? "free" : `${owner.place}-${owner.pid}-${owner.start}-${owner.token}`;
  return `${String(order).padStart(16, "0")}.${offset}.${who}.ndjson`;
}

/** Reads such a name; undefined for any other file. */
export function parseSegmentFileName(name: string): SegmentName | undefined {
  const [, order, offset, place, pid, start, token] = NAME.exec(name) ?? [];
  if (order === undefined || offset === undefined) return undefined;
  const isOwned = place !== undefined && pid !== undefined && start !== undefined && token !== undefined;
  const owner = isOwned ? { place, pid: Number(pid), start, token } : undefined;
  return { order: Number(order), offset: Number(offset), owner };
}
