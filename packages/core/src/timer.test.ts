import { describe, expect, test } from "vitest";
import { runTimer } from "./timer.ts";

function setUp() {
  const calls: unknown[][] = [];
  const time = { now: 100 };
  const run = <T>(body: () => T, context?: object): T =>
    runTimer(
      () => time.now,
      (...call) => calls.push(call),
      "load",
      body,
      context,
    );
  return { calls, time, run };
}

describe("a timer", () => {
  test("returns what the function returns, and says how long it took, to the microsecond", () => {
    const { calls, time, run } = setUp();
    const result = run(
      () => {
        time.now += 12.345678;
        return 7;
      },
      { n: 1 },
    );

    expect(result).toBe(7);
    expect(calls).toEqual([[1, "load completed", { n: 1, duration_ms: 12.346 }, undefined]]);
  });

  test("says what a function threw, and throws it again", () => {
    const { calls, run } = setUp();
    const error = new Error("boom");

    expect(() =>
      run(() => {
        throw error;
      }),
    ).toThrow(error);
    expect(calls).toEqual([[3, "load failed", error, { duration_ms: 0 }]]);
  });

  test("waits for a promise, and has the same outcome", async () => {
    const { calls, time, run } = setUp();
    const slow = async (outcome: () => number): Promise<number> => {
      await Promise.resolve();
      time.now += 5;
      return outcome();
    };
    const good = run(() => slow(() => 7));
    expect(calls).toEqual([]);

    await expect(good).resolves.toBe(7);
    await expect(
      run(() =>
        slow(() => {
          throw new RangeError("late");
        }),
      ),
    ).rejects.toThrow("late");
    expect(calls).toMatchObject([
      [1, "load completed", { duration_ms: 5 }, undefined],
      [3, "load failed", { message: "late" }, { duration_ms: 5 }],
    ]);
  });

  test("does not set off what merely has a then", () => {
    const { calls, run } = setUp();
    let isSent = false;
    const query = {
      // oxlint-disable-next-line unicorn/no-thenable
      then: () => {
        isSent = true;
      },
    };

    expect(run(() => query)).toBe(query);
    expect([isSent, calls.length]).toEqual([false, 1]);
  });

  test("never has a negative duration, though its clock was set back", () => {
    const { calls, time, run } = setUp();
    run(() => (time.now -= 50));

    expect(calls).toEqual([[1, "load completed", { duration_ms: 0 }, undefined]]);
  });

  test("does not fail because its clock does", () => {
    const calls: unknown[][] = [];
    const broken = (): number => {
      throw new Error("no clock");
    };

    expect(
      runTimer(
        broken,
        (...call) => calls.push(call),
        "load",
        () => 7,
        undefined,
      ),
    ).toBe(7);
    expect(calls).toEqual([[1, "load completed", { duration_ms: 0 }, undefined]]);
  });

  test("takes any object as context, and reads none of its members", () => {
    const { calls, run } = setUp();
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const getter = {
      get a(): number {
        throw new Error("read");
      },
    };
    for (const context of [new Map([["a", 1]]), getter, proxy, Object.freeze({ a: 1 })])
      run(() => 1, context);

    expect(calls.map(([, , context]) => context)).toMatchObject([
      new Map([
        ["a", 1],
        ["duration_ms", 0],
      ]),
      { duration_ms: 0 },
      { duration_ms: 0 },
      { a: 1, duration_ms: 0 },
    ]);
    const copy = calls[1]?.[2] as { a: number };
    expect(() => copy.a).toThrow("read");
  });
});
