import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTestClock } from "../../test/test-clock.ts";
import { createLevelRegistry, readLevels } from "./level-registry.ts";
import type { LevelChange } from "./level-registry.ts";

function setUp(configured: Record<string, "DEBUG" | "ERROR"> = {}) {
  const clock = createTestClock();
  const changes: LevelChange[] = [];
  const levels = createLevelRegistry(readLevels("INFO", configured), clock.schedule, (some) =>
    changes.push(...some),
  );
  return { clock, changes, levels };
}

describe("the level of a name", () => {
  test("is its own, else that of the longest prefix that ends at a dot, else the root's", () => {
    const { levels } = setUp({ md: "ERROR", "md.feed.raw": "DEBUG" });

    expect(
      ["", "md", "md.feed", "md.feed.raw", "md.feed.raw.x", "md.feed.rawest", "mdx", ".", "a..b"].map(
        (name) => levels.of(name),
      ),
    ).toEqual(["INFO", "ERROR", "ERROR", "DEBUG", "DEBUG", "ERROR", "INFO", "INFO", "INFO"]);
  });

  test("can be set while the service runs, and goes back to the configured one", () => {
    const { levels, changes } = setUp({ md: "ERROR" });
    levels.set("warn", "md");
    levels.set("debug");

    expect([levels.of(""), levels.of("md.feed")]).toEqual(["DEBUG", "WARNING"]);
    levels.reset("md");
    expect([levels.of(""), levels.of("md.feed")]).toEqual(["DEBUG", "ERROR"]);
    levels.reset();
    levels.reset();
    expect([levels.of(""), levels.all()]).toEqual(["INFO", { "": "INFO", md: "ERROR" }]);
    expect(changes).toEqual([
      { level: "WARNING", logger: "md" },
      { level: "DEBUG", logger: "" },
      { level: "ERROR", logger: "md" },
      { level: "INFO", logger: "" },
    ]);
  });

  test("that is set stays when the configured ones change", () => {
    const { levels } = setUp({ md: "ERROR" });
    levels.set("DEBUG", "x");
    levels.configure(readLevels("CRITICAL"));

    expect(levels.all()).toEqual({ "": "CRITICAL", x: "DEBUG" });
    levels.clear();
    expect(levels.of("x")).toBe("CRITICAL");
  });

  test("may be any text, also that of a member of all objects", () => {
    const { levels } = setUp();
    levels.set("ERROR", "__proto__");

    expect([levels.of("__proto__.x"), levels.of("constructor"), Object.keys(levels.all())]).toEqual([
      "ERROR",
      "INFO",
      ["", "__proto__"],
    ]);
  });
});

describe("a level with a duration", () => {
  test("ends by itself, and what was set for good before is there again", () => {
    const { levels, clock, changes } = setUp();
    levels.set("ERROR", "md");
    levels.set("DEBUG", "md", { durationSeconds: 60 });
    clock.advance(59_999);
    expect(levels.of("md")).toBe("DEBUG");
    clock.advance(1);

    expect(levels.of("md")).toBe("ERROR");
    expect(changes.slice(1)).toEqual([
      { level: "DEBUG", logger: "md", durationSeconds: 60 },
      { level: "ERROR", logger: "md" },
    ]);
  });

  test("leaves nothing behind when there was nothing before", () => {
    const { levels, clock } = setUp();
    levels.set("DEBUG", "md", { durationSeconds: 0.5 });
    clock.advance(500);

    expect(levels.all()).toStrictEqual({ "": "INFO" });
  });

  test("is not ended by the timer of an older one", () => {
    const { levels, clock, changes } = setUp();
    levels.set("DEBUG", "md", { durationSeconds: 10 });
    levels.set("WARNING", "md", { durationSeconds: 60 });
    expect(clock.pending).toBe(1);
    clock.advance(30_000);
    expect(levels.of("md")).toBe("WARNING");
    levels.set("CRITICAL", "md");
    clock.advance(100_000);

    expect(levels.of("md")).toBe("CRITICAL");
    expect(changes).toHaveLength(3);
    expect(clock.pending).toBe(0);
  });

  test("does not keep the process, and has no timer left after a reset", () => {
    const { levels, clock } = setUp();
    levels.set("DEBUG", "md", { durationSeconds: 10 });
    expect([clock.pending, clock.holding]).toEqual([1, 0]);
    levels.reset();

    expect(clock.pending).toBe(0);
  });

  test.each([0, -1, Number.NaN, Infinity, 2_147_484, "60", null])(
    "refuses %s seconds, and changes nothing",
    (seconds) => {
      const { levels, changes } = setUp();

      expect(() => levels.set("DEBUG", "md", { durationSeconds: seconds as number })).toThrow(/AGORA_CONFIG/);
      expect([levels.of("md"), changes]).toEqual(["INFO", []]);
    },
  );

  test("is refused where there are no timers", () => {
    const levels = createLevelRegistry(readLevels(), undefined, () => undefined);

    expect(() => levels.set("DEBUG", "md", { durationSeconds: 1 })).toThrow(/AGORA_CONFIG.*no timers/);
  });
});

test("a level that does not exist and a name that is no text are refused, and nothing has changed", () => {
  const { levels, changes } = setUp();

  expect(() => levels.set("VERBOSE" as "DEBUG")).toThrow(/AGORA_LEVEL/);
  expect(() => levels.set("DEBUG", 7 as unknown as string)).toThrow(/AGORA_CONFIG/);
  expect(() => levels.reset(null as unknown as string)).toThrow(/AGORA_CONFIG/);
  expect(() => levels.of(7 as unknown as string)).toThrow(/AGORA_CONFIG/);
  expect(() => readLevels("INFO", { a: "LOUD" as "DEBUG" })).toThrow(/AGORA_LEVEL/);
  expect(changes).toEqual([]);
});

describe("any sequence of operations", () => {
  const segment = fc.constantFrom("a", "b", "");
  const name = fc.array(segment, { maxLength: 4 }).map((segments) => segments.join("."));
  const level = fc.constantFrom("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL");
  const operation = fc.oneof(
    fc.record({ do: fc.constant("set"), name, level }),
    fc.record({ do: fc.constant("pass"), name, level, seconds: fc.integer({ min: 1, max: 20 }) }),
    fc.record({ do: fc.constant("reset"), name }),
    fc.record({ do: fc.constant("resetAll") }),
    fc.record({ do: fc.constant("wait"), seconds: fc.integer({ min: 1, max: 15 }) }),
  );

  test("gives the levels of a model that looks at every prefix", () => {
    fc.assert(
      fc.property(
        fc.array(operation, { maxLength: 30 }),
        fc.array(name, { maxLength: 5 }),
        (operations, names) => {
          const { levels, clock } = setUp({ a: "ERROR" });
          const lasting = new Map<string, string>();
          const passing = new Map<string, { level: string; until: number }>();
          let now = 0;
          for (const step of operations) {
            if (step.do === "wait") {
              now += step.seconds;
              clock.advance(step.seconds * 1000);
            } else if (step.do === "set") {
              levels.set(step.level, step.name);
              lasting.set(step.name, step.level);
              passing.delete(step.name);
            } else if (step.do === "pass") {
              levels.set(step.level, step.name, { durationSeconds: step.seconds });
              passing.set(step.name, { level: step.level, until: now + step.seconds });
            } else if (step.do === "reset") {
              levels.reset(step.name);
              lasting.delete(step.name);
              passing.delete(step.name);
            } else {
              levels.reset();
              lasting.clear();
              passing.clear();
            }
          }
          const own = (each: string): string | undefined => {
            const { level: short, until = 0 } = passing.get(each) ?? {};
            return (until > now ? short : undefined) ?? lasting.get(each) ?? { "": "INFO", a: "ERROR" }[each];
          };
          for (const each of names) {
            const segments = each.split(".");
            const prefixes = segments.map((_, i) => segments.slice(0, segments.length - i).join("."));
            const expected = [...prefixes, ""].map(own).find((found) => found !== undefined);
            expect({ each, level: levels.of(each) }).toEqual({ each, level: expected });
          }
        },
      ),
    );
  });
});
