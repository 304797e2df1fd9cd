import type { Handler } from "@agora/core";
import { wholeNumber } from "../queue/queue-options.ts";
import { SafeSink } from "./safe-sink.ts";
import type { Spool } from "../network/spool.ts";

// Every copy of this package in the process knows a safe handler by it.
const IS_SAFE = Symbol.for("agora.safe.1");

/** How a failing handler is treated. */
export interface SafeOptions {
  /** Failures in a row after which the handler is left alone for a while, 1 to 1,000,000. Default: 5. */
  readonly failures?: number | undefined;
  /** Milliseconds until it is tried again with one write, 1 to 86,400,000. Default: 30,000. */
  readonly retryMs?: number | undefined;
  /** Keeps what the handler does not take until it does. It is closed with the handler. Default: standard error. */
  readonly spool?: Spool | undefined;
}

/**
 * Makes a handler that never throws and never rejects, out of one that may.
 *
 * Lines that the inner handler does not take go to the spool, or to the fallback of the runtime where there is none;
 * of a batch of which it took a part, only the rest does. Each run of failures is reported once. After `failures` of
 * them in a row the handler is left alone for `retryMs`; then one write is the test of it. When it works again, what is
 * in the spool is written first, in its order, and an entry with the code `AGORA_HANDLER_RECOVERED` says how much.
 *
 * @throws {AgoraError} `AGORA_CONFIG` for an option out of its range.
 */
export function createSafeHandler(inner: Handler, options: SafeOptions = {}): Handler {
  const failures = wholeNumber("failures", options.failures, [1, 1_000_000, 5]);
  const retryMs = wholeNumber("retryMs", options.retryMs, [1, 86_400_000, 30_000]);
  const sink = new SafeSink(inner, { failures, retryMs, spool: options.spool });
  const handler: Handler & { readonly [IS_SAFE]: true } = {
    [IS_SAFE]: true,
    name: inner.name,
    ...(inner.isConsole === undefined ? {} : { isConsole: inner.isConsole }),
    ...(inner.isVolatile === undefined ? {} : { isVolatile: inner.isVolatile }),
    ...(inner.needsEntryId === undefined ? {} : { needsEntryId: inner.needsEntryId }),
    open: (host) => sink.open(host),
    write: (line, level) => sink.write(line, level),
    ...(inner.writeMany === undefined
      ? {}
      : { writeMany: (lines: string, count: number) => sink.writeMany(lines, count) }),
    flush: () => sink.flush(),
    // Whoever has it promises that nothing is under way any more when it returns.
    ...(inner.flushSync === undefined && options.spool === undefined
      ? {}
      : { flushSync: () => sink.flushSync() }),
    close: () => sink.close(),
    ...(inner.reopen === undefined ? {} : { reopen: () => sink.reopen() }),
    status: () => sink.status(),
  };
  return handler;
}

/** Whether a handler neither throws nor rejects. */
export function isSafe(handler: Handler): boolean {
  return (handler as { readonly [IS_SAFE]?: true })[IS_SAFE] === true;
}
