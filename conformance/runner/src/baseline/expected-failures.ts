import { parse } from "yaml";

/** One entry of a list of expected failures. */
export interface ExpectedFailure {
  /** A case id; `*` stands for exactly one of its segments. */
  readonly id: string;
  /** Why it fails. */
  readonly reason: string;
  /** Where it is being worked on. */
  readonly issue?: string;
  /** Must be found in the failure's message: literal text, or a regular expression between slashes. */
  readonly message?: string;
  /** Its result never decides, but is counted. */
  readonly flaky: boolean;
  /** `YYYY-MM-DD`: from this day on the entry itself is a failure. */
  readonly expires?: string;
}

/** A list and what is wrong with the list itself. */
export interface ExpectedFailureList {
  readonly entries: readonly ExpectedFailure[];
  readonly problems: readonly string[];
}

const NAMES: ReadonlySet<string> = new Set(["id", "reason", "issue", "message", "flaky", "expires"]);
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** A list without entries. */
export const NO_EXPECTED_FAILURES: ExpectedFailureList = { entries: [], problems: [] };

/**
 * Reads a YAML list of expected failures. Nothing is thrown: every fault is a problem of the list.
 *
 * @param known all case ids of the suite; an entry that matches none of them is a problem.
 * @param today `YYYY-MM-DD`.
 */
export function parseExpectedFailures(
  text: string,
  known: readonly string[],
  today: string,
): ExpectedFailureList {
  let document: unknown;
  try {
    document = parse(text, { schema: "failsafe" });
  } catch (error) {
    return { entries: [], problems: [`the list is no YAML: ${(error as Error).message}`] };
  }
  if (document === null || document === "") return NO_EXPECTED_FAILURES;
  if (!Array.isArray(document))
    return { entries: [], problems: ["the list is not a YAML sequence of entries"] };
  const entries: ExpectedFailure[] = [];
  const problems: string[] = [];
  for (const [index, item] of document.entries()) {
    const entry = readEntry(item, `entry ${index + 1}`, problems);
    if (entry === undefined) continue;
    entries.push(entry);
    if (!known.some((id) => matchesId(entry.id, id)))
      problems.push(`${entry.id}: matches no case of the suite`);
    if (entry.expires !== undefined && entry.expires <= today)
      problems.push(`${entry.id}: expired on ${entry.expires}`);
  }
  return { entries, problems };
}

function readEntry(item: unknown, place: string, problems: string[]): ExpectedFailure | undefined {
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    problems.push(`${place}: is not a mapping`);
    return undefined;
  }
  const fields = item as Record<string, unknown>;
  const before = problems.length;
  for (const [name, value] of Object.entries(fields)) {
    if (!NAMES.has(name)) problems.push(`${place}: ${name} is not a member of an entry`);
    else if (typeof value !== "string" || value === "") problems.push(`${place}: ${name} must be text`);
  }
  for (const name of ["id", "reason"]) if (!(name in fields)) problems.push(`${place}: has no ${name}`);
  const text = fields as Record<string, string>;
  if (text["expires"] !== undefined && !DAY.test(text["expires"]))
    problems.push(`${place}: expires is no YYYY-MM-DD`);
  if (text["flaky"] !== undefined && !["true", "false"].includes(text["flaky"])) {
    problems.push(`${place}: flaky is neither true nor false`);
  }
  if (text["message"] !== undefined && messagePattern(text["message"]) === undefined) {
    problems.push(`${place}: message is no regular expression: ${text["message"]}`);
  }
  if (problems.length > before) return undefined;
  return {
    id: text["id"] ?? "",
    reason: text["reason"] ?? "",
    flaky: text["flaky"] === "true",
    ...(text["issue"] === undefined ? {} : { issue: text["issue"] }),
    ...(text["message"] === undefined ? {} : { message: text["message"] }),
    ...(text["expires"] === undefined ? {} : { expires: text["expires"] }),
  };
}

/** Whether a pattern with `*` for whole segments names this id. */
export function matchesId(pattern: string, id: string): boolean {
  const wanted = pattern.split(".");
  const segments = id.split(".");
  return (
    wanted.length === segments.length &&
    wanted.every((part, index) => part === "*" || part === segments[index])
  );
}

/** Whether a failure's message is the one that an entry foresees. */
export function matchesMessage(entry: ExpectedFailure, message: string): boolean {
  if (entry.message === undefined) return true;
  return messagePattern(entry.message)?.test(message) ?? false;
}

function messagePattern(text: string): RegExp | undefined {
  const body = /^\/(.*)\/$/s.exec(text)?.[1] ?? text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  try {
    return new RegExp(body, "s");
  } catch {
    return undefined;
  }
}
