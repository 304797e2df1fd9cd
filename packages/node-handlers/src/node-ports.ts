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
  const standardError = createLineWriter(STANDARD_ERROR);
  return {
    clock: createClock(),
    stack: createCapture(createPlaceResolver()),
    fallback: (lines) => standardError.write(lines, PATIENCE_MS),
    contextStorage: createContextStorage(),
    entryId: createEntryIdSource(),
    steady: () => performance.now(),
    schedule,
  };
}

function schedule(run: () => void, milliseconds: number, holdsProcess: boolean): () => void {
  const timer = setTimeout(run, milliseconds);
  if (!holdsProcess) timer.unref();
  return () => clearTimeout(timer);
}
