import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { setUp } from "../test/set-up-runtime.ts";
import { createEncoder, createLayer, createSite } from "./index.ts";
import type { Logger, Ports } from "./index.ts";
import { createPolicy } from "./redact/policy.ts";

const BRAND = Symbol.for("agora.site.1");
const AT = Symbol.for("agora.at.1");

/** A place as a build step writes it beside a call. */
function placeOf(members: { message?: string; keys?: readonly string[]; line?: number } = {}) {
  const { message, keys, line = 12 } = members;
  return { [BRAND]: true, file: "src/orders/place.ts", line, name: "place", message, keys, cache: undefined };
}

type Method = (message: unknown, second?: unknown, third?: unknown, site?: unknown) => void;
const methodOf = (log: object, name = "info"): Method => (log as Record<string, Method>)[name] as Method;

interface At {
  (this: object, site: unknown): Record<string, Method>;
  [AT]?: unknown;
}
const atOf = (log: object): At => (log as unknown as Record<symbol, At>)[AT] as At;

const placesOf = (lines: readonly string[]): unknown[] =>
  lines.map((line) => {
    const entry = JSON.parse(line) as Record<string, unknown>;
    return [entry["file"], entry["line"], entry["function"]];
  });

describe("a call with a place of the build", () => {
  test("is written there, by its base name, or by its path where a source root is configured", () => {
    const site = placeOf();
    const plain = setUp();
    const rooted = setUp({ sourceRoot: "/srv/app" });
    methodOf(plain.runtime.getLogger())("m", undefined, undefined, site);
    methodOf(rooted.runtime.getLogger())("m", undefined, undefined, site);
    methodOf(plain.runtime.getLogger())("m", { a: 1 }, undefined, site);

    expect(placesOf([...plain.lines, ...rooted.lines])).toEqual([
      ["place.ts", 12, "place"],
      ["place.ts", 12, "place"],
      ["src/orders/place.ts", 12, "place"],
    ]);
  });

  test("has the message that it was given, whatever the build has seen", () => {
    const { runtime, entries } = setUp();
    const info = methodOf(runtime.getLogger());
    const site = placeOf({ message: "as \x1b[1mwritten\x1b[0m" });
    for (const message of ["as \x1b[1mwritten\x1b[0m", "another", "", 7, "as \x1b[1mwritten\x1b[0m"]) {
      info(message, undefined, undefined, site);
    }

    expect(entries().map(({ message }) => message)).toEqual(["as written", "another", "", "7", "as written"]);
  });

  test("has the context that it was given, whatever the build has seen", () => {
    const { runtime, entries } = setUp();
    const info = methodOf(runtime.getLogger());
    const site = placeOf({ message: "m", keys: ["b", "a"] });
    const contexts = [
      { b: 1, a: 2 },
      { a: 2, b: 1 },
      { b: 1, a: 2, c: 3 },
      { c: 3 },
      {},
      { b: undefined, a: 2 },
    ];
    for (const context of contexts) info("m", context, undefined, site);

    expect(entries().map(({ context }) => context)).toEqual([
      { b: 1, a: 2 },
      { b: 1, a: 2 },
      { b: 1, a: 2, c: 3 },
      { c: 3 },
      undefined,
      { a: 2 },
    ]);
  });

  test("is written by each logger and level in its own way, also after the runtime is configured again", async () => {
    const { runtime, entries, handler } = setUp();
    const site = placeOf({ message: "m" });
    const write = (): void => {
      for (const name of ["a", "b", "a"]) {
        for (const level of ["info", "error"]) {
          methodOf(runtime.getLogger(name), level)("m", { password: "p" }, undefined, site);
        }
      }
    };
    write();
    await runtime.configure({ service: "next", handlers: [handler], redact: { enabled: false } });
    write();

    expect(
      entries().map(
        ({ service, level, logger_name, context }) =>
          `${service} ${level} ${logger_name} ${context?.["password"] as string}`,
      ),
    ).toEqual(
      ["svc|[REDACTED]", "next|p"].flatMap((pair) => {
        const [service, value] = pair.split("|") as [string, string];
        return ["a", "b", "a"].flatMap((name) =>
          ["INFO", "ERROR"].map((level) => `${service} ${level} ${name} ${value}`),
        );
      }),
    );
  });

  test("is the same where the place is frozen", () => {
    const { runtime, lines } = setUp();
    const site = Object.freeze(placeOf({ message: "m" }));
    methodOf(runtime.getLogger())("m", undefined, undefined, site);
    methodOf(runtime.getLogger("other"))("m", undefined, undefined, site);

    expect(placesOf(lines)).toEqual([
      ["place.ts", 12, "place"],
      ["place.ts", 12, "place"],
    ]);
  });

  test("takes a place that is not what it should be for what it can be", () => {
    const { runtime, lines } = setUp();
    const info = methodOf(runtime.getLogger());
    for (const site of [
      { [BRAND]: true },
      { [BRAND]: true, file: "a\n.ts", line: -1, name: '"', message: 5, keys: "no", cache: { style: {} } },
      { [BRAND]: true, file: "a.ts", line: 1, name: "f", message: "m", keys: [Symbol("s"), {}], cache: null },
    ]) {
      info("m", { a: 1 }, undefined, site);
    }

    expect(placesOf(lines)).toEqual([
      ["undefined", 0, "undefined"],
      ["a\n.ts", 0, '"'],
      ["a.ts", 1, "f"],
    ]);
  });

  test("is compared with the place found at run time where a test asks for it, once", () => {
    const key = Symbol.for("agora.verify.1");
    const verify = vi.fn<(site: unknown, method: unknown) => void>();
    Object.assign(globalThis, { [key]: verify });
    try {
      const info = methodOf(setUp().runtime.getLogger());
      const site = placeOf();
      info("m", undefined, undefined, site);
      info("m", undefined, undefined, site);

      expect(verify.mock.calls).toEqual([[site, info]]);
    } finally {
      Reflect.deleteProperty(globalThis, key);
    }
  });
});

describe("a fourth argument that is no place", () => {
  test.each([
    [7],
    ["src/a.ts"],
    [["x"]],
    [{ file: "forged.ts", line: 1, name: "f" }],
    [null],
    [true],
    [() => 1],
  ])("%j is ignored", (forged) => {
    const stack = vi.fn<NonNullable<Ports["stack"]>>(() => createSite("found.ts", 3, "f"));
    const { runtime, lines } = setUp({}, { stack });
    methodOf(runtime.getLogger())("m", undefined, undefined, forged);

    expect(placesOf(lines)).toEqual([["found.ts", 3, "f"]]);
  });

  test("text from elsewhere cannot be one, not even as JSON", () => {
    const { runtime, lines } = setUp();
    const forged: unknown = JSON.parse(
      '{"Symbol(agora.site.1)":true,"agora.site.1":true,"file":"forged.ts"}',
    );
    methodOf(runtime.getLogger())("m", undefined, undefined, forged);

    expect(placesOf(lines)).toEqual([["<unknown>", 0, "<unknown>"]]);
  });
});

describe("a receiver that may be a logger of ours", () => {
  test("says so, and takes the place for the next call", () => {
    const { runtime, lines, entries } = setUp({ level: "DEBUG" });
    const log = runtime.getLogger().child({ bound: 1 });
    const at = atOf(log);
    const placed = at.call(log, placeOf());
    for (const level of ["debug", "info", "warning", "warn", "error", "critical"])
      placed[level]?.("m", { a: 1 });
    const result = (placed["timer"] as unknown as Logger["timer"])("load", () => 5);

    expect(at[AT]).toBe(true);
    expect(result).toBe(5);
    expect(new Set(placesOf(lines).map(String))).toEqual(new Set(["place.ts,12,place"]));
    expect(entries().map(({ level }) => level)).toEqual([
      "DEBUG",
      "INFO",
      "WARNING",
      "WARNING",
      "ERROR",
      "CRITICAL",
      "INFO",
    ]);
    expect(entries()[0]?.context).toEqual({ a: 1, bound: 1 });
  });
});

describe("a logger for a helper", () => {
  test("has the place where the helper was called, not the one that a build step gives to the call in it", () => {
    const stack = vi.fn<NonNullable<Ports["stack"]>>(() => createSite("caller.ts", 3, "f"));
    const { runtime, lines } = setUp({}, { stack });
    const helper = (): void =>
      methodOf(runtime.getLogger().callerOf(helper))("m", undefined, undefined, placeOf());
    helper();
    const log = runtime.getLogger().callerOf(helper).child({ a: 1 });
    atOf(log).call(log, placeOf())["info"]?.("m");
    log.timer("load", () => 1);

    expect(placesOf(lines)).toEqual(Array.from({ length: 3 }, () => ["caller.ts", 3, "f"]));
    expect(stack.mock.calls.map(([method]) => method)).toEqual([helper, helper, helper]);
  });
});

describe("whatever the way", () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withUnicodeString: true,
    key: fc.oneof(
      fc.constantFrom("a", "b", "password", "user_id", "duration_ms", "err", "_agora", "toJSON", "__proto__"),
      fc.string(),
    ),
    maxDepth: 3,
  } as Parameters<typeof fc.anything>[0]);
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("Bearer abc", "password=x", "https://u:p@h/", "x".repeat(9000), '"', "\ud800"),
  );
  const context = fc.dictionary(
    fc.oneof(fc.constantFrom("a", "b", "c", "apiKey", "userId", "err", "_agora", "z"), fc.string()),
    fc.oneof(
      text,
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(null, undefined, new Error("e")),
      anything,
    ),
    { maxKeys: 8, noNullPrototype: true },
  );

  test("the line is the same with a place and its keys, with a place, and from the encoder", () => {
    const settings = { redact: createPolicy({ masks: { card: { showLast: 2 } } }), maxEntryBytes: 8192 };
    const clock = (): number => 1_700_000_000_123_456;
    const { runtime, lines } = setUp(settings, { clock });
    const encode = createEncoder({ service: "svc", loggerName: "n", ...settings });
    const log = runtime.getLogger("n");
    const site = createSite("place.ts", 12, "place");

    fc.assert(
      fc.property(text, fc.array(context, { maxLength: 2 }), context, (message, layers, call) => {
        const child = layers.reduce<Logger>((parent, layer) => parent.child(layer), log);
        const before = lines.length;
        const info = methodOf(child);
        const keyed = placeOf({ message, keys: Object.keys(call) });
        info(message, call, undefined, keyed);
        info(message, call, undefined, keyed);
        info(message, call, undefined, placeOf());
        info(message, call, undefined, placeOf({ message: `${message}?`, keys: ["b", "a"] }));
        const expected = encode({
          time: 1_700_000_000_123,
          micros: 456,
          level: "INFO",
          message,
          site,
          bound: layers.map(createLayer),
          context: call,
        });

        expect(lines.slice(before)).toEqual(Array(4).fill(expected));
      }),
      { numRuns: 500 },
    );
  });
});
