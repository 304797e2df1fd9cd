/**
 * The logger for browsers, edge runtimes and everything else: the same functions and the same bytes, written to the
 * console. What such a runtime lacks is off.
 *
 * @module
 */
import { createFacade } from "./facade.ts";
import type { LoggerFacade } from "./facade.ts";
import { portablePlatform } from "./portable/portable-platform.ts";

export * from "./exports.ts";

const facade: LoggerFacade = /* @__PURE__ */ createFacade(portablePlatform);

export const initialize: LoggerFacade["initialize"] = facade.initialize;
export const getLogger: LoggerFacade["getLogger"] = facade.getLogger;
export const runWithContext: LoggerFacade["runWithContext"] = facade.runWithContext;
export const flush: LoggerFacade["flush"] = facade.flush;
export const shutdown: LoggerFacade["shutdown"] = facade.shutdown;
export const setLevel: LoggerFacade["setLevel"] = facade.setLevel;
export const getLevel: LoggerFacade["getLevel"] = facade.getLevel;
export const resetLevel: LoggerFacade["resetLevel"] = facade.resetLevel;
export const getAllLevels: LoggerFacade["getAllLevels"] = facade.getAllLevels;
export const getHealthStatus: LoggerFacade["getHealthStatus"] = facade.getHealthStatus;
export const getRecentLogs: LoggerFacade["getRecentLogs"] = facade.getRecentLogs;
export const getLastError: LoggerFacade["getLastError"] = facade.getLastError;
export const clearErrors: LoggerFacade["clearErrors"] = facade.clearErrors;
export const inspect: LoggerFacade["inspect"] = facade.inspect;
export const getAuditLogger: LoggerFacade["getAuditLogger"] = facade.getAuditLogger;
