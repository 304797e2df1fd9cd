/// <reference lib="esnext.disposable" preserve="true" />
import type { DropTotals } from "@agora/schema";
import type { Level } from "@agora/schema/tables";
import type { FlushOptions, FlushResult, FlushSyncOptions } from "./delivery/flush-result.ts";
import type { EncoderSettings } from "./encoder.ts";
import type { Handler, HandlerStatus, OwnReport, Route } from "./handler.ts";
import type { LevelInput } from "./level.ts";
import type { SetLevelOptions } from "./levels/set-level-options.ts";
import type { Logger } from "./logger.ts";
import type { RateLimiter, Sampler } from "./sampling/gates.ts";

/** How a runtime writes. */
export interface RuntimeConfig extends Omit<EncoderSettings, "loggerName"> {
  /** Lowest level that is written. Default: INFO. */
  readonly level?: LevelInput | undefined;
  /** Levels of loggers by name; each counts for all below it, up to a dot, that have none of their own. */
  readonly levels?: Readonly<Record<string, LevelInput>> | undefined;
  /**
   * Where lines go, in this order. They belong to the runtime from now on: it closes them. An entry that no route
   * leads anywhere is written nowhere.
   */
  readonly handlers: readonly (Handler | Route)[];
  /** Context that every entry has, unless a child or a call says otherwise. */
  readonly defaultContext?: object | undefined;
  /** Folder that is taken off the front of file names. Default: base names only. */
  readonly sourceRoot?: string | undefined;
  /** Leaves entries out; `createSampler` makes one. Default: none is left out. */
  readonly sampler?: Sampler | undefined;
  /** Keeps loggers from writing too much; `createRateLimiter` makes one. Default: no limit. */
  readonly rateLimiter?: RateLimiter | undefined;
  /** Milliseconds after which entries that were left out or lost are reported, above 0. Default: 10,000. */
  readonly dropReportIntervalMs?: number | undefined;
  /** Whether entries have an `entry_id`, where the platform makes them. Default: when a handler needs it. */
  readonly entryIds?: boolean | undefined;
  /** A report that is written in front of the first entry. */
  readonly notice?: OwnReport | undefined;
  /** What is known to be wrong, one sentence each, for the health report. */
  readonly degraded?: readonly string[] | undefined;
}

/** How many entries of a level a logger wrote. */
export interface EntryCount {
  /** Empty for the logger without a name; `agora` writes about the library itself. */
  readonly logger: string;
  readonly level: Level;
  readonly count: number;
}

/** How a runtime fares now. `getHealthStatus` makes the report of it that is sent to others. */
export interface RuntimeState {
  /** Whether `shutdown` was called. */
  readonly isClosed: boolean;
  /** The handlers that are open, in the order of the configuration. */
  readonly handlers: readonly { readonly name: string; readonly status: HandlerStatus }[];
  /** How many entries there were, each counted once however many handlers there are; those that are not 0. */
  readonly entries: readonly EntryCount[];
  /** Entries that nobody took, by reason, and those that handlers lost which are gone. The others say it in their status. */
  readonly dropped: DropTotals;
  /** How often handlers failed which are gone. */
  readonly formerErrors: number;
  /** What the configuration says is wrong, one sentence each. */
  readonly degraded: readonly string[];
}

/** Loggers with their handlers: a process has one. */
export interface Runtime extends AsyncDisposable {
  /**
   * Returns the logger of a name; the same one for the same name.
   *
   * @typeParam C what its contexts may hold.
   */
  getLogger<C extends object = object>(name?: string): Logger<C>;
  /** Runs a function; what it and all that it starts write has this context as well. Returns what it returns. */
  runWithContext<T>(context: object, body: () => T): T;
  /**
   * Writes differently from now on, also with the loggers that exist. Handlers that are taken over stay open, others
   * are closed. Levels that were set stay.
   *
   * @returns what became of the handlers that were closed.
   * @throws {AgoraError} `AGORA_CONFIG` or `AGORA_LEVEL` at once, and then nothing has changed.
   */
  configure(config: RuntimeConfig): Promise<FlushResult>;
  /** Writes an entry of the library itself. Never throws. */
  report(report: OwnReport): void;
  /**
   * Sets the level of a logger and of all below it that have none of their own, also of those that exist; without a
   * name, of all that have none of their own. It says so in the log (`AGORA_LEVEL_CHANGED`).
   *
   * @throws {AgoraError} `AGORA_LEVEL` for a level that does not exist, `AGORA_CONFIG` for a name or a duration.
   */
  setLevel(level: LevelInput, name?: string, options?: SetLevelOptions): void;
  /**
   * The level that is in effect for a logger; without a name, that of all that have none of their own.
   *
   * @throws {AgoraError} `AGORA_CONFIG` for a name that is no text.
   */
  getLevel(name?: string): Level;
  /** Returns a logger to its configured level; without a name, all of them. */
  resetLevel(name?: string): void;
  /** The levels of all names that have one of their own; `""` stands for all others. */
  getAllLevels(): Record<string, Level>;
  /** Waits until the handlers have brought everything to where it survives the process. Never rejects. */
  flush(options?: FlushOptions): Promise<FlushResult>;
  /** The part of `flush` that needs no waiting: the last call when a process ends. Never throws. */
  flushSync(options?: FlushSyncOptions): void;
  /** Has the handlers open their files anew, which somebody has renamed. Never throws. */
  reopen(): void;
  /**
   * Flushes and closes the handlers. Entries that come later go to the fallback from level WARNING on; others are
   * counted. Levels that were set end. `configure` opens the runtime again. Never rejects.
   */
  shutdown(options?: FlushOptions): Promise<FlushResult>;
  /** How logging fares: handlers, counters. Never throws. */
  inspect(): RuntimeState;
  /** How many entries nobody took, by reason. What handlers lost later is in their status. */
  readonly dropped: DropTotals;
}
