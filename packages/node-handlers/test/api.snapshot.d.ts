// clock.d.ts
export declare function createClock(): () => number;

// config/config-error.d.ts
import { AgoraError } from "@agora/core";
import type { ConfigProblem } from "./problem.ts";
export declare class ConfigError extends AgoraError {
  readonly problems: readonly ConfigProblem[];
  constructor(problems: readonly ConfigProblem[]);
}

// config/problem.d.ts
import type { ConfigField } from "@agora/schema/tables";
export type ConfigSource = "environment" | "code" | "default";
export interface ConfigProblem {
  readonly field: string;
  readonly value: string;
  readonly from: string;
  readonly remedy: string;
  readonly text: string;
}
export declare function show(value: unknown): string;
export declare function badValue(field: ConfigField, value: unknown, from: string): ConfigProblem;
export declare function unknownName(
  name: string,
  value: unknown,
  from: string,
  near: string | undefined,
): ConfigProblem;
export declare function missingValue(field: ConfigField): ConfigProblem;

// config/resolve-config.d.ts
import type { LogConfig } from "@agora/schema/config";
import type { Level } from "@agora/schema/tables";
import type { ConfigProblem, ConfigSource } from "./problem.ts";
export interface ResolvedConfig {
  readonly serviceName: string;
  readonly environment: "development" | "staging" | "production";
  readonly version: string;
  readonly level: Level;
  readonly host: string;
  readonly console: {
    readonly enabled: boolean;
    readonly format: "json" | "text" | "auto";
    readonly colors: boolean;
  };
  readonly file: {
    readonly enabled: boolean;
    readonly path: string;
  };
  readonly defaultContext: Readonly<Record<string, unknown>>;
  readonly maxEntryBytes: number;
  readonly stripAnsi: boolean;
  readonly redact: {
    readonly enabled: boolean;
    readonly fields: readonly string[];
    readonly replaceDefaults: boolean;
  };
  readonly sourceRoot: string;
}
export interface Resolution {
  readonly config: ResolvedConfig;
  readonly sources: Readonly<Record<string, ConfigSource>>;
  readonly warnings: readonly ConfigProblem[];
}
type Environment = Readonly<Record<string, string | undefined>>;
export declare function resolveConfig(config: Partial<LogConfig>, environment: Environment): Resolution;
export {};

// console-handler.d.ts
import type { Handler } from "@agora/core";
export interface ConsoleOptions {
  readonly format?: "json" | "text" | "auto";
  readonly colors?: boolean;
  readonly fd?: number;
}
export declare function createConsoleHandler(options?: ConsoleOptions): Handler;

// context-storage.d.ts
import type { ContextStorage } from "@agora/core";
export declare function createContextStorage(): ContextStorage;

// file-handler.d.ts
import type { Handler } from "@agora/core";
export declare function createFileHandler(path: string): Handler;

// host-name.d.ts
export declare function hostName(): string;

// index.d.ts
export { createClock } from "./clock.ts";
export { ConfigError } from "./config/config-error.ts";
export type { ConfigProblem, ConfigSource } from "./config/problem.ts";
export { resolveConfig } from "./config/resolve-config.ts";
export type { Resolution, ResolvedConfig } from "./config/resolve-config.ts";
export { createConsoleHandler } from "./console-handler.ts";
export type { ConsoleOptions } from "./console-handler.ts";
export { createContextStorage } from "./context-storage.ts";
export { createFileHandler } from "./file-handler.ts";
export { hostName } from "./host-name.ts";
export { createNodePorts } from "./node-ports.ts";
export { createRuntimeConfig } from "./runtime-config.ts";

// node-ports.d.ts
import type { Ports } from "@agora/core";
export declare function createNodePorts(): Ports;

// runtime-config.d.ts
import type { RuntimeConfig } from "@agora/core";
import type { ResolvedConfig } from "./config/resolve-config.ts";
export declare function createRuntimeConfig(config: ResolvedConfig): RuntimeConfig;
