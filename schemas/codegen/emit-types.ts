import { compile } from "json-schema-to-typescript";
import { type JsonSchema, omit, resolve } from "./json-schema.ts";

/** A schema that shall have a type, and the name of the type. */
export interface TypeRequest {
  readonly schema: JsonSchema;
  readonly name: string;
}

/**
 * TypeScript types of the requested schemas. Objects with a title become interfaces of that name, each once; everything
 * else stands in place.
 */
export async function emitTypes(requests: readonly TypeRequest[]): Promise<string> {
  const seen = new Set<string>();
  let text = "";
  for (const { schema, name } of requests) {
    const all = await compile(prepare(schema, schema) as object, name, {
      bannerComment: "",
      additionalProperties: false,
      ignoreMinAndMaxItems: true,
      declareExternallyReferenced: true,
      cwd: "/",
      $refOptions: { resolve: { external: false } },
      style: { printWidth: 110 },
    });
    text += declarations(all)
      .filter((each) => isNew(each, seen))
      .join("");
  }
  return text;
}

/** Splits the text into its exported declarations, each with the comment before it. */
function declarations(text: string): string[] {
  return text.split(/^(?=\/\*\*\n|export )/m).reduce<string[]>((parts, part) => {
    const last = parts.at(-1);
    if (last !== undefined && last.startsWith("/**") && !last.includes("\nexport ")) {
      parts[parts.length - 1] = last + part;
    } else {
      parts.push(part);
    }
    return parts;
  }, []);
}

function isNew(declaration: string, seen: Set<string>): boolean {
  const name = /^export (?:interface|type) (\w+)/m.exec(declaration)?.[1] ?? declaration;
  return !seen.has(name) && seen.add(name) !== undefined;
}

/** Puts references to anything but a named object in place, and takes titles from all that shall have no name of its own. */
function prepare(root: JsonSchema, schema: JsonSchema): JsonSchema {
  const target: JsonSchema = resolve(root, schema);
  if (schema.$ref !== undefined && isInterface(target)) {
    return { $ref: schema.$ref };
  }
  if (target.tsType !== undefined) {
    return { tsType: target.tsType, ...comment(target) };
  }
  const { title, definitions, properties, items, ...rest } = omit(target, "x-agora", "$id");
  return {
    ...rest,
    ...comment(target),
    ...(isInterface(target) && title !== undefined ? { title } : {}),
    ...(items === undefined ? {} : { items: prepare(root, items) }),
    ...(properties === undefined ? {} : { properties: prepareAll(root, properties) }),
    ...(definitions === undefined ? {} : { definitions: prepareAll(root, interfaces(definitions)) }),
  };
}

/** The comment of a member: its description, its default and an example. */
function comment({ description, default: preset, examples }: JsonSchema): { readonly description?: string } {
  const tags = [
    ...(preset === undefined ? [] : [`@default ${JSON.stringify(preset)}`]),
    ...(examples ?? []).slice(0, 1).map((example) => `@example ${JSON.stringify(example)}`),
  ];
  const text = [description ?? "", tags.join("\n")].filter((part) => part !== "").join("\n\n");
  return text === "" ? {} : { description: text.replaceAll("*/", "*\\/") };
}

function prepareAll(root: JsonSchema, members: Schemas): Schemas {
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, prepare(root, member)]));
}

function interfaces(definitions: Schemas): Schemas {
  return Object.fromEntries(Object.entries(definitions).filter(([, schema]) => isInterface(schema)));
}

function isInterface(schema: JsonSchema): boolean {
  return schema.type === "object" && schema.properties !== undefined && schema.tsType === undefined;
}

type Schemas = Readonly<Record<string, JsonSchema>>;
