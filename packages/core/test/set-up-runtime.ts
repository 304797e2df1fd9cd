import { vi } from "vitest";
import { createRuntime } from "../src/index.ts";
import type { Handler, Ports, Runtime, RuntimeConfig } from "../src/index.ts";

/** What the tests read of an entry. */
export interface Entry {
  readonly level: string;
  readonly message: string;
  readonly service: string;
  readonly logger_name?: string;
  readonly context?: Record<string, unknown>;
  readonly exception?: { readonly type: string; readonly message: string };
}

/** A runtime that writes into lists, with a clock that stands still until it is set. */
export function setUp(config: Partial<RuntimeConfig> = {}, ports: Partial<Ports> = {}) {
  const lines: string[] = [];
  const fallback: string[] = [];
  const clock = { now: 1_700_000_000_000_000 };
  const handler: Handler = {
    name: "memory",
    write: (line) => void lines.push(line),
    flush: vi.fn<() => void>(),
    close: vi.fn<() => void>(),
  };
  const runtime: Runtime = createRuntime(
    { service: "svc", handlers: [handler], ...config },
    { clock: () => clock.now, fallback: (line) => void fallback.push(line), ...ports },
  );
  const read = (list: readonly string[]): Entry[] => list.map((line) => JSON.parse(line) as Entry);
  return { runtime, handler, clock, entries: () => read(lines), reports: () => read(fallback), lines };
}

/** A handler that can do nothing. */
export const failing = (name: string, error: unknown = new Error("disk full")): Handler => ({
  name,
  write() {
    throw error;
  },
  flush: () => Promise.reject(new Error("flush")),
  close: () => Promise.reject(new Error("close")),
});
