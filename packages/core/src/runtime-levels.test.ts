import { describe, expect, test } from "vitest";
import { setUp } from "../test/set-up-runtime.ts";

describe("a level that is changed while the service runs", () => {
  test("counts at once for loggers and children that exist, and for those that are made later", () => {
    const { runtime, entries } = setUp({ levels: { "md.feed": "ERROR" } });
    const feed = runtime.getLogger("md.feed.raw");
    const child = runtime.getLogger("md.book").child({ a: 1 });
    feed.info("no");
    child.debug("no");
    runtime.setLevel("debug", "md");
    feed.info("no");
    child.debug("yes");
    runtime.getLogger("md.new").debug("yes");
    runtime.getLogger("other").debug("no");

    expect(
      entries()
        .filter(({ logger_name: name }) => name !== "agora")
        .map(({ message, logger_name: name }) => [message, name]),
    ).toEqual([
      ["yes", "md.book"],
      ["yes", "md.new"],
    ]);
    expect([child.isEnabled("DEBUG"), feed.isEnabled("WARNING"), runtime.getLevel("md.feed.raw")]).toEqual([
      true,
      false,
      "ERROR",
    ]);
  });

  test("is said in the log, whatever the level: when it is set, when it ends, when it is reset", () => {
    const { runtime, entries, clock } = setUp({ level: "CRITICAL" });
    runtime.setLevel("DEBUG", "md", { durationSeconds: 30 });
    clock.advance(30_000);
    runtime.setLevel("ERROR");
    runtime.resetLevel();

    expect(entries().map(({ level, logger_name: name, message }) => [level, name, message])).toEqual(
      Array.from({ length: 4 }, () => ["INFO", "agora", "A level was changed"]),
    );
    expect(entries().map(({ context }) => context)).toEqual([
      { code: "AGORA_LEVEL_CHANGED", level: "DEBUG", logger: "md", duration_seconds: 30 },
      { code: "AGORA_LEVEL_CHANGED", level: "CRITICAL", logger: "md" },
      { code: "AGORA_LEVEL_CHANGED", level: "ERROR", logger: "" },
      { code: "AGORA_LEVEL_CHANGED", level: "CRITICAL", logger: "" },
    ]);
  });

  test("ends by itself for the loggers that exist", () => {
    const { runtime, entries, clock } = setUp();
    const log = runtime.getLogger("md.feed");
    runtime.setLevel("DEBUG", "md", { durationSeconds: 5 });
    log.debug("yes");
    clock.advance(5_000);
    log.debug("no");

    expect(entries().filter(({ level }) => level === "DEBUG")).toMatchObject([{ message: "yes" }]);
    expect(runtime.getAllLevels()).toEqual({ "": "INFO" });
  });

  test("stays when the configuration is loaded again, and ends with shutdown", async () => {
    const { runtime, handler, clock } = setUp();
    runtime.setLevel("DEBUG", "md", { durationSeconds: 5 });
    await runtime.configure({ service: "svc", handlers: [handler], level: "ERROR", levels: { x: "warn" } });
    expect(runtime.getAllLevels()).toEqual({ "": "ERROR", md: "DEBUG", x: "WARNING" });
    await runtime.shutdown();

    expect(runtime.getAllLevels()).toEqual({ "": "ERROR", x: "WARNING" });
    expect(clock.pending).toBe(0);
  });

  test("is refused when there is no such level, and a configuration with one as a whole", () => {
    const { runtime, handler, entries } = setUp();

    expect(() => runtime.setLevel("LOUD" as "DEBUG")).toThrow(/AGORA_LEVEL/);
    expect(() =>
      runtime.configure({
        service: "svc",
        handlers: [handler],
        level: "DEBUG",
        levels: { a: "x" as "DEBUG" },
      }),
    ).toThrow(/AGORA_LEVEL/);
    expect([runtime.getLevel(), entries()]).toEqual(["INFO", []]);
  });
});
