import { LIMIT_SAFE_INTEGER, LIMIT_TEXT_BYTES, RESERVED_ALIASES, RESERVED_KEYS } from "@agora/schema/tables";
import { put, readMembers } from "./members.ts";
import { isLazy, isLiteral } from "./safe.ts";
import { cut, quote } from "./text.ts";

/** A member of the entry that came out of a context. */
export interface Lifted {
  readonly json: string;
  readonly isCut: boolean;
}

/** One layer of context, read. Made once for a child logger, by {@link createLayer}. */
export interface Layer {
  /** What it was read from; a value in the context that is this object is circular. */
  readonly source: unknown;
  /** Keys are repaired, not cut; in the order in which they count. */
  readonly members: Map<string, unknown>;
  /** By the names of the members of the entry. */
  readonly lifted: Map<string, Lifted>;
  /** Members that were not looked at. */
  readonly dropped: number;
}

/** Members of the entry that came out of contexts, as text. */
export interface LiftedText {
  /** The ids, each with a comma in front. */
  readonly ids: string;
  readonly duration: string;
  readonly traceId: string | undefined;
  readonly correlationId: string | undefined;
  /** Whether `user_id` was cut. */
  readonly isCut: boolean;
}

/** Nothing. */
export const NOTHING_LIFTED: LiftedText = {
  ids: "",
  duration: "",
  traceId: undefined,
  correlationId: undefined,
  isCut: false,
};

/** Writes what came out of contexts, in the order of the wire. */
export function writeLifted(lifted: ReadonlyMap<string, Lifted>): LiftedText {
  if (lifted.size === 0) return NOTHING_LIFTED;
  const write = (name: string): string => {
    const json = lifted.get(name)?.json;
    return json === undefined ? "" : `,"${name}":${json}`;
  };
  const bare = (name: string): string | undefined => lifted.get(name)?.json.slice(1, -1);
  return {
    ids: RESERVED_KEYS.filter((name) => name !== "duration_ms")
      .map(write)
      .join(""),
    duration: write("duration_ms"),
    traceId: bare("trace_id"),
    correlationId: bare("correlation_id"),
    isCut: lifted.get("user_id")?.isCut === true,
  };
}

const ALIASES = /* @__PURE__ */ new Map<string, string>(/* @__PURE__ */ Object.entries(RESERVED_ALIASES));

const FORMS: Readonly<Record<string, RegExp>> = {
  correlation_id: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
  trace_id: /^(?!0+$)[\da-f]{32}$/i,
  span_id: /^(?!0+$)[\da-f]{16}$/i,
};

/**
 * Reads a context: an object or a Map, of which the first 1,024 members are looked at. `correlation_id`, `user_id`,
 * `trace_id`, `span_id`, `duration_ms` and their camelCase forms become members of the entry when their values fit,
 * and `invalid_<name>` when they do not. Functions stay only where they may be called for a value. What is no object
 * gives an empty layer. Never throws.
 */
export function createLayer(context: unknown): Layer {
  return readLayer(context, context);
}

/** The same for the copy of a context. */
export function readLayer(context: unknown, source: unknown): Layer {
  const members = new Map<string, unknown>();
  const lifted = new Map<string, Lifted>();
  const named = new Set<string>();
  const aliased: [name: string, value: unknown][] = [];

  const lift = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    named.add(name);
    if (name === "user_id" && value === "") return;
    const text = liftedText(name, value);
    if (text === undefined) return put(members, `invalid_${name}`, value);
    const short = cut(text, LIMIT_TEXT_BYTES);
    lifted.set(name, { json: name === "duration_ms" ? short : quote(short), isCut: short !== text });
  };

  let dropped = 0;
  try {
    const container = asObject(context);
    const mayCall = isLiteral(source) && isLiteral(container);
    dropped = readMembers(container, (key, found) => {
      const value = typeof found === "function" && !(mayCall && isLazy(found)) ? undefined : found;
      const name = ALIASES.get(key);
      if (name !== undefined) aliased.push([name, value]);
      else if ((RESERVED_KEYS as readonly string[]).includes(key)) lift(key, value);
      else put(members, key === "_agora" ? "_agora_" : key, value);
    });
  } catch {
    dropped = 1;
  }
  for (const [name, value] of aliased) if (!named.has(name)) lift(name, value);
  return { source, members, lifted, dropped };
}

function asObject(context: unknown): object {
  if (typeof context !== "object" || context === null) return {};
  const { toJSON } = context as { toJSON?: unknown };
  return typeof toJSON === "function" ? Object(toJSON.call(context, "")) : context;
}

/** The text of a value that fits its name; undefined of one that does not. */
function liftedText(name: string, value: unknown): string | undefined {
  const form = FORMS[name];
  const isText = typeof value === "string";
  if (form !== undefined) return isText && form.test(value) ? value.toLowerCase() : undefined;
  if (name === "user_id") {
    if (isText) return value.toWellFormed();
    return typeof value === "bigint" || Number.isSafeInteger(value) ? String(value) : undefined;
  }
  const isNumber = typeof value === "number" && value < Infinity;
  return (isNumber || (typeof value === "bigint" && value <= LIMIT_SAFE_INTEGER)) && value >= 0
    ? String(value)
    : undefined;
}
