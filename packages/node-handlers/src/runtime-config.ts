import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
import type { Handler, Route, RuntimeConfig } from "@agora/core";
import { problem, show } from "./config/problem.ts";
import type { ConfigProblem } from "./config/problem.ts";
import type { Resolution } from "./config/resolve-config.ts";
import type { ResolvedConfig } from "./config/resolved-config.ts";
import { createFixedConfig, createLiveConfig } from "./live-config.ts";
import { nameOf } from "./config/settle.ts";
import { hostName } from "./host-name.ts";
import { makeDirectory } from "./make-directory.ts";
import { createMemoryHandler } from "./memory/memory-handler.ts";
import type { MemoryHandler } from "./memory/memory-handler.ts";
import { toStandardError } from "./node-ports.ts";
import { outputsOf, routesTo } from "./outputs.ts";
import type { Output } from "./outputs.ts";
import { noOutput, ownHandlers, warningsOnly } from "./own-handlers.ts";

/** What a runtime needs to follow a configuration. */
export interface RuntimeParts {
  readonly runtime: RuntimeConfig;
  /** Remembers the newest entries; absent where none are kept. */
  readonly recent?: MemoryHandler | undefined;
  /** What turned out to be wrong when the handlers were made. */
  readonly problems: readonly ConfigProblem[];
}

const DIRECTORY_MODE = 0o750;

/**
 * Makes the handlers that a configuration asks for, and all that a runtime needs to use it. One that cannot be made is
 * a problem, and the others are used. Opens no file yet. Never throws.
 *
 * @param code the configuration in code, for its `handlers`. It may be anything.
 */
export function createRuntimeConfig({ config, sources }: Resolution, code?: unknown): RuntimeParts {
  const problems: ConfigProblem[] = [];
  const live = createLiveConfig(config, problems);
  const handlers: (Handler | Route)[] = [];
  const before = problems.length;
  for (const output of outputsOf(config)) {
    const refused = refusal(output, config, sources);
    if (refused !== undefined) problems.push(refused);
    else handlers.push(...make(output, config, problems));
  }
  const unusable = problems.slice(before);
  const { capacity } = config.recent;
  const recent = capacity === 0 ? undefined : createMemoryHandler({ capacity });
  const own = ownHandlers(code, problems);
  if (handlers.length + own.length === 0) {
    const nowhere = noOutput(sources);
    problems.push(nowhere);
    unusable.push(nowhere);
    handlers.push(warningsOnly(toStandardError()));
  }
  if (recent !== undefined) handlers.push(recent);
  handlers.push(...own);
  const runtime: RuntimeConfig = {
    ...live,
    ...createFixedConfig(config),
    host: config.host || hostName(),
    handlers,
    degraded: unusable.map(({ text }) => text),
  };
  return { runtime, recent, problems };
}

function make(output: Output, config: ResolvedConfig, problems: ConfigProblem[]): (Handler | Route)[] {
  try {
    return routesTo(output, output.make(), config);
  } catch (error) {
    const why = error instanceof Error ? error.message : typeof error;
    const remedy = `correct the fields of ${output.name}`;
    problems.push(problem(output.name, "its options", "the configuration", `cannot be used: ${why}`, remedy));
    return [];
  }
}

/**
 * The default path is often not ours to write: then the console has everything, and one warning says so. A path that
 * somebody chose is tried again and again instead, and every line that it does not take goes to standard error.
 */
function refusal(
  { name, path }: Output,
  config: ResolvedConfig,
  sources: Resolution["sources"],
): ConfigProblem | undefined {
  const isDefault = name === "file" && path === undefined && sources["file.path"]?.source === "default";
  if (!isDefault || !config.console.enabled) return undefined;
  try {
    makeDirectory(dirname(config.file.path), DIRECTORY_MODE);
    accessSync(dirname(config.file.path), constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : typeof error;
    const wrong = `cannot be written (${why}), so that the console alone has the entries`;
    const remedy = "set LOG_FILE_PATH to a file that the service may write, or LOG_FILE_ENABLED to false";
    return problem("file.path", show(config.file.path), nameOf(sources["file.path"]), wrong, remedy);
  }
}
