import { describe, expect, test } from "vitest";
import { CONFIG_FIELDS, LEVEL_ALIASES, LEVELS } from "../../gen/tables.ts";
import { nearest } from "./near-miss.ts";
import { validateConfig } from "./validate-config.ts";

const sentences = (config: unknown, ...more: ["file"?, string?]): string[] =>
  validateConfig(config, ...more).map(({ sentence }) => sentence);

describe("validateConfig", () => {
  test("takes the least and the most that can be configured, in both forms", () => {
    expect(validateConfig({ serviceName: "s" })).toEqual([]);
    const full = {
      serviceName: "s",
      environment: "prod",
      version: "1.2.3",
      level: "Warn",
      host: "",
      console: { enabled: false, format: "text", colors: false },
      file: { enabled: true, path: "/x" },
      defaultContext: { any: [{}] },
      maxEntryBytes: 4096,
      stripAnsi: false,
      redact: { enabled: true, fields: ["iban"], replaceDefaults: true },
      sourceRoot: "/srv",
    };
    expect(validateConfig(full)).toEqual([]);
    expect(
      validateConfig(
        { service_name: "s", redact: { replace_defaults: true }, max_entry_bytes: 256_000 },
        "file",
      ),
    ).toEqual([]);
  });

  test("names field, value, source and remedy of everything that is wrong, each field once", () => {
    expect(
      sentences({
        levle: "INFO",
        level: "VERBOSE",
        version: 1,
        maxEntryBytes: 4095,
        console: { format: "xml", color: true },
        file: "x",
        redact: { fields: ["a", ""] },
      }),
    ).toEqual([
      "serviceName: missing (from code); give serviceName or set SERVICE_NAME",
      'levle: "INFO" (from code) is not for a field that exists; did you mean level?',
      "version: 1 (from code) is not a semantic version; use a form such as 1.4.2",
      'level: "VERBOSE" (from code) is not a level; use one of DEBUG, INFO, WARNING, ERROR, CRITICAL',
      "console.color: true (from code) is not for a field that exists; did you mean console.colors?",
      'console.format: "xml" (from code) is not an allowed value; use one of json, text, auto',
      'file: "x" (from code) is not an object; use an object',
      "maxEntryBytes: 4095 (from code) is not an integer from 4096 to 256000; use a number in this range",
      'redact.fields: ["a",""] (from code) is not a list of strings; use a list of strings that are not empty',
    ]);
  });

  test("names the field for what is wrong inside a list or a map", () => {
    const config = {
      serviceName: "s",
      levels: { a: "LOUD" },
      sampling: { rates: { DEBUG: 2 } },
      routes: [{ handler: "console", colour: 1 }, { loggers: ["a.**"] }],
      http: { headers: { a: 1 }, url: "ftp://h" },
    };
    expect(validateConfig(config).map(({ field, problem }) => [field, problem])).toEqual([
      ["levels", "invalid"],
      ["sampling.rates", "invalid"],
      ["routes", "invalid"],
      ["http.url", "invalid"],
      ["http.headers", "invalid"],
    ]);
  });

  test("uses the names and the source of a file", () => {
    expect(sentences({ serviceName: "s" }, "file", "logging.json")).toEqual([
      "service_name: missing (from logging.json); give service_name or set SERVICE_NAME",
      'serviceName: "s" (from logging.json) is not for a field that exists; did you mean service_name?',
    ]);
  });

  test.each([null, 5, [], "x"])("says of %j that it is no configuration", (config) => {
    expect(sentences(config)).toEqual([
      `configuration: ${JSON.stringify(config)} (from code) is not an object; use an object`,
    ]);
  });

  test("takes every level and alias in any case", () => {
    for (const level of [...LEVELS, ...Object.keys(LEVEL_ALIASES)]) {
      for (const form of [
        level.toLowerCase(),
        level.toUpperCase(),
        (level[0] ?? "").toUpperCase() + level.slice(1).toLowerCase(),
      ]) {
        expect(validateConfig({ serviceName: "s", level: form })).toEqual([]);
      }
    }
  });

  test("takes every default of the table", () => {
    for (const { typescript, default: preset } of CONFIG_FIELDS.filter(
      (field) => field.default !== undefined,
    )) {
      const config = typescript.split(".").reduceRight<unknown>((value, name) => ({ [name]: value }), preset);
      expect(validateConfig({ serviceName: "s", ...(config as object) })).toEqual([]);
    }
  });
});

describe("nearest", () => {
  test.each([
    ["LOG_LEVLE", "LOG_LEVEL"],
    ["LOG_LEVE", "LOG_LEVEL"],
    ["LOGLEVEL", "LOG_LEVEL"],
    ["log_level", "LOG_LEVEL"],
    ["LOG_LEVEL_X", "LOG_LEVEL"],
    ["LOG_FORMAT", undefined],
    ["", undefined],
  ])("of %s is %s", (name, expected) => {
    expect(nearest(name, ["LOG_HOST", "LOG_LEVEL"])).toBe(expected);
  });
});
