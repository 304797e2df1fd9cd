import { AsyncLocalStorage } from "node:async_hooks";

/** What the API of OpenTelemetry puts into the global scope; its shape is part of its version 1. */
interface GlobalTelemetry {
  readonly context?: {
    active(): { setValue(key: symbol, value: unknown): object };
    with<T>(context: object, body: () => T): T;
  };
}

const TELEMETRY = Symbol.for("opentelemetry.js.api.1");
const SUPPRESS_TRACING = Symbol.for("OpenTelemetry SDK Context Key SUPPRESS_TRACING");

const inNoContext = AsyncLocalStorage.snapshot();

/**
 * Runs what the library does for itself: outside the context of the request that happened to log just now, and with
 * OpenTelemetry, where a process has it, told not to trace it. Requests that send logs would otherwise make spans and
 * logs of their own without end.
 */
export function runOutside<T>(body: () => T): T {
  return inNoContext(() => {
    const context = (globalThis as Record<symbol, unknown>)[TELEMETRY] as GlobalTelemetry | undefined;
    const manager = context?.context;
    if (manager === undefined) return body();
    let silent: object;
    try {
      silent = manager.active().setValue(SUPPRESS_TRACING, true);
    } catch {
      return body();
    }
    return manager.with(silent, body);
  });
}
