import { describe, expect, test, vi } from "vitest";
import { breakable, listing, setUp } from "../test/set-up-runtime.ts";
import type { Handler, HandlerHost } from "./index.ts";

const messages = (handler: ReturnType<typeof listing>): string[] =>
  handler.entries().map(({ message }) => message);

describe("a handler with a route", () => {
  test("gets the loggers and levels of its route, and nothing else", () => {
    const all = listing("all");
    const feed = listing("feed");
    const { runtime } = setUp({
      level: "DEBUG",
      handlers: [all, { handler: feed, loggers: ["md.*.feed"], level: "WARNING" }],
    });
    for (const name of ["md.x.feed", "md.feed", ""]) {
      runtime.getLogger(name).info(`${name} info`);
      runtime.getLogger(name).error(`${name} error`);
    }

    expect(messages(feed)).toEqual(["md.x.feed error"]);
    expect(messages(all)).toHaveLength(6);
  });

  test("gets an entry before others when its priority is higher", () => {
    const order: string[] = [];
    const handler = (name: string): Handler => listing(name, { write: () => void order.push(name) });
    const { runtime } = setUp({
      handlers: [
        handler("a"),
        { handler: handler("b"), priority: 1 },
        { handler: handler("c"), priority: -1 },
        handler("d"),
      ],
    });
    runtime.getLogger().info("m");

    expect(order).toEqual(["b", "a", "d", "c"]);
  });

  test("follows a new configuration also for the loggers that exist, and stays open when it is taken over", async () => {
    const open = vi.fn<() => void>();
    const close = vi.fn<() => void>();
    const handler = listing("h", { open, close });
    const { runtime } = setUp({ handlers: [{ handler, loggers: ["a"] }] });
    const [a, b] = [runtime.getLogger("a"), runtime.getLogger("b")];
    a.info("a1");
    b.info("b1");
    await runtime.configure({ service: "svc", handlers: [{ handler, loggers: ["b"] }] });
    a.info("a2");
    b.info("b2");

    expect(messages(handler)).toEqual(["a1", "b2"]);
    expect([open.mock.calls.length, close.mock.calls.length]).toEqual([1, 0]);
  });

  test("does not keep the library's own warnings from being seen", () => {
    const narrow = listing("narrow");
    const { runtime, reports } = setUp({ handlers: [{ handler: narrow, loggers: ["x"] }] });
    runtime.report({ level: "WARNING", code: "AGORA_CONFIG", message: "own" });
    runtime.report({ level: "INFO", code: "AGORA_RELOADED", message: "less important" });

    expect([messages(narrow), reports().map(({ message }) => message)]).toEqual([[], ["own"]]);
  });

  test("that is not valid is refused, and nothing has changed", () => {
    const { runtime, entries, handler } = setUp();

    expect(() => runtime.configure({ service: "svc", handlers: [{ handler, loggers: ["a..b"] }] })).toThrow(
      /AGORA_CONFIG/,
    );
    runtime.getLogger().info("m");
    expect(entries()).toHaveLength(1);
  });
});

describe("what a runtime offers to its handlers", () => {
  /** A handler that keeps what it was given when it was opened. */
  function hosted(more: Partial<Handler> = {}): { handler: Handler; host: () => HandlerHost } {
    let given: HandlerHost | undefined;
    const handler = listing("queue", { open: (host) => (given = host), ...more });
    return { handler, host: () => given as HandlerHost };
  }

  test("is there before the first line: the clock, and lines for its own reports", () => {
    const { handler, host } = hosted();
    const { clock } = setUp({ handlers: [handler] });
    const line = host().reportLine({
      level: "WARNING",
      code: "AGORA_DROPPED",
      message: "Entries were dropped",
      context: { handler: "queue", dropped: 3, code: "mine" },
      error: new Error("full"),
    });

    expect(host().clock()).toBe(clock.now);
    expect(line.endsWith("\n")).toBe(true);
    expect(JSON.parse(line)).toMatchObject({
      level: "WARNING",
      service: "svc",
      logger_name: "agora",
      file: "<unknown>",
      context: { code: "AGORA_DROPPED", handler: "queue", dropped: 3 },
      exception: { message: "full" },
    });
  });

  test("is a fallback for lines that it cannot bring any further, which are not written where a console shows them", () => {
    const shown = listing("console", { isConsole: true });
    const { handler, host } = hosted();
    const { runtime, reports, lines } = setUp({
      handlers: [handler, { handler: shown, loggers: ["a"], level: "WARNING" }],
    });
    const lineOf = (
      message: string,
      level: string,
      name: string,
      timestamp = "2023-11-14T22:13:20.000001Z",
    ): string => JSON.stringify({ timestamp, level, message, logger_name: name });
    const made = [
      ["a", "INFO"],
      ["a", "WARNING"],
      ["b", "ERROR"],
    ] as const;
    const texts = made.map(([name, level]) => lineOf("m", level, name));
    const older = lineOf("before the console was opened", "ERROR", "a", "2023-11-14T22:13:19.999999Z");
    host().fallback(`${[...texts, older, "no json"].join("\n")}\n`, 5);

    expect(lines).toEqual([]);
    expect(runtime.dropped).toEqual({});
    expect(reports.raw()).toEqual([texts[0], texts[2], older, "no json"]);
  });

  test("trusts no console that fails, and for a console none at all", () => {
    const line = '{"timestamp":"2023-11-14T22:13:20.000001Z","level":"INFO","message":"m"}\n';
    const shown = breakable("console", { isConsole: true });
    const { handler, host } = hosted();
    const { runtime, reports } = setUp({ handlers: [handler, shown] });
    host().fallback(line, 1);
    expect(reports.raw()).toEqual([]);
    shown.isBroken = true;
    runtime.getLogger().info("fails");
    host().fallback(line, 1);
    expect(reports.raw().at(-1)).toBe(line.trim());

    const tty = hosted({ isConsole: true });
    const other = setUp({ handlers: [tty.handler, listing("console", { isConsole: true })] });
    tty.host().fallback(line, 1);
    expect(other.reports.raw()).toEqual([line.trim()]);
  });

  test("knows what a console has got before both were closed, and what it has not got after that", async () => {
    const { handler, host } = hosted();
    const { runtime, reports, clock } = setUp({
      handlers: [handler, listing("console", { isConsole: true })],
    });
    const lineAt = (micros: number): string =>
      `${JSON.stringify({ timestamp: `${new Date(micros / 1000).toISOString().slice(0, -1)}000Z`, level: "INFO" })}\n`;
    const tooEarly = lineAt(clock.now - 1_000);
    clock.advance(1_000);
    const before = lineAt(clock.now);
    clock.advance(1_000);
    await runtime.shutdown();
    clock.advance(1_000);
    const after = lineAt(clock.now);
    host().fallback(tooEarly + before + after, 3);

    expect(reports.raw()).toEqual([tooEarly.trim(), after.trim()]);
  });

  test("does not take for shown what comes after a console was closed by a clock that was set back", async () => {
    const { handler, host } = hosted();
    const { runtime, reports, clock } = setUp({
      handlers: [handler, listing("console", { isConsole: true })],
    });
    clock.advance(3_000);
    await runtime.configure({ service: "svc", handlers: [handler] });
    clock.now -= 1_000_000;
    const timestamp = `${new Date(clock.now / 1000).toISOString().slice(0, -1)}000Z`;
    const line = JSON.stringify({ timestamp, level: "INFO" });
    host().fallback(`${line}\n`, 1);

    expect(reports.raw()).toEqual([line]);
  });

  test("lets its own reports through to the fallback, which no console has got", () => {
    const { handler, host } = hosted();
    const { reports, clock } = setUp({ handlers: [handler, listing("console", { isConsole: true })] });
    clock.advance(1);
    const made = Array.from({ length: 150 }, (_, n) =>
      host().reportLine({ level: "WARNING", code: "AGORA_DROPPED", message: `report ${n}` }),
    );
    host().fallback(made.slice(-2).join(""), 2);
    expect(reports().map(({ message }) => message)).toEqual(["report 148", "report 149"]);
    // Only the newest are known.
    host().fallback(made[0] as string, 1);
    expect(reports()).toHaveLength(2);
  });

  test("counts what the fallback cannot take either", () => {
    const { handler, host } = hosted();
    const { runtime } = setUp({ handlers: [handler] }, { fallback: undefined });
    host().fallback("a\nb\nc\n", 3);

    expect(runtime.dropped).toEqual({ failed: 3 });
  });

  test("is refused by a handler that cannot be opened: it is reported, and asked all the same", () => {
    const handler = listing("odd", {
      open: () => {
        throw new Error("cannot open");
      },
    });
    const { runtime, reports } = setUp({ handlers: [handler] });
    runtime.getLogger().info("m");

    expect(reports()).toMatchObject([{ context: { handler: "odd" }, exception: { message: "cannot open" } }]);
    expect(messages(handler)).toEqual(["m", "A handler writes again"]);
  });
});
