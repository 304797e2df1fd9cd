import { describe, expect, test } from "vitest";
import { setUp } from "../test/set-up-runtime.ts";
import { runTimer } from "./timer.ts";

function setUpTimer() {
  const ends: unknown[][] = [];
  const time = { now: 100 };
  const run = <T>(body: () => T): T =>
    runTimer(
      () => time.now,
      (...end) => ends.push(end),
      body,
    );
  return { ends, time, run };
}

describe("a timer", () => {
  test("returns what the function returns, and says how long it took, to the microsecond", () => {
    const { ends, time, run } = setUpTimer();
    const result = run(() => {
      time.now += 12.345678;
      return 7;
    });

    expect(result).toBe(7);
    expect(ends).toEqual([[12.346, undefined]]);
  });

  test("says what a function threw, and throws it again", () => {
    const { ends, run } = setUpTimer();
    const error = new Error("boom");

    expect(() =>
      run(() => {
        throw error;
      }),
    ).toThrow(error);
    expect(ends).toEqual([[0, { error }]]);
  });

  test("waits for a promise, and has the same outcome", async () => {
    const { ends, time, run } = setUpTimer();
    const slow = async (outcome: () => number): Promise<number> => {
      await Promise.resolve();
      time.now += 5;
      return outcome();
    };
    const good = run(() => slow(() => 7));
    expect(ends).toEqual([]);

    await expect(good).resolves.toBe(7);
    await expect(
      run(() =>
        slow(() => {
          throw new RangeError("late");
        }),
      ),
    ).rejects.toThrow("late");
    expect(ends).toMatchObject([
      [5, undefined],
      [5, { error: { message: "late" } }],
    ]);
  });

  test("does not set off what merely has a then", () => {
    const { ends, run } = setUpTimer();
    let isSent = false;
    const query = {
      // oxlint-disable-next-line unicorn/no-thenable
      then: () => {
        isSent = true;
      },
    };

    expect(run(() => query)).toBe(query);
    expect([isSent, ends.length]).toEqual([false, 1]);
  });

  test("never has a negative duration, though its clock was set back", () => {
    const { ends, time, run } = setUpTimer();
    run(() => (time.now -= 50));

    expect(ends).toEqual([[0, undefined]]);
  });

  test("does not fail because its clock does", () => {
    const ends: unknown[][] = [];
    const broken = (): number => {
      throw new Error("no clock");
    };

    expect(
      runTimer(
        broken,
        (...end) => ends.push(end),
        () => 7,
      ),
    ).toBe(7);
    expect(ends).toEqual([[0, undefined]]);
  });
});

const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

describe("the timer of a logger", () => {
  test("writes how long something took beside its context, whatever object that is, and reads that once", () => {
    const { runtime, entries } = setUp();
    const timer = runtime.getLogger().child({ bound: 1 }).timer as (...args: unknown[]) => unknown;
    let reads = 0;
    const getter = {
      get a(): number {
        return ++reads;
      },
    };
    const broken = {
      get a(): number {
        throw new RangeError("read");
      },
    };
    for (const context of [
      new Map([["a", 1]]),
      getter,
      broken,
      Object.freeze({ a: 1 }),
      null,
      { durationMs: 7 },
    ]) {
      expect(timer("load", () => 5, context)).toBe(5);
    }

    expect(reads).toBe(1);
    expect(entries().map(({ context }) => context)).toEqual([
      { a: 1, bound: 1 },
      { a: 1, bound: 1 },
      { a: "[threw RangeError]", bound: 1 },
      { a: 1, bound: 1 },
      { bound: 1 },
      { bound: 1 },
    ]);
    for (const entry of entries()) expect(entry).toMatchObject({ message: "load completed", duration_ms: 0 });
  });

  test("writes what was thrown with its context", () => {
    const { runtime, entries } = setUp();
    const fail = (): never => {
      throw new RangeError("no");
    };

    expect(() => runtime.getLogger().timer("load", fail, { a: 1 })).toThrow("no");
    expect(entries()).toMatchObject([
      { level: "ERROR", message: "load failed", context: { a: 1 }, exception: { type: "RangeError" } },
    ]);
  });

  test.each<[string, unknown, string]>([
    ["a symbol", Symbol("load"), "Symbol(load)"],
    ["nothing", undefined, ""],
    ["an object without a prototype", Object.create(null), "{}"],
    ["a revoked proxy", revoked({}), '"[threw TypeError]"'],
    ["a revoked proxy of a function", revoked(() => 1), ""],
    ["an Error", new Error("load"), "load"],
    [
      "an Error whose message throws",
      Object.defineProperty(new Error(), "message", {
        get(): never {
          throw new RangeError("no");
        },
      }),
      "[threw RangeError]",
    ],
    ["an Error whose message is a symbol", Object.assign(new Error(), { message: Symbol("m") }), "Symbol(m)"],
    ["a function that says it", () => "load", "load"],
    [
      "an object whose text throws",
      {
        toJSON(): never {
          throw new RangeError("no");
        },
      },
      '"[threw RangeError]"',
    ],
  ])("has a text for a name that is %s, and loses neither a result nor an error", async (_, name, text) => {
    const { runtime, entries } = setUp();
    const log = runtime.getLogger();
    const timer = log.timer as <T>(...args: [unknown, () => T]) => T;
    const error = new Error("boom");

    expect(timer(name, () => 7)).toBe(7);
    expect(() =>
      timer(name, () => {
        throw error;
      }),
    ).toThrow(error);
    await expect(timer(name, () => Promise.resolve(8))).resolves.toBe(8);
    await expect(timer(name, () => Promise.reject(error))).rejects.toBe(error);
    expect(entries().map(({ message }) => message)).toEqual(
      ["completed", "failed", "completed", "failed"].map((outcome) => `${text} ${outcome}`),
    );
  });

  test("returns a proxy that cannot be asked whether it is a promise", () => {
    const { runtime, lines } = setUp();
    const result = revoked({});

    expect(runtime.getLogger().timer("load", () => result) === result).toBe(true);
    expect(lines).toHaveLength(1);
  });

  test("takes a text, a list or bytes in the place of the context as one value, also large ones", () => {
    const { runtime, entries } = setUp();
    const timer = runtime.getLogger().timer as (...args: unknown[]) => unknown;
    const start = performance.now();
    for (const value of [
      "text",
      ["a"],
      new Uint8Array(2),
      "x".repeat(5_000_000),
      new Uint8Array(5_000_000),
    ]) {
      timer("load", () => 1, value);
    }

    expect(performance.now() - start).toBeLessThan(3_000);
    expect(entries().map(({ context }) => context)).toMatchObject([
      { context: "text" },
      { context: ["a"] },
      { context: "AAA=" },
      { context: expect.stringContaining("x…[+") as unknown },
      { context: expect.stringContaining("A…[+") as unknown },
    ]);
  });
});
