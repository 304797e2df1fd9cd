import { describe, expect, test } from "vitest";
import { CONFIG_FIELDS } from "@agora/schema/tables";
import { resolveConfig } from "./resolve-config.ts";
import type { Resolution } from "./resolve-config.ts";

/** Resolves a configuration in code of any kind. */
function resolve(code: object, environment: Record<string, string> = {}): Resolution {
  return resolveConfig({ code, environment });
}

/** What is wrong with a configuration in code. */
function problemsOf(code: object, environment: Record<string, string> = {}): string[] {
  return resolve(code, environment).problems.map(({ text }) => text);
}

describe("resolveConfig", () => {
  test("fills in every default and says that it did", () => {
    const { config, sources, problems } = resolve({ serviceName: "s" });

    expect(config).toEqual({
      serviceName: "s",
      environment: "development",
      version: "0.0.0",
      level: "INFO",
      levels: {},
      host: "",
      console: { enabled: true, format: "auto", colors: true },
      file: {
        enabled: false,
        path: "/var/log/agora/s.log",
        maxSizeMb: 100,
        maxBackupCount: 5,
        layout: "backups",
        minRotationIntervalMs: 3000,
        compress: false,
        rotateDaily: false,
        maxAgeDays: 0,
        maxTotalMb: 0,
        fsync: "interval",
        fsyncIntervalMs: 1000,
      },
      async: {
        enabled: true,
        queueSize: 10_000,
        queueBytes: 67_108_864,
        overflowPolicy: "drop_oldest",
        blockTimeoutMs: 1000,
        batchSize: 100,
        flushIntervalMs: 10,
      },
      defaultContext: {},
      maxEntryBytes: 31_999,
      stripAnsi: true,
      redact: {
        enabled: true,
        fields: [],
        replaceDefaults: false,
        patterns: {},
        masks: {},
        policyFile: undefined,
      },
      sampling: { rates: {}, alwaysLogPatterns: [] },
      rateLimit: { messagesPerSecond: 0, burstSize: 5000 },
      sourceRoot: "",
      entryIds: "auto",
      recent: { capacity: 256 },
      routes: [],
      http: NETWORK,
      loki: { ...NETWORK, labels: {}, tenant: undefined },
      otlp: NETWORK,
      audit: {
        enabled: false,
        filePath: "/var/log/agora/audit/s-audit.log",
        retentionDays: 365,
        includeUserId: true,
        includeIpAddress: true,
        includeRequestId: true,
        key: undefined,
      },
      exit: { handleSignals: true, reopenOnSighup: false, deadlineMs: 2000 },
      configFile: undefined,
      reload: { enabled: true, intervalMs: 5000 },
    });
    expect(Object.keys(sources)).toEqual(CONFIG_FIELDS.map(({ typescript }) => typescript));
    expect(sources).toMatchObject({ serviceName: { source: "code" }, level: { source: "default" } });
    expect(problems).toEqual([]);
  });

  test("names the field, the value, the variable and the remedy of a bad value in the environment", () => {
    const { config, problems } = resolve(
      { serviceName: "s", maxEntryBytes: 5000 },
      { LOG_MAX_ENTRY_BYTES: "1e9", ENVIRONMENT: "trading-prod", LOG_CONSOLE_ENABLED: "maybe" },
    );

    expect(config).toMatchObject({ serviceName: "s", maxEntryBytes: 5000, environment: "development" });
    expect(problems.map(({ text }) => text)).toEqual([
      'environment: "trading-prod" (from environment variable ENVIRONMENT) is not an allowed value; use one of development, staging, production',
      'console.enabled: "maybe" (from environment variable LOG_CONSOLE_ENABLED) is not a boolean; use true or false',
      'maxEntryBytes: "1e9" (from environment variable LOG_MAX_ENTRY_BYTES) is not an integer from 4096 to 256000; use a number in this range',
    ]);
  });

  test("warns of variables that are nearly ours, and of no others", () => {
    const { problems } = resolve(
      { serviceName: "s" },
      { LOG_LEVLE: "DEBUG", LOG_FROMAT: "x", LOG_DIRECTORY: "y", LOG_SAMPLE_INFOO: "1", LOG_PORT: "80" },
    );

    expect(problems.map(({ field, remedy }) => [field, remedy])).toEqual([
      ["LOG_LEVLE", "use LOG_LEVEL"],
      ["LOG_SAMPLE_INFOO", "use LOG_SAMPLE_INFO"],
    ]);
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

  test("logs as unknown_service where nobody names the service, or names it badly", () => {
    expect(resolve({}).config.serviceName).toBe("unknown_service");
    expect(resolve({ serviceName: 5 }).config.serviceName).toBe("unknown_service");
    expect(problemsOf({ serviceName: 5 })).toHaveLength(1);
    expect(problemsOf({})).toHaveLength(1);
  });

  test("puts maps together name by name", () => {
    const { config, sources } = resolveConfig({
      overrides: { levels: { a: "ERROR" } },
      environment: { LOG_LEVELS: "a=DEBUG, b=warn", LOG_SAMPLE_DEBUG: "0.5", LOG_SAMPLE_WARN: "0.25" },
      file: {
        path: "/f",
        tree: { levels: { b: "INFO", c: "INFO" }, sampling: { rates: { debug: 0.1, INFO: 0.2 } } },
      },
      code: { serviceName: "s", levels: { c: "DEBUG", d: "CRITICAL" }, defaultContext: { region: "eu" } },
    });

    expect(config.levels).toEqual({ a: "ERROR", b: "WARNING", c: "INFO", d: "CRITICAL" });
    expect(config.sampling.rates).toEqual({ DEBUG: 0.5, INFO: 0.2, WARNING: 0.25 });
    expect(sources["levels"]).toEqual({ source: "overrides", name: undefined });
  });

  test("leaves out only the part of a list or a map that does not fit", () => {
    const { config, problems } = resolve({
      serviceName: "s",
      levels: { "a.b": "LOUD", c: "debug" },
      redact: { fields: ["iban", 1, ""] },
      routes: [
        { handler: "console", level: "error" },
        { handler: "printer" },
        { handler: "console", loggers: ["a.**"] },
        { handler: "console", colour: 1 },
        { loggers: ["a"] },
        "console",
      ],
    });

    expect(config.levels).toEqual({ c: "DEBUG" });
    expect(config.redact.fields).toEqual(["iban"]);
    expect(config.routes).toEqual([{ handler: "console", level: "ERROR" }]);
    expect(problems.map(({ field, value }) => [field, value])).toEqual([
      ["levels.a.b", '"LOUD"'],
      ["redact.fields[1]", "1"],
      ["redact.fields[2]", '""'],
      ["routes[1].handler", '"printer"'],
      ["routes[2].loggers[0]", '"a.**"'],
      ["routes[3].colour", "1"],
      ["routes[4].handler", "undefined"],
      ["routes[5]", '"console"'],
    ]);
  });

  test("leaves out only the pattern or the mask that is not valid, in both spellings", () => {
    const { config, problems } = resolveConfig({
      code: {
        serviceName: "s",
        redact: {
          patterns: {
            email: true,
            account: { pattern: "ACC-\\d+", ignoreCase: true },
            nested: { pattern: "(a+)+b" },
            jwtt: true,
          },
          masks: { card: { showLast: 4 }, odd: { showLast: -1 } },
        },
      },
      file: {
        path: "/f",
        tree: { redact: { patterns: { email: false, order: { pattern: "ORD", ignore_case: true } } } },
      },
    });

    expect(config.redact.patterns).toEqual({
      email: false,
      account: { pattern: "ACC-\\d+", ignoreCase: true },
      order: { pattern: "ORD", ignoreCase: true },
    });
    expect(config.redact.masks).toEqual({ card: { showLast: 4 } });
    expect(problems.map(({ field }) => field)).toEqual([
      "redact.patterns.nested.pattern",
      "redact.patterns.jwtt",
      "redact.masks.odd.showLast",
    ]);
  });

  test("never leaves out errors by sampling, whatever it is told", () => {
    const rates = { DEBUG: 0.01, WARNING: 1, ERROR: 1, CRITICAL: 1 };
    expect(problemsOf({ serviceName: "s", sampling: { rates } })).toEqual([]);
    const { config, problems } = resolve({ serviceName: "s", sampling: { rates: { ...rates, ERROR: 0.5 } } });
    expect(config.sampling.rates).toEqual({ DEBUG: 0.01, WARNING: 1, CRITICAL: 1 });
    expect(problems.map(({ field }) => field)).toEqual(["sampling.rates.ERROR"]);
  });

  test("takes the names of OpenTelemetry below its own", () => {
    const otel = {
      OTEL_SERVICE_NAME: "otel",
      OTEL_RESOURCE_ATTRIBUTES:
        "service.name=attr,service.version=1.2.3,deployment.environment=production,deployment.environment.name=stage, host.name=node%207,broken,=x",
    };
    const of = (environment: Record<string, string>): unknown[] => {
      const { config } = resolve({ serviceName: "code", environment: "development" }, environment);
      return [config.serviceName, config.version, config.environment, config.host];
    };

    expect(of(otel)).toEqual(["otel", "1.2.3", "staging", "node 7"]);
    expect(of({ ...otel, OTEL_SERVICE_NAME: "" })).toEqual(["attr", "1.2.3", "staging", "node 7"]);
    expect(
      of({ ...otel, SERVICE_NAME: "own", LOG_HOST: "h", ENVIRONMENT: "dev", SERVICE_VERSION: "2.0.0" }),
    ).toEqual(["own", "2.0.0", "development", "h"]);
    expect(
      problemsOf({ serviceName: "s" }, { OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=qa" })[0],
    ).toContain(
      'environment: "qa" (from environment variable OTEL_RESOURCE_ATTRIBUTES, deployment.environment.name)',
    );
  });

  test("does not show what is secret", () => {
    const secret = "hunter2-and-more";
    const texts = [
      ...problemsOf({
        serviceName: "s",
        http: { headers: { "X-Key": [secret] } },
        audit: { key: { secret } },
      }),
      ...problemsOf({ serviceName: "s", headers: { "X-Key": secret } }),
      ...problemsOf({ serviceName: "s" }, { LOG_HTTP_HEADERS: secret }),
    ];

    expect(texts).toHaveLength(4);
    expect(texts.join()).not.toContain(secret);
  });

  test("takes back what contradicts itself, and says so", () => {
    const { config, problems } = resolve({
      serviceName: "s",
      async: { queueSize: 10, batchSize: 50 },
      routes: [
        { handler: "loki" },
        { handler: "file", path: "/tmp/x.log" },
        { handler: "console", path: "/tmp/y" },
      ],
    });

    expect(config.async).toMatchObject({ queueSize: 10, batchSize: 10 });
    expect(config.routes.map(({ handler }) => handler)).toEqual(["file", "console"]);
    expect(problems.map(({ text }) => text)).toEqual([
      "async.batchSize: 50 (from code) is more than async.queueSize, 10; make async.queueSize larger or async.batchSize smaller",
      'routes[0].handler: "loki" (from code) names an output that is off; switch it on (loki) or leave the route out',
      'routes[2].path: "/tmp/y" (from code) says nothing to console; leave it out',
    ]);
  });

  test("spells the fields of a file as the file does, and takes an empty section as nothing", () => {
    const { config, problems } = resolveConfig({
      file: {
        path: "/etc/l.yaml",
        tree: {
          $schema: "x",
          service_name: "f",
          console: null,
          file: { max_size_mb: -1, maxSizeMb: 1 },
          config_file: "x",
        },
      },
    });

    expect(config.serviceName).toBe("f");
    expect(problems.map(({ text }) => text)).toEqual([
      "file.maxSizeMb: 1 (from /etc/l.yaml) is no field of the configuration; use file.max_size_mb",
      "config_file: string (from /etc/l.yaml) cannot stand in a file; give it in code or as LOG_CONFIG_FILE",
      "file.max_size_mb: -1 (from /etc/l.yaml) is not a number from 0 to 1048576; use a number in this range",
    ]);
  });

  test("shows a value that cannot be shown by its kind, and cuts a long one", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic["self"] = cyclic;

    expect(problemsOf({ serviceName: "s", host: cyclic })[0]).toContain("host: object (from code)");
    expect(problemsOf({ serviceName: "s", host: 10n })[0]).toContain("host: 10n (from code)");
    expect(problemsOf({ serviceName: "s", host: Array.from({ length: 1e6 }) })[0]).toContain(
      "host: object (from",
    );
    expect(problemsOf({ serviceName: "s", host: ["x".repeat(500)] })[0]).toMatch(
      /^host: \["x{77}… \(from code\)/,
    );
  });

  test("writes to a file outside of development, and in development where a path is given", () => {
    const fileOf = (config: object): boolean => resolve({ serviceName: "s", ...config }).config.file.enabled;

    expect(fileOf({})).toBe(false);
    expect(fileOf({ file: { path: "/tmp/a.log" } })).toBe(true);
    expect(fileOf({ file: { path: "/tmp/a.log", enabled: false } })).toBe(false);
    expect(fileOf({ environment: "staging" })).toBe(true);
    expect(fileOf({ environment: "prod", file: { enabled: false } })).toBe(false);
  });

  test("says of a part of a list or a map what that part should be, and where it was given", () => {
    expect(
      problemsOf({
        serviceName: "s",
        levels: { a: "loud", "": "INFO" },
        redact: { fields: ["iban", ""] },
        http: { headers: { "X-Key": "a\nb" } },
        maxEntryBytes: Number.NaN,
        routes: [{ handler: "printer" }, 5, { handler: "console", loggers: ["a.**"] }, { handler: "loki" }],
      }),
    ).toEqual([
      'levels.a: "loud" (from code) is not a level; use one of DEBUG, INFO, WARNING, ERROR, CRITICAL',
      'levels.: "INFO" (from code) has no name; give it one, or leave it out',
      "maxEntryBytes: NaN (from code) is not an integer from 4096 to 256000; use a number in this range",
      'redact.fields[1]: "" (from code) is not a string that is not empty; use one, or leave it out',
      'routes[0].handler: "printer" (from code) is not an allowed value; use one of console, file, http, loki, otlp',
      "routes[1]: 5 (from code) is not an object; use objects with handler and, where wanted, loggers, level, priority and path",
      'routes[2].loggers[0]: "a.**" (from code) is not a pattern for names; use names between dots, * for any one of them and # for any number',
      "http.headers.X-Key: a secret string (from code) is not a string without control characters; use one, or leave it out",
      'routes[3].handler: "loki" (from code) names an output that is off; switch it on (loki) or leave the route out',
    ]);
    expect(problemsOf({ serviceName: "s" }, { LOG_LEVELS: "a" })).toEqual([
      'levels: "a" (from environment variable LOG_LEVELS) is not a pair; write name=value,name=value',
    ]);
  });

  test("makes a safe file name of the service", () => {
    const pathOf = (serviceName: string): string => resolve({ serviceName }).config.file.path;

    expect(pathOf("../../etc/passwd")).toBe("/var/log/agora/_._.._etc_passwd.log");
    expect(pathOf(".hidden")).toBe("/var/log/agora/_hidden.log");
    expect(pathOf("a b/ü")).toBe("/var/log/agora/a_b__.log");
  });
});

const NETWORK = {
  url: undefined,
  headers: {},
  level: "DEBUG",
  batchSize: 500,
  flushIntervalMs: 1000,
  timeoutMs: 10_000,
  gzip: true,
  spoolDirectory: undefined,
  spoolMaxMb: 64,
};
