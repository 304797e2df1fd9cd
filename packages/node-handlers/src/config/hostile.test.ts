import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONFIG_FIELDS } from "@agora/schema/tables";
import { resolveConfig } from "./resolve-config.ts";
import type { Resolution } from "./resolve-config.ts";

const fail = (): never => {
  throw new TypeError("hostile");
};

const throwing = (name: string): object =>
  Object.defineProperty({ serviceName: "s" }, name, { enumerable: true, get: fail });

const handler: ProxyHandler<object> = Object.fromEntries(
  ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf"].map((trap) => [trap, fail]),
);

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

function resolve(code: unknown): Resolution {
  return resolveConfig({ code: code as object });
}

describe("a configuration that is hostile", () => {
  test.each<[string, unknown]>([
    ["null", null],
    ["a string", "market-data"],
    ["a number", 5],
    ["a list", [1]],
    ["a function", () => {}],
    ["a symbol", Symbol("x")],
    ["a big integer", 10n],
    ["a proxy whose traps throw", new Proxy({}, handler)],
    ["a proxy that has been revoked", revoked()],
    ["a getter that throws", throwing("level")],
    ["a section that throws", throwing("console")],
    ["a revoked section", { serviceName: "s", console: revoked() }],
    ["a revoked value", { serviceName: "s", level: revoked() }],
    ["a revoked list", { serviceName: "s", redact: { fields: revoked() } }],
    ["a map that throws", { serviceName: "s", levels: new Proxy({}, handler) }],
    ["a map with a getter that throws", { serviceName: "s", levels: throwing("x") }],
    ["a record that throws", { serviceName: "s", routes: [new Proxy({}, handler)] }],
    ["a conversion that throws", { serviceName: "s", host: { toJSON: fail, toString: fail } }],
    ["a member called __proto__", JSON.parse('{"serviceName":"s","__proto__":{"level":"DEBUG"}}')],
    ["a list of a million", { serviceName: "s", host: Array.from({ length: 1_000_000 }, () => 1) }],
    ["a name without end", { serviceName: "s", ["x".repeat(1_000_000)]: 1 }],
    [
      "ten thousand unknown names",
      Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`x${at}`, at])),
    ],
    ["a text without end for a pattern", { serviceName: "s", version: "0".repeat(5_000_000) }],
  ])("(%s) is reported, never throws, and leaves the defaults", (_, code) => {
    const started = performance.now();
    const { config, problems } = resolve(code);

    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(200);
    expect(config).toMatchObject({ level: "INFO", console: { enabled: true }, file: { enabled: false } });
    // It takes milliseconds; a machine that does much else must not fail here.
    expect(performance.now() - started).toBeLessThan(5_000);
    for (const { text } of problems) expect(text.length).toBeLessThan(2_000);
  });

  test("does not spoil the members that are good", () => {
    const code = Object.defineProperty({ serviceName: "good", version: "1.2.3" }, "level", {
      enumerable: true,
      get: fail,
    });
    expect(resolve(code).config).toMatchObject({ serviceName: "good", version: "1.2.3", level: "INFO" });
  });

  test("of any values at any place never throws, and always gives a configuration that is whole", () => {
    const names = [
      ...CONFIG_FIELDS.flatMap(({ typescript, name }) => [typescript, name]),
      "console",
      "x",
      "__proto__",
    ];
    const value = fc.oneof(fc.anything(), fc.constantFrom("DEBUG", "", "0", "1e9", "a=b,c"), fc.object());
    const tree = fc
      .array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 12 })
      .map((pairs) => pairs.reduce((all, [path, each]) => Object.assign(all, nest(path, each)), {}));
    const environment = fc.dictionary(
      fc.constantFrom(...CONFIG_FIELDS.map(({ env = "LOG_X" }) => env)),
      fc.string(),
    );
    fc.assert(
      fc.property(tree, tree, environment, (code, file, env) => {
        const { config, sources, problems } = resolveConfig({
          code,
          file: { path: "/f", tree: file },
          environment: env,
        });
        expect(Object.keys(sources)).toHaveLength(CONFIG_FIELDS.length);
        expect(config.serviceName).not.toBe("");
        expect(config.async.batchSize).toBeLessThanOrEqual(config.async.queueSize);
        for (const { text, field, remedy } of problems)
          expect([text, field, remedy].every((part) => part !== "")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("cannot read what an environment refuses to say", () => {
    const environment = new Proxy({}, handler) as Record<string, string>;
    expect(resolveConfig({ code: { serviceName: "s" }, environment }).config.serviceName).toBe("s");
  });
});

function nest(path: string, value: unknown): object {
  const [first = "", second] = path.split(".");
  return { [first]: second === undefined ? value : { [second]: value } };
}
