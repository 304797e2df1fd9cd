import { describe, expect, test } from "vitest";
import { failing, setUp } from "../test/set-up-runtime.ts";
import type { Handler } from "./index.ts";

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
    const shown: string[] = [];
    const consoleHandler: Handler = {
      name: "console",
      isConsole: true,
      write: (line) => void shown.push(line),
      flush: () => undefined,
      close: () => undefined,
    };
    const { runtime, reports } = setUp({ handlers: [failing("file"), consoleHandler] });
    runtime.getLogger().info("m");

    expect(shown).toHaveLength(1);
    expect(reports().map(({ message }) => message)).toEqual([
      "A handler could not write; its lines go to standard error",
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
      "odd",
      "m",
      "m",
      "late",
    ]);
  });

  test("is asked again with the next line", () => {
    let isBroken = true;
    const written: string[] = [];
    const handler: Handler = {
      ...failing("file"),
      write(line) {
        if (isBroken) throw new Error("broken");
        written.push(line);
      },
    };
    const { runtime } = setUp({ handlers: [handler] });
    runtime.getLogger().info("lost");
    isBroken = false;
    runtime.getLogger().info("kept");

    expect(written).toHaveLength(1);
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

    // The line, and the report about it.
    expect(runtime.dropped).toBe(2);
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
    expect(runtime.dropped).toBe(1);
  });

  test("in a fallback does not recurse without end", () => {
    const { runtime } = setUp(
      { handlers: [failing("file")] },
      { fallback: () => runtime.getLogger().error("again") },
    );

    expect(() => runtime.getLogger().info("m")).not.toThrow();
  });
});
