import { describe, expect, test } from "vitest";
import type { Level } from "@agora/core";
import { createMemoryHandler } from "./memory-handler.ts";
import type { RecentFilter } from "./memory-handler.ts";

const at = (second: number): string => `2026-11-20T10:00:${String(second).padStart(2, "0")}.500000Z`;

function filled(capacity = 256) {
  const memory = createMemoryHandler({ capacity });
  const write = (n: number, level: Level, logger: string): void =>
    memory.write(
      `${JSON.stringify({ timestamp: at(n), level, message: `Message ${n}`, service: "s", logger_name: logger })}\n`,
      level,
    );
  write(0, "DEBUG", "a");
  write(1, "INFO", "a.b");
  write(2, "ERROR", "ab");
  write(3, "WARNING", "a.b.c");
  return memory;
}

describe("the memory", () => {
  test.each<[string, RecentFilter, number[]]>([
    ["everything, in order, without a filter", {}, [0, 1, 2, 3]],
    ["from a level on", { level: "WARNING" }, [2, 3]],
    ["a logger and those below it", { logger: "a" }, [0, 1, 3]],
    ["since a date", { since: new Date(at(2)) }, [2, 3]],
    ["since milliseconds", { since: Date.parse(at(3)) }, [3]],
    ["since a timestamp", { since: "2026-11-20T10:00:01.500001Z" }, [2, 3]],
    ["since a timestamp of another form", { since: "2026-11-20T11:00:02+01:00" }, [2, 3]],
    ["everything for what is no date", { since: "yesterday" }, [0, 1, 2, 3]],
    ["what holds a text", { contains: "message 2" }, [2]],
    ["the last so many", { limit: 2 }, [2, 3]],
    ["none for a limit of none", { limit: 0 }, []],
    ["what fits all of it", { level: "INFO", logger: "a.b", limit: 1 }, [3]],
  ])("finds %s", (_, filter, found) => {
    expect(
      filled()
        .getRecentLogs(filter)
        .map(({ message }) => Number(message.split(" ")[1])),
    ).toEqual(found);
  });

  test("takes any name of a level", () => {
    expect(filled().getRecentLogs({ level: "warn" as never })).toEqual(
      filled().getRecentLogs({ level: "WARNING" }),
    );
  });

  test.each<[string, unknown]>([
    ["null", null],
    ["a level that does not exist", { level: "loud" }],
    ["a number to look for", { contains: 5 }],
    ["a symbol for a time", { since: Symbol("now") }],
    [
      "a filter that throws",
      {
        get level() {
          throw new Error("no");
        },
      },
    ],
  ])("finds all for %s, and never throws", (_, filter) => {
    expect(filled().getRecentLogs(filter as never)).toHaveLength(4);
  });

  test("keeps the last lines only", () => {
    const memory = createMemoryHandler({ capacity: 3 });
    for (let n = 0; n < 8; n++)
      memory.write(`{"timestamp":"${at(n)}","level":"INFO","message":"${n}"}\n`, "INFO");

    expect(memory.getRecentLogs().map(({ message }) => message)).toEqual(["5", "6", "7"]);
  });

  test("remembers the last error although others have pushed it out, until it is told to forget it", () => {
    const memory = filled(1);

    expect(memory.getLastError()?.message).toBe("Message 2");
    memory.clearErrors();
    expect(memory.getLastError()).toBeUndefined();
    expect(memory.getRecentLogs()).toHaveLength(1);
  });

  test("leaves out a line that is no entry", () => {
    const memory = filled();
    memory.write("no entry\n", "INFO");
    memory.write("17\n", "INFO");

    expect(memory.getRecentLogs()).toHaveLength(4);
  });

  test("refuses a capacity that is none", () => {
    expect(() => createMemoryHandler({ capacity: 0 })).toThrow(/^\[AGORA_CONFIG\] capacity: /);
  });
});
