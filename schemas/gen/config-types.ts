// Generated from log-config.schema.json by `npm run generate`. Do not edit.

import type { LevelInput } from "../src/config/level-input.ts";

/**
 * Configuration of a logger, in the form that a file has. Each field is taken from the environment, else from code, else it has its default.
 */
export interface LogConfig {
  /**
   * Name of the service, written as `service` in every entry.
   *
   * @example "market-data"
   */
  serviceName: string;
  /**
   * Where the service runs. `dev`, `stage` and `prod` are short for the three.
   *
   * @default "development"
   * @example "production"
   */
  environment?: "development" | "staging" | "production" | "dev" | "stage" | "prod";
  /**
   * Semantic version of the service.
   *
   * @default "0.0.0"
   * @example "1.4.2"
   */
  version?: string;
  /**
   * Lowest level that is written: DEBUG, INFO, WARNING, ERROR or CRITICAL, or one of the aliases, in any case.
   *
   * @default "INFO"
   * @example "DEBUG"
   */
  level?: LevelInput;
  /**
   * Name of the host or pod, written as `host` in every entry.
   *
   * @example "node-7"
   */
  host?: string;
  console?: ConsoleConfig;
  file?: FileConfig;
  /**
   * Members that every entry's `context` has, unless a child or a call says otherwise.
   *
   * @default {}
   * @example {"region":"eu"}
   */
  defaultContext?: Readonly<Record<string, unknown>>;
  /**
   * Longest entry with its line feed, in bytes. Longer ones lose parts, and say so.
   *
   * @default 31999
   * @example 16000
   */
  maxEntryBytes?: number;
  /**
   * Takes escape sequences for terminals out of `message`.
   *
   * @default true
   * @example false
   */
  stripAnsi?: boolean;
  redact?: RedactConfig;
  /**
   * Folder that is taken off the front of `file`, so that entries carry paths relative to it. Empty: base names only.
   *
   * @default ""
   * @example "/srv/app"
   */
  sourceRoot?: string;
}
/**
 * Standard output.
 */
export interface ConsoleConfig {
  /**
   * Writes entries to standard output.
   *
   * @default true
   * @example true
   */
  enabled?: boolean;
  /**
   * `json` writes entries as they are, `text` a form for people, `auto` the latter on a terminal and the former elsewhere.
   *
   * @default "auto"
   * @example "json"
   */
  format?: "json" | "text" | "auto";
  /**
   * Colours in the text form. They are used on a terminal only, and never where NO_COLOR is set.
   *
   * @default true
   * @example false
   */
  colors?: boolean;
}
/**
 * Log file.
 */
export interface FileConfig {
  /**
   * Writes entries to a file.
   *
   * @example true
   */
  enabled?: boolean;
  /**
   * Path of the log file. Its directory is made when it is missing.
   *
   * @example "/var/log/agora/market-data.log"
   */
  path?: string;
}
/**
 * What is hidden before an entry leaves the process.
 */
export interface RedactConfig {
  /**
   * Hides the values of members whose names say that they are secret.
   *
   * @default true
   * @example false
   */
  enabled?: boolean;
  /**
   * Further names whose values are hidden; they are compared word by word.
   *
   * @default []
   * @example ["iban","date of birth"]
   */
  fields?: readonly string[];
  /**
   * Hides only the names in `redact.fields`, and none of the built-in ones.
   *
   * @default false
   * @example true
   */
  replaceDefaults?: boolean;
}
/**
 * Configuration of a logger, in the form that a file has. Each field is taken from the environment, else from code, else it has its default.
 */
export interface LogConfigFile {
  /**
   * Name of the service, written as `service` in every entry.
   *
   * @example "market-data"
   */
  service_name: string;
  /**
   * Where the service runs. `dev`, `stage` and `prod` are short for the three.
   *
   * @default "development"
   * @example "production"
   */
  environment?: "development" | "staging" | "production" | "dev" | "stage" | "prod";
  /**
   * Semantic version of the service.
   *
   * @default "0.0.0"
   * @example "1.4.2"
   */
  version?: string;
  /**
   * Lowest level that is written: DEBUG, INFO, WARNING, ERROR or CRITICAL, or one of the aliases, in any case.
   *
   * @default "INFO"
   * @example "DEBUG"
   */
  level?: LevelInput;
  /**
   * Name of the host or pod, written as `host` in every entry.
   *
   * @example "node-7"
   */
  host?: string;
  console?: ConsoleConfigFile;
  file?: FileConfigFile;
  /**
   * Members that every entry's `context` has, unless a child or a call says otherwise.
   *
   * @default {}
   * @example {"region":"eu"}
   */
  default_context?: Readonly<Record<string, unknown>>;
  /**
   * Longest entry with its line feed, in bytes. Longer ones lose parts, and say so.
   *
   * @default 31999
   * @example 16000
   */
  max_entry_bytes?: number;
  /**
   * Takes escape sequences for terminals out of `message`.
   *
   * @default true
   * @example false
   */
  strip_ansi?: boolean;
  redact?: RedactConfigFile;
  /**
   * Folder that is taken off the front of `file`, so that entries carry paths relative to it. Empty: base names only.
   *
   * @default ""
   * @example "/srv/app"
   */
  source_root?: string;
}
/**
 * Standard output.
 */
export interface ConsoleConfigFile {
  /**
   * Writes entries to standard output.
   *
   * @default true
   * @example true
   */
  enabled?: boolean;
  /**
   * `json` writes entries as they are, `text` a form for people, `auto` the latter on a terminal and the former elsewhere.
   *
   * @default "auto"
   * @example "json"
   */
  format?: "json" | "text" | "auto";
  /**
   * Colours in the text form. They are used on a terminal only, and never where NO_COLOR is set.
   *
   * @default true
   * @example false
   */
  colors?: boolean;
}
/**
 * Log file.
 */
export interface FileConfigFile {
  /**
   * Writes entries to a file.
   *
   * @example true
   */
  enabled?: boolean;
  /**
   * Path of the log file. Its directory is made when it is missing.
   *
   * @example "/var/log/agora/market-data.log"
   */
  path?: string;
}
/**
 * What is hidden before an entry leaves the process.
 */
export interface RedactConfigFile {
  /**
   * Hides the values of members whose names say that they are secret.
   *
   * @default true
   * @example false
   */
  enabled?: boolean;
  /**
   * Further names whose values are hidden; they are compared word by word.
   *
   * @default []
   * @example ["iban","date of birth"]
   */
  fields?: readonly string[];
  /**
   * Hides only the names in `redact.fields`, and none of the built-in ones.
   *
   * @default false
   * @example true
   */
  replace_defaults?: boolean;
}
