import { describe, expect, test } from "vitest";
import { listing, setUp } from "../test/set-up-runtime.ts";
import { createRuntime } from "./index.ts";
import type { Handler, Layer } from "./index.ts";

describe("a logger", () => {
  test("writes levels from its threshold on", () => {
    const { runtime, entries } = setUp({ level: "WARNING" });
    const log = runtime.getLogger("a");
    log.debug("d");
    log.info("i");
    log.warning("w");
    log.warn("w2");
    log.error("e");
    log.critical("c");

    expect(entries().map(({ level, message }) => `${level} ${message}`)).toEqual([
      "WARNING w",
      "WARNING w2",
      "ERROR e",
      "CRITICAL c",
    ]);
    expect([
      log.isEnabled("INFO"),
      log.isEnabled("warn"),
      log.isEnabled(50),
      log.isEnabled("x" as "warn"),
    ]).toEqual([false, true, true, false]);
  });

  test("works when its methods are taken off it", () => {
    const { runtime, entries } = setUp();
    const { info } = runtime.getLogger();
    ["x"].forEach((text) => info(text));

    expect(entries()).toMatchObject([{ message: "x" }]);
  });

  test("is the same for the same name, and has no name without one", () => {
    const { runtime, entries } = setUp();

    expect(runtime.getLogger("a")).toBe(runtime.getLogger("a"));
    runtime.getLogger().info("x");
    expect(entries()[0]).not.toHaveProperty("logger_name");
  });

  test("takes an error in any position", () => {
    const { runtime, entries } = setUp();
    const log = runtime.getLogger();
    const error = new TypeError("boom");
    const caught: unknown = "thrown text";
    log.error(error);
    log.error("m", error);
    log.error("m", error, { a: 1 });
    log.error("m", { a: 1 }, error);
    log.error("m", caught);
    log.error("m", undefined, { a: 1 });
    log.error("m", { a: 1, err: error });
    log.error("m", ["list"] as unknown);

    expect(
      entries().map(({ message, exception, context }) => [
        message,
        exception?.type,
        exception?.message,
        context,
      ]),
    ).toEqual([
      ["boom", "TypeError", "boom", undefined],
      ["m", "TypeError", "boom", undefined],
      ["m", "TypeError", "boom", { a: 1 }],
      ["m", "TypeError", "boom", { a: 1 }],
      ["m", "string", "thrown text", undefined],
      ["m", undefined, undefined, { a: 1 }],
      ["m", "TypeError", "boom", { a: 1 }],
      ["m", "array", '["list"]', undefined],
    ]);
  });

  test("loses nothing when a call has two errors or two contexts", () => {
    const { runtime, entries } = setUp();
    const log = runtime.getLogger();
    log.error("m", new Error("first"), new Error("second") as object);
    log.error("m", { a: 1, b: 1 }, { b: 2 } as unknown as Error);

    expect(entries()).toMatchObject([
      { exception: { message: "first" }, context: { error: { message: "second" } } },
      { context: { a: 1, b: 2 } },
    ]);
  });

  test("has children whose context adds to its own, and which share its handlers", () => {
    const { runtime, entries, handler } = setUp({ defaultContext: { region: "eu", a: 0 } });
    const parent = runtime.getLogger("p");
    const child = parent.withContext({ a: 1 }).child({ b: 2 });
    child.info("m", { c: 3 });
    parent.info("m");

    expect(entries().map(({ context }) => context)).toEqual([
      { a: 1, b: 2, c: 3, region: "eu" },
      { a: 0, region: "eu" },
    ]);
    expect(child.name).toBe("p");
    expect(handler.close).not.toHaveBeenCalled();
  });

  test("reads the context of a child when the child is made", () => {
    const { runtime, entries } = setUp();
    const context = { a: 1 };
    const child = runtime.getLogger().withContext(context);
    context.a = 2;
    child.info("m");

    expect(entries()[0]?.context).toEqual({ a: 1 });
  });

  test("never throws, whatever it is given", () => {
    const { runtime, entries } = setUp();
    const log = runtime.getLogger() as unknown as { info: (...args: unknown[]) => void };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const value of [undefined, null, proxy, Symbol("s"), () => 1, Object.create(null), 10n ** 30n]) {
      log.info(value, value, value);
    }
    log.info();

    expect(entries()).toHaveLength(8);
  });

  test("writes an entry without context when a port fails", () => {
    const { runtime, entries } = setUp(
      {},
      {
        stack: () => {
          throw new RangeError("stack");
        },
      },
    );
    runtime.getLogger().info("m", { a: 1 });

    expect(entries()).toMatchObject([
      {
        message: "m",
        context: { code: "AGORA_ENCODE" },
        exception: { type: "RangeError", message: "stack" },
      },
    ]);
  });

  test("does not throw when even the clock fails, and counts the entry", () => {
    const { runtime } = setUp(
      {},
      {
        clock: () => {
          throw new Error("clock");
        },
      },
    );
    runtime.getLogger().info("m");

    expect(Object.values(runtime.dropped)).toEqual([1]);
  });
});

describe("a runtime", () => {
  test("writes the layers of running code, between the defaults and those of a child", () => {
    let running: readonly Layer[] | undefined;
    const contextStorage = {
      get: () => running,
      run<T>(layers: readonly Layer[], body: () => T): T {
        const before = running;
        running = layers;
        try {
          return body();
        } finally {
          running = before;
        }
      },
    };
    const { runtime, entries } = setUp({ defaultContext: { a: 0, b: 0, c: 0 } }, { contextStorage });
    const child = runtime.getLogger().child({ c: 3 });
    const result = runtime.runWithContext({ b: 1, c: 1 }, () =>
      runtime.runWithContext({ d: 2 }, () => (child.info("m"), 7)),
    );
    child.info("m");

    expect(result).toBe(7);
    expect(entries().map(({ context }) => context)).toEqual([
      { a: 0, b: 1, c: 3, d: 2 },
      { a: 0, b: 0, c: 3 },
    ]);
  });

  test("runs a function also where no storage follows it", () => {
    expect(setUp().runtime.runWithContext({ a: 1 }, () => 5)).toBe(5);
  });

  test("changes how existing loggers and children write when it is configured again, and closes old handlers", async () => {
    const { runtime, entries, handler } = setUp();
    const child = runtime.getLogger("n").child({ a: 1 });
    const written: string[] = [];
    const next: Handler = { ...handler, name: "next", write: (line) => void written.push(line) };
    await runtime.configure({ service: "other", handlers: [next], level: "ERROR", defaultContext: { b: 2 } });
    child.info("no");
    child.error("yes");

    expect(entries()).toEqual([]);
    expect(handler.close).toHaveBeenCalledOnce();
    expect(JSON.parse(written[0] ?? "")).toMatchObject({
      service: "other",
      logger_name: "n",
      context: { a: 1, b: 2 },
    });
    expect(written).toHaveLength(1);
  });

  test("does not close a handler that is taken over", async () => {
    const { runtime, handler } = setUp();
    await runtime.configure({ service: "other", handlers: [handler] });

    expect(handler.close).not.toHaveBeenCalled();
  });

  test("refuses a configuration as a whole", () => {
    const { runtime, entries } = setUp();
    runtime.getLogger("a");

    expect(() => runtime.configure({ service: "", handlers: [], level: "CRITICAL" })).toThrow(/AGORA_CONFIG/);
    expect(() => createRuntime({ service: "", handlers: [] }, { clock: () => 0 })).toThrow(/AGORA_CONFIG/);
    runtime.getLogger("a").info("still here");
    expect(entries()).toMatchObject([{ message: "still here", service: "svc" }]);
  });

  test("gives its notice once, in front of the first entry", () => {
    const notice = { level: "WARNING", code: "AGORA_NOT_INITIALIZED", message: "not initialized" } as const;
    const { runtime, entries } = setUp({ notice });

    expect(entries()).toEqual([]);
    runtime.getLogger().info("a");
    runtime.getLogger().info("b");
    expect(entries().map(({ level, message }) => [level, message])).toEqual([
      ["WARNING", "not initialized"],
      ["INFO", "a"],
      ["INFO", "b"],
    ]);
  });

  test("gives every entry an id where a handler needs it or it is asked to, else none", async () => {
    const entryId = (): string => "0190a000-0000-7000-8000-000000000000";
    const { runtime, lines, handler } = setUp({}, { entryId });
    const write = (): void => {
      runtime.getLogger().info("a");
      runtime.report({ level: "INFO", code: "AGORA_RELOADED", message: "own" });
    };
    write();
    const network = { handler: listing("network", { needsEntryId: true }), loggers: ["no.other"] };
    await runtime.configure({ service: "svc", handlers: [handler, network] });
    write();
    await runtime.configure({ service: "svc", handlers: [handler, network], entryIds: false });
    write();
    await runtime.configure({ service: "svc", handlers: [handler], entryIds: true });
    write();

    expect(lines.map((line) => line.includes('"entry_id":"0190a000'))).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  test("works again when it is configured after shutdown", async () => {
    const { runtime, entries, handler } = setUp();
    await runtime.shutdown();
    await runtime.configure({ service: "again", handlers: [handler] });
    runtime.getLogger().info("m");

    expect(entries()).toMatchObject([{ service: "again" }]);
  });
});

test("ten thousand children have one handler and little weight of their own", () => {
  const { runtime, entries } = setUp();
  const root = runtime.getLogger("root");
  const children = Array.from({ length: 10_000 }, (_, n) => root.child({ n }));
  children.at(-1)?.info("m");

  expect(entries()).toMatchObject([{ context: { n: 9999 } }]);
});
