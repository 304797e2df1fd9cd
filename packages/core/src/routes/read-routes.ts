import { LEVEL_NUMBERS } from "@agora/schema/tables";
import { AgoraError } from "../agora-error.ts";
import type { Handler, Route } from "../handler.ts";
import { parseLevel } from "../level.ts";
import { compileNamePattern } from "./name-pattern.ts";

/** A handler with all routes that lead to it. */
export interface Destination {
  readonly handler: Handler;
  /** What the handler gets of the entries of a logger; undefined for nothing. */
  readonly share: (name: string) => Share | undefined;
}

/** What a handler gets of the entries of one logger. */
export interface Share {
  /** Number of the lowest level. */
  readonly minimum: number;
  readonly priority: number;
}

interface Way extends Share {
  readonly matches: (name: string) => boolean;
}

/**
 * Reads where lines go. A handler that several routes lead to gets each entry once.
 *
 * @throws {AgoraError} `AGORA_CONFIG` for what is no handler, and for a pattern or a priority that is not valid;
 * `AGORA_LEVEL` for a level that does not exist.
 */
export function readRoutes(list: readonly (Handler | Route)[]): readonly Destination[] {
  const ways = new Map<Handler, Way[]>();
  for (const item of list) {
    const route: Route = isRoute(item) ? item : { handler: item };
    checkHandler(route.handler);
    const known = ways.get(route.handler) ?? [];
    known.push(readWay(route));
    ways.set(route.handler, known);
  }
  return [...ways].map(([handler, some]) => ({ handler, share: (name) => shareOf(some, name) }));
}

function shareOf(ways: readonly Way[], name: string): Share | undefined {
  const found = ways.filter(({ matches }) => matches(name));
  if (found.length === 0) return undefined;
  return {
    minimum: Math.min(...found.map(({ minimum }) => minimum)),
    priority: Math.max(...found.map(({ priority }) => priority)),
  };
}

function readWay({ loggers, level, priority = 0 }: Route): Way {
  if (typeof priority !== "number" || Number.isNaN(priority)) {
    throw new AgoraError("AGORA_CONFIG", `priority: ${typeof priority} is not a priority; use a number`);
  }
  if (loggers !== undefined && !Array.isArray(loggers)) {
    throw new AgoraError("AGORA_CONFIG", `loggers: ${typeof loggers} is not a list; use a list of patterns`);
  }
  const tests = loggers?.map(compileNamePattern);
  return {
    matches: tests === undefined ? () => true : (name) => tests.some((matches) => matches(name)),
    minimum: level === undefined ? 0 : LEVEL_NUMBERS[parseLevel(level)],
    priority,
  };
}

function isRoute(item: Handler | Route): item is Route {
  return typeof item === "object" && item !== null && "handler" in item;
}

function checkHandler(handler: unknown): void {
  const { name, write, flush, close } = (handler ?? {}) as Partial<Handler>;
  if (typeof name === "string" && [write, flush, close].every((method) => typeof method === "function"))
    return;
  throw new AgoraError(
    "AGORA_CONFIG",
    `handlers: ${typeof name === "string" ? name : typeof handler} is not a handler; it needs name, write, flush and close`,
  );
}
