import {
  LEVELS,
  LIMIT_ENTRY_BYTES,
  LIMIT_ENTRY_BYTES_MAX,
  LIMIT_ENTRY_BYTES_MIN,
  LIMIT_SERVICE_CHARS,
  LIMIT_STRING_BYTES,
  LIMIT_TEXT_BYTES,
} from "@agora/schema/tables";
import { AgoraError } from "./agora-error.ts";
import type { Around, Bound, ReadyContext } from "./bound.ts";
import { addCall, mergeContext, writeMerged } from "./context.ts";
import type { EncoderSettings } from "./encoder.ts";
import { messageOf, writeThrown } from "./exception.ts";
import type { Thrown } from "./exception.ts";
import { finishEntry } from "./fit-entry.ts";
import { CONTEXT, isPlanOf, NOTHING, VALUE } from "./key-book.ts";
import type { Before, KeyBook, KeyPlan } from "./key-book.ts";
import { NOTHING_LIFTED } from "./layer.ts";
import type { LiftedText } from "./layer.ts";
import { isError } from "./safe.ts";
import type { Gate } from "./sampling/gates.ts";
import { createScope, isReady, resetScope, shorten } from "./scope.ts";
import type { Scope, ShortText } from "./scope.ts";
import { flat } from "./site.ts";
import type { Stencil, Style } from "./stencil.ts";
import { cut, quote } from "./text.ts";
import { lineStart } from "./timestamp.ts";
import { CUT_EXCEPTION, CUT_LOGGER_NAME, CUT_MESSAGE, CUT_USER_ID } from "./truncated.ts";
import { WRITERS } from "./value.ts";

const ANSI = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[0-Z\\^-~])/g;

// What ends a context, and an entry, behind what stands before.
const ENDS = ["", "", "}", "", '"}'];
const LAST_ENDS = ["}\n", "", "}}\n", "", '"}}\n'];

const NOTHING_THROWN: Thrown = { text: "", messageSource: "", stackSource: "", isCut: false };

/** Writes the lines of one configuration and logger name. */
export class Scribe {
  readonly book: KeyBook;
  readonly sourceRoot: string;
  /** The styles, in the order of the levels. */
  readonly styles: readonly Style[];
  /** `service` as it stands behind the message. */
  readonly service: string;
  /** The members from `environment` to `logger_name`. */
  readonly fixed: string;
  /** What was cut in them, as bits. */
  readonly truncated: number;
  readonly #maxEntryBytes: number;
  readonly #stripsAnsi: boolean;
  #spare: Scope | undefined;

  /** @throws {AgoraError} `AGORA_CONFIG` when the service or `maxEntryBytes` is out of its range. */
  constructor(settings: EncoderSettings, book: KeyBook, sourceRoot = "") {
    const { maxEntryBytes = LIMIT_ENTRY_BYTES, stripAnsi = true, loggerName = "" } = settings;
    this.service = serviceText(settings.service);
    if (!(maxEntryBytes >= LIMIT_ENTRY_BYTES_MIN && maxEntryBytes <= LIMIT_ENTRY_BYTES_MAX)) {
      refuse(
        "maxEntryBytes",
        maxEntryBytes,
        `an integer from ${LIMIT_ENTRY_BYTES_MIN} to ${LIMIT_ENTRY_BYTES_MAX}`,
      );
    }
    const wholeName = loggerName.toWellFormed();
    const shortName = cut(wholeName, LIMIT_TEXT_BYTES);
    this.fixed =
      optional("environment", settings.environment) +
      optional("version", settings.version) +
      optional("host", settings.host, LIMIT_TEXT_BYTES) +
      optional("logger_name", shortName);
    this.truncated = shortName === wholeName ? 0 : CUT_LOGGER_NAME;
    this.book = book;
    this.sourceRoot = sourceRoot;
    this.#maxEntryBytes = maxEntryBytes;
    this.#stripsAnsi = stripAnsi;
    this.styles = LEVELS.map((level) => ({
      scribe: this,
      level,
      head: flat(`Z","level":"${level}","message":"`),
      stencils: new Map(),
    }));
  }

  /** The text of a message as it is written, but for the escapes. */
  shortenMessage(message: unknown, scope: Scope = createScope(this.book, WRITERS)): ShortText {
    let source = messageOf(message, scope);
    if (this.#stripsAnsi && source.includes("\x1b")) source = source.replace(ANSI, "");
    return shorten(source, LIMIT_STRING_BYTES, this.book);
  }

  /**
   * Writes the line of an entry; empty where the gate leaves it out. What nearly every call has is written in one
   * pass, without an object or a closure of its own; everything else takes a slower way to the same bytes.
   *
   * @param plan how the keys of `call` are written, as {@link planOf} says.
   * @param callsFunctions whether functions at the top of the context are called for their values.
   */
  write(
    stencil: Stencil,
    time: number,
    micros: number,
    message: unknown,
    error: unknown,
    bound: Bound | undefined,
    call: unknown,
    plan: KeyPlan | undefined,
    entryId: string | undefined,
    samplingRate: number,
    gate: Gate | undefined,
    callsFunctions: boolean,
  ): string {
    const scope = this.#spare ?? createScope(this.book, WRITERS);
    // A getter that logs finds none, and makes one.
    this.#spare = undefined;
    scope.callsFunctions = callsFunctions;

    let lead: string;
    let short: string;
    let text: ShortText | undefined;
    let { truncated } = stencil;
    if (typeof message === "string" && message === stencil.message) {
      // The whole of the line from the level to the logger's name is one constant.
      lead = stencil.fused;
      truncated = stencil.fusedTruncated;
      ({ short } = stencil);
    } else if (typeof message === "string" && isReady(message, LIMIT_STRING_BYTES, this.book)) {
      lead = stencil.style.head + message + stencil.middle;
      short = message;
    } else {
      if (isError(message)) error ??= message;
      text = this.shortenMessage(message, scope);
      lead = stencil.style.head + quote(text.short).slice(1, -1) + stencil.middle;
      if (text.isCut) truncated |= CUT_MESSAGE;
      short = text.short;
    }

    let ready: ReadyContext | undefined;
    let around: Around | undefined;
    let isDirect = plan !== undefined || call === undefined || call === null;
    if (bound !== undefined && isDirect) {
      ready = bound.ready(this.book);
      isDirect = ready !== undefined;
      if (ready !== undefined && plan !== undefined) {
        around = ready.around(plan);
        isDirect = around !== undefined;
      }
    }
    const merged = isDirect ? undefined : mergeContext(bound, call, !isGiven(error), scope);
    error ??= merged?.error;
    const lifted = merged?.lifted ?? ready?.lifted ?? NOTHING_LIFTED;
    if (gate !== undefined) {
      samplingRate = gate(lifted.traceId, lifted.correlationId, short);
      if (!(samplingRate > 0)) return this.#done(scope, "");
    }

    const between = membersBetween(lifted, entryId, samplingRate);
    if (between.length > 0) lead += between;
    const begin = lineStart(time, micros);
    const start = begin.length + lead.length;
    let line: string;
    let before: Before = NOTHING;
    if (merged !== undefined) {
      const members = writeMerged(merged, scope);
      before = members === "" ? NOTHING : VALUE;
      line = begin + lead + (members && CONTEXT + members);
    } else if (plan !== undefined) {
      line = addCall(begin, lead, stencil, call as object, plan, ready, around, scope);
      ({ before } = scope);
    } else line = ready === undefined ? begin + lead : begin + lead + ready.text();

    let thrown = NOTHING_THROWN;
    const end = line.length;
    if (isGiven(error)) {
      thrown = writeThrown(error, this.book, WRITERS);
      if (thrown.isCut) truncated |= CUT_EXCEPTION;
      line += `${ENDS[before] as string},"exception":{${thrown.text}}}\n`;
    } else if (line.length === start && lead === stencil.fused) line = begin + stencil.fusedLine;
    else line += LAST_ENDS[before];
    if (lifted.isCut) truncated |= CUT_USER_ID;

    // No UTF-16 unit has more than 3 bytes.
    const isShort = line.length * 3 <= this.#maxEntryBytes;
    if (isShort && truncated + scope.dropped + scope.cuts === 0) return this.#done(scope, line);
    const context = line.slice(start, end) + (ENDS[before] as string);
    text ??= this.shortenMessage(message);
    const finished = finishEntry(
      {
        head: begin + stencil.style.head.slice(0, -1),
        message: quote(text.short),
        messageSource: text.source,
        middle: stencil.middle.slice(1) + between,
        context: context.slice(CONTEXT.length, -1),
        dropped: scope.dropped,
        losses: scope.losses ?? [],
        thrown,
        truncated,
      },
      line,
      this.#maxEntryBytes,
    );
    return this.#done(scope, finished);
  }

  #done(scope: Scope, line: string): string {
    resetScope(scope);
    this.#spare = scope;
    return line;
  }
}

/** How the keys of a context of a call are written; undefined where it needs a closer look. */
export function planOf(call: unknown, stencil: Stencil): KeyPlan | undefined {
  try {
    if (typeof call !== "object" || call === null) return undefined;
    const { book } = stencil.style.scribe;
    if (Object.getPrototypeOf(call) !== Object.prototype) return undefined;
    const keys = Object.keys(call);
    // The calls of one place have the same keys: 4 comparisons of pointers instead of looking up, sorting and
    // judging 4 keys. An encoder for the keys that a build step finds, which also spares reading the keys, is not
    // faster once it has made sure that the object is the one it was made for.
    const last = stencil.plan;
    const plan = last !== undefined && isPlanOf(last, keys) ? last : book.plan(keys);
    if (plan === undefined || plan.isSpecial) return undefined;
    stencil.plan = plan;
    return plan;
  } catch {
    // A proxy that throws.
    return undefined;
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The members that stand between the fixed ones and `context`. */
function membersBetween(lifted: LiftedText, entryId: string | undefined, rate: number): string {
  if (lifted === NOTHING_LIFTED && entryId === undefined && !(rate > 0)) return "";
  const sampling = rate > 0 && rate < 1 ? `,"sampling":{"rate":${String(rate)}}` : "";
  return lifted.ids + optional("entry_id", entryId) + sampling + lifted.duration;
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
  return `,"service":${quote(text)},`;
}

function optional(name: string, value = "", limit = Infinity): string {
  return value && `,"${name}":${quote(cut(value.toWellFormed(), limit))}`;
}
