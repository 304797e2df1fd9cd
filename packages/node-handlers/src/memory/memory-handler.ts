import { findLevel } from "@agora/core";
import type { Handler, Level } from "@agora/core";
import type { LogEntry } from "@agora/schema";
import { LEVEL_NUMBERS } from "@agora/schema/tables";
import { wholeNumber } from "../queue/queue-options.ts";

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** What to look for among the recent entries. All members that are given must fit. */
export interface RecentFilter {
  /** Lowest level. */
  readonly level?: Level | undefined;
  /** Name of a logger; those below it in the hierarchy fit as well: `a` is also `a.b`. */
  readonly logger?: string | undefined;
  /** Written at that time or later: a date, milliseconds since 1970, or a timestamp as in an entry. */
  readonly since?: Date | number | string | undefined;
  /** Text that stands in the line, in any case of its letters. */
  readonly contains?: string | undefined;
  /** At most so many, the last ones. Default: all. */
  readonly limit?: number | undefined;
}

/** A handler that remembers what was written last. */
export interface MemoryHandler extends Handler {
  /** The entries that fit, in the order in which they were written. A line that is no entry fits nothing. */
  getRecentLogs(filter?: RecentFilter): LogEntry[];
  /** The last entry of level ERROR or CRITICAL, also when others have pushed it out; undefined when there is none. */
  getLastError(): LogEntry | undefined;
  /** Forgets the last error. The recent entries stay. */
  clearErrors(): void;
}

/**
 * Makes a handler that keeps the last lines in memory, as they are: they are read as entries only when asked for.
 *
 * @param options `capacity`: how many lines, 1 to 1,000,000. Default: 256.
 * @throws {AgoraError} `AGORA_CONFIG` when `capacity` is out of its range.
 */
export function createMemoryHandler(options: { readonly capacity?: number | undefined } = {}): MemoryHandler {
  const capacity = wholeNumber("capacity", options.capacity, [1, 1_000_000, 256]);
  const lines: string[] = [];
  let next = 0;
  let lastError: string | undefined;
  const inOrder = (): string[] => [...lines.slice(next), ...lines.slice(0, next)];

  return {
    name: "memory",
    isVolatile: true,
    write(line, level) {
      if (level === "ERROR" || level === "CRITICAL") lastError = line;
      lines[next] = line;
      next = (next + 1) % capacity;
    },
    flush: () => {},
    close: () => {},
    status: () => ({ isHealthy: true, pending: 0 }),
    getRecentLogs(given) {
      const { fits, limit } = lookFor(given);
      const found = inOrder()
        .map(parse)
        .filter((entry) => entry !== undefined && fits(entry.entry, entry.line))
        .map((entry) => (entry as Parsed).entry);
      return limit === undefined ? found : found.slice(Math.max(0, found.length - Math.max(0, limit)));
    },
    getLastError: () => (lastError === undefined ? undefined : parse(lastError)?.entry),
    clearErrors() {
      lastError = undefined;
    },
  };
}

interface Parsed {
  readonly line: string;
  readonly entry: LogEntry;
}

function parse(line: string): Parsed | undefined {
  try {
    const entry = JSON.parse(line) as unknown;
    return typeof entry === "object" && entry !== null ? { line, entry: entry as LogEntry } : undefined;
  } catch {
    return undefined;
  }
}

interface Search {
  readonly fits: (entry: LogEntry, line: string) => boolean;
  readonly limit?: number | undefined;
}

/** What a filter asks for. Callers without types may give anything: what cannot be read finds all. */
function lookFor(filter: RecentFilter | undefined): Search {
  try {
    const read = { ...filter };
    return { fits: matcher(read), limit: read.limit };
  } catch {
    return { fits: () => true };
  }
}

function matcher({ level, logger, since, contains }: RecentFilter): Search["fits"] {
  const named = findLevel(level);
  // A name that is no level finds all: nothing is hidden for a mistake.
  const least = named === undefined ? 0 : LEVEL_NUMBERS[named];
  const from = since === undefined ? "" : timestampOf(since);
  const text = contains?.toLowerCase();
  return (entry, line) =>
    LEVEL_NUMBERS[entry.level] >= least &&
    (logger === undefined ||
      entry.logger_name === logger ||
      entry.logger_name?.startsWith(`${logger}.`) === true) &&
    entry.timestamp >= from &&
    (text === undefined || line.toLowerCase().includes(text));
}

/** A point in time as the beginning of a timestamp, so that texts can be compared. */
function timestampOf(since: Date | number | string): string {
  if (typeof since === "string" && CANONICAL.test(since)) return since;
  const time = since instanceof Date ? since : new Date(since);
  // One that is no date is before everything: nothing is hidden for a mistake.
  return Number.isNaN(time.getTime()) ? "" : time.toISOString().slice(0, -1);
}
