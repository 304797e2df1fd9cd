import { describe, expect, test, vi } from "vitest";
import { setUp } from "../test/set-up-runtime.ts";

describe("a function in place of a value", () => {
  test("is called only where the level is on", () => {
    const { runtime, entries } = setUp({ level: "INFO" });
    const log = runtime.getLogger();
    const message = vi.fn<() => string>(() => "said");
    const value = vi.fn<() => number>(() => 7);
    log.debug(() => message(), { value: () => value() });
    expect([message, value].map((lazy) => lazy.mock.calls.length)).toEqual([0, 0]);

    log.info(() => message(), { value: () => value() });
    expect(entries()).toMatchObject([{ message: "said", context: { value: 7 } }]);
    expect([message, value].map((lazy) => lazy.mock.calls)).toEqual([[[]], [[]]]);
  });

  test("may say anything, and is left out where that is nothing, or a function again", () => {
    const { runtime, entries } = setUp();
    runtime.getLogger().info("m", {
      none: () => undefined,
      again: () => () => 1,
      object: () => ({ a: [1], inner: () => 2 }),
      password: () => "p",
    });

    expect(entries()[0]?.context).toEqual({ object: { a: [1] }, password: "[REDACTED]" });
  });

  test("is called once for each entry where it is bound to a child", () => {
    const { runtime, entries } = setUp();
    let count = 0;
    const log = runtime.getLogger().child({ count: () => ++count, fixed: 1 });
    log.info("m");
    log.info("m", { a: 1 });

    expect(entries().map(({ context }) => context)).toEqual([
      { count: 1, fixed: 1 },
      { a: 1, count: 2, fixed: 1 },
    ]);
  });

  test("that says an Error makes it the entry's, as if it stood there itself", () => {
    const { runtime, entries } = setUp();
    const log = runtime.getLogger();
    log.info("m", { err: () => new TypeError("lazy") });
    log.info(() => new RangeError("message"));

    expect(entries()).toMatchObject([
      { message: "m", exception: { type: "TypeError", message: "lazy" } },
      { message: "message", exception: { type: "RangeError" } },
    ]);
  });

  test("that throws says so in its place", () => {
    const { runtime, entries } = setUp();
    const fail = (): never => {
      throw new RangeError("no");
    };
    const log = runtime.getLogger();
    log.info(fail, { fail, kept: 1 });
    log.info("m", { fail, durationMs: 1 });

    expect(entries()).toMatchObject([
      { message: "[threw RangeError]", context: { fail: "[threw RangeError]", kept: 1 } },
      { context: { fail: "[threw RangeError]" } },
    ]);
  });

  test("under a secret name is not called", () => {
    const { runtime, entries } = setUp();
    const password = vi.fn<() => string>(() => "p");
    const log = runtime.getLogger();
    log.info("m", { password: () => password() });
    log.child({ password: () => password() }).info("m", { user_id: "u" });

    expect(password).not.toHaveBeenCalled();
    expect(entries().map(({ context }) => context)).toEqual([
      { password: "[REDACTED]" },
      { password: "[REDACTED]" },
    ]);
  });

  test("is called in every place where a context is given, and as a method", () => {
    const { runtime, entries } = setUp();
    const bare = Object.assign(Object.create(null) as object, { a: () => 1 });
    const log = runtime.getLogger();
    log.info("m", bare);
    log.child(bare).info("m");
    log.info("m", {
      a() {
        return 1;
      },
    });
    log.error("m", { a: () => 1 }, new Error("e"));
    log.timer("m", () => 0, { a: () => 1 });

    expect(entries()).toHaveLength(5);
    expect(entries().map(({ context }) => context)).toEqual(entries().map(() => ({ a: 1 })));
  });

  test("is left out and not called where it is no arrow function without parameters, or no part of a literal", () => {
    const { runtime, entries } = setUp();
    const called = vi.fn<() => number>(() => 1);
    class Service {
      readonly a = 1;
      readonly stop = (): number => called();
    }
    const functions = {
      ordinary: function ordinary(): number {
        return called();
      },
      withParameter: (n: number): number => n + called(),
      Service,
      platform: process.cwd.bind(process),
      mock: called,
      userId: (n: number): string => `${n}${called()}`,
      revoked: Proxy.revocable(() => 1, {}).proxy,
    };
    const log = runtime.getLogger();
    const said = { toJSON: () => new Service() };
    for (const [context, expected] of [
      [{ ...functions, kept: 1 }, { kept: 1 }],
      [new Service(), { a: 1 }],
      [new Map([["a", () => called()]]), undefined],
      [said, { a: 1 }],
      [Object.create({ inherited: true }, { a: { value: () => called(), enumerable: true } }), undefined],
    ] as const) {
      log.info("m", context as object);
      log.child(context as object).info("m");
      log.child(context as object).info("m", { userId: "u" });
      log.error("m", context as object, new Error("e"));
      log.timer("m", () => 0, context as object);
      expect(
        entries()
          .slice(-5)
          .map((entry) => entry["context"]),
      ).toEqual(Array(5).fill(expected));
    }
    expect(called).not.toHaveBeenCalled();
  });

  test("is not called when a whole object of the platform is the context", () => {
    const { runtime, lines } = setUp();
    const abort = vi.spyOn(process, "abort").mockImplementation((() => undefined) as () => never);
    const exit = vi.spyOn(process, "exit").mockImplementation((() => undefined) as () => never);
    const log = runtime.getLogger();
    log.info("m", process);
    log.child(process).info("m");

    expect([lines.length, abort.mock.calls.length, exit.mock.calls.length]).toEqual([2, 0, 0]);
    vi.restoreAllMocks();
  });
});

test("a lazy value that is a promise ends nothing when it rejects", async () => {
  const { runtime, entries } = setUp();
  runtime.getLogger().info("m", { value: async () => Promise.reject(new Error("no")) });
  await new Promise((resolve) => setTimeout(resolve, 5));

  expect(entries()).toHaveLength(1);
});

test("a message that is a class or a function of the platform is not called", () => {
  const { runtime, entries } = setUp();
  const ordinary = vi.fn<() => string>(() => "called");
  for (const message of [process.abort, Map, ordinary])
    runtime.getLogger().info(message as unknown as () => string);

  expect(ordinary).not.toHaveBeenCalled();
  expect(entries().map(({ message }) => message)).toEqual(["", "", ""]);
});
