import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { deriveSchema } from "../codegen/emit-schemas.ts";
import type { JsonSchema } from "../codegen/json-schema.ts";
import { validateConfig } from "./config/validate-config.ts";
import { validateEntry } from "./validate-entry.ts";

const read = (name: string): JsonSchema =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", name), "utf8")) as JsonSchema;

const entry = read("log-entry.schema.json");
const config = read("log-config.schema.json");

const ENTRY = Object.fromEntries(
  (entry.required ?? []).map((name) => [name, entry.properties?.[name]?.examples?.[0]]),
);

describe("the schemas", () => {
  test.each([
    ["log-entry.schema.json", entry],
    ["log-config.schema.json", config],
    ["health.schema.json", read("health.schema.json")],
    ["redaction-policy.schema.json", read("redaction-policy.schema.json")],
    ["gen/writer.schema.json", read("gen/writer.schema.json")],
    ["gen/reader.schema.json", read("gen/reader.schema.json")],
  ])("%s is valid draft-07", (_, schema) => {
    const ajv = new Ajv();
    expect(schema).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#" });
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  });

  test("hold nothing of ours where they are made for other tools", () => {
    for (const name of ["gen/writer.schema.json", "gen/reader.schema.json"]) {
      expect(JSON.stringify(read(name))).not.toMatch(/x-agora|tsType/);
    }
  });

  test("describe every member with a title, a description, an example, a version and how stable it is", () => {
    const members = new Map([
      ...Object.entries(entry.properties ?? {}),
      ...Object.entries(entry.definitions?.["losses"]?.properties ?? {}),
    ]);
    expect(members.size).toBeGreaterThan(20);
    for (const [name, member] of members) {
      const notes = member["x-agora"];
      const examples = member.examples ?? entry.definitions?.[name]?.examples ?? [];
      const said = [member.title, member.description, examples[0], notes?.since, notes?.stability];
      expect({ name, missing: said.filter((each) => each === undefined) }).toEqual({ name, missing: [] });
    }
  });

  test("give examples of members that are valid", () => {
    expect(validateEntry(ENTRY)).toEqual([]);
    for (const [name, member] of Object.entries(entry.properties ?? {})) {
      for (const example of member.examples ?? entry.definitions?.[name]?.examples ?? []) {
        expect({ name, found: validateEntry({ ...ENTRY, [name]: example }) }).toEqual({ name, found: [] });
      }
    }
  });

  test("give examples of fields that are valid", () => {
    const fields = Object.entries(config.properties ?? {}).flatMap(([name, field]) =>
      field.properties === undefined
        ? [[name, field] as const]
        : Object.entries(field.properties).map(([key, inner]) => [`${name}.${key}`, inner] as const),
    );
    for (const [name, field] of fields) {
      expect(field.examples?.length).toBeGreaterThan(0);
      for (const example of field.examples ?? []) {
        const nested = name.split(".").reduceRight<unknown>((value, key) => ({ [key]: value }), example);
        expect(validateConfig({ service_name: "s", ...(nested as object) }, "file")).toEqual([]);
      }
    }
  });

  test("let a reader of version 1.0 take an entry that a later writer wrote", () => {
    const reader = new Ajv({ strict: false }).compile(deriveSchema(entry, "reader"));
    expect(
      reader({
        ...ENTRY,
        schema_version: "1.9",
        new_member: { a: [1] },
        sampling: { rate: 0.5, kind: "tail" },
      }),
    ).toBe(true);
    expect(reader({ ...ENTRY, schema_version: "2.0" })).toBe(false);
  });
});
