import { describe, expect, test, vi } from "vitest";
import { breakable, failing, listing, setUp } from "../test/set-up-runtime.ts";
import type { Handler } from "./index.ts";

/** A promise with what settles it. */
function later(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const hanging = (name: string, more: Partial<Handler> = {}): Handler =>
  listing(name, {
    flush: () => new Promise(() => undefined),
    close: () => new Promise(() => undefined),
    ...more,
  });

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe("flush", () => {
  test("waits for handlers that take their time", async () => {
    const { promise, resolve } = later();
    const { runtime } = setUp({ handlers: [listing("slow", { flush: () => promise })] });
    let isDone = false;
    const flushed = runtime.flush().finally(() => (isDone = true));
    await turn();
    expect(isDone).toBe(false);
    resolve();

    await expect(flushed).resolves.toEqual({ isComplete: true, pending: 0, handlers: [] });
  });

  test("says which handlers failed, and reports them", async () => {
    const { runtime, reports } = setUp({ handlers: [failing("bad"), listing("good")] });

    await expect(runtime.flush()).resolves.toEqual({ isComplete: false, pending: 0, handlers: ["bad"] });
    expect(reports()).toMatchObject([
      { context: { code: "AGORA_HANDLER_IO", handler: "bad" }, exception: { message: "flush" } },
    ]);
  });

  test("gives up at its deadline, and says who was late and what they hold", async () => {
    const status = () => ({ isHealthy: true, pending: 7 });
    const { runtime, clock } = setUp({ handlers: [hanging("net", { status }), listing("file")] });
    const flushed = runtime.flush({ timeoutMs: 1_500 });
    await turn();
    expect(clock.holding).toBe(1);
    clock.advance(1_499);
    expect(clock.pending).toBe(1);
    clock.advance(1);

    await expect(flushed).resolves.toEqual({ isComplete: false, pending: 7, handlers: ["net"] });
  });

  test("has a deadline of five seconds, also where it is given nonsense, and leaves no timer behind", async () => {
    for (const options of [
      undefined,
      {},
      { timeoutMs: Number.NaN },
      { timeoutMs: -1 },
      { timeoutMs: "1" as never },
      null as never,
    ]) {
      const { runtime, clock } = setUp({ handlers: [hanging("net")] });
      const flushed = runtime.flush(options);
      await turn();
      clock.advance(4_999);
      expect(clock.pending).toBe(1);
      clock.advance(1);
      expect((await flushed).isComplete).toBe(false);
    }
    const { runtime, clock } = setUp();
    await runtime.flush();
    await turn();
    expect(clock.pending).toBe(0);
  });

  test("asked for several times at once, asks a handler once", async () => {
    const { promise, resolve } = later();
    const flush = vi.fn<() => Promise<void>>(() => promise);
    const { runtime } = setUp({ handlers: [listing("slow", { flush })] });
    const all = [runtime.flush(), runtime.flush(), runtime.flush()];
    resolve();
    await Promise.all(all);

    expect(flush).toHaveBeenCalledOnce();
  });

  test("never leaves out what was written before it, though another flush runs", async () => {
    const first = later();
    const flushed: number[] = [];
    const handler = listing("slow");
    const flush = async (): Promise<void> => {
      const written = handler.entries().length;
      await first.promise;
      flushed.push(written);
    };
    const { runtime } = setUp({ handlers: [{ ...handler, flush }] });
    runtime.getLogger().info("a");
    const one = runtime.flush();
    runtime.getLogger().info("b");
    const two = runtime.flush();
    const three = runtime.flush();
    first.resolve();
    await Promise.all([one, two, three]);

    expect(flushed).toEqual([1, 2]);
  });

  test("of one handler is not kept from another that hangs", async () => {
    const flush = vi.fn<() => void>();
    const { runtime, clock } = setUp({ handlers: [hanging("net"), listing("file", { flush })] });
    void runtime.flush();
    runtime.getLogger().info("m");
    const second = runtime.flush();
    await turn();
    clock.advance(5_000);
    await second;

    expect(flush).toHaveBeenCalledTimes(2);
  });
});

test("flushSync and reopen reach the handlers that have them, and none that fails stops them", () => {
  const calls: string[] = [];
  const broken = (name: string): Handler =>
    listing(name, {
      flushSync: () => {
        throw new Error("no");
      },
      reopen: () => {
        throw new Error("no");
      },
    });
  const good = listing("good", { flushSync: () => calls.push("flush"), reopen: () => calls.push("reopen") });
  const { runtime, reports } = setUp({ handlers: [broken("a"), listing("plain"), good] });
  runtime.flushSync();
  runtime.reopen();

  expect(calls).toEqual(["flush", "reopen"]);
  expect(reports()).toMatchObject([{ context: { handler: "a", failures: 1 } }]);
});

describe("flushSync when the process ends", () => {
  const unsettled = (more: Partial<Handler> = {}): Handler => {
    const { promise } = later();
    const sink = { ...listing("net", more), write: () => promise } as unknown as Handler;
    return sink;
  };
  const messages = (entries: readonly { message: string }[]): string[] =>
    entries.map(({ message }) => message);

  test("takes what a handler has not confirmed to the fallback, once", () => {
    const { runtime, reports } = setUp({ handlers: [unsettled()] });
    runtime.getLogger().info("a");
    runtime.getLogger().error("b");
    runtime.flushSync();
    expect(reports()).toEqual([]);
    runtime.flushSync({ isLast: true });
    runtime.flushSync({ isLast: true });

    expect(messages(reports())).toEqual(["a", "b"]);
    expect(runtime.dropped).toEqual({});
  });

  test("does not repeat what fails later, what a console shows, and what a handler brings to its end itself", async () => {
    const { promise, resolve } = later();
    const failsLater = {
      ...listing("late"),
      write: () => promise.then(() => Promise.reject(new Error("too late"))),
    } as unknown as Handler;
    const one = setUp({ handlers: [failsLater] });
    one.runtime.getLogger().info("a");
    one.runtime.flushSync({ isLast: true });
    resolve();
    await turn();
    const two = setUp({ handlers: [unsettled(), listing("console", { isConsole: true })] });
    two.clock.now += 1;
    two.runtime.getLogger().info("a");
    two.runtime.flushSync({ isLast: true });
    const three = setUp({ handlers: [unsettled({ flushSync: () => undefined })] });
    three.runtime.getLogger().info("a");
    three.runtime.flushSync({ isLast: true });

    expect(messages(one.reports()).filter((message) => message === "a")).toEqual(["a"]);
    expect(two.reports()).toEqual([]);
    expect(three.reports()).toEqual([]);
  });

  test("says in the log what nobody took on the way", () => {
    const file = listing("file");
    const fallback = (): never => {
      throw new Error("closed");
    };
    const route = { handler: file, loggers: ["agora"] };
    const { runtime } = setUp({ handlers: [unsettled(), route] }, { fallback });
    runtime.getLogger("app").info("a");
    runtime.flushSync({ isLast: true });

    expect(file.entries()).toMatchObject([
      { context: { code: "AGORA_DROPPED", reason: "failed", dropped: 1 } },
    ]);
  });
});

describe("shutdown", () => {
  test("closes every handler once, and says how it went", async () => {
    const { runtime, handler } = setUp();
    const both = [runtime.shutdown(), runtime.shutdown()];

    expect(await Promise.all(both)).toEqual([
      { isComplete: true, pending: 0, handlers: [] },
      { isComplete: true, pending: 0, handlers: [] },
    ]);
    await runtime.shutdown();
    expect(handler.close).toHaveBeenCalledOnce();
  });

  test("does not wait longer than it may", async () => {
    const { runtime, clock } = setUp({
      handlers: [hanging("net", { status: () => ({ isHealthy: true, pending: 3 }) })],
    });
    const done = runtime.shutdown({ timeoutMs: 10 });
    await turn();
    clock.advance(10);

    await expect(done).resolves.toEqual({ isComplete: false, pending: 3, handlers: ["net"] });
  });

  test("that gives up counts what is left, says so, and asks again when the process ends", async () => {
    const flushSync = vi.fn<() => void>();
    const status = () => ({ isHealthy: true, pending: 3 });
    const { runtime, clock, reports } = setUp({ handlers: [hanging("net", { status, flushSync })] });
    const done = runtime.shutdown({ timeoutMs: 10 });
    const flushed = runtime.flush();
    await turn();
    clock.advance(10);
    await done;
    runtime.flushSync();

    await expect(flushed).resolves.toMatchObject({ isComplete: false, handlers: ["net"] });
    expect(reports()).toMatchObject([{ context: { code: "AGORA_DROPPED", reason: "closed", dropped: 3 } }]);
    expect(runtime.dropped).toEqual({ closed: 3 });
    expect(flushSync).toHaveBeenCalledOnce();
  });

  test("waits for writes that are promises", async () => {
    const { promise, resolve } = later();
    const slow = { ...listing("slow"), write: () => promise } as unknown as Handler;
    const { runtime, clock } = setUp({ handlers: [slow] });
    runtime.getLogger().info("m");
    expect(runtime.inspect().handlers).toMatchObject([{ status: { pending: 1 } }]);
    const late = runtime.flush({ timeoutMs: 10 });
    await turn();
    clock.advance(10);
    await expect(late).resolves.toEqual({ isComplete: false, pending: 1, handlers: ["slow"] });
    const done = runtime.shutdown();
    resolve();

    await expect(done).resolves.toEqual({ isComplete: true, pending: 0, handlers: [] });
  });

  test("closes what was opened while an earlier one still runs", async () => {
    const { runtime, clock } = setUp({ handlers: [hanging("net")] });
    const first = runtime.shutdown();
    const close = vi.fn<() => void>();
    await runtime.configure({ service: "svc", handlers: [listing("next", { close })] });
    await runtime.shutdown();
    expect(close).toHaveBeenCalledOnce();
    clock.advance(5_000);

    await expect(first).resolves.toMatchObject({ handlers: ["net"] });
  });

  test("is what the end of a block does", async () => {
    const { runtime, handler } = setUp();
    await runtime[Symbol.asyncDispose]();

    expect(handler.close).toHaveBeenCalledOnce();
  });

  test("sends later warnings and worse to the fallback, and counts the rest and says so at the end", async () => {
    const { runtime, entries, reports, handler } = setUp();
    const log = runtime.getLogger();
    await runtime.shutdown();
    log.info("i");
    log.warning("w");
    log.error("e");
    runtime.flushSync();
    runtime.flushSync();

    expect(entries()).toEqual([]);
    expect(reports().map(({ message }) => message)).toEqual([
      "A logger was used after shutdown",
      "w",
      "e",
      "Entries were dropped",
    ]);
    expect(reports()[0]?.context).toEqual({ code: "AGORA_CLOSED" });
    expect(reports()[3]?.context).toEqual({ code: "AGORA_DROPPED", reason: "closed", dropped: 1 });
    expect(runtime.dropped).toEqual({ closed: 1 });
    expect(handler.close).toHaveBeenCalledOnce();
  });

  test("says on the fallback what came too late, though the process does not end", async () => {
    const { runtime, clock, reports } = setUp();
    await runtime.shutdown();
    for (let i = 0; i < 3; i++) runtime.getLogger().info("i");
    expect([clock.pending, clock.holding]).toEqual([1, 0]);
    clock.advance(10_000);

    expect(reports()[1]).toMatchObject({ context: { code: "AGORA_DROPPED", reason: "closed", dropped: 3 } });
  });

  test("that is taken back says in the log what was dropped meanwhile", async () => {
    const { runtime, clock } = setUp();
    await runtime.shutdown();
    runtime.getLogger().info("i");
    const next = listing("next");
    await runtime.configure({ service: "svc", handlers: [next] });

    expect(next.entries()).toMatchObject([
      { context: { code: "AGORA_DROPPED", reason: "closed", dropped: 1 } },
    ]);
    expect(clock.pending).toBe(0);
  });
});

describe("entries that nobody took", () => {
  test("are reported in the log, together, some time after the first", () => {
    const handler = breakable("file");
    const { runtime, clock } = setUp(
      { handlers: [handler], dropReportIntervalMs: 2_000 },
      { fallback: undefined },
    );
    const log = runtime.getLogger();
    handler.isBroken = true;
    for (let i = 0; i < 3; i++) log.info("lost");
    handler.isBroken = false;
    clock.advance(1_999);
    expect(handler.entries()).toEqual([]);
    clock.advance(1);

    expect(handler.entries()[0]).toMatchObject({
      level: "WARNING",
      message: "Entries were dropped",
      logger_name: "agora",
      context: { code: "AGORA_DROPPED", reason: "failed", dropped: 3 },
    });
    expect(clock.pending).toBe(0);
    expect(runtime.dropped).toEqual({ failed: 3 });
  });

  test("stay due as long as nobody takes the report either", async () => {
    const handler = breakable("file");
    const { runtime, clock } = setUp({ handlers: [handler] }, { fallback: undefined });
    handler.isBroken = true;
    runtime.getLogger().info("lost");
    clock.advance(35_000);
    handler.isBroken = false;
    await runtime.flush();

    expect(handler.entries().filter(({ context }) => context?.["code"] === "AGORA_DROPPED")).toMatchObject([
      { context: { reason: "failed", dropped: 1 } },
    ]);
  });

  test("stay due as long as nothing but a memory takes the report", () => {
    const console = breakable("console", { isConsole: true });
    const memory = listing("memory", { isVolatile: true });
    const fallback = (): never => {
      throw new Error("stuck");
    };
    const { runtime, clock } = setUp({ handlers: [console, memory] }, { fallback });
    console.isBroken = true;
    runtime.getLogger().info("lost");
    clock.advance(10_000);
    console.isBroken = false;
    clock.advance(10_000);

    const codes = console.entries().map(({ context }) => [context?.["code"], context?.["dropped"]]);
    expect(codes.filter(([code]) => code === "AGORA_DROPPED")).toEqual([["AGORA_DROPPED", 1]]);
  });

  test.each([0, -1, Number.NaN, 2 ** 31, "9"])("cannot be reported every %s milliseconds", (interval) => {
    expect(() => setUp({ dropReportIntervalMs: interval as number })).toThrow(
      /AGORA_CONFIG.*dropReportIntervalMs/,
    );
  });
});
