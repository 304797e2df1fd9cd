import { describe, expect, test } from "vitest";
import type { DropReason } from "../handler.ts";
import { createGates } from "./gates.ts";
import type { GateParts, Gates } from "./gates.ts";
import { createRateLimiter } from "./rate-limiter.ts";
import { createSampler } from "./sampler.ts";

const DEBUG = 0;
const INFO = 1;

function setUp(parts: Partial<GateParts>, name = "a") {
  const dropped: DropReason[] = [];
  const gates: Gates = createGates(name, {
    random: () => 0.5,
    steady: () => 0,
    drop: (reason) => void dropped.push(reason),
    ...parts,
  });
  return { gates, dropped };
}

describe("the gates of a logger", () => {
  test("are none where nothing is configured", () => {
    expect(setUp({}).gates.every((gate) => gate === undefined)).toBe(true);
  });

  test("let what sampling leaves out take nothing from the limit", () => {
    const sampler = createSampler({ rates: { DEBUG: 0 } });
    const rateLimiter = createRateLimiter({ messagesPerSecond: 1, burstSize: 1 });
    const { gates, dropped } = setUp({ sampler, rateLimiter });
    for (let i = 0; i < 5; i++) gates[DEBUG]?.(undefined, undefined, "m");

    expect([1, 2].map(() => gates[INFO]?.(undefined, undefined, "m"))).toEqual([1, 0]);
    expect(dropped).toEqual([...Array.from({ length: 5 }, () => "sampled"), "rate_limited"]);
  });

  test("hold a message that is always logged to the limit", () => {
    const sampler = createSampler({ rates: { INFO: 0 }, alwaysLog: [/up/] });
    const rateLimiter = createRateLimiter({ messagesPerSecond: 1, burstSize: 1 });
    const { gates, dropped } = setUp({ sampler, rateLimiter });

    expect([1, 2].map(() => gates[INFO]?.(undefined, undefined, "up"))).toEqual([1, 0]);
    expect(dropped).toEqual(["rate_limited"]);
  });

  test("are open for ERROR and CRITICAL, whatever is configured", () => {
    const rateLimiter = createRateLimiter({ messagesPerSecond: 1, burstSize: 1 });
    const odd = { gate: () => () => 0 };
    const { gates } = setUp({ sampler: odd, rateLimiter });

    expect(gates.map((gate) => gate === undefined)).toEqual([false, false, false, true, true]);
  });

  test("give the rate on for an entry that is kept", () => {
    const { gates, dropped } = setUp({ sampler: createSampler({ rates: { INFO: 0.6 } }) });

    expect([gates[INFO]?.(undefined, undefined, "m"), dropped]).toEqual([0.6, []]);
  });
});
