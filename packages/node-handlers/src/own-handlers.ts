import { findLevel } from "@agora/core";
import type { Handler, Route } from "@agora/core";
import { problem, show } from "./config/problem.ts";
import type { ConfigProblem, Provenance } from "./config/problem.ts";
import { nameOf } from "./config/settle.ts";

const REMEDY =
  "use an object with name, write, flush and close, or a route { handler, loggers, level, priority }";
const MOST_HANDLERS = 100;
/** Segments between dots; a segment may be `*` or `#`, and holds none of them otherwise. */
const NAMES = /^(?:[*#]|[^.*#]+)(?:\.(?:[*#]|[^.*#]+))*$/;

/** The handlers that code gives. What is none is a problem, and the others are used. Never throws. */
export function ownHandlers(code: unknown, problems: ConfigProblem[]): (Handler | Route)[] {
  const given = read(() => (code as { handlers?: unknown } | undefined)?.handlers);
  if (given === undefined || given === null) return [];
  const list = read(() => (Array.isArray(given) ? (given as unknown[]).slice(0, MOST_HANDLERS) : undefined));
  if (list === undefined) {
    problems.push(problem("handlers", show(given), "code", "is not a list of handlers", "use a list"));
    return [];
  }
  return list.filter((item, index): item is Handler | Route => {
    const isUsable = read(() => isHandler(item) || isRoute(item)) === true;
    if (!isUsable)
      problems.push(problem(`handlers[${index}]`, show(item), "code", "is not a handler", REMEDY));
    return isUsable;
  });
}

/** Nothing that could have an entry is on: without a word, all of them would be lost. */
export function noOutput(sources: Readonly<Record<string, Provenance>>): ConfigProblem {
  const from = nameOf(sources["console.enabled"]);
  const remedy = "switch an output on, such as console or file, or give a handler";
  return problem("console.enabled", "false", from, "leaves no output, so that no entry is kept", remedy);
}

/** Takes the warnings of the library itself to where they are seen, and no other entry. */
export function warningsOnly(write: (line: string) => void): Route {
  const handler = { name: "warnings", isConsole: true, write, flush: () => {}, close: () => {} };
  return { handler, loggers: ["agora"], level: "WARNING" };
}

function isHandler(value: unknown): value is Handler {
  if (typeof value !== "object" || value === null) return false;
  const { name, write, flush, close } = value as Record<keyof Handler, unknown>;
  return typeof name === "string" && [write, flush, close].every((method) => typeof method === "function");
}

function isRoute(value: unknown): value is Route {
  if (typeof value !== "object" || value === null) return false;
  const { handler, loggers = [], level = "DEBUG", priority = 0 } = value as Record<keyof Route, unknown>;
  const hasNames =
    Array.isArray(loggers) && loggers.every((name) => typeof name === "string" && NAMES.test(name));
  const isRanked = typeof priority === "number" && !Number.isNaN(priority);
  return isHandler(handler) && hasNames && isRanked && findLevel(level) !== undefined;
}

/** What code gives may throw when it is looked at. */
function read<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
