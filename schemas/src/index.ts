/**
 * The shape of a log entry: its types and its validator.
 *
 * @module
 */
export type { Cause, Exception, GroupedError, LogEntry, Losses, Sampling } from "../gen/entry-types.ts";
export type { DropTotals, HandlerHealth, HealthStatus } from "../gen/health-types.ts";
export type { Level, RuleCode, Severity } from "../gen/tables.ts";
export type { Context, JsonValue } from "./json.ts";
export { findViolations, type GeneratedValidator, type SchemaError } from "./schema-errors.ts";
export { type EntryProfile, validateEntry } from "./validate-entry.ts";
export type { Violation } from "./violation.ts";
