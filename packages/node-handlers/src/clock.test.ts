import { afterEach, describe, expect, test, vi } from "vitest";
import { createClock } from "./clock.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("createClock", () => {
  test("says whole microseconds that are never more than 3 ms from the system's clock", () => {
    const clock = createClock();
    const seen = new Set<number>();
    for (let i = 0; i < 2000; i++) {
      const before = Date.now();
      const now = clock();
      seen.add(now % 1000);
      expect(Number.isSafeInteger(now)).toBe(true);
      expect(now / 1000).toBeGreaterThanOrEqual(before - 2);
      expect(now / 1000).toBeLessThanOrEqual(Date.now() + 3);
    }

    expect(seen.size).toBeGreaterThan(10);
  });

  test("does not go back while the system's clock does not", () => {
    const clock = createClock();
    let before = clock();
    for (let i = 0; i < 10_000; i++) {
      const now = clock();
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
  });

  test.each([3_600_000, -3_600_000, 5, -5])(
    "follows within a millisecond when the system's clock is moved by %d ms",
    async (step) => {
      const clock = createClock();
      clock();
      await new Promise((resolve) => setTimeout(resolve, 2));
      const system = Date.now();
      vi.spyOn(Date, "now").mockReturnValue(system + step);

      expect(Math.abs(clock() / 1000 - (system + step))).toBeLessThanOrEqual(3);
    },
  );
});
