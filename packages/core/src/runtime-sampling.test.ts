import { describe, expect, test, vi } from "vitest";
import { listing, setUp } from "../test/set-up-runtime.ts";
import { createRateLimiter, createSampler, getHealthStatus } from "./index.ts";

const CORRELATION = "0190a000-0000-7000-8000-000000000000";
const KEPT = "0123456789abcdef0180000000000000";
const LEFT_OUT = "0123456789abcdef017fffffffffffff";

describe("a runtime that samples", () => {
  test("decides by the trace, writes the rate, and reports what it left out", () => {
    const { runtime, entries, clock } = setUp({ sampler: createSampler({ rates: { INFO: 0.5 } }) });
    const log = runtime.getLogger("a");
    log.info("kept", { trace_id: KEPT });
    log.info("left out", { traceId: LEFT_OUT, correlationId: CORRELATION });
    log.child({ traceId: LEFT_OUT }).info("left out");
    log.warning("not sampled", { traceId: LEFT_OUT });
    log.error("never sampled", { traceId: LEFT_OUT });

    expect(entries().map(({ message, sampling }) => [message, sampling])).toEqual([
      ["kept", { rate: 0.5 }],
      ["not sampled", undefined],
      ["never sampled", undefined],
    ]);
    expect(runtime.dropped).toEqual({ sampled: 2 });
    clock.advance(10_000);
    expect(entries()[3]).toMatchObject({
      level: "WARNING",
      logger_name: "agora",
      context: { code: "AGORA_DROPPED", reason: "sampled", dropped: 2 },
    });
    expect(getHealthStatus(runtime)).toMatchObject({
      is_healthy: true,
      dropped: { sampled: 2 },
      metrics: { entries_total: 4 },
    });
  });

  test("decides by chance where there are no ids, and asks for it once an entry", () => {
    const random = vi.fn<() => number>(() => 0.7);
    const { runtime, entries } = setUp({ sampler: createSampler({ rates: { INFO: 0.5 } }) }, { random });
    const log = runtime.getLogger();
    log.info("left out");
    random.mockReturnValue(0.3);
    log.info("kept");
    log.error("not asked");

    expect(entries().map(({ message }) => message)).toEqual(["kept", "not asked"]);
    expect(random).toHaveBeenCalledTimes(2);
  });

  test("keeps what a pattern finds in the message, in whatever way it was given", () => {
    const sampler = createSampler({ rates: { INFO: 0 }, alwaysLog: [/shutdown/i] });
    const { runtime, entries } = setUp({ sampler });
    const log = runtime.getLogger();
    log.info("Shutdown began");
    log.info(new Error("shutdown failed"));
    log.info("nothing");

    expect(entries().map(({ message, sampling }) => [message, sampling])).toEqual([
      ["Shutdown began", undefined],
      ["shutdown failed", undefined],
    ]);
  });

  test("follows a new configuration for the loggers that exist", async () => {
    const { runtime, handler, entries } = setUp({ sampler: createSampler({ rates: { INFO: 0 } }) });
    const log = runtime.getLogger();
    log.info("left out");
    await runtime.configure({ service: "svc", handlers: [handler] });
    log.info("kept");

    expect(entries().map(({ message }) => message)).toEqual(["kept"]);
  });

  test("says what it left out with the next such entry where there are no timers", () => {
    const sampler = createSampler({ rates: { INFO: 0 } });
    const { runtime, entries, clock } = setUp({ sampler }, { schedule: undefined, steady: undefined });
    const log = runtime.getLogger();
    log.info("left out");
    clock.advance(9_999);
    log.info("left out");
    expect(entries()).toEqual([]);
    clock.advance(1);
    log.info("left out");

    expect(entries()).toMatchObject([{ context: { code: "AGORA_DROPPED", reason: "sampled", dropped: 3 } }]);
  });

  test("says what it left out also when the process ends at once", () => {
    const { runtime, entries } = setUp({
      sampler: createSampler({ rates: { DEBUG: 0, INFO: 0 } }),
      level: "DEBUG",
    });
    runtime.getLogger().debug("left out");
    runtime.getLogger().info("left out");
    runtime.flushSync();
    runtime.flushSync();

    expect(entries()).toMatchObject([{ context: { reason: "sampled", dropped: 2 } }]);
  });
});

describe("a runtime with a rate limit", () => {
  const rateLimiter = () => createRateLimiter({ messagesPerSecond: 10, burstSize: 2 });

  test("holds each logger to it, but not its errors, and reports what was left out", async () => {
    const { runtime, entries, clock } = setUp({ rateLimiter: rateLimiter() });
    for (const name of ["a", "b"]) {
      const log = runtime.getLogger(name);
      for (let i = 0; i < 4; i++) log.info(`${name}${i}`);
      log.error(`${name} failed`);
    }
    clock.advance(100);
    runtime.getLogger("a").info("again");

    expect(entries().map(({ message }) => message)).toEqual([
      "a0",
      "a1",
      "a failed",
      "b0",
      "b1",
      "b failed",
      "again",
    ]);
    await runtime.flush();
    expect(entries().at(-1)?.context).toEqual({ code: "AGORA_DROPPED", reason: "rate_limited", dropped: 4 });
  });

  test("that also samples takes nothing from the limit for what it leaves out, and reports both", async () => {
    const sampler = createSampler({ rates: { INFO: 0.5 } });
    const { runtime, entries } = setUp({ sampler, rateLimiter: rateLimiter() });
    const log = runtime.getLogger();
    for (let i = 0; i < 50; i++) log.info("left out", { traceId: LEFT_OUT });
    for (let i = 0; i < 3; i++) log.info("kept", { traceId: KEPT });
    await runtime.shutdown();

    expect(entries().map(({ message, context }) => context?.["dropped"] ?? message)).toEqual([
      "kept",
      "kept",
      50,
      1,
    ]);
  });
});

test("an entry that is left out reaches no handler and no fallback, and counts as none", () => {
  const handler = listing("h");
  const { runtime, reports } = setUp({ handlers: [handler], sampler: createSampler({ rates: { INFO: 0 } }) });
  runtime.getLogger().info("m");

  expect([handler.entries(), reports(), runtime.inspect().entries]).toEqual([[], [], []]);
});
