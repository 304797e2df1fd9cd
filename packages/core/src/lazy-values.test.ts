import { describe, expect, test, vi } from "vitest";
import { setUp } from "../test/set-up-runtime.ts";

describe("a function in place of a value", () => {
  test("is called only where the level is on", () => {
    const { runtime, entries } = setUp({ level: "INFO" });
    const log = runtime.getLogger();
    const message = vi.fn<() => string>(() => "said");
    const value = vi.fn<() => number>(() => 7);
    log.debug(message, { value });
    expect([message, value].map((lazy) => lazy.mock.calls.length)).toEqual([0, 0]);

    log.info(message, { value });
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
    log.info("m", { password });
    log.child({ password }).info("m", { user_id: "u" });

    expect(password).not.toHaveBeenCalled();
    expect(entries().map(({ context }) => context)).toEqual([
      { password: "[REDACTED]" },
      { password: "[REDACTED]" },
    ]);
  });
});
