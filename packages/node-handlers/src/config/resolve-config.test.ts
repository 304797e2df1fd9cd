import { describe, expect, test } from "vitest";
import { AgoraError } from "@agora/core";
import { CONFIG_FIELDS } from "@agora/schema/tables";
import { ConfigError } from "./config-error.ts";
import { resolveConfig } from "./resolve-config.ts";

/** The problems with a configuration in code. */
function problemsOf(config: object, environment: Record<string, string> = {}): string[] {
  try {
    resolveConfig(config, environment);
  } catch (error) {
    return error instanceof ConfigError ? error.problems.map(({ text }) => text) : [String(error)];
  }
  return [];
}

describe("resolveConfig", () => {
  test("fills in every default and says that it did", () => {
    const { config, sources, warnings } = resolveConfig({ serviceName: "s" }, {});

    expect(config).toEqual({
      serviceName: "s",
      environment: "development",
      version: "0.0.0",
      level: "INFO",
      host: "",
      console: { enabled: true, format: "auto", colors: true },
      file: { enabled: false, path: "/var/log/agora/s.log" },
      defaultContext: {},
      maxEntryBytes: 31_999,
      stripAnsi: true,
      redact: { enabled: true, fields: [], replaceDefaults: false },
      sourceRoot: "",
    });
    expect(Object.keys(sources)).toEqual(CONFIG_FIELDS.map(({ typescript }) => typescript));
    expect(sources).toMatchObject({ serviceName: "code", level: "default" });
    expect(warnings).toEqual([]);
  });

  test.each([
    [{}, {}, "INFO", "default"],
    [{ level: "ERROR" }, {}, "ERROR", "code"],
    [{}, { LOG_LEVEL: "debug" }, "DEBUG", "environment"],
    [{ level: "ERROR" }, { LOG_LEVEL: "debug" }, "DEBUG", "environment"],
    [{ level: "ERROR" }, { LOG_LEVEL: "" }, "ERROR", "code"],
  ] as const)(
    "takes the level from code %o and environment %o as %s from %s",
    (code, environment, level, source) => {
      const resolution = resolveConfig({ serviceName: "s", ...code }, environment);

      expect(resolution.config.level).toBe(level);
      expect(resolution.sources["level"]).toBe(source);
    },
  );

  test("reads every field from its variable", () => {
    const { config, sources, warnings } = resolveConfig(
      {},
      {
        SERVICE_NAME: "env",
        ENVIRONMENT: "prod",
        SERVICE_VERSION: "1.2.3",
        LOG_LEVEL: "warn",
        LOG_HOST: "h",
        LOG_CONSOLE_ENABLED: "No",
        LOG_CONSOLE_FORMAT: "text",
        LOG_CONSOLE_COLORS: "0",
        LOG_FILE_ENABLED: "off",
        LOG_FILE_PATH: "/tmp/x.log",
        LOG_MAX_ENTRY_BYTES: "16000",
        LOG_STRIP_ANSI: "FALSE",
        LOG_REDACT_ENABLED: "1",
        LOG_REDACT_FIELDS: "iban, date of birth,",
        LOG_REDACT_REPLACE_DEFAULTS: "yes",
        LOG_SOURCE_ROOT: "/srv",
        LOG_SHIPPER_HOST: "not ours",
        HOME: "/root",
      },
    );

    expect(config).toEqual({
      serviceName: "env",
      environment: "production",
      version: "1.2.3",
      level: "WARNING",
      host: "h",
      console: { enabled: false, format: "text", colors: false },
      file: { enabled: false, path: "/tmp/x.log" },
      defaultContext: {},
      maxEntryBytes: 16_000,
      stripAnsi: false,
      redact: { enabled: true, fields: ["iban", "date of birth"], replaceDefaults: true },
      sourceRoot: "/srv",
    });
    expect(Object.entries(sources).filter(([, source]) => source !== "environment")).toEqual([
      ["defaultContext", "default"],
    ]);
    expect(warnings).toEqual([]);
  });

  test("uses the next source for a bad value of the environment, and warns", () => {
    const { config, sources, warnings } = resolveConfig(
      { serviceName: "s", maxEntryBytes: 5000 },
      {
        LOG_MAX_ENTRY_BYTES: "1e9",
        ENVIRONMENT: "trading-prod",
        SERVICE_NAME: "x".repeat(129),
        LOG_CONSOLE_ENABLED: "maybe",
      },
    );

    expect(config).toMatchObject({ serviceName: "s", maxEntryBytes: 5000, environment: "development" });
    expect(sources).toMatchObject({ maxEntryBytes: "code", environment: "default" });
    expect(warnings.map(({ text }) => text)).toContain(
      'environment: "trading-prod" (from environment variable ENVIRONMENT) is not an allowed value; use one of development, staging, production',
    );
    expect(warnings.map(({ field }) => field).sort()).toEqual([
      "console.enabled",
      "environment",
      "maxEntryBytes",
      "serviceName",
    ]);
  });

  test("warns of variables that are nearly ours, and of no others", () => {
    const { warnings } = resolveConfig(
      { serviceName: "s" },
      { LOG_LEVLE: "DEBUG", LOG_FROMAT: "x", LOG_DIRECTORY: "y" },
    );

    expect(warnings.map(({ field, remedy }) => [field, remedy])).toEqual([["LOG_LEVLE", "use LOG_LEVEL"]]);
  });

  test("lists everything that is wrong in code, with field, value, source and remedy", () => {
    expect(
      problemsOf({
        serviceNme: "s",
        level: "VERBOSE",
        console: { colour: true, format: "xml" },
        maxEntryBytes: 1,
        file: 5,
      }),
    ).toEqual([
      'serviceNme: "s" (from code) is no field of the configuration; use serviceName',
      "console.colour: true (from code) is no field of the configuration; use console.colors",
      "file: 5 (from code) is no field of the configuration; use an object for file",
      "serviceName: nothing (from code) was given, but it is required; give it in code or as SERVICE_NAME",
      'level: "VERBOSE" (from code) is not a level; use one of DEBUG, INFO, WARNING, ERROR, CRITICAL',
      'console.format: "xml" (from code) is not an allowed value; use one of json, text, auto',
      "maxEntryBytes: 1 (from code) is not an integer from 4096 to 256000; use a number in this range",
    ]);
  });

  test("raises one error with the code AGORA_CONFIG and all of it", () => {
    expect(() => resolveConfig({ level: "x" as "INFO" }, {})).toThrow(AgoraError);
    expect(() => resolveConfig({ level: "x" as "INFO" }, {})).toThrow(
      /^\[AGORA_CONFIG\] serviceName: .*\nlevel: "x"/,
    );
  });

  test.each([
    { serviceName: "" },
    { serviceName: "x".repeat(129) },
    { serviceName: 5 },
    { serviceName: null },
    { serviceName: "s", version: "1.2.3garbage" },
    { serviceName: "s", environment: "prod-eu" },
    { serviceName: "s", defaultContext: [] },
    { serviceName: "s", redact: { fields: [1] } },
    { serviceName: "s", redact: { fields: "password" } },
    { serviceName: "s", file: { path: "" } },
    { serviceName: "s", stripAnsi: "yes" },
    { serviceName: "s", maxEntryBytes: 5000.5 },
    { serviceName: "s", __proto__x: 1 },
    JSON.parse('{"serviceName":"s","__proto__":1}') as object,
  ])("refuses %j", (config) => {
    expect(problemsOf(config)).toHaveLength(1);
  });

  test("shows a value that cannot be shown by its kind, and cuts a long one", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;

    expect(problemsOf({ serviceName: "s", host: cyclic })[0]).toContain("host: object (from code)");
    expect(problemsOf({ serviceName: "s", host: 10n })[0]).toContain("host: 10n (from code)");
    expect(problemsOf({ serviceName: "s", host: ["x".repeat(500)] })[0]).toMatch(
      /^host: \["x{77}… \(from code\)/,
    );
  });

  test("writes to a file outside of development, and in development where a path is given", () => {
    const fileOf = (config: object): boolean =>
      resolveConfig({ serviceName: "s", ...config }, {}).config.file.enabled;

    expect(fileOf({})).toBe(false);
    expect(fileOf({ file: { path: "/tmp/a.log" } })).toBe(true);
    expect(fileOf({ file: { path: "/tmp/a.log", enabled: false } })).toBe(false);
    expect(fileOf({ environment: "staging" })).toBe(true);
    expect(fileOf({ environment: "prod", file: { enabled: false } })).toBe(false);
  });

  test("makes a safe file name of the service", () => {
    const pathOf = (serviceName: string): string => resolveConfig({ serviceName }, {}).config.file.path;

    expect(pathOf("../../etc/passwd")).toBe("/var/log/agora/_._.._etc_passwd.log");
    expect(pathOf(".hidden")).toBe("/var/log/agora/_hidden.log");
    expect(pathOf("a b/ü")).toBe("/var/log/agora/a_b__.log");
  });
});

test.each([
  ["null", null],
  ["a string", "market-data"],
  [
    "an object with a getter that throws",
    Object.defineProperty({}, "level", { enumerable: true, get: () => JSON.parse("") as unknown }),
  ],
])("%s as configuration is refused with a clear error", (_, config) => {
  expect(() => resolveConfig(config as object, {})).toThrow("[AGORA_CONFIG] configuration: ");
});
