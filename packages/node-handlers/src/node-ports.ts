import { clearTimeout, setTimeout } from "node:timers";
import type { Ports } from "@agora/core";
import { createCapture } from "@agora/core/callsite";
import { createClock } from "./clock.ts";
import { createContextStorage } from "./context-storage.ts";
import { createEntryIdSource } from "./entry-id.ts";
import { createLineWriter } from "./line-writer.ts";
import { createPlaceResolver } from "./source-map/resolve-place.ts";

const STANDARD_ERROR = 2;
// Whoever reads standard error slowly must not stop the service.
const PATIENCE_MS = 100;

/**
 * Makes what a runtime needs from Node: a clock in microseconds, places of calls from V8's stack, context that follows
 * asynchronous calls, standard error for what no handler takes, ids, and timers that do not keep the process alive
 * unless somebody waits for them.
 */
export function createNodePorts(): Ports {
  return {
    clock: createClock(),
    stack: createCapture(createPlaceResolver()),
    fallback: toStandardError(),
    contextStorage: createContextStorage(),
    entryId: createEntryIdSource(),
    steady: () => performance.now(),
    schedule,
  };
}

/** Writes lines to standard error. The function throws what the system says when it cannot. */
export function toStandardError(): (lines: string) => void {
  const writer = createLineWriter(STANDARD_ERROR);
  return (lines) => writer.write(lines, PATIENCE_MS);
}

function schedule(run: () => void, milliseconds: number, holdsProcess: boolean): () => void {
  const timer = setTimeout(run, milliseconds);
  if (!holdsProcess) timer.unref();
  return () => clearTimeout(timer);
}
