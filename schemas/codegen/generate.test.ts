import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compare, write } from "./check.ts";
import type { JsonSchema } from "./json-schema.ts";
import { makeOutputs, type Outputs, readSources } from "./outputs.ts";
import { readSchema, type Sources } from "./read-schema.ts";
import { replaceSection } from "./section.ts";

let root = "";
let sources: Sources;
let outputs: Outputs;

/** The sources with the schema of the entry changed. */
function changed(change: (entry: Writable) => void): Sources {
  const entry = structuredClone(sources.entry) as Writable;
  change(entry);
  return { ...sources, entry };
}

type Writable = JsonSchema & { properties: Record<string, JsonSchema & { description: string }> };

/** Paths of the files that differ between the outputs and those of other sources. */
async function differing(other: Sources): Promise<string[]> {
  const made = await makeOutputs(other, root);
  return [...made].filter(([path, text]) => outputs.get(path) !== text).map(([path]) => path);
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "agora-generate-"));
  sources = await readSources(join(import.meta.dirname, ".."));
  outputs = await makeOutputs(sources, root);
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

describe("the generator", () => {
  test("makes the same bytes again", async () => {
    expect(await makeOutputs(sources, root)).toEqual(outputs);
  });

  test("ends every file with one line feed, holds no time and no path of a machine", () => {
    for (const [path, text] of outputs) {
      expect({ path, end: /[^\n]\n$/.test(text) }).toEqual({ path, end: true });
      expect(text).not.toContain(import.meta.dirname);
    }
  });

  test("takes a changed description to every place that shows it", async () => {
    const other = changed(({ properties }) => {
      Object.assign(properties["host"] ?? {}, { description: "Something else." });
    });
    expect(await differing(other)).toEqual([
      "schemas/gen/log_entry.proto",
      "schemas/gen/proto-types.ts",
      "schemas/gen/writer.schema.json",
      "schemas/gen/reader.schema.json",
      "schemas/gen/entry-types.ts",
      "docs/reference/log-entry.md",
    ]);
  });

  test("takes a new member to every language without any other change by hand", async () => {
    const member: JsonSchema = {
      title: "Region",
      description: "Region of the data centre.",
      type: "string",
      maxLength: 256,
      "x-agora": { since: "1.1", max_bytes: "text_bytes", proto: { name: "region", type: "string" } },
    };
    const other = changed((entry) => Object.assign(entry.properties, { region: member }));
    const made = await makeOutputs(other, root);
    const holds = (path: string, text: string): void => {
      expect(made.get(path)).toContain(text);
      expect(outputs.get(path)).not.toContain(text);
    };
    holds("schemas/field-numbers.lock", '"region": 32');
    holds("schemas/gen/log_entry.proto", "optional string region = 32;");
    holds("schemas/gen/proto-codec.ts", "region");
    holds("schemas/gen/proto-fields.ts", '"field":"region"');
    holds("schemas/gen/tables.ts", '"region"');
    holds("schemas/gen/shapes.ts", '"name":"region"');
    holds("schemas/gen/entry-types.ts", "region?: string;");
    holds("schemas/gen/entry-validators.ts", "data.region");
    holds("schemas/gen/writer.schema.json", '"region"');
    holds("packages/python/src/agora_log/_gen/tables.py", '"region"');
    holds("packages/cpp/include/agora/log/gen/tables.hpp", '"region"');
    holds("docs/reference/log-entry.md", "`region`");
  });

  test("offers a field of the configuration only to the languages that have it", () => {
    const holds = (path: string, text: string): boolean => outputs.get(path)?.includes(text) === true;
    for (const [text, inAll] of [
      ["LOG_LEVEL", true],
      ["LOG_QUEUE_SIZE", false],
    ] as const) {
      expect(holds("schemas/gen/tables.ts", text)).toBe(true);
      expect(holds("docs/reference/configuration.md", text)).toBe(true);
      expect(holds("packages/python/src/agora_log/_gen/tables.py", text)).toBe(inAll);
      expect(holds("packages/cpp/include/agora/log/gen/tables.hpp", text)).toBe(inAll);
    }
  });

  test("gives the number of a member that is gone to nobody", async () => {
    const other = changed(({ properties }) => {
      delete properties["host"];
    });
    const proto = (await makeOutputs(other, root)).get("schemas/gen/log_entry.proto");
    expect(proto).toContain('reserved 20 to 29, 10;\n  reserved "host";');
  });

  test.each<[string, (entry: Writable) => void, RegExp]>([
    [
      "a member without description",
      ({ properties }) => Object.assign(properties, { x: { title: "X" } }),
      /"x" needs/,
    ],
    [
      "a required member that is not there",
      (entry) => Object.assign(entry, { required: ["x"] }),
      /requires "x"/,
    ],
    [
      "a limit that is not there",
      ({ properties }) => Object.assign(properties["host"] ?? {}, { "x-agora": { max_bytes: "x" } }),
      /"x"/,
    ],
    [
      "levels that differ from their table",
      ({ properties }) => Object.assign(properties["level"] ?? {}, { enum: ["A"] }),
      /differ/,
    ],
  ])("refuses %s", (_, change, said) => {
    expect(() => readSchema(changed(change))).toThrow(said);
  });
});

describe("generate --check", () => {
  test("finds what is missing, stale or made by nothing, and writing puts it right", async () => {
    expect(new Set((await compare(root, outputs)).map(({ kind }) => kind))).toEqual(new Set(["missing"]));
    expect(await write(root, outputs)).toHaveLength(outputs.size);
    expect(await compare(root, outputs)).toEqual([]);

    await writeFile(join(root, "schemas/gen/tables.ts"), "");
    await writeFile(join(root, "schemas/gen/old.ts"), "");
    expect(await compare(root, outputs)).toEqual([
      { path: "schemas/gen/tables.ts", kind: "stale" },
      { path: "schemas/gen/old.ts", kind: "orphan" },
    ]);
    expect(await write(root, outputs)).toEqual(["schemas/gen/tables.ts", "schemas/gen/old.ts"]);
    expect(await compare(root, outputs)).toEqual([]);
  });

  test("leaves what is written by hand in a page as it is", async () => {
    const page = `# Errors\n\nBy hand.\n\n<!-- generated: begin -->\nleft over\n<!-- generated: end -->\n\nAlso by hand.\n`;
    await writeFile(join(root, "docs/errors.md"), page);
    await write(root, await makeOutputs(sources, root));
    const written = await readFile(join(root, "docs/errors.md"), "utf8");
    expect(written).toMatch(/^# Errors\n\nBy hand\.\n\n<!-- generated: begin -->\n\n## AGORA_CONFIG\n/);
    expect(written).toMatch(/\n<!-- generated: end -->\n\nAlso by hand\.\n$/);
    expect(written).not.toContain("left over");
  });

  test("refuses a page that has lost its marks", () => {
    expect(() => replaceSection("# Errors\n", "Errors", "x")).toThrow(/needs the marks/);
  });
});
