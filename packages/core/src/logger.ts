import { LEVEL_NUMBERS, LEVELS } from "@agora/schema/tables";
import type { Level } from "@agora/schema/tables";
import { bindContext } from "./bound.ts";
import type { Bound } from "./bound.ts";
import { isContext } from "./call-arguments.ts";
import { findLevel } from "./level.ts";
import type { LevelInput } from "./level.ts";
import type { AnyFunction } from "./ports.ts";
import { runTimer } from "./timer.ts";
import type { TimerEnd } from "./timer.ts";
import type { Place, Voice } from "./voice.ts";

/** Text, or a value that is written as text; an Error is also the entry's error. */
type Said = string | number | boolean | bigint | Error;

/**
 * What a message may be: text, a value that is written as text, or a function that returns one of these and is called
 * only where the level is on; an Error is also the entry's error.
 */
export type Message = Said | (() => Said);

/** What may stand where an error is expected: JavaScript can throw anything. */
export type Thrown = Error | string | number | boolean | bigint | null | undefined;

/** Members of every context that become members of the entry itself. */
export interface ReservedContext {
  readonly correlationId?: string | null | undefined;
  readonly correlation_id?: string | null | undefined;
  readonly userId?: string | number | bigint | null | undefined;
  readonly user_id?: string | number | bigint | null | undefined;
  readonly traceId?: string | null | undefined;
  readonly trace_id?: string | null | undefined;
  readonly spanId?: string | null | undefined;
  readonly span_id?: string | null | undefined;
  readonly durationMs?: number | null | undefined;
  readonly duration_ms?: number | null | undefined;
  /** An Error becomes the entry's, where none is an argument; so with the next two. */
  readonly err?: unknown;
  readonly error?: unknown;
  readonly exception?: unknown;
}

/**
 * What a call takes as context: some of the members of `C`, each of them its value or an arrow function that returns
 * it, and members of the entry itself.
 *
 * Such a function is called for each entry, only where the level is on, and without arguments. Only arrow functions and
 * methods without parameters are called, and only those that stand in an object literal (or in one without a
 * prototype): a member of a class instance, or a function of the platform, may do anything. All others are left out, as
 * functions further down are.
 *
 * @typeParam C what the context may hold; any object where it names no member.
 */
export type CallContext<C extends object> = [keyof C] extends [never]
  ? object
  : { readonly [K in keyof C]?: C[K] | (() => C[K]) | undefined } & ReservedContext;

/**
 * Writes one entry. The error may stand in any place: as the message, or before or behind the context. A caught value
 * of type `unknown` is taken as it is. Never throws, and never keeps its arguments.
 *
 * @typeParam C what the context may hold.
 */
export interface LogMethod<C extends object> {
  <E>(caught: unknown extends E ? E : never, context?: CallContext<C>): void;
  <E>(message: Message, error: unknown extends E ? E : never, context?: CallContext<C>): void;
  <E>(message: Message, context: CallContext<C>, error: unknown extends E ? E : never): void;
  (message: Message, error: Thrown, context?: CallContext<C>): void;
  (message: Message, context: CallContext<C>, error: Thrown): void;
  (message: Message, context?: CallContext<C>): void;
}

/**
 * Writes entries of one name. Loggers are cheap: children share the handlers of their runtime, and a level that is
 * disabled costs one comparison.
 *
 * @typeParam C what the context may hold; any object by default.
 */
export interface Logger<C extends object = object> {
  /** Written as `logger_name`; empty for none. */
  readonly name: string;
  readonly debug: LogMethod<C>;
  readonly info: LogMethod<C>;
  readonly warning: LogMethod<C>;
  /** The same as `warning`. */
  readonly warn: LogMethod<C>;
  readonly error: LogMethod<C>;
  readonly critical: LogMethod<C>;
  /** Returns a logger whose entries have this context as well; what is nearer to the call wins. It is read now. */
  withContext(context: CallContext<C>): Logger<C>;
  /** The same as `withContext`. */
  child(context: CallContext<C>): Logger<C>;
  /**
   * Runs a function and writes how long it took: INFO `<operation> completed`, or ERROR `<operation> failed` with what
   * it threw, which is thrown again. A promise is waited for; the result is then a promise of the same outcome. An
   * operation that is no text becomes text as a message does.
   */
  timer<T>(operation: string, body: () => T, context?: CallContext<C>): T;
  /**
   * Returns a logger for use within a function that logs for its callers: the place of an entry is where that function
   * was called. The function must be running when it logs.
   */
  callerOf(helper: AnyFunction): Logger<C>;
  /** Whether entries of this level are written; false for a level that does not exist. */
  isEnabled(level: LevelInput): boolean;
}

/** A method with the place that a build step adds to a call, in the fourth slot. */
type PlacedMethod = (message: unknown, second?: unknown, third?: unknown, site?: unknown) => void;
type PlacedTimer = <T>(operation: unknown, body: () => T, context?: object, site?: unknown) => T;

/** Marks the method by which code of a build step gives a place to a call on what may be a logger of ours. */
const AT: unique symbol = /* @__PURE__ */ Symbol.for("agora.at.1") as never;

/** Makes the logger of a voice. */
export function createLogger(voice: Voice): Logger {
  return new VoiceLogger(voice, undefined, undefined);
}

/**
 * A logger or a child. Its methods work when they are taken off it, so each is a closure; it is made at its first use,
 * because six of them are 800 bytes, of which a child for one request uses one.
 */
class VoiceLogger implements Logger {
  readonly #voice: Voice;
  readonly #bound: Bound | undefined;
  /** The function above which its calls stand. */
  readonly #helper: AnyFunction | undefined;
  #debug: LogMethod<object> | undefined;
  #info: LogMethod<object> | undefined;
  #warning: LogMethod<object> | undefined;
  #error: LogMethod<object> | undefined;
  #critical: LogMethod<object> | undefined;

  constructor(voice: Voice, bound: Bound | undefined, helper: AnyFunction | undefined) {
    this.#voice = voice;
    this.#bound = bound;
    this.#helper = helper;
  }

  get name(): string {
    return this.#voice.name;
  }

  get debug(): LogMethod<object> {
    return (this.#debug ??= makeMethod(this.#voice, this.#bound, this.#helper, 0));
  }

  get info(): LogMethod<object> {
    return (this.#info ??= makeMethod(this.#voice, this.#bound, this.#helper, 1));
  }

  get warning(): LogMethod<object> {
    return (this.#warning ??= makeMethod(this.#voice, this.#bound, this.#helper, 2));
  }

  get warn(): LogMethod<object> {
    return this.warning;
  }

  get error(): LogMethod<object> {
    return (this.#error ??= makeMethod(this.#voice, this.#bound, this.#helper, 3));
  }

  get critical(): LogMethod<object> {
    return (this.#critical ??= makeMethod(this.#voice, this.#bound, this.#helper, 4));
  }

  get timer(): PlacedTimer {
    return makeTimer(this.#voice, this.#bound, this.#helper);
  }

  withContext(context: object): Logger {
    return new VoiceLogger(this.#voice, bindContext(this.#bound, context), this.#helper);
  }

  child(context: object): Logger {
    return this.withContext(context);
  }

  callerOf(helper: AnyFunction): Logger {
    return new VoiceLogger(this.#voice, this.#bound, typeof helper === "function" ? helper : undefined);
  }

  isEnabled(input: LevelInput): boolean {
    const level = findLevel(input);
    return level !== undefined && LEVEL_NUMBERS[level] >= this.#voice.threshold;
  }

  get [AT](): typeof at {
    return at;
  }
}

/** Makes a method. The comparison is all that a call of a disabled level costs. */
function makeMethod(
  voice: Voice,
  bound: Bound | undefined,
  helper: AnyFunction | undefined,
  level: number,
): LogMethod<object> {
  const number = LEVEL_NUMBERS[LEVELS[level] as Level];
  if (helper !== undefined) {
    // The place that a build step gives to a call here is that of the helper itself.
    return (message: unknown, second?: unknown, third?: unknown): void => {
      if (number >= voice.threshold) voice.emit(helper, undefined, level, bound, message, second, third);
    };
  }
  const log: PlacedMethod = (message, second, third, site) => {
    if (number >= voice.threshold) voice.emit(log, site, level, bound, message, second, third);
  };
  return log;
}

function makeTimer(voice: Voice, bound: Bound | undefined, helper: AnyFunction | undefined): PlacedTimer {
  const timer: PlacedTimer = (operation, body, context, site) => {
    let place: Place | undefined;
    try {
      const isOn = voice.threshold <= LEVEL_NUMBERS.ERROR;
      if (isOn) place = voice.placeOf(helper ?? timer, helper === undefined ? site : undefined);
    } catch {
      // The entry says that its place is not known.
    }
    const end: TimerEnd = (ms, failure) => {
      const [level, outcome] = failure ? ([3, "failed"] as const) : ([1, "completed"] as const);
      if (LEVEL_NUMBERS[LEVELS[level]] < voice.threshold) return;
      const given = context ? bindContext(bound, isContext(context) ? context : { context }) : bound;
      const message = `${voice.textOf(operation)} ${outcome}`;
      voice.emit(undefined, place, level, given, message, failure?.error, { duration_ms: ms });
    };
    return runTimer(() => voice.steady(), end, body);
  };
  return timer;
}

/** The methods of a logger with the place of the call at which they are taken. */
class PlacedLogger {
  readonly #logger: VoiceLogger;
  readonly #site: unknown;

  constructor(logger: VoiceLogger, site: unknown) {
    this.#logger = logger;
    this.#site = site;
  }

  debug(message: unknown, second?: unknown, third?: unknown): void {
    (this.#logger.debug as PlacedMethod)(message, second, third, this.#site);
  }

  info(message: unknown, second?: unknown, third?: unknown): void {
    (this.#logger.info as PlacedMethod)(message, second, third, this.#site);
  }

  warning(message: unknown, second?: unknown, third?: unknown): void {
    (this.#logger.warning as PlacedMethod)(message, second, third, this.#site);
  }

  warn(message: unknown, second?: unknown, third?: unknown): void {
    (this.#logger.warning as PlacedMethod)(message, second, third, this.#site);
  }

  error(message: unknown, second?: unknown, third?: unknown): void {
    (this.#logger.error as PlacedMethod)(message, second, third, this.#site);
  }

  critical(message: unknown, second?: unknown, third?: unknown): void {
    (this.#logger.critical as PlacedMethod)(message, second, third, this.#site);
  }

  timer<T>(operation: string, body: () => T, context?: object): T {
    return this.#logger.timer(operation, body, context, this.#site);
  }
}

/** The function says itself what it is: an automatic mock that answers every name is not taken for a logger. */
const at = /* @__PURE__ */ Object.assign(
  function bindSite(this: VoiceLogger, site: unknown): PlacedLogger {
    return new PlacedLogger(this, site);
  },
  { [AT]: true },
);
