// agora-error.d.ts
import type { ErrorCode } from "@agora/schema/tables";
export declare class AgoraError extends Error {
  readonly code: ErrorCode;
  constructor(
    code: ErrorCode,
    message: string,
    options?: {
      cause?: unknown;
    },
  );
}

// callsite.d.ts
import type { AnyFunction } from "./ports.ts";
import type { Site } from "./site.ts";
export declare function captureSite(method: AnyFunction, sourceRoot: string): Site;

// encoder.d.ts
import type { Level } from "@agora/schema/tables";
import type { KeyBook, RedactOptions } from "./key-book.ts";
import type { Layer } from "./layer.ts";
import type { Site } from "./site.ts";
export interface EncoderSettings {
  readonly service: string;
  readonly environment?: string | undefined;
  readonly version?: string | undefined;
  readonly host?: string | undefined;
  readonly loggerName?: string | undefined;
  readonly maxEntryBytes?: number | undefined;
  readonly stripAnsi?: boolean | undefined;
  readonly redact?: RedactOptions | undefined;
}
export interface EntryInput {
  readonly time: number;
  readonly micros?: number | undefined;
  readonly level: Level;
  readonly message: unknown;
  readonly site: Site;
  readonly error?: unknown;
  readonly bound?: readonly Layer[];
  readonly context?: unknown;
  readonly entryId?: string | undefined;
  readonly samplingRate?: number | undefined;
}
export type Encoder = (entry: EntryInput) => string;
export declare function createEncoder(settings: EncoderSettings): Encoder;
export declare function createEncoderWith(settings: EncoderSettings, book: KeyBook): Encoder;

// handler.d.ts
import type { Level } from "@agora/schema/tables";
export interface Handler {
  readonly name: string;
  readonly isConsole?: boolean;
  write(line: string, level: Level): void;
  flush(): void | Promise<void>;
  close(): void | Promise<void>;
}

// index.d.ts
export { AgoraError } from "./agora-error.ts";
export { createEncoder } from "./encoder.ts";
export type { Encoder, EncoderSettings, EntryInput } from "./encoder.ts";
export type { Handler } from "./handler.ts";
export type { RedactOptions } from "./key-book.ts";
export { createLayer } from "./layer.ts";
export type { Layer, Lifted } from "./layer.ts";
export { findLevel, parseLevel } from "./level.ts";
export type { LevelInput } from "./level.ts";
export type { Logger, LogMethod, Message, Thrown } from "./logger.ts";
export type { AnyFunction, ContextStorage, Ports } from "./ports.ts";
export { createRuntime } from "./runtime.ts";
export type { Runtime, RuntimeConfig } from "./runtime.ts";
export { createSite, UNKNOWN_SITE } from "./site.ts";
export type { Site } from "./site.ts";
export type { ErrorCode, Level } from "@agora/schema/tables";

// key-book.d.ts
export interface RedactOptions {
  readonly enabled?: boolean;
  readonly fields?: readonly string[];
  readonly replaceDefaults?: boolean;
}
export interface KnownKey {
  readonly key: string;
  readonly label: string;
  readonly isHidden: boolean;
  readonly isSpecial: boolean;
}
export interface KeyBook {
  find(key: string): KnownKey | undefined;
  hides(key: string): boolean;
}
export declare function createKeyBook(redact?: RedactOptions): KeyBook;

// layer.d.ts
export interface Lifted {
  readonly json: string;
  readonly isCut: boolean;
}
export interface Layer {
  readonly source: unknown;
  readonly members: Map<string, unknown>;
  readonly lifted: Map<string, Lifted>;
  readonly dropped: number;
}
export declare function createLayer(context: unknown): Layer;

// level.d.ts
import { LEVEL_NUMBERS } from "@agora/schema/tables";
import type { Level, LevelAlias } from "@agora/schema/tables";
export type LevelInput =
  | Level
  | Lowercase<Level>
  | LevelAlias
  | Uppercase<LevelAlias>
  | (typeof LEVEL_NUMBERS)[Level];
export declare function findLevel(input: unknown): Level | undefined;
export declare function parseLevel(input: unknown): Level;

// logger.d.ts
import type { Level } from "@agora/schema/tables";
import type { Layer } from "./layer.ts";
import type { LevelInput } from "./level.ts";
import type { AnyFunction } from "./ports.ts";
export type Message = string | number | boolean | bigint | Error;
export type Thrown = Error | string | number | boolean | bigint | null | undefined;
export interface LogMethod<C extends object> {
  <E>(message: Message, error: unknown extends E ? E : never, context?: C): void;
  (message: Message, error: Thrown, context?: C): void;
  (message: Message, context: C, error: Thrown): void;
  (message: Message, context?: C): void;
}
export interface Logger<C extends object = object> {
  readonly name: string;
  readonly debug: LogMethod<C>;
  readonly info: LogMethod<C>;
  readonly warning: LogMethod<C>;
  readonly warn: LogMethod<C>;
  readonly error: LogMethod<C>;
  readonly critical: LogMethod<C>;
  withContext(context: Partial<C>): Logger<C>;
  child(context: Partial<C>): Logger<C>;
  isEnabled(level: LevelInput): boolean;
}
export type EmitArguments = [
  method: AnyFunction,
  level: Level,
  layers: readonly Layer[],
  message: unknown,
  second: unknown,
  third: unknown,
];
export interface LoggerCore {
  readonly name: string;
  threshold: number;
  readonly emit: (...call: EmitArguments) => void;
}
export declare function createLogger(core: LoggerCore, layers: readonly Layer[]): Logger;

// ports.d.ts
import type { Layer } from "./layer.ts";
import type { Site } from "./site.ts";
export type AnyFunction = (...args: never[]) => unknown;
export interface ContextStorage {
  get(): readonly Layer[] | undefined;
  run<T>(layers: readonly Layer[], body: () => T): T;
}
export interface Ports {
  readonly clock: () => number;
  readonly stack?: ((method: AnyFunction, sourceRoot: string) => Site) | undefined;
  readonly fallback?: ((line: string) => void) | undefined;
  readonly contextStorage?: ContextStorage | undefined;
  readonly entryId?: (() => string) | undefined;
}

// runtime.d.ts
import type { Level } from "@agora/schema/tables";
import type { EncoderSettings } from "./encoder.ts";
import type { Handler } from "./handler.ts";
import type { Logger } from "./logger.ts";
import type { Ports } from "./ports.ts";
export interface RuntimeConfig extends Omit<EncoderSettings, "loggerName"> {
  readonly level?: Level | undefined;
  readonly handlers: readonly Handler[];
  readonly defaultContext?: object | undefined;
  readonly sourceRoot?: string | undefined;
  readonly notice?: string | undefined;
}
export interface Runtime {
  getLogger<C extends object = object>(name?: string): Logger<C>;
  runWithContext<T>(context: object, body: () => T): T;
  configure(config: RuntimeConfig): Promise<void>;
  warn(message: string, context?: object): void;
  flush(): Promise<void>;
  shutdown(): Promise<void>;
  readonly dropped: number;
}
export declare function createRuntime(config: RuntimeConfig, ports: Ports): Runtime;

// site.d.ts
export interface Site {
  readonly text: string;
  readonly truncated: number;
}
export declare function createSite(file: string, line: number, name: string, sourceRoot?: string): Site;
export declare const UNKNOWN_SITE: Site;
export declare function flat(text: string): string;

// text-form.d.ts
export interface FormatTextOptions {
  readonly colors?: boolean | undefined;
}
export declare function formatText(line: string, options?: FormatTextOptions): string;
