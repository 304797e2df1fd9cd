/**
 * The configuration of a logger: its types and its validator. The fields themselves, with defaults and environment
 * variables, are `CONFIG_FIELDS` in `@agora/schema/tables`.
 *
 * @module
 */
export type {
  ConsoleConfig,
  ConsoleConfigFile,
  FileConfig,
  FileConfigFile,
  LogConfig,
  LogConfigFile,
  RedactConfig,
  RedactConfigFile,
} from "../../gen/config-types.ts";
export type { LevelInput } from "./level-input.ts";
export { nearest } from "./near-miss.ts";
export { type ConfigForm, type ConfigViolation, validateConfig } from "./validate-config.ts";
