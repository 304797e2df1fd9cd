import {
  LIMIT_ENTRY_BYTES,
  LIMIT_ENTRY_BYTES_MAX,
  LIMIT_ENTRY_BYTES_MIN,
  LIMIT_SERVICE_CHARS,
  LIMIT_STRING_BYTES,
  LIMIT_TEXT_BYTES,
  LIMIT_VALUES,
  RESERVED_KEYS,
} from "@agora/schema/tables";
import type { Level } from "@agora/schema/tables";
import { AgoraError } from "./agora-error.ts";
import { writeContext } from "./context.ts";
import type { WrittenContext } from "./context.ts";
import { errorMembers, messageOf, stackOf } from "./exception.ts";
import { fitEntry } from "./fit-entry.ts";
import type { Draft } from "./fit-entry.ts";
import { createKeyBook } from "./key-book.ts";
import type { KeyBook, RedactOptions } from "./key-book.ts";
import type { Layer } from "./layer.ts";
import { writeParts } from "./members.ts";
import { isError } from "./safe.ts";
import { createScope } from "./scope.ts";
import { flat } from "./site.ts";
import type { Site } from "./site.ts";
import { cut, quote } from "./text.ts";
import { timestamp } from "./timestamp.ts";
import { CUT_EXCEPTION, CUT_LOGGER_NAME, CUT_MESSAGE, CUT_USER_ID } from "./truncated.ts";
import { writeValue } from "./value.ts";

/** What all entries of a logger have in common. */
export interface EncoderSettings {
  /** Name of the service: 1 to 128 code points. */
  readonly service: string;
  /** `development`, `staging` or `production`; absent where it is empty, as the next three. Written as it is given. */
  readonly environment?: string | undefined;
  /** Semantic version of the service. Written as it is given. */
  readonly version?: string | undefined;
  /** Name of the host or pod, cut to 256 bytes. */
  readonly host?: string | undefined;
  /** Name of the logger, hierarchical with dots, cut to 256 bytes. */
  readonly loggerName?: string | undefined;
  /** Longest line with its line feed, in bytes: 4,096 to 256,000. Default: 31,999. */
  readonly maxEntryBytes?: number | undefined;
  /** Takes ANSI sequences that begin with ESC out of `message`. Default: true. */
  readonly stripAnsi?: boolean | undefined;
  /** What is hidden because of its key. Default: the built-in names. */
  readonly redact?: RedactOptions | undefined;
}

/** What one call says. */
export interface EntryInput {
  /** Whole milliseconds since 1970, as Date has them. */
  readonly time: number;
  /** Microseconds behind `time`, 0 to 999. Default: 0. */
  readonly micros?: number | undefined;
  readonly level: Level;
  /** Text; anything else becomes text: an Error its message, null nothing, objects their canonical JSON. */
  readonly message: unknown;
  readonly site: Site;
  /** What was thrown. Without it, an Error as `message` or in the context becomes `exception`. */
  readonly error?: unknown;
  /** Layers of context, outermost first: defaults, then each child's. */
  readonly bound?: readonly Layer[];
  /** The context of the call: an object or a Map. */
  readonly context?: unknown;
  /** UUIDv7; written where entries must be told apart. */
  readonly entryId?: string | undefined;
  /** Written where it is above 0 and below 1. */
  readonly samplingRate?: number | undefined;
}

/** Makes the line of an entry, with its line feed. Never throws for any value in message, error and context. */
export type Encoder = (entry: EntryInput) => string;

const ANSI = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[0-Z\\^-~])/g;

/**
 * Makes an encoder: canonical bytes of wire format 1.0, one line an entry.
 *
 * @throws {AgoraError} `AGORA_CONFIG` when the service or `maxEntryBytes` is out of its range.
 */
export function createEncoder(settings: EncoderSettings): Encoder {
  return createEncoderWith(settings, createKeyBook(settings.redact));
}

/** The same with a book of keys that several encoders share. */
export function createEncoderWith(settings: EncoderSettings, book: KeyBook): Encoder {
  const { maxEntryBytes = LIMIT_ENTRY_BYTES, stripAnsi = true, loggerName = "" } = settings;
  const service = serviceText(settings.service);
  if (!(maxEntryBytes >= LIMIT_ENTRY_BYTES_MIN && maxEntryBytes <= LIMIT_ENTRY_BYTES_MAX)) {
    refuse(
      "maxEntryBytes",
      maxEntryBytes,
      `an integer from ${LIMIT_ENTRY_BYTES_MIN} to ${LIMIT_ENTRY_BYTES_MAX}`,
    );
  }
  const wholeName = loggerName.toWellFormed();
  const shortName = cut(wholeName, LIMIT_TEXT_BYTES);
  const fixed = flat(
    optional("environment", settings.environment) +
      optional("version", settings.version) +
      optional("host", settings.host, LIMIT_TEXT_BYTES) +
      optional("logger_name", shortName),
  );

  const fixedBits = shortName === wholeName ? 0 : CUT_LOGGER_NAME;

  return (entry) => {
    const { level, site } = entry;
    let { message, error } = entry;
    if (isError(message)) error ??= message;
    const scope = createScope(book, writeValue);
    let source = messageOf(message, scope);
    if (stripAnsi && source.includes("\x1b")) source = source.replace(ANSI, "");
    const short = cut(source, LIMIT_STRING_BYTES);
    const {
      parts,
      lifted,
      error: found,
    } = writeContext(entry.bound ?? [], entry.context, !isGiven(error), scope);
    const { truncated, ...thrown } = writeThrown(error ?? found, book);
    const draft: Draft = {
      head: `{"timestamp":"${timestamp(entry.time, entry.micros ?? 0)}","level":"${level}","message":`,
      message: quote(short),
      messageSource: source,
      middle: service + site.text + fixed + perCall(entry, lifted),
      context: parts,
      dropped: parts.reduce((dropped, part) => dropped - part.dropped, scope.dropped),
      ...thrown,
      truncated:
        fixedBits |
        site.truncated |
        truncated |
        (short === source ? 0 : CUT_MESSAGE) |
        (lifted.get("user_id")?.isCut === true ? CUT_USER_ID : 0),
    };
    return fitEntry(draft, maxEntryBytes);
  };
}

function refuse(name: string, value: unknown, rule: string): never {
  throw new AgoraError("AGORA_CONFIG", `${name}: ${String(value)} is not ${rule}; use one that is`);
}

function serviceText(service: string): string {
  const text = service.toWellFormed();
  // A code point is at most two units.
  if (text === "" || text.length > 2 * LIMIT_SERVICE_CHARS || [...text].length > LIMIT_SERVICE_CHARS) {
    refuse(
      "service",
      quote(cut(text, LIMIT_TEXT_BYTES)),
      `a string of 1 to ${LIMIT_SERVICE_CHARS} characters`,
    );
  }
  return flat(`,"service":${quote(text)},`);
}

function optional(name: string, value = "", limit = Infinity): string {
  return value && `,"${name}":${quote(cut(value.toWellFormed(), limit))}`;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The members that stand between the fixed ones and `context`. */
function perCall({ entryId, samplingRate = 0 }: EntryInput, lifted: WrittenContext["lifted"]): string {
  let text = "";
  for (const name of RESERVED_KEYS) {
    if (name === "duration_ms") {
      text += optional("entry_id", entryId);
      if (samplingRate > 0 && samplingRate < 1) text += `,"sampling":{"rate":${String(samplingRate)}}`;
    }
    const member = lifted.get(name);
    if (member !== undefined) text += `,"${name}":${member.json}`;
  }
  return text;
}

type Thrown = Pick<Draft, "exception" | "exceptionSource" | "stackSource" | "truncated">;

function writeThrown(error: unknown, book: KeyBook): Thrown {
  if (!isGiven(error)) return { exception: [], exceptionSource: "", stackSource: "", truncated: 0 };
  // An error's own members have no budget; what is in its properties has one of its own.
  const scope = { ...createScope(book, writeValue), left: Infinity };
  const inner = { ...scope, left: LIMIT_VALUES };
  scope.open.push(error);
  const exceptionSource = messageOf(error, scope);
  const stackSource = stackOf(error);
  const members = errorMembers(error, [error], false, scope, inner, exceptionSource, stackSource);
  const exception = writeParts(members, scope).map(({ text }) => text);
  const lost = scope.dropped + scope.cuts + inner.dropped + inner.cuts;
  return { exception, exceptionSource, stackSource, truncated: lost > 0 ? CUT_EXCEPTION : 0 };
}
