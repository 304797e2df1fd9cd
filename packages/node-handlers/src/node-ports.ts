import type { Ports } from "@agora/core";
import { captureSite } from "@agora/core/callsite";
import { createClock } from "./clock.ts";
import { createContextStorage } from "./context-storage.ts";
import { createLineWriter } from "./line-writer.ts";

const STANDARD_ERROR = 2;
// Whoever reads standard error slowly must not stop the service.
const PATIENCE_MS = 100;

/**
 * Makes what a runtime needs from Node: a clock in microseconds, places of calls from V8's stack, context that follows
 * asynchronous calls, and standard error for what no handler takes.
 */
export function createNodePorts(): Ports {
  return {
    clock: createClock(),
    stack: captureSite,
    fallback: createLineWriter(STANDARD_ERROR, PATIENCE_MS),
    contextStorage: createContextStorage(),
  };
}
