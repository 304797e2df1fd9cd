import type { Handler, RuntimeConfig } from "@agora/core";
import type { ResolvedConfig } from "./config/resolve-config.ts";
import { createConsoleHandler } from "./console-handler.ts";
import { createFileHandler } from "./file-handler.ts";
import { hostName } from "./host-name.ts";

/** Makes the handlers that a configuration asks for, and all that a runtime needs to use it. Opens nothing yet. */
export function createRuntimeConfig(config: ResolvedConfig): RuntimeConfig {
  const handlers: Handler[] = [];
  const { format, colors } = config.console;
  if (config.console.enabled) handlers.push(createConsoleHandler({ format, colors }));
  if (config.file.enabled) handlers.push(createFileHandler(config.file.path));
  return {
    service: config.serviceName,
    environment: config.environment,
    version: config.version,
    host: config.host || hostName(),
    level: config.level,
    handlers,
    defaultContext: config.defaultContext,
    maxEntryBytes: config.maxEntryBytes,
    stripAnsi: config.stripAnsi,
    redact: config.redact,
    sourceRoot: config.sourceRoot,
  };
}
