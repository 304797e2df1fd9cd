import type { Handler, Route } from "@agora/core";
import type { ResolvedConfig, ResolvedFile, ResolvedOutput } from "./config/resolved-config.ts";
import { createConsoleHandler } from "./console/console-handler.ts";
import { createFileHandler } from "./file/file-handler.ts";
import { createHttpHandler, createLokiHandler, createOtlpHandler } from "./network/index.ts";
import type { DeliveryOptions } from "./network/index.ts";
import { createAsyncHandler } from "./queue/async-handler.ts";
import { createSafeHandler } from "./safe/safe-handler.ts";

/** An output that a configuration asks for. */
export interface Output {
  /** Its name in routes. */
  readonly name: "console" | "file" | "http" | "loki" | "otlp";
  /** Of a route of its own to another file: that file. */
  readonly path?: string | undefined;
  /** @throws {AgoraError} when its options cannot be used. */
  readonly make: () => Handler;
}

const MEBIBYTE = 1_048_576;

/** The outputs of a configuration, in the order in which they get an entry. Nothing is made or opened yet. */
export function outputsOf(config: ResolvedConfig): Output[] {
  const { console, file, http, loki, otlp, routes } = config;
  const ownFiles = [
    ...new Set(routes.flatMap(({ handler, path }) => (handler === "file" ? (path ?? []) : []))),
  ];
  return [
    ...(file.enabled ? [{ name: "file", make: () => fileOutput(config, file.path, "file") } as const] : []),
    ...ownFiles.map(
      (path, at) => ({ name: "file", path, make: () => fileOutput(config, path, `file-${at + 2}`) }) as const,
    ),
    ...(console.enabled ? [{ name: "console", make: () => createConsoleHandler(console) } as const] : []),
    ...whereUrl("http", http, (options) => createHttpHandler(options)),
    ...whereUrl("loki", loki, (options) =>
      createLokiHandler({ ...options, labels: loki.labels, tenant: loki.tenant }),
    ),
    ...whereUrl("otlp", otlp, (options) => createOtlpHandler(options)),
  ];
}

/**
 * What an output gets: what its routes let through, or everything where none names it. A handler over the network has
 * a level of its own.
 */
export function routesTo(
  { name, path }: Output,
  handler: Handler,
  config: ResolvedConfig,
): (Handler | Route)[] {
  const lowest = name === "console" || name === "file" ? undefined : config[name].level;
  const own = config.routes.filter((route) => route.handler === name && route.path === path);
  if (own.length === 0) return lowest === undefined ? [handler] : [{ handler, level: lowest }];
  return own.map(({ loggers, level = lowest, priority }) => ({ handler, loggers, level, priority }));
}

/** A file that fails never throws, and what it does not take goes to standard error; with a queue in front. */
function fileOutput({ file, async }: ResolvedConfig, path: string, name: string): Handler {
  const inner = { ...createFileHandler(fileOptions(file, path)), name };
  const safe = createSafeHandler(inner);
  if (!async.enabled) return safe;
  return createAsyncHandler(safe, {
    maxEntries: async.queueSize,
    maxBytes: async.queueBytes,
    overflow: async.overflowPolicy,
    blockTimeoutMs: async.blockTimeoutMs,
    batchSize: async.batchSize,
    flushIntervalMs: async.flushIntervalMs,
  });
}

function fileOptions(file: ResolvedFile, path: string): Parameters<typeof createFileHandler>[0] {
  return {
    path,
    maxBytes: bytesOf(file.maxSizeMb),
    maxBackups: file.maxBackupCount,
    maxTotalBytes: bytesOf(file.maxTotalMb),
    maxAgeDays: file.maxAgeDays,
    rotateDaily: file.rotateDaily,
    minRotationIntervalMs: file.minRotationIntervalMs,
    layout: file.layout,
    compress: file.compress,
    fsync: file.fsync,
    fsyncIntervalMs: file.fsyncIntervalMs,
  };
}

/** 0 is no limit; what is more than 0 must not become it. */
function bytesOf(mebibytes: number): number {
  return mebibytes === 0 ? 0 : Math.max(1, Math.round(mebibytes * MEBIBYTE));
}

function whereUrl(
  name: "http" | "loki" | "otlp",
  output: ResolvedOutput,
  make: (options: DeliveryOptions) => Handler,
): Output[] {
  const { url, spoolDirectory } = output;
  if (url === undefined) return [];
  const spool =
    spoolDirectory === undefined
      ? undefined
      : { directory: spoolDirectory, maxBytes: bytesOf(output.spoolMaxMb) };
  const options: DeliveryOptions = {
    url,
    headers: output.headers,
    batchEntries: output.batchSize,
    flushIntervalMs: output.flushIntervalMs,
    timeoutMs: output.timeoutMs,
    gzip: output.gzip,
    spool,
  };
  return [{ name, make: () => make(options) }];
}
