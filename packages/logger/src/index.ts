/**
 * The logger for Node.js, Bun and Deno.
 *
 * @module
 */
import { createFacade } from "./facade.ts";
import type { LoggerFacade } from "./facade.ts";
import { nodePlatform } from "./node-platform.ts";

export * from "./exports.ts";

const facade: LoggerFacade = /* @__PURE__ */ createFacade(nodePlatform);

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
export const initialize: LoggerFacade["initialize"] = facade.initialize;
/**
 * Returns the logger of a name; the same one for the same name. It can be made before `initialize`, which it follows.
 *
 * @param name hierarchical with dots, written as `logger_name`. Default: none.
 * @typeParam C what the contexts of its entries may hold.
 */
export const getLogger: LoggerFacade["getLogger"] = facade.getLogger;
/** Runs a function; what it and all that it starts write has this context as well. Returns what it returns. */
export const runWithContext: LoggerFacade["runWithContext"] = facade.runWithContext;
/**
 * Waits until everything that was written is where it survives the process, for at most `timeoutMs` (5,000).
 * Never rejects; the result says what is left.
 */
export const flush: LoggerFacade["flush"] = facade.flush;
/**
 * Flushes and closes everything, in at most `timeoutMs` (5,000). Entries that come later go to standard error from
 * level WARNING on, and are counted as dropped below. `initialize` opens it again. Never rejects.
 */
export const shutdown: LoggerFacade["shutdown"] = facade.shutdown;
/**
 * Sets the level of a logger and of all below it that have none of their own, also of those that exist; without a
 * name, of all that have none of their own. With `durationSeconds` it ends by itself.
 *
 * @throws {AgoraError} `AGORA_LEVEL` for a level that does not exist, `AGORA_CONFIG` for a name or a duration.
 */
export const setLevel: LoggerFacade["setLevel"] = facade.setLevel;
/** The level that is in effect for a logger; without a name, that of all that have none of their own. */
export const getLevel: LoggerFacade["getLevel"] = facade.getLevel;
/** Returns a logger to its configured level; without a name, all of them. */
export const resetLevel: LoggerFacade["resetLevel"] = facade.resetLevel;
/** The levels of all names that have one of their own; `""` stands for all others. */
export const getAllLevels: LoggerFacade["getAllLevels"] = facade.getAllLevels;
/** How logging fares: handlers, queue, counters. Never throws, and is cheap enough to be asked each second. */
export const getHealthStatus: LoggerFacade["getHealthStatus"] = facade.getHealthStatus;
/** The newest entries that this process keeps (`recent.capacity`), oldest first. */
export const getRecentLogs: LoggerFacade["getRecentLogs"] = facade.getRecentLogs;
/** The last entry of level ERROR or CRITICAL since `clearErrors`; undefined where there is none. */
export const getLastError: LoggerFacade["getLastError"] = facade.getLastError;
/** Forgets the last error. */
export const clearErrors: LoggerFacade["clearErrors"] = facade.clearErrors;
/** What the health report and the metrics are made of: handlers, entries by logger and level, what was dropped. */
export const inspect: LoggerFacade["inspect"] = facade.inspect;
/**
 * Returns the audit logger that the configuration describes (`audit`), the same one until `initialize` is called
 * again. Where audit is off, it writes nothing: each call says so in its result, and one WARNING in the log.
 */
export const getAuditLogger: LoggerFacade["getAuditLogger"] = facade.getAuditLogger;
