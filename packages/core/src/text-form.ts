import { RESERVED_KEYS } from "@agora/schema/tables";
import type { Level } from "@agora/schema/tables";
import { splitArray, splitObject } from "./json-split.ts";
import type { RawMember } from "./json-split.ts";

/** How the text form looks. */
export interface FormatTextOptions {
  /** Colours the level with ANSI sequences. Default: false. */
  readonly colors?: boolean | undefined;
}

const COLORS: Readonly<Record<Level, string>> = {
  DEBUG: "2",
  INFO: "32",
  WARNING: "33",
  ERROR: "31",
  CRITICAL: "1;31",
};

// C0, DEL, C1, and the characters that change the direction of text, which could show a line as another one.
const CONTROL = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Writes the line of an entry for people: time, level, service, logger, message, the ids and the context as
 * `key=value`, the place, and on further lines the exception with its causes. Every control and bidi character is
 * escaped, so that no entry can change what the terminal shows of another. A line that is no entry is escaped as it is.
 *
 * @returns text of one or more lines, each with a line feed.
 */
export function formatText(line: string, options: FormatTextOptions = {}): string {
  const whole = line.replace(/\n$/, "");
  try {
    const members = splitObject(whole);
    if (members !== undefined) return entryText(members, options.colors === true);
  } catch {
    // No entry, although it begins like one.
  }
  return `${escapeControls(whole)}\n`;
}

function entryText(members: readonly RawMember[], isColored: boolean): string {
  const json = new Map(members.map((member) => [member.key, member.json]));
  const text = (name: string): string => stringOf(json.get(name));

  const [date = "", time = ""] = text("timestamp").split("T");
  const level = text("level");
  const color = isColored ? COLORS[level as Level] : undefined;
  const shown = escapeControls(level.padEnd(8));
  const name = text("logger_name");
  const head = [
    escapeControls(`${date} ${time.slice(0, 12)}`),
    color === undefined ? shown : `\x1b[${color}m${shown}\x1b[0m`,
    escapeControls(text("service")),
    ...(name === "" ? [] : [escapeControls(`[${name}]`)]),
    escapeControls(text("message")),
  ].join(" ");
  const lifted = members.filter(({ key }) => (RESERVED_KEYS as readonly string[]).includes(key));
  const pairs = [...lifted, ...(splitObject(json.get("context") ?? "{}") ?? [])].map(pairText).join(" ");
  const place = escapeControls(`${text("file")}:${json.get("line") ?? 0} ${text("function")}`);
  return `${[head, ...(pairs === "" ? [] : [pairs]), place].join("  ")}\n${exceptionText(json.get("exception"), "")}`;
}

function escapeControls(text: string): string {
  return text.replace(CONTROL, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function stringOf(json: string | undefined): string {
  return json?.startsWith('"') === true ? (JSON.parse(json) as string) : (json ?? "");
}

/** `key=value`; text is quoted where it could be read as something else. */
function pairText({ key, json }: RawMember): string {
  const value = json.startsWith('"') ? quoteIfNeeded(stringOf(json)) : json;
  return escapeControls(`${key}=${value}`);
}

function quoteIfNeeded(text: string): string {
  return text === "" || /[ ="]/.test(text) ? `"${text.replace(/[\\"]/g, "\\$&")}"` : text;
}

/** The stack of an exception, or its type and message where it has none, and then its causes and errors. */
function exceptionText(json: string | undefined, label: string): string {
  if (json === undefined) return "";
  const members = new Map((splitObject(json) ?? []).map((member) => [member.key, member.json]));
  const summary = `${stringOf(members.get("type"))}: ${stringOf(members.get("message"))}`;
  const lines = `${label}${stringOf(members.get("stacktrace")) || summary}`.split("\n");
  return [
    ...lines.map((line) => `    ${escapeControls(line)}\n`),
    exceptionText(members.get("cause"), "caused by "),
    ...(splitArray(members.get("errors") ?? "[]") ?? []).map((error) => exceptionText(error, "with ")),
  ].join("");
}
