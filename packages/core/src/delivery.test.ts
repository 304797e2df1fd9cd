import { describe, expect, test } from "vitest";
import { breakable, failing, listing, setUp } from "../test/set-up-runtime.ts";
import type { Handler, Level } from "./index.ts";

describe("a handler that fails", () => {
  test("has its lines go to the fallback, with one report at once and then one in ten seconds", () => {
    const { runtime, reports, clock } = setUp({ handlers: [failing("file")] });
    const log = runtime.getLogger();
    for (let i = 0; i < 5; i++) log.info(`m${i}`);
    clock.now += 10_000_000;
    log.info("later");
    const found = reports();

    expect(found.filter(({ logger_name: name }) => name === "agora")).toMatchObject([
      {
        level: "ERROR",
        context: { code: "AGORA_HANDLER_IO", handler: "file", failures: 1 },
        exception: { message: "disk full" },
      },
      { context: { failures: 5 } },
    ]);
    expect(found.filter(({ logger_name: name }) => name !== "agora").map(({ message }) => message)).toEqual([
      "m0",
      "m1",
      "m2",
      "m3",
      "m4",
      "later",
    ]);
  });

  test("is reported also when the clock was set back", () => {
    const { runtime, reports, clock } = setUp({ handlers: [failing("file")] });
    runtime.getLogger().info("a");
    clock.now -= 3_600_000_000;
    runtime.getLogger().info("b");

    expect(reports().filter(({ context }) => context?.["code"] === "AGORA_HANDLER_IO")).toHaveLength(2);
  });

  test("does not keep a line from the others, nor repeat it where a console shows it", () => {
    const shown = listing("console", { isConsole: true });
    const { runtime, reports } = setUp({ handlers: [failing("file"), shown] });
    runtime.getLogger().info("m");

    expect(shown.entries().map(({ message }) => message)).toEqual([
      "m",
      "A handler could not write; its lines go to standard error",
    ]);
    expect(reports()).toEqual([]);
  });

  test("has reports of the library go to the fallback, whoever else remembers them", () => {
    const memory = listing("memory", { isVolatile: true });
    const console = breakable("console", { isConsole: true });
    const { runtime, reports } = setUp({ handlers: [console, memory] });
    console.isBroken = true;
    runtime.report({ level: "CRITICAL", code: "AGORA_UNCAUGHT", message: "Uncaught error" });

    expect(reports().map(({ context }) => context?.["code"])).toContain("AGORA_UNCAUGHT");
    expect(memory.entries().map(({ context }) => context?.["code"])).toContain("AGORA_UNCAUGHT");
  });

  test("is reported to the other handlers, and to the fallback as long as no console shows it", () => {
    const network = listing("network");
    const { runtime, reports } = setUp({ handlers: [failing("file"), network] });
    runtime.getLogger().info("m");

    expect(network.entries()).toMatchObject([{ message: "m" }, { context: { code: "AGORA_HANDLER_IO" } }]);
    expect(reports()).toMatchObject([{ message: "m" }, { context: { code: "AGORA_HANDLER_IO" } }]);
  });

  test("is not trusted to show what others lose, where it is a console", () => {
    const { runtime, reports } = setUp({
      handlers: [failing("file"), { ...failing("tty"), isConsole: true }],
    });
    runtime.getLogger().info("m");

    expect(reports().map(({ message, context }) => context?.["handler"] ?? message)).toEqual([
      "m",
      "file",
      "tty",
    ]);
  });

  test("may throw anything, or reject", async () => {
    const rejecting = {
      ...failing("late"),
      write: () => Promise.reject(new Error("late")),
    } as unknown as Handler;
    const { runtime, reports } = setUp({ handlers: [failing("odd", undefined), rejecting] });
    runtime.getLogger().info("m");
    await new Promise((resolve) => setTimeout(resolve, 1));

    expect(reports().map(({ message, context }) => context?.["handler"] ?? message)).toEqual([
      "m",
      "odd",
      "m",
      "late",
      // The report about the first was given to the second.
      "odd",
    ]);
  });

  test("is asked again with the next line, and says when it works again", () => {
    const handler = breakable("file");
    const { runtime, reports } = setUp({ handlers: [handler] });
    const log = runtime.getLogger();
    handler.isBroken = true;
    for (let i = 0; i < 3; i++) log.info("lost");
    handler.isBroken = false;
    log.info("kept");
    log.info("kept");

    expect(handler.entries()).toMatchObject([
      { message: "kept" },
      {
        level: "WARNING",
        message: "A handler writes again",
        logger_name: "agora",
        context: { code: "AGORA_HANDLER_RECOVERED", handler: "file", failures: 3, replayed: 0 },
      },
      { message: "kept" },
    ]);
    expect(reports()).toHaveLength(4);
  });

  test("that comes and goes is reported once in ten seconds, also with what it does well", () => {
    const handler = breakable("file");
    const { runtime, reports, clock } = setUp({ handlers: [handler] });
    for (let i = 0; i < 20; i++) {
      handler.isBroken = !handler.isBroken;
      runtime.getLogger().info("m");
      clock.advance(600);
    }
    const codes = [...reports(), ...handler.entries()].map(({ context }) => context?.["code"]);

    expect(codes.filter((code) => code === "AGORA_HANDLER_IO")).toHaveLength(2);
    expect(codes.filter((code) => code === "AGORA_HANDLER_RECOVERED")).toHaveLength(2);
  });

  test("late, by a promise, recovers with one that is kept", async () => {
    let isBroken = true;
    const handler = listing("async");
    const { write } = handler;
    const late = {
      ...handler,
      write: (line: string, level: Level) =>
        Promise.resolve().then(() => {
          if (isBroken) throw new Error("late");
          return write(line, level);
        }),
    } as unknown as Handler;
    const { runtime } = setUp({ handlers: [late] });
    runtime.getLogger().info("a");
    await new Promise((resolve) => setTimeout(resolve, 1));
    isBroken = false;
    runtime.getLogger().info("b");
    await new Promise((resolve) => setTimeout(resolve, 1));

    expect(handler.entries()).toMatchObject([
      { message: "b" },
      { context: { code: "AGORA_HANDLER_RECOVERED" } },
    ]);
  });

  test("and a fallback that fails too leave the application in peace, and the line is counted", () => {
    const { runtime } = setUp(
      { handlers: [failing("file")] },
      {
        fallback: () => {
          throw new Error("closed");
        },
      },
    );
    runtime.getLogger().info("m");

    expect(runtime.dropped).toEqual({ failed: 1 });
  });
});

describe("code that logs while something is logged", () => {
  test("in a handler does not recurse", () => {
    const written: string[] = [];
    const { runtime, reports } = setUp({
      handlers: [
        {
          name: "chatty",
          write(line) {
            written.push(line);
            runtime.getLogger().info("inner");
          },
          flush: () => undefined,
          close: () => undefined,
        },
      ],
    });
    runtime.getLogger().info("outer");

    expect(written).toHaveLength(1);
    expect(reports()).toMatchObject([{ message: "inner" }]);
  });

  test("in a getter of the object that is logged ends, and the entries are there", () => {
    const { runtime, entries } = setUp();
    const log = runtime.getLogger();
    const object = {
      get a(): number {
        log.info("inner", object);
        return 1;
      },
    };
    log.info("outer", object);

    expect(entries().at(-1)).toMatchObject({ message: "outer", context: { a: 1 } });
    expect(entries()).toHaveLength(8);
    expect(runtime.dropped).toEqual({ recursion: 1 });
  });

  test("in a fallback does not recurse: the fallback is not asked while it is busy", () => {
    let depth = 0;
    let deepest = 0;
    const fallback = (): void => {
      deepest = Math.max(deepest, ++depth);
      runtime.getLogger().error("again");
      depth--;
    };
    const { runtime } = setUp({ handlers: [failing("file")] }, { fallback });

    expect(() => runtime.getLogger().info("m")).not.toThrow();
    expect(deepest).toBe(1);
    expect(runtime.dropped["recursion"]).toBeGreaterThan(0);
  });
});
