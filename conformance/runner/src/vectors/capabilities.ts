import type { CaseConfig, CaseInput, WireCase } from "../protocol/messages.ts";
import { isTagged, type TaggedValue, type TypedKey, type TypedMember, type TypedValue } from "../protocol/typed-value.ts";

const MILLISECOND = 1_000_000n;
const FIRST_SECOND = -62_135_596_800n;
const LAST_SECOND = 253_402_300_799n;
const SECOND = 1_000_000_000n;
const INT64_MAX = 2n ** 63n - 1n;
const INT64_MIN = -(2n ** 63n);

/** The keys that TypeScript also takes as reserved ones. */
const CAMEL_ALIASES: ReadonlySet<string> = new Set(["correlationId", "userId", "traceId", "spanId", "durationMs"]);

/** Tags that every host can build. */
const PLAIN_TAGS: ReadonlySet<string> = new Set([
  "i64",
  "u64",
  "f64",
  "map",
  "arr",
  "bytes",
  "error",
  "repeat",
  "deep",
  "many",
  "list",
]);

/** The capabilities, in order of name, that a testee needs to be asked this. */
export function capabilitiesOf(request: WireCase): readonly string[] {
  const needs = new Set<string>();
  switch (request.kind) {
    case "encode":
      needs.add("encode");
      addConfig(needs, request.config);
      addInput(needs, request.input);
      break;
    case "batch":
      needs.add("batch");
      addConfig(needs, request.config);
      for (const entry of request.entries) addInput(needs, entry);
      break;
    case "numbers":
      needs.add("numbers");
      break;
    case "proto_encode":
    case "proto_decode":
      needs.add("proto");
      break;
    case "scenario":
      // A scenario says itself what it needs.
      break;
  }
  return [...needs].toSorted();
}

/** The capabilities that one call needs beyond `encode`. */
export function inputCapabilities(input: CaseInput, config?: CaseConfig): ReadonlySet<string> {
  const needs = new Set<string>();
  if (config !== undefined) addConfig(needs, config);
  addInput(needs, input);
  return needs;
}

function addConfig(needs: Set<string>, config: CaseConfig): void {
  const ns = BigInt(config.clock.ns);
  if (ns > INT64_MAX || ns < INT64_MIN) needs.add("time.wide");
  const values = [config.service, config.environment, config.version, config.host, config.logger_name];
  for (const value of [...values, config.entry_id, config.sampling_rate]) {
    if (value !== undefined) addValue(needs, value);
  }
}

function addInput(needs: Set<string>, input: CaseInput): void {
  if (!isText(input.message)) needs.add("message.any");
  for (const value of [input.message, input.file, input.function]) addValue(needs, value);
  if (typeof input.line !== "number") addValue(needs, input.line);
  if (input.error !== undefined) addValue(needs, input.error);
  for (const layer of [...(input.bound ?? []), ...(input.context === undefined ? [] : [input.context])]) {
    addValue(needs, layer);
    if (layer.t === "map" && layer.e.some(([key]) => typeof key === "string" && CAMEL_ALIASES.has(key))) {
      needs.add("alias.camel");
    }
  }
}

function isText(value: TypedValue): boolean {
  return typeof value === "string" || (isTagged(value) && (value.t === "str" || value.t === "repeat"));
}

function addValue(needs: Set<string>, value: TypedValue): void {
  if (Array.isArray(value)) {
    for (const element of value as readonly TypedValue[]) addValue(needs, element);
  } else if (isTagged(value)) {
    addTagged(needs, value);
  }
}

function addTagged(needs: Set<string>, value: TaggedValue): void {
  if (!PLAIN_TAGS.has(value.t)) needs.add(tagCapability(value));
  if (value.t === "map") addMembers(needs, value.e);
  else if (value.t === "arr" || value.t === "set") addValue(needs, value.e);
  else if (value.t === "many" || value.t === "list") addValue(needs, value.v);
  else if (value.t === "date") addDate(needs, value);
  else if (value.t === "error") {
    addValue(needs, [value.message, value.stack ?? null, value.cause ?? null, value.errors ?? null]);
    addMembers(needs, value.props ?? []);
  }
  needs.delete("");
}

/** The capability that a tag asks for by itself; empty where it depends on the value. */
function tagCapability(value: TaggedValue): string {
  switch (value.t) {
    case "big":
      return "int.big";
    case "str":
      return "u16" in value ? "str.u16" : "str.u8";
    case "function":
    case "symbol":
      return "undef";
    case "date":
      return "";
    default:
      return value.t;
  }
}

function addDate(needs: Set<string>, date: Extract<TaggedValue, { t: "date" }>): void {
  if ("invalid" in date) {
    needs.add("date.invalid");
    return;
  }
  const ns = BigInt(date.ns);
  if (ns % MILLISECOND !== 0n) needs.add("date.us");
  if (ns < FIRST_SECOND * SECOND || ns >= (LAST_SECOND + 1n) * SECOND) needs.add("date.wide");
}

function addMembers(needs: Set<string>, members: readonly TypedMember[]): void {
  const seen = new Set<string>();
  for (const [key, value] of members) {
    const text = keyText(key);
    if (text === undefined) needs.add("keys.nonstring");
    else if (seen.has(text)) needs.add("map.duplicates");
    else seen.add(text);
    if (typeof key === "object" && key !== null) addValue(needs, key);
    addValue(needs, value);
  }
}

/** A string key as a host with UTF-16 strings holds it; `undefined` for a key that is no string. */
function keyText(key: TypedKey): string | undefined {
  if (typeof key === "string") return key;
  if (typeof key !== "object" || key === null) return undefined;
  if (key.t === "repeat") return key.s.repeat(key.n);
  if (key.t !== "str") return undefined;
  if ("u8" in key) return Buffer.from(key.u8, "hex").toString("utf8");
  return Buffer.from(key.u16, "hex").swap16().toString("utf16le");
}
