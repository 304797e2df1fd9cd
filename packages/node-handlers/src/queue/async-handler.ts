import type { Handler } from "@agora/core";
import { createSafeHandler, isSafe } from "../safe/safe-handler.ts";
import { LineQueue } from "./line-queue.ts";
import { readQueueOptions } from "./queue-options.ts";
import type { AsyncOptions } from "./queue-options.ts";

/**
 * Makes a handler that keeps lines for a moment and hands many at once to another one, in their order.
 *
 * A batch is written at the end of the event loop's turn; in the call, when it is full (`batchSize` entries or 64 KiB),
 * when an ERROR or CRITICAL is among it, when its first entry is `flushIntervalMs` old, and when the process is ending.
 * As long as the inner handler takes lines, none is ever dropped, however many come in one turn. Only while it is busy
 * (it has returned a promise that is not settled, or its pipe is full) the queue grows, up to `maxEntries` and
 * `maxBytes`; then `overflow` counts. What was dropped is said by an entry with the code `AGORA_DROPPED` behind the
 * next batch. An inner handler that may throw is made safe with the defaults of `createSafeHandler`.
 *
 * It never keeps the process alive, and writes what it has when the process exits.
 *
 * @throws {AgoraError} `AGORA_CONFIG` for an option out of its range.
 */
export function createAsyncHandler(inner: Handler, options: AsyncOptions = {}): Handler {
  const limits = readQueueOptions(options);
  const sink = isSafe(inner) ? inner : createSafeHandler(inner);
  const queue = new LineQueue(sink, limits);
  return {
    name: inner.name,
    ...(inner.isConsole === undefined ? {} : { isConsole: inner.isConsole }),
    ...(inner.isVolatile === undefined ? {} : { isVolatile: inner.isVolatile }),
    ...(inner.needsEntryId === undefined ? {} : { needsEntryId: inner.needsEntryId }),
    open: (host) => queue.open(host),
    write: (line, level) => queue.write(line, level),
    flush: () => queue.flush(),
    flushSync: () => queue.flushSync(),
    close: () => queue.close(),
    ...(sink.reopen === undefined ? {} : { reopen: () => queue.reopen() }),
    status: () => queue.status(),
  };
}
