import {
  LIMIT_CUT_RESERVE,
  LIMIT_DROPPED_MAX,
  LIMIT_ENTRY_RESERVE,
  LIMIT_STACKTRACE_MIN,
  TRUNCATABLE,
} from "@agora/schema/tables";
import type { Part } from "./members.ts";
import { cut, quote, utf8Length } from "./text.ts";
import { CUT_CONTEXT, CUT_EXCEPTION, CUT_MESSAGE } from "./truncated.ts";

/** An entry in the pieces that it may lose. Texts that are sources are repaired and not cut. */
export interface Draft {
  /** The line up to `message`. */
  readonly head: string;
  /** `message` as JSON. */
  message: string;
  readonly messageSource: string;
  /** The line from behind `message` up to `context`. */
  readonly middle: string;
  /** The members of `context`. */
  readonly context: Part[];
  /** Members that are missing at the top of `context`. */
  dropped: number;
  /** The members of `exception`. */
  readonly exception: string[];
  readonly exceptionSource: string;
  readonly stackSource: string;
  /** What was cut, as bits. */
  truncated: number;
}

/** Makes the line of an entry, of at most `limit` bytes with its line feed; what it loses for that it says. */
export function fitEntry(draft: Draft, limit: number): string {
  const line = joinEntry(draft, agoraText(draft));
  // No UTF-16 unit has more than 3 bytes.
  if (line.length * 3 <= limit || utf8Length(line) <= limit) return line;
  shrink(draft, utf8Length(joinEntry(draft, "")) - limit + LIMIT_ENTRY_RESERVE);
  return joinEntry(draft, agoraText(draft));
}

/** Takes parts out of an entry, in the order of the wire format, until it has `excess` bytes less. */
function shrink(draft: Draft, excess: number): void {
  const { exception, context } = draft;
  // Replaces the JSON text of a member of the exception, or drops the member where that leaves nothing.
  const lose = (name: string, replace: (json: string) => string): void => {
    const label = `"${name}":`;
    const at = exception.findIndex((member) => member.startsWith(label));
    if (at < 0 || excess <= 0) return;
    const before = exception[at] as string;
    const json = replace(before.slice(label.length));
    const after = json && label + json;
    exception.splice(at, 1, ...(after ? [after] : []));
    excess -= utf8Length(before) - (utf8Length(after) || -1);
    if (after !== before) draft.truncated |= CUT_EXCEPTION;
  };
  // Bytes that are left for what stands between the quotes.
  const room = (json: string): number => utf8Length(json) - 2 - excess;
  const shorten = (json: string, source: string): string =>
    quote(cut(source, Math.max(LIMIT_CUT_RESERVE, room(json))));

  lose("errors", () => "");
  lose("cause", () => "");
  lose("stacktrace", (json) => (room(json) < LIMIT_STACKTRACE_MIN ? "" : shorten(json, draft.stackSource)));
  lose("properties", () => "");
  const sizes = context.map(({ text }) => utf8Length(text));
  while (excess > 0 && context.length > 0) {
    const largest = Math.max(...sizes);
    const at = sizes.lastIndexOf(largest);
    sizes.splice(at, 1);
    context.splice(at, 1);
    draft.dropped++;
    // With the last member goes ,"context":{} and with any other one its comma.
    excess -= largest + (context.length > 0 ? 1 : 13);
  }
  lose("message", (json) => shorten(json, draft.exceptionSource));
  if (excess > 0) {
    const before = draft.message;
    draft.message = shorten(before, draft.messageSource);
    if (draft.message !== before) draft.truncated |= CUT_MESSAGE;
  }
}

/** The member `_agora`, empty where nothing was lost. */
function agoraText(draft: Draft): string {
  let { dropped, truncated } = draft;
  for (const part of draft.context) {
    dropped += part.dropped;
    if (part.cuts > 0) truncated |= CUT_CONTEXT;
  }
  const names = TRUNCATABLE.filter((_, bit) => truncated & (1 << bit));
  const parts = [
    ...(dropped > 0 ? [`"dropped":${Math.min(dropped, LIMIT_DROPPED_MAX)}`] : []),
    ...(truncated > 0 ? [`"truncated":["${names.join('","')}"]`] : []),
  ];
  return parts.length > 0 ? `"_agora":{${parts.join(",")}}` : "";
}

function joinEntry({ head, message, middle, context, exception }: Draft, agora: string): string {
  const members = context.map(({ text }) => text);
  if (agora !== "") {
    // Whatever stands in a key as an escape, or behind a shorter key, is below the letters of this name.
    const at = members.filter((text) => text < '"_agora').length;
    members.splice(at, 0, agora);
  }
  return `${head}${message}${middle}${wrap("context", members)}${wrap("exception", exception)}}\n`;
}

function wrap(name: string, members: readonly string[]): string {
  return members.length > 0 ? `,"${name}":{${members.join(",")}}` : "";
}
