import { resolve } from "node:path";
import {
  createLiveConfig,
  createNodePorts,
  createRuntimeConfig,
  hostName,
  installExitHooks,
  loadConfig,
  resolveConfig,
  watchFiles,
} from "@agora/node-handlers";
import type { ConfigInput } from "@agora/node-handlers";
import { createAuditLogger } from "@agora/node-handlers/audit";
import type { Platform } from "./platform.ts";

/** Node.js, and what is compatible with it: Bun and Deno. */
export const nodePlatform: Platform = {
  ports: createNodePorts,
  load: (code, { overrides }) =>
    loadConfig({ code: code as ConfigInput, overrides, environment: environment() }),
  bare: () => resolveConfig({ environment: environment() }),
  build: createRuntimeConfig,
  live: createLiveConfig,
  audit: (config, runtime) =>
    createAuditLogger({
      service: config.serviceName,
      environment: config.environment,
      version: config.version,
      host: config.host || hostName(),
      redact: createLiveConfig(config, []).redact,
      maxEntryBytes: config.maxEntryBytes,
      sourceRoot: config.sourceRoot,
      path: config.audit.filePath,
      key: config.audit.key,
      retentionDays: config.audit.retentionDays,
      includeUserId: config.audit.includeUserId,
      includeIpAddress: config.audit.includeIpAddress,
      includeRequestId: config.audit.includeRequestId,
      report: (report) => runtime.report(report),
    }),
  watch: ({ configFile, redact, reload }, onChange) => {
    const paths = [configFile, redact.policyFile].flatMap((path) =>
      path === undefined ? [] : [resolve(path)],
    );
    if (!reload.enabled || configFile === undefined) return () => {};
    return watchFiles(paths, onChange, { intervalMs: reload.intervalMs });
  },
  atExit: (runtime, { exit }) =>
    installExitHooks(runtime, {
      deadlineMs: exit.deadlineMs,
      handleSignals: exit.handleSignals,
      reopenOnSighup: exit.reopenOnSighup,
    }),
};

/** Deno may not let us read it. */
function environment(): Record<string, string | undefined> {
  try {
    return process.env;
  } catch {
    return {};
  }
}
