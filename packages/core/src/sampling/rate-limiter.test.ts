import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRateLimiter } from "./rate-limiter.ts";

/** How many of `count` entries pass at one moment. */
const passed = (
  limiter: ReturnType<typeof createRateLimiter>,
  name: string,
  now: number,
  count: number,
): number => Array.from({ length: count }, () => limiter.take(name, now)).filter(Boolean).length;

describe("a rate limiter", () => {
  test("lets a burst pass, then what the rate gives, and never saves up more than the burst", () => {
    const limiter = createRateLimiter({ messagesPerSecond: 10, burstSize: 5 });

    expect(passed(limiter, "a", 0, 9)).toBe(5);
    expect(passed(limiter, "a", 99, 9)).toBe(0);
    expect(passed(limiter, "a", 200, 9)).toBe(2);
    expect(passed(limiter, "a", 3_600_000, 9)).toBe(5);
  });

  test("counts each logger for itself", () => {
    const limiter = createRateLimiter({ messagesPerSecond: 1, burstSize: 2 });

    expect([passed(limiter, "a", 0, 5), passed(limiter, "b", 0, 5), passed(limiter, "", 0, 5)]).toEqual([
      2, 2, 2,
    ]);
  });

  test("has the defaults of 1,000 a second and bursts of 5,000", () => {
    const limiter = createRateLimiter();

    expect([passed(limiter, "a", 0, 6_000), passed(limiter, "a", 1_000, 6_000)]).toEqual([5_000, 1_000]);
  });

  test("forgets the logger that was silent longest when there are too many", () => {
    const limiter = createRateLimiter({ messagesPerSecond: 1, burstSize: 1, maxNames: 2 });
    limiter.take("a", 0);
    limiter.take("b", 0);
    expect(limiter.take("a", 0)).toBe(false);
    limiter.take("c", 0);

    expect([limiter.take("a", 0), limiter.take("b", 0)]).toEqual([false, true]);
  });

  test("gives nothing for a clock that was set back, and goes on from there", () => {
    const limiter = createRateLimiter({ messagesPerSecond: 1, burstSize: 1 });
    expect([limiter.take("a", 10_000), limiter.take("a", 0), limiter.take("a", 1_000)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("never lets more pass than burst + rate * time, in any span", () => {
    const call = fc.record({
      wait: fc.integer({ min: 0, max: 500 }),
      count: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(call, { minLength: 1, maxLength: 20 }),
        (rate, burst, calls) => {
          const limiter = createRateLimiter({ messagesPerSecond: rate, burstSize: burst });
          let now = 0;
          const marks = calls.map(({ wait, count }) => {
            now += wait;
            return { now, kept: passed(limiter, "a", now, count) };
          });
          for (const [from, { now: begin }] of marks.entries()) {
            let kept = 0;
            for (const mark of marks.slice(from)) {
              kept += mark.kept;
              expect(kept).toBeLessThanOrEqual(burst + (rate * (mark.now - begin)) / 1000 + 1e-6);
            }
          }
        },
      ),
    );
  });

  test.each([
    { messagesPerSecond: 0 },
    { messagesPerSecond: Number.NaN },
    { messagesPerSecond: Infinity },
    { burstSize: 0.5 },
    { burstSize: "9" as unknown as number },
    { maxNames: 0 },
    { maxNames: 1.5 },
  ])("refuses %o", (options) => {
    expect(() => createRateLimiter(options)).toThrow(/\[AGORA_CONFIG\] rateLimit\.\w+: .* is not /);
  });
});
