import { getHealthStatus } from "@agora/core";
import type {
  FlushOptions,
  FlushResult,
  HealthStatus,
  Level,
  LevelInput,
  Logger,
  RuntimeState,
  SetLevelOptions,
} from "@agora/core";
import type { ConfigInput, RecentFilter } from "@agora/node-handlers";
import type { AuditLogger } from "@agora/node-handlers/audit";
import type { LogEntry } from "@agora/schema";
import type { InitializeOptions, Platform } from "./platform.ts";
import { openProcessLogger } from "./process-logger.ts";
import type { Initialized } from "./process-logger.ts";
import { processLogger } from "./process-state.ts";

/** The functions of this package. None of them throws into the application, but for what `setLevel` refuses. */
export interface LoggerFacade {
  /**
   * Says how this process logs. Each field comes from the environment, else from the configuration file, else from
   * `config`, else it has its default; only `serviceName` is required. Called again, it takes effect for the loggers
   * that exist, and closes what was open.
   *
   * Never throws, whatever it is given. A value that does not fit never stops a service: the next source is used, and
   * a WARNING entry (`AGORA_CONFIG`) names field, value, source and remedy. The result lists the same problems.
   *
   * @example
   * const { ok, problems } = initialize({ serviceName: "market-data" });
   *
   * @returns what is in effect, and where each field came from. `await using` it shuts down at the end of the block.
   */
  readonly initialize: (config?: ConfigInput, options?: InitializeOptions) => Initialized;
  /**
   * Returns the logger of a name; the same one for the same name. It can be made before `initialize`, which it follows.
   *
   * @param name hierarchical with dots, written as `logger_name`. Default: none.
   * @typeParam C what the contexts of its entries may hold.
   */
  readonly getLogger: <C extends object = object>(name?: string) => Logger<C>;
  /** Runs a function; what it and all that it starts write has this context as well. Returns what it returns. */
  readonly runWithContext: <T>(context: object, body: () => T) => T;
  /**
   * Waits until everything that was written is where it survives the process, for at most `timeoutMs` (5,000).
   * Never rejects; the result says what is left.
   */
  readonly flush: (options?: FlushOptions) => Promise<FlushResult>;
  /**
   * Flushes and closes everything, in at most `timeoutMs` (5,000). Entries that come later go to standard error from
   * level WARNING on, and are counted as dropped below. `initialize` opens it again. Never rejects.
   */
  readonly shutdown: (options?: FlushOptions) => Promise<FlushResult>;
  /**
   * Sets the level of a logger and of all below it that have none of their own, also of those that exist; without a
   * name, of all that have none of their own. With `durationSeconds` it ends by itself.
   *
   * @throws {AgoraError} `AGORA_LEVEL` for a level that does not exist, `AGORA_CONFIG` for a name or a duration.
   */
  readonly setLevel: (level: LevelInput, name?: string, options?: SetLevelOptions) => void;
  /** The level that is in effect for a logger; without a name, that of all that have none of their own. */
  readonly getLevel: (name?: string) => Level;
  /** Returns a logger to its configured level; without a name, all of them. */
  readonly resetLevel: (name?: string) => void;
  /** The levels of all names that have one of their own; `""` stands for all others. */
  readonly getAllLevels: () => Record<string, Level>;
  /** How logging fares: handlers, queue, counters. Never throws, and is cheap enough to be asked each second. */
  readonly getHealthStatus: () => HealthStatus;
  /** What the health report and the metrics are made of: handlers, entries by logger and level, what was dropped. */
  readonly inspect: () => RuntimeState;
  /**
   * Returns the audit logger that the configuration describes (`audit`), the same one until `initialize` is called
   * again. Where audit is off, it writes nothing: each call says so in its result, and one WARNING in the log.
   */
  readonly getAuditLogger: () => AuditLogger;
  /** The newest entries that this process keeps (`recent.capacity`), oldest first. */
  readonly getRecentLogs: (filter?: RecentFilter) => LogEntry[];
  /** The last entry of level ERROR or CRITICAL since `clearErrors`; undefined where there is none. */
  readonly getLastError: () => LogEntry | undefined;
  /** Forgets the last error. */
  readonly clearErrors: () => void;
}

/** Makes the functions of the package for a platform. Nothing is opened before the first of them is called. */
export function createFacade(platform: Platform): LoggerFacade {
  const state = () => processLogger(() => openProcessLogger(platform));
  const runtime = () => state().runtime();
  return {
    initialize: (config, options) => state().initialize(config === undefined ? {} : config, options),
    getLogger: <C extends object>(name?: string) => runtime().getLogger<C>(name),
    runWithContext: (context, body) => runtime().runWithContext(context, body),
    flush: (options) => state().flush(options),
    shutdown: (options) => state().shutdown(options),
    setLevel: (level, name, options) => runtime().setLevel(level, name, options),
    getLevel: (name) => runtime().getLevel(name),
    resetLevel: (name) => runtime().resetLevel(name),
    getAllLevels: () => runtime().getAllLevels(),
    getHealthStatus: () => getHealthStatus(runtime()),
    inspect: () => runtime().inspect(),
    getAuditLogger: () => state().audit(),
    getRecentLogs: (filter) => state().recent()?.getRecentLogs(filter) ?? [],
    getLastError: () => state().recent()?.getLastError(),
    clearErrors: () => state().recent()?.clearErrors(),
  };
}
