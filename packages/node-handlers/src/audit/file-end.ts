import { fstatSync, readSync } from "node:fs";
import { isHash } from "./chain.ts";
import type { ChainLink } from "./chain.ts";

/** How an audit file ends. */
export interface FileEnd {
  /** Size up to the last line feed. */
  readonly size: number;
  /** Bytes behind it: an entry whose writing was cut short. */
  readonly torn: number;
  /** Place of the last entry; undefined when the last line is none, or there is none. */
  readonly last: ChainLink | undefined;
  /** `YYYY-MM-DD` of the first entry. */
  readonly day: string | undefined;
}

const LINE_FEED = 0x0a;
/** More than any entry takes. */
const MOST_LINE_BYTES = 262_144;
const START_BYTES = 64;
const DAY = /^\{"timestamp":"(\d{4}-\d\d-\d\d)T/;

/** Reads the end of an open file, and its first day. */
export function readEnd(fd: number): FileEnd {
  const { size } = fstatSync(fd);
  const start = Math.max(0, size - 2 * MOST_LINE_BYTES);
  const bytes = Buffer.allocUnsafe(size - start);
  const read = readSync(fd, bytes, 0, bytes.length, start);
  const end = bytes.subarray(0, read).lastIndexOf(LINE_FEED) + 1;
  const before = bytes.subarray(0, Math.max(0, end - 1)).lastIndexOf(LINE_FEED) + 1;
  return {
    size: start + end,
    torn: read - end,
    last: linkOf(bytes.toString("utf8", before, Math.max(before, end - 1))),
    day: firstDay(fd),
  };
}

/** The place in the chain that a line says. */
function linkOf(line: string): ChainLink | undefined {
  try {
    const { context } = JSON.parse(line) as { context?: { audit?: Partial<ChainLink> } };
    const { seq, hash } = context?.audit ?? {};
    return Number.isSafeInteger(seq) && seq !== undefined && isHash(hash) ? { seq, hash } : undefined;
  } catch {
    return undefined;
  }
}

function firstDay(fd: number): string | undefined {
  const bytes = Buffer.alloc(START_BYTES);
  readSync(fd, bytes, 0, START_BYTES, 0);
  return DAY.exec(bytes.toString("latin1"))?.[1];
}
