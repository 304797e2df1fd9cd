import {
  LIMIT_CUT_RESERVE,
  LIMIT_DROPPED_MAX,
  LIMIT_ENTRY_RESERVE,
  LIMIT_STACKTRACE_MIN,
  TRUNCATABLE,
} from "@agora/schema/tables";
import type { Thrown } from "./exception.ts";
import { splitMembers } from "./json-split.ts";
import type { Loss } from "./scope.ts";
import { cut, quote, utf8Length } from "./text.ts";
import { CUT_CONTEXT, CUT_EXCEPTION, CUT_MESSAGE } from "./truncated.ts";

/** An entry as it was written, in pieces. */
export interface WrittenEntry {
  /** The line up to `message`. */
  readonly head: string;
  /** `message` as JSON. */
  readonly message: string;
  /** What the message is cut from when less of it can be kept: repaired, not cut. */
  readonly messageSource: string;
  /** The line from behind `message` up to `context`. */
  readonly middle: string;
  /** The members of `context`, without braces. */
  readonly context: string;
  /** Members and elements that are missing in it. */
  readonly dropped: number;
  /** Where in its members something is missing. */
  readonly losses: readonly Loss[];
  readonly thrown: Thrown;
  /** What was cut elsewhere, as bits. */
  readonly truncated: number;
}

/** An entry in the pieces that it may lose. */
interface Draft extends Pick<WrittenEntry, "head" | "messageSource" | "middle" | "thrown"> {
  message: string;
  readonly context: Part[];
  /** Members that are missing at the top of `context`. */
  dropped: number;
  /** The members of `exception`. */
  readonly exception: string[];
  truncated: number;
}

/** A member of `context`, and what was dropped and cut in it. */
interface Part {
  readonly text: string;
  readonly loss: Loss | undefined;
}

/**
 * Makes the line of an entry that may be too long or has lost something: at most `limit` bytes with its line feed;
 * what it has lost it says.
 *
 * @param line the line as it is before that.
 */
export function finishEntry(entry: WrittenEntry, line: string, limit: number): string {
  const { context, dropped, losses, thrown } = entry;
  const isWhole = entry.truncated === 0 && dropped === 0 && losses.length === 0;
  if (isWhole && utf8Length(line) <= limit) return line;
  const draft: Draft = {
    ...entry,
    context: splitMembers(context).map((text) => ({
      text,
      loss: losses.find(({ label }) => text.startsWith(label)),
    })),
    dropped: losses.reduce((rest, loss) => rest - loss.dropped, dropped),
    exception: splitMembers(thrown.text),
  };
  const full = joinEntry(draft, agoraText(draft));
  if (utf8Length(full) <= limit) return full;
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
  lose("stacktrace", (json) =>
    room(json) < LIMIT_STACKTRACE_MIN ? "" : shorten(json, draft.thrown.stackSource),
  );
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
  lose("message", (json) => shorten(json, draft.thrown.messageSource));
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
    dropped += part.loss?.dropped ?? 0;
    if ((part.loss?.cuts ?? 0) > 0) truncated |= CUT_CONTEXT;
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
