import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  deriveFileConfig,
  deriveSchema,
  deriveTypescriptConfig,
  emitSchema,
  stripNotes,
} from "./emit-schemas.ts";
import { readText } from "./check.ts";
import { emitCodec } from "./emit-codec.ts";
import { emitConfigDoc, emitEntryDoc, emitErrorSections } from "./emit-docs.ts";
import { emitProto, emitProtoFields, emitProtoTypes } from "./emit-proto.ts";
import { emitShapes } from "./emit-shapes.ts";
import { emitTablesCpp } from "./emit-tables-cpp.ts";
import { emitTablesPy } from "./emit-tables-py.ts";
import { emitTablesTs } from "./emit-tables-ts.ts";
import { emitTypes } from "./emit-types.ts";
import { emitValidators, type ValidatorRequest } from "./emit-validators.ts";
import { extendNumbers } from "./field-numbers.ts";
import { readSchema, type Sources } from "./read-schema.ts";
import { replaceSection } from "./section.ts";
import { header } from "./text.ts";

/** Texts of the generated files by path from the root of the repository. */
export type Outputs = ReadonlyMap<string, string>;

/** Reads the sources that are written by hand from the folder `schemas`. */
export async function readSources(schemas: string): Promise<Sources> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(schemas, name), "utf8"));
  return {
    entry: await read("log-entry.schema.json"),
    config: await read("log-config.schema.json"),
    health: await read("health.schema.json"),
    codes: await read("codes.json"),
    numbers: await read("field-numbers.lock"),
  } as Sources;
}

/** Makes every generated file in memory. `root` is read only for pages of which a part is generated. */
export async function makeOutputs(sources: Sources, root: string): Promise<Outputs> {
  const model = readSchema(sources);
  const numbers = extendNumbers(sources.numbers, model.shapes.values());
  const proto = emitProto(model, numbers);
  return new Map([
    ["schemas/field-numbers.lock", `${JSON.stringify(numbers, null, 2)}\n`],
    ["schemas/gen/log_entry.proto", proto],
    ["schemas/gen/proto-codec.ts", await emitCodec(proto)],
    ["schemas/gen/proto-fields.ts", emitProtoFields(model)],
    ["schemas/gen/proto-types.ts", emitProtoTypes(model)],
    ["schemas/gen/tables.ts", emitTablesTs(model)],
    ["schemas/gen/shapes.ts", emitShapes(sources)],
    ["schemas/gen/writer.schema.json", emitSchema(sources.entry, "writer")],
    ["schemas/gen/reader.schema.json", emitSchema(sources.entry, "reader")],
    ["schemas/gen/entry-types.ts", await emitEntryTypes(sources)],
    ["schemas/gen/config-types.ts", await emitConfigTypes(sources)],
    ["schemas/gen/health-types.ts", await emitHealthTypes(sources)],
    ["schemas/gen/entry-validators.ts", emitEntryValidators(sources)],
    ["schemas/gen/config-validators.ts", emitConfigValidators(sources)],
    ["packages/python/src/agora_log/_gen/__init__.py", '"""Generated modules."""\n'],
    ["packages/python/src/agora_log/_gen/tables.py", emitTablesPy(model)],
    ["packages/cpp/include/agora/log/gen/tables.hpp", emitTablesCpp(model)],
    ["docs/reference/log-entry.md", emitEntryDoc(model)],
    ["docs/reference/configuration.md", emitConfigDoc(model)],
    [
      "docs/errors.md",
      replaceSection(await readText(join(root, "docs/errors.md")), "Errors", emitErrorSections(model)),
    ],
  ]);
}

async function emitEntryTypes({ entry }: Sources): Promise<string> {
  const losses = { ...entry.definitions?.["losses"], definitions: entry.definitions ?? {} };
  return [
    header("//", "log-entry.schema.json"),
    'import type { Context } from "../src/json.ts";\n',
    await emitTypes([
      { schema: entry, name: "LogEntry" },
      { schema: losses, name: "Losses" },
    ]),
  ].join("\n");
}

async function emitConfigTypes({ config }: Sources): Promise<string> {
  return [
    header("//", "log-config.schema.json"),
    'import type { LevelInput } from "../src/config/level-input.ts";',
    `import type {
  RedactMask,
  RedactMaskFile,
  RedactPattern,
  RedactPatternFile,
} from "../src/config/redact-input.ts";\n`,
    readonlyLists(
      await emitTypes([
        { schema: deriveTypescriptConfig(config), name: "LogConfig" },
        { schema: deriveFileConfig(config), name: "LogConfigFile" },
      ]),
    ),
  ].join("\n");
}

/** Lists that are given to us are only read. */
function readonlyLists(types: string): string {
  return types.replace(/: (\w+)\[\];/g, ": readonly $1[];");
}

async function emitHealthTypes({ health }: Sources): Promise<string> {
  return [
    header("//", "health.schema.json"),
    await emitTypes([{ schema: health, name: "HealthStatus" }]),
  ].join("\n");
}

function emitEntryValidators({ entry }: Sources): string {
  return validatorModule("log-entry.schema.json", [
    { name: "writer", schema: deriveSchema(entry, "writer") },
    { name: "reader", schema: deriveSchema(entry, "reader") },
  ]);
}

function emitConfigValidators({ config }: Sources): string {
  return validatorModule("log-config.schema.json", [
    { name: "typescript", schema: stripNotes(deriveTypescriptConfig(config)) },
    { name: "file", schema: stripNotes(deriveFileConfig(config)) },
  ]);
}

function validatorModule(source: string, requests: readonly ValidatorRequest[]): string {
  const text = emitValidators(requests).replace(
    /^export const (\w+) = /gm,
    "export const $1: GeneratedValidator = ",
  );
  const type = 'import type { GeneratedValidator } from "../src/schema-errors.ts";\n';
  return `// @ts-nocheck\n${header("//", source)}\n${type}\n${text}`;
}
