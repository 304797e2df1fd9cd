import { LEVEL_NUMBERS } from "@agora/schema/tables";
import type { Level } from "@agora/schema/tables";
import { createLayer } from "./layer.ts";
import type { Layer } from "./layer.ts";
import { findLevel } from "./level.ts";
import type { LevelInput } from "./level.ts";
import type { AnyFunction } from "./ports.ts";

/** What a message may be: text, or a value that is written as text; an Error is also the entry's error. */
export type Message = string | number | boolean | bigint | Error;

/** What may stand where an error is expected: JavaScript can throw anything. */
export type Thrown = Error | string | number | boolean | bigint | null | undefined;

/**
 * Writes one entry. The error may stand in any place: as the message, or before or behind the context. A caught value
 * of type `unknown` is taken as it is. Never throws, and never keeps its arguments.
 *
 * @typeParam C what the context may hold.
 */
export interface LogMethod<C extends object> {
  <E>(message: Message, error: unknown extends E ? E : never, context?: C): void;
  (message: Message, error: Thrown, context?: C): void;
  (message: Message, context: C, error: Thrown): void;
  (message: Message, context?: C): void;
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
  withContext(context: Partial<C>): Logger<C>;
  /** The same as `withContext`. */
  child(context: Partial<C>): Logger<C>;
  /** Whether entries of this level are written; false for a level that does not exist. */
  isEnabled(level: LevelInput): boolean;
}

/** A call: the method, its level, the layers of its logger, and what it was given. */
export type EmitArguments = [
  method: AnyFunction,
  level: Level,
  layers: readonly Layer[],
  message: unknown,
  second: unknown,
  third: unknown,
];

/** What the loggers of one name share. It changes when the runtime is configured again. */
export interface LoggerCore {
  readonly name: string;
  /** Lowest number of a level that is written. */
  threshold: number;
  /** Takes the arguments of a call; must not throw. */
  readonly emit: (...call: EmitArguments) => void;
}

/** Makes a logger with the given layers of context. */
export function createLogger(core: LoggerCore, layers: readonly Layer[]): Logger {
  const methodOf = (level: Level): LogMethod<object> => {
    const number = LEVEL_NUMBERS[level];
    const log = (message: unknown, second?: unknown, third?: unknown): void => {
      if (number >= core.threshold) core.emit(log, level, layers, message, second, third);
    };
    return log;
  };
  const warning = methodOf("WARNING");
  const withContext = (context: object): Logger => createLogger(core, [...layers, createLayer(context)]);
  return {
    name: core.name,
    debug: methodOf("DEBUG"),
    info: methodOf("INFO"),
    warning,
    warn: warning,
    error: methodOf("ERROR"),
    critical: methodOf("CRITICAL"),
    withContext,
    child: withContext,
    isEnabled: (input) => {
      const level = findLevel(input);
      return level !== undefined && LEVEL_NUMBERS[level] >= core.threshold;
    },
  };
}
