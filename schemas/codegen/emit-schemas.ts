import { type JsonSchema, mapSchema, omit } from "./json-schema.ts";
import { camelCase } from "./text.ts";

/** The two strictnesses of the entry's schema: what a writer may write and what a reader must accept. */
export type Strictness = "writer" | "reader";

/**
 * A JSON Schema for every validator of draft-07, without our own notes. The writer's is closed and has all limits; the
 * reader's takes unknown members and any length, but for texts whose length is fixed.
 */
export function deriveSchema(entry: JsonSchema, strictness: Strictness): JsonSchema {
  const derived = strictness === "writer" ? entry : relax(entry);
  return { ...stripNotes(derived), $id: `${entry.$id}-${strictness}` };
}

/** {@link deriveSchema} as the text of a file. */
export function emitSchema(entry: JsonSchema, strictness: Strictness): string {
  return `${JSON.stringify(deriveSchema(entry, strictness), null, 2)}\n`;
}

/** The configuration's schema with the member names of TypeScript. Types keep their notes; validators strip them. */
export function deriveTypescriptConfig(config: JsonSchema): JsonSchema {
  return { ...camel(config), $id: `${config.$id}-typescript` };
}

/** The configuration's schema in the form that a file has, its types told apart from those of TypeScript by their names. */
export function deriveFileConfig(config: JsonSchema): JsonSchema {
  const renamed = mapSchema(config, (schema) => ({
    ...schema,
    ...(schema.properties === undefined ? {} : { title: `${schema.title}File` }),
    ...(schema.tsType === undefined ? {} : { tsType: schema.tsType.replace(HAND_WRITTEN, "$&File") }),
  }));
  return { ...renamed, $id: `${config.$id}-file` };
}

/** Types written by hand that differ between the two forms. */
const HAND_WRITTEN = /\bRedact(?:Pattern|Mask)\b/;

/** A schema without our notes, which other tools would refuse or ignore. */
export function stripNotes(schema: JsonSchema): JsonSchema {
  return mapSchema(schema, (each) => omit(each, "x-agora", "tsType"));
}

const LENGTHS: readonly string[] = [
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
];

/** The schema as a reader takes it, with our notes. */
export function relax(entry: JsonSchema): JsonSchema {
  return mapSchema(entry, (schema) => {
    const fixed = schema.minLength !== undefined && schema.minLength === schema.maxLength;
    const kept = Object.entries(schema).filter(
      ([key, value]) =>
        (fixed || !LENGTHS.includes(key)) &&
        !(key === "additionalProperties" && value === false) &&
        key !== "propertyNames" &&
        key !== "uniqueItems",
    );
    return { ...Object.fromEntries(kept), "x-agora": omit(schema["x-agora"] ?? {}, "max_bytes") };
  });
}

function camel(schema: JsonSchema): JsonSchema {
  const names = new Map<string, string>();
  const properties = Object.entries(schema.properties ?? {}).map(([name, member]) => {
    const renamed = member["x-agora"]?.names?.typescript.split(".").at(-1) ?? camelCase(name);
    const { items } = member;
    names.set(name, renamed);
    if (items?.properties !== undefined) return [renamed, { ...member, items: camel(items) }];
    return [renamed, member.properties === undefined ? member : camel(member)];
  });
  const required = schema.required?.map((name) => names.get(name) ?? name);
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    ...(required === undefined ? {} : { required }),
  };
}
