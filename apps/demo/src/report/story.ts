import { stripVTControlCharacters } from "node:util";
import { type LoggedEntry, chainOf } from "../logs/entry.ts";
import { ROOT } from "../places.ts";
import { LANGUAGE } from "../services/launches.ts";
import type { Paint } from "./paint.ts";
import { raisedAt } from "./raised-at.ts";

/**
 * Tells what happened to one order, entry by entry: time since the first, level, service, message; below it the call
 * site, the context and, where there is one, the exception with its causes.
 *
 * @param story - the order's entries in the order of time
 */
export function storyLines(story: readonly LoggedEntry[], paint: Paint): string[] {
  const began = microseconds(story[0]?.timestamp ?? "");
  return story.flatMap((entry) => entryLines(entry, began, paint));
}

const INDENT = " ".repeat(13);

function entryLines(entry: LoggedEntry, began: number, paint: Paint): string[] {
  const since = `+${((microseconds(entry.timestamp) - began) / 1000).toFixed(3)} ms`;
  const who = `${entry.service} (${LANGUAGE[entry.service]})`;
  return [
    [
      paint.dim(since.padStart(12)),
      paint.level(entry.level, entry.level.padEnd(8)),
      who.padEnd(20),
      paint.bold(shown(entry.message)),
    ].join(" "),
    `${INDENT}${paint.accent(`${entry.file}:${entry.line}`)} ${entry.function}`,
    ...contextLine(entry, paint),
    ...exceptionLines(entry, paint),
  ];
}

function contextLine(entry: LoggedEntry, paint: Paint): string[] {
  const members = Object.entries(entry.context ?? {}).map(([key, value]) => `${key}=${shownValue(value)}`);
  if (entry.duration_ms !== undefined) members.push(`duration_ms=${entry.duration_ms}`);
  return members.length > 0 ? [`${INDENT}${paint.dim(members.join(" "))}`] : [];
}

function exceptionLines(entry: LoggedEntry, paint: Paint): string[] {
  return chainOf(entry.exception).map((link, depth) => {
    const lead = depth === 0 ? "" : `${"  ".repeat(depth)}caused by `;
    const properties = link.properties === undefined ? "" : ` ${paint.dim(shownValue(link.properties))}`;
    const what = `${paint.bad(shown(link.type))}: ${shown(link.message)}${properties}`;
    const place = raisedAt(link.stacktrace ?? "", ROOT);
    return `${INDENT}${lead}${what}${place === undefined ? "" : paint.dim(` (at ${shown(place)})`)}`;
  });
}

function shownValue(value: unknown): string {
  return shown(typeof value === "string" && /^[\w.:-]+$/.test(value) ? value : JSON.stringify(value));
}

/** Text of a log never reaches the terminal as a control sequence. */
function shown(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return stripVTControlCharacters(text).replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, "·");
}

function microseconds(timestamp: string): number {
  return Date.parse(timestamp) * 1000 + (Number(timestamp.slice(23, 26)) || 0);
}
