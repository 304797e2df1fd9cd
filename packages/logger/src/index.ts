import type { Logger } from "@agora/core";
import { createRuntimeConfig, resolveConfig } from "@agora/node-handlers";
import type { Resolution } from "@agora/node-handlers";
import type { LogConfig } from "@agora/schema/config";
import { processRuntime } from "./process-state.ts";

export { AgoraError } from "@agora/core";
export type { ErrorCode, Level, LevelInput, Logger, LogMethod, Message, Thrown } from "@agora/core";
export { ConfigError } from "@agora/node-handlers";
export type { ConfigProblem, ConfigSource, Resolution, ResolvedConfig } from "@agora/node-handlers";
export type { LogConfig } from "@agora/schema/config";

/**
 * Says how this process logs. Each field comes from the environment, else from `config`, else it has its default; only
 * `serviceName` is required. Called again, it takes effect for the loggers that exist, and closes what was open.
 *
 * A variable of the environment with a bad value never stops a service: the next source is used, and a WARNING says so.
 *
 * @example
 * initialize({ serviceName: "market-data" });
 *
 * @returns what is in effect, and where each field came from.
 * @throws {ConfigError} `AGORA_CONFIG` for an unknown name or a bad value in `config`; it lists all of them, and nothing
 * has changed.
 */
export function initialize(config: Partial<LogConfig> = {}): Resolution {
  const resolution = resolveConfig(config, process.env);
  const runtime = processRuntime();
  void runtime.configure(createRuntimeConfig(resolution.config));
  for (const { text, field, value, from, remedy } of resolution.warnings) {
    runtime.warn(text, { field, value, from, remedy });
  }
  return resolution;
}

/**
 * Returns the logger of a name; the same one for the same name. It can be made before `initialize`, which it follows.
 *
 * @param name hierarchical with dots, written as `logger_name`. Default: none.
 * @typeParam C what the contexts of its entries may hold.
 */
export function getLogger<C extends object = object>(name?: string): Logger<C> {
  return processRuntime().getLogger<C>(name);
}

/** Runs a function; what it and all that it starts write has this context as well. Returns what it returns. */
export function runWithContext<T>(context: object, body: () => T): T {
  return processRuntime().runWithContext(context, body);
}

/** Waits until everything that was written is where it survives the process. Never rejects. */
export function flush(): Promise<void> {
  return processRuntime().flush();
}

/**
 * Flushes and closes everything. Entries that come later go to standard error from level WARNING on, and are dropped
 * below. `initialize` opens it again. Never rejects.
 */
export function shutdown(): Promise<void> {
  return processRuntime().shutdown();
}
