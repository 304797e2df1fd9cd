import { vi } from "vitest";
import { createRuntime } from "../src/index.ts";
import type { Handler, Level, Ports, Runtime, RuntimeConfig } from "../src/index.ts";
import { createTestClock } from "./test-clock.ts";

/** What the tests read of an entry. */
export interface Entry {
  readonly level: string;
  readonly message: string;
  readonly service: string;
  readonly logger_name?: string;
  readonly context?: Record<string, unknown>;
  readonly exception?: { readonly type: string; readonly message: string };
  readonly sampling?: { readonly rate: number };
  readonly trace_id?: string;
}

/** A runtime that writes into lists, with clocks and timers that stand still until they are moved. */
export function setUp(config: Partial<RuntimeConfig> = {}, ports: Partial<Ports> = {}) {
  const lines: string[] = [];
  const fallback: string[] = [];
  const clock = createTestClock();
  const handler: Handler = {
    name: "memory",
    write: (line) => void lines.push(line),
    flush: vi.fn<() => void>(),
    close: vi.fn<() => void>(),
  };
  const runtime: Runtime = createRuntime(
    { service: "svc", handlers: [handler], ...config },
    {
      clock: clock.clock,
      steady: clock.steady,
      schedule: clock.schedule,
      fallback: (text) => void fallback.push(...readLines(text)),
      ...ports,
    },
  );
  const reports = Object.assign(() => readEntries(fallback), { raw: () => [...fallback] });
  return { runtime, handler, clock, entries: () => readEntries(lines), reports, lines };
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

/** A handler that writes into a list, with what it is given beyond that. */
export function listing(
  name: string,
  more: Partial<Handler> = {},
): Handler & { readonly entries: () => Entry[] } {
  const lines: string[] = [];
  return {
    name,
    write: (line) => void lines.push(line),
    flush: () => undefined,
    close: () => undefined,
    ...more,
    entries: () => readEntries(lines),
  };
}

/** A handler that writes into a list, or fails. */
export function breakable(
  name: string,
  more: Partial<Handler> = {},
): ReturnType<typeof listing> & { isBroken: boolean } {
  const inner = listing(name, more);
  const handler = {
    ...inner,
    isBroken: false,
    write(line: string, level: Level) {
      if (handler.isBroken) throw new Error("broken");
      inner.write(line, level);
    },
  };
  return handler;
}

const readLines = (text: string): string[] => text.split("\n").filter((line) => line !== "");

const readEntries = (list: readonly string[]): Entry[] => list.map((line) => JSON.parse(line) as Entry);
