import type { Schedule } from "../ports.ts";
import type { FlushOptions, FlushResult } from "./flush-result.ts";
import { statusOf } from "./sink.ts";
import type { Sink } from "./sink.ts";

const DEFAULT_TIMEOUT_MS = 5_000;
// What a timer takes; who waits longer waits without an end.
const LONGEST_MS = 2_147_483_647;

/**
 * Flushes a handler, and says whether that went well. Calls share a flush that runs, if nothing was written since it
 * began, else the one behind it: what was written before a call is never left out.
 */
export function flushSink(sink: Sink, onFailure: (sink: Sink, error: unknown) => void): Promise<boolean> {
  const start = (): Promise<boolean> => {
    sink.flushNext = undefined;
    sink.flushingLines = sink.lines;
    const flushing = attempt(sink, "flush", onFailure).finally(() => {
      if (sink.flushing === flushing) sink.flushing = undefined;
    });
    sink.flushing = flushing;
    return flushing;
  };
  if (sink.flushing === undefined) return start();
  if (sink.flushingLines === sink.lines) return sink.flushing;
  sink.flushNext ??= sink.flushing.then(start);
  return sink.flushNext;
}

/** Asks a handler to finish, and says whether that went well. */
export async function attempt(
  sink: Sink,
  how: "flush" | "close",
  onFailure: (sink: Sink, error: unknown) => void,
): Promise<boolean> {
  try {
    await sink.handler[how]();
    // One that fails has gone to the fallback then.
    await Promise.all(sink.inFlight.keys());
    return true;
  } catch (error) {
    onFailure(sink, error);
    return false;
  }
}

/** Waits for what was asked of handlers, but no longer than it may take. Never rejects. */
export async function waitFor(
  works: ReadonlyMap<Sink, Promise<boolean>>,
  options: FlushOptions | undefined,
  schedule: Schedule | undefined,
): Promise<FlushResult> {
  if (works.size === 0) return { isComplete: true, pending: 0, handlers: [] };
  const unfinished = new Set(works.keys());
  const all = Promise.all(
    [...works].map(async ([sink, work]) => {
      if (await work) unfinished.delete(sink);
    }),
  );
  await Promise.race([all, deadline(options?.timeoutMs, schedule, all)]);
  const left = [...unfinished];
  return {
    isComplete: left.length === 0,
    pending: left.reduce((sum, sink) => sum + (statusOf(sink).pending ?? 0), 0),
    handlers: left.map(({ handler }) => handler.name),
  };
}

function deadline(
  timeoutMs: unknown,
  schedule: Schedule | undefined,
  all: Promise<unknown>,
): Promise<unknown> {
  const isNumber = typeof timeoutMs === "number" && timeoutMs >= 0;
  const milliseconds = isNumber ? timeoutMs : DEFAULT_TIMEOUT_MS;
  if (schedule === undefined || milliseconds > LONGEST_MS) return all;
  return new Promise((resolve) => {
    // The process may not end while somebody waits for this.
    const cancel = schedule(() => resolve(undefined), milliseconds, true);
    void all.then(cancel);
  });
}
