import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { validateConfig } from "@agora/schema/config";
import { CONFIG_FIELDS } from "@agora/schema/tables";
import type { ConfigField } from "@agora/schema/tables";
import { nearestName } from "./near.ts";
import { resolveConfig } from "./resolve-config.ts";

const nested = (path: string, value: unknown): object =>
  path.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;

const WRONG_TYPES: readonly unknown[] = [
  null,
  true,
  0,
  1.5,
  -1,
  "",
  "text",
  [],
  [1],
  [""],
  {},
  { a: 1 },
  { a: "b" },
];

/** Values of every type, and those around the limits of the field. */
function valuesFor(field: ConfigField): unknown[] {
  const { minimum, maximum, minLength, maxLength } = field;
  return [
    ...WRONG_TYPES,
    ...[minimum, maximum].flatMap((limit) =>
      limit === undefined ? [] : [limit - 1, limit, limit + 1, limit + 0.5],
    ),
    ...[minLength, maxLength].flatMap((size) =>
      size === undefined ? [] : [size - 1, size, size + 1].map((length) => "😀".repeat(Math.max(0, length))),
    ),
    ...(field.values ?? []),
    ...Object.keys(field.aliases ?? {}),
    "debug",
    "NOTICE",
    "http://h/x",
    "ftp://h/x",
    "1.2.3-rc.1",
    { "a.b": "DEBUG" },
    { DEBUG: 0.5 },
    { ERROR: 1 },
    [{ handler: "console" }],
    [{ handler: "console", loggers: ["a.*.b", "#", "a.#"], level: "error", priority: 5 }],
    [{ handler: "file", path: "/x" }],
    [{ handler: "console", loggers: ["a.**"] }],
    [{ handler: "console", loggers: ["a".repeat(257)] }],
    [{ handler: "console", priority: 0.5 }],
    [{}],
    [{ handler: "console", x: 1 }],
  ];
}

describe("every field of the schema", () => {
  test.each(CONFIG_FIELDS.map((field) => [field.typescript, field] as const))(
    "%s takes what the schema's own validator takes, and refuses the rest",
    (_, field) => {
      for (const value of valuesFor(field)) {
        const config = { serviceName: "s", ...nested(field.typescript, value) };
        const own = (name: string): boolean => name === field.typescript || name.startsWith(field.typescript);
        const refusals = resolveConfig({ code: config }).problems.filter(
          ({ field: name, text }) =>
            own(name) && !/contradict|names an output|says nothing|is more than/.test(text),
        );
        const expected = validateConfig(config).filter(({ field: name }) => own(name));
        expect({ value, refused: refusals.length > 0 }).toEqual({
          value,
          refused: expected.length > 0 || isOurs(field, value),
        });
      }
    },
  );

  test.each(CONFIG_FIELDS.map((field) => [field.typescript, field] as const))(
    "%s misspelt is reported with the right name",
    (_, field) => {
      const wrong = `${field.typescript}s`;
      const { problems } = resolveConfig({ code: { serviceName: "s", ...nested(wrong, 1) } });
      const names = CONFIG_FIELDS.map(({ typescript }) => typescript);
      if (names.includes(wrong)) return;
      const report = problems.find(({ field: name }) => name === wrong);
      expect(report?.remedy).toBe(`use ${nearestName(wrong, [...names, ...SECTIONS])}`);
    },
  );

  test("has a variable of its own, but for what no variable can hold", () => {
    const without = CONFIG_FIELDS.filter(({ env }) => env === undefined).map(({ name }) => name);
    const all = CONFIG_FIELDS.flatMap(({ env }) => env ?? []);

    expect(without).toEqual(["default_context", "redact.patterns", "redact.masks", "routes"]);
    expect(new Set(all).size).toBe(all.length);
  });

  test("stands in the reference", () => {
    const root = join(import.meta.dirname, "..", "..", "..", "..");
    const page = readFileSync(join(root, "docs", "reference", "configuration.md"), "utf8");
    for (const { name, typescript, env } of CONFIG_FIELDS) {
      expect(page).toContain(`### ${name}\n`);
      expect(page).toContain(`\`${typescript}\``);
      if (env !== undefined) expect(page).toContain(`\`${env}\``);
    }
  });
});

const SECTIONS = [...new Set(CONFIG_FIELDS.flatMap(({ typescript }) => typescript.split(".").slice(0, -1)))];

/** What no JSON Schema can say. */
function isOurs({ kind, name: fieldName }: ConfigField, value: unknown): boolean {
  // Redaction checks its own members; its tests hold them.
  if (fieldName === "redact.patterns" || fieldName === "redact.masks") {
    return (
      typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
    );
  }
  const entries =
    typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  return kind === "rates" && entries.some(([name]) => !["DEBUG", "ERROR"].includes(name));
}
