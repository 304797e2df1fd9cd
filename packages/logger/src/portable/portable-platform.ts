import type { Handler, Route } from "@agora/core";
import {
  createEntryIdSource,
  createFixedConfig,
  createLiveConfig,
  createMemoryHandler,
  noOutput,
  ownHandlers,
  problem,
  resolveConfig,
  warningsOnly,
} from "@agora/node-handlers/portable";
import type { ConfigInput, ConfigProblem, Resolution } from "@agora/node-handlers/portable";
import type { Parts, Platform } from "../platform.ts";
import { createBrowserConsole, toConsole } from "./browser-console.ts";
import { createPortablePorts } from "./portable-ports.ts";

/**
 * Browsers, edge runtimes and all others. There is the console and nothing else: no file system, no environment, no
 * process that could be brought to its end.
 */
export const portablePlatform: Platform = {
  ports: () => createPortablePorts(createEntryIdSource),
  load: (code, { overrides }) => resolveConfig({ code: code as ConfigInput, overrides }),
  bare: () => resolveConfig({}),
  build,
  live: createLiveConfig,
};

function build({ config, sources }: Resolution, code: unknown): Parts {
  const problems: ConfigProblem[] = [];
  const live = createLiveConfig(config, problems);
  const { capacity } = config.recent;
  const recent = capacity === 0 ? undefined : createMemoryHandler({ capacity });
  const handlers: (Handler | Route)[] = [];
  if (config.console.enabled) handlers.push(createBrowserConsole());
  handlers.push(...ownHandlers(code, problems));
  const nowhere = handlers.length === 0 ? [noOutput(sources)] : [];
  problems.push(...nowhere);
  if (nowhere.length > 0) handlers.push(warningsOnly((line) => toConsole("warn", line)));
  if (recent !== undefined) handlers.push(recent);
  const off = lacking(sources);
  if (off.length > 0) {
    const wrong = "does not exist in this JavaScript runtime and is off";
    problems.push(
      problem(off.join(", "), "what was given", "code", wrong, "leave it out, or use Node.js, Bun or Deno"),
    );
  }
  const runtime = {
    ...live,
    ...createFixedConfig(config),
    handlers,
    degraded: nowhere.map(({ text }) => text),
  };
  return { runtime, recent, problems };
}

/** What only a process with a file system and sockets has. */
const NEEDS_A_PROCESS =
  /^(?:file|async|http|loki|otlp|audit|exit|reload|routes|configFile|redact\.policyFile)\b/;

/** The sections that somebody configured and that are off here. */
function lacking(sources: Resolution["sources"]): string[] {
  const names = Object.entries(sources).flatMap(([name, { source }]) => {
    const [found] = NEEDS_A_PROCESS.exec(name) ?? [];
    return source === "default" || found === undefined ? [] : [found];
  });
  return [...new Set(names)];
}
