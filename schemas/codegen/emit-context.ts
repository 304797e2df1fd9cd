import { Ajv } from "ajv";
import { compile } from "json-schema-to-typescript";
import { emitValidators } from "./emit-validators.ts";
import type { JsonSchema } from "./json-schema.ts";

/** An application's own context, in the two files that are generated for it. */
export interface ContextModule {
  /** Name of the type, such as `OrderContext`; the validator is `validate` with this name behind it. */
  readonly name: string;
  /** Text of the ES module. */
  readonly code: string;
  /** Text of its declarations. */
  readonly types: string;
}

/** A schema that cannot be used; the message begins with the code and says what to correct. */
export class ContextSchemaError extends Error {
  override readonly name = "ContextSchemaError";
  readonly code = "AGORA_SCHEMA";

  constructor(problem: string, options?: ErrorOptions) {
    super(`[AGORA_SCHEMA] ${problem}`, options);
  }
}

/**
 * Makes the types for `getLogger<MyContext>()` and a validator for development from an application's schema of its
 * context (JSON Schema, draft-07). Its `format` keywords say nothing to the validator.
 *
 * @param file name of the schema's file; it gives the type's name where the schema has no title
 * @throws ContextSchemaError where the schema does not describe an object, is not valid, or refers to other files
 */
export async function emitContext(schema: unknown, file: string): Promise<ContextModule> {
  const checked = checkSchema(schema);
  const name = typeName(checked.title ?? file.replace(/\.(?:schema\.)?json$/, ""));
  const source = `// Generated from ${file.replace(/[^\x20-\x7e]/g, "?")} by \`npx @agora/schema generate --context\`. Do not edit.\n`;
  const { code, types } = await guard(async () => ({
    code: emitValidators([{ schema: checked, name: "validate" }], { formats: false }),
    types: await contextTypes(checked, name),
  }));
  return { name, code: source + moduleText(code, name), types: source + declarationText(types, name) };
}

function moduleText(code: string, name: string): string {
  const local = code.replace("export const validate = ", "const generated = ");
  return `import { findViolations } from "@agora/schema";

${local}
export function validate${name}(context) {
  return findViolations(generated, context);
}
`;
}

function declarationText(types: string, name: string): string {
  return `import type { Violation } from "@agora/schema";

${types}
/**
 * Returns everything that keeps a context from being of the type ${name}; an empty list means that it is. For development
 * and tests: a logger never calls it.
 */
export declare function validate${name}(context: unknown): Violation[];
`;
}

async function contextTypes(schema: JsonSchema, name: string): Promise<string> {
  const types = await compile({ ...schema, title: name } as object, name, {
    bannerComment: "",
    ignoreMinAndMaxItems: true,
    cwd: "/",
    $refOptions: { resolve: { external: false } },
    format: false,
  });
  return indent(types);
}

/** The types come without indentation, since the formatter is not part of the command. */
function indent(text: string): string {
  let depth = 0;
  const lines = text.split("\n").map((line) => {
    depth -= /^[}\])]/.test(line) ? 1 : 0;
    const indented = line === "" ? line : "  ".repeat(Math.max(0, depth)) + line;
    depth += /[{[(]$/.test(line) ? 1 : 0;
    return indented;
  });
  return lines.join("\n");
}

function checkSchema(schema: unknown): JsonSchema {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) {
    throw new ContextSchemaError("the schema is not an object");
  }
  const { $schema = "draft-07", type } = schema as { readonly $schema?: unknown; readonly type?: unknown };
  if (!String($schema).includes("draft-07")) {
    throw new ContextSchemaError(`$schema is ${JSON.stringify($schema)}; write the schema in draft-07`);
  }
  if (type !== "object") {
    throw new ContextSchemaError(`type is ${JSON.stringify(type)}; a context is an "object"`);
  }
  const outside = findRef(schema);
  if (outside !== undefined) {
    throw new ContextSchemaError(
      `$ref ${JSON.stringify(outside)} leaves the file; put what it means under definitions`,
    );
  }
  if (Object.hasOwn((schema as JsonSchema).properties ?? {}, "_agora")) {
    throw new ContextSchemaError("properties has _agora, which the logger writes; leave it out");
  }
  const ajv = new Ajv({ strict: false });
  if (!ajv.validateSchema(schema)) {
    throw new ContextSchemaError(ajv.errorsText(ajv.errors, { dataVar: "schema" }));
  }
  return schema;
}

/** The first reference that leaves the file. */
function findRef(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) {
    return undefined;
  }
  for (const [name, inner] of Object.entries(value)) {
    const found =
      name === "$ref" && typeof inner === "string"
        ? inner.startsWith("#")
          ? undefined
          : inner
        : findRef(inner);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

async function guard<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (reason) {
    throw new ContextSchemaError(reason instanceof Error ? reason.message : String(reason), {
      cause: reason,
    });
  }
}

/** The words of a text as one name: `my-context` becomes `MyContext`. */
function typeName(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => (word[0] ?? "").toUpperCase() + word.slice(1)).join("");
  return /^[A-Za-z]/.test(name) ? name : `Context${name}`;
}
