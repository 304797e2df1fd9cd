import { createRuntime } from "@agora/core";
import type { Runtime } from "@agora/core";
import { createNodePorts, createRuntimeConfig, resolveConfig } from "@agora/node-handlers";

// The name says the version of what stands under it. Every copy of this package in the process, of whatever version
// and module format, finds the same runtime there, so that no two of them write to one file.
const KEY = Symbol.for("agora.log.1");

const NOTICE = "A logger is used before initialize: entries go to the console only";

interface ProcessState {
  readonly runtime: Runtime;
}

/** The runtime of this process. Before `initialize` it writes to the console only. */
export function processRuntime(): Runtime {
  const holder = globalThis as { [KEY]?: ProcessState };
  holder[KEY] ??= { runtime: openRuntime() };
  return holder[KEY].runtime;
}

function openRuntime(): Runtime {
  const { config } = resolveConfig({ serviceName: "unknown_service" }, process.env);
  const settings = createRuntimeConfig({ ...config, file: { ...config.file, enabled: false } });
  const runtime = createRuntime({ ...settings, notice: NOTICE }, createNodePorts());
  // What handlers still hold when the process ends is written then; nothing can be waited for any more.
  process.on("exit", () => void runtime.flush());
  return runtime;
}
