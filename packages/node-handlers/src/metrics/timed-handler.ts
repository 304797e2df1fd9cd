import type { Handler } from "@agora/core";

/**
 * Wraps a handler so that the time of each write is told. Everything else goes to the handler as it is, and what it
 * throws comes through.
 *
 * @param observe takes seconds; a batch counts once.
 */
export function createTimedHandler(inner: Handler, observe: (seconds: number) => void): Handler {
  const time = <T>(write: () => T): T => {
    const start = performance.now();
    try {
      return write();
    } finally {
      observe((performance.now() - start) / 1_000);
    }
  };
  return {
    name: inner.name,
    isConsole: inner.isConsole === true,
    isVolatile: inner.isVolatile === true,
    needsEntryId: inner.needsEntryId === true,
    write: (line, level) => time(() => inner.write(line, level)),
    ...(inner.writeMany && { writeMany: (lines, count) => time(() => inner.writeMany?.(lines, count)) }),
    ...(inner.open && { open: (host) => inner.open?.(host) }),
    flush: () => inner.flush(),
    ...(inner.flushSync && { flushSync: () => inner.flushSync?.() }),
    close: () => inner.close(),
    ...(inner.reopen && { reopen: () => inner.reopen?.() }),
    ...(inner.status && { status: () => inner.status?.() ?? { isHealthy: true } }),
  };
}
