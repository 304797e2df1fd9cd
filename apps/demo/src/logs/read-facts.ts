import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { API_KEY_PREFIX } from "../orders/make-orders.ts";
import { SERVICES, type ServiceName } from "../orders/outcomes.ts";
import { type LoggedEntry, chainOf } from "./entry.ts";
import { logFile } from "./log-files.ts";

/** What one log file holds. */
export interface FileFacts {
  readonly service: ServiceName;
  readonly path: string;
  readonly bytes: number;
  readonly lines: number;
}

/** What the three logs say of one request. */
export interface RequestFacts {
  /** `service level message` of each entry, in the order of the files. */
  readonly entries: string[];
  readonly traceIds: Set<string>;
  readonly services: Set<ServiceName>;
  /** How many errors and causes its entries carry together. */
  exceptions: number;
}

/** A place in the sources that logged, with the level that it logged at. */
export interface CallSite {
  readonly file: string;
  readonly line: number;
  readonly function: string;
  readonly level: string;
}

/** All that the report says, counted from the files. */
export interface LogFacts {
  readonly files: FileFacts[];
  /** Entries by service and level. */
  readonly counts: ReadonlyMap<ServiceName, ReadonlyMap<string, number>>;
  /** By correlation id. */
  readonly requests: ReadonlyMap<string, RequestFacts>;
  /** `service level message` of the entries that belong to no request. */
  readonly lifeEntries: readonly string[];
  readonly callSites: readonly CallSite[];
  /** How many members of context were replaced by `[REDACTED]`. */
  readonly hidden: number;
  /** In how many lines an API key can be read. */
  readonly leaks: number;
  /** Lines that are no entry at all, each in a sentence. */
  readonly unreadable: readonly string[];
}

interface Tally {
  counts: Map<ServiceName, Map<string, number>>;
  requests: Map<string, RequestFacts>;
  lifeEntries: string[];
  callSites: Map<string, CallSite>;
  keys: Map<string, string>;
  hidden: number;
  leaks: number;
  unreadable: string[];
}

/** Reads the three files, one line at a time. */
export async function readFacts(logDir: string): Promise<LogFacts> {
  const tally: Tally = {
    counts: new Map(),
    requests: new Map(),
    lifeEntries: [],
    callSites: new Map(),
    keys: new Map(),
    hidden: 0,
    leaks: 0,
    unreadable: [],
  };
  const files: FileFacts[] = [];
  for (const service of SERVICES) {
    const path = logFile(logDir, service);
    let lines = 0;
    for await (const line of linesOf(path)) {
      lines += 1;
      countLine(line, tally, `${service}.log:${lines}`);
    }
    files.push({ service, path, bytes: (await stat(path)).size, lines });
  }
  return { ...tally, files, callSites: [...tally.callSites.values()] };
}

/** Reads the entries of one request from the three files, in the order of time. */
export async function readStory(logDir: string, correlationId: string): Promise<LoggedEntry[]> {
  const story: LoggedEntry[] = [];
  for (const service of SERVICES) {
    for await (const line of linesOf(logFile(logDir, service))) {
      if (!line.includes(correlationId)) continue;
      const entry = parseEntry(line);
      if (entry?.correlation_id === correlationId) story.push(entry);
    }
  }
  return story.toSorted((a, b) => (a.timestamp < b.timestamp ? -1 : Number(a.timestamp > b.timestamp)));
}

/** Split at LF alone: readline would also split at U+2028, which a line may hold. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of createReadStream(path, "utf8") as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

function parseEntry(line: string): LoggedEntry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it has what the report reads of every entry; whether it is valid is checked elsewhere. */
function isEntry(value: unknown): value is LoggedEntry {
  if (typeof value !== "object" || value === null) return false;
  const { timestamp, level, message, service, file } = value as Partial<LoggedEntry>;
  return [timestamp, level, message, service, file].every((member) => typeof member === "string");
}

function countLine(line: string, tally: Tally, place: string): void {
  if (line.includes(API_KEY_PREFIX)) tally.leaks += 1;
  const entry = parseEntry(line);
  if (entry === undefined) {
    tally.unreadable.push(`${place} is not an entry`);
    return;
  }
  const levels = tally.counts.get(entry.service) ?? new Map<string, number>();
  tally.counts.set(entry.service, levels.set(entry.level, (levels.get(entry.level) ?? 0) + 1));
  tally.callSites.set(`${entry.file}:${entry.line}:${entry.level}`, {
    file: entry.file,
    line: entry.line,
    function: entry.function,
    level: entry.level,
  });
  tally.hidden += hiddenIn(entry.context);
  countForRequest(entry, tally);
}

function countForRequest(entry: LoggedEntry, tally: Tally): void {
  const key = shared(`${entry.service} ${entry.level} ${entry.message}`, tally.keys);
  if (entry.correlation_id === undefined) {
    tally.lifeEntries.push(key);
    return;
  }
  let request = tally.requests.get(entry.correlation_id);
  if (request === undefined) {
    request = { entries: [], traceIds: new Set(), services: new Set(), exceptions: 0 };
    tally.requests.set(entry.correlation_id, request);
  }
  request.entries.push(key);
  request.traceIds.add(entry.trace_id ?? "none");
  request.services.add(entry.service);
  request.exceptions += chainOf(entry.exception).length;
}

/** The one copy of equal texts: a long run has hundreds of thousands of them. */
function shared(text: string, known: Map<string, string>): string {
  const copy = known.get(text);
  if (copy === undefined) known.set(text, text);
  return copy ?? text;
}

function hiddenIn(value: unknown): number {
  if (value === "[REDACTED]") return 1;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, member: unknown) => sum + hiddenIn(member), 0);
}
