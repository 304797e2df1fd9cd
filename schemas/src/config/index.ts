/**
 * The configuration of a logger: its types and its validator. The fields themselves, with defaults and environment
 * variables, are `CONFIG_FIELDS` in `@agora/schema/tables`.
 *
 * @module
 */
export type {
  AsyncConfig,
  AsyncConfigFile,
  AuditConfig,
  AuditConfigFile,
  ConsoleConfig,
  ConsoleConfigFile,
  ExitConfig,
  ExitConfigFile,
  FileConfig,
  FileConfigFile,
  HttpConfig,
  HttpConfigFile,
  LogConfig,
  LogConfigFile,
  LokiConfig,
  LokiConfigFile,
  OtlpConfig,
  OtlpConfigFile,
  RateLimitConfig,
  RateLimitConfigFile,
  RecentConfig,
  RecentConfigFile,
  RedactConfig,
  RedactConfigFile,
  ReloadConfig,
  ReloadConfigFile,
  RouteConfig,
  RouteConfigFile,
  SamplingConfig,
  SamplingConfigFile,
} from "../../gen/config-types.ts";
export type { LevelInput } from "./level-input.ts";
export type { RedactMask, RedactMaskFile, RedactPattern, RedactPatternFile } from "./redact-input.ts";
export { nearest } from "./near-miss.ts";
export { type ConfigForm, type ConfigViolation, validateConfig } from "./validate-config.ts";
