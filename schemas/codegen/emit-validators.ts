import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { type JsonSchema, mapSchema, omit } from "./json-schema.ts";

/** A schema without our notes, and the name that its validator is exported under. */
export interface ValidatorRequest {
  readonly schema: JsonSchema;
  readonly name: string;
}

/**
 * Validators as source text: one ES module without imports, without `require`, and without code made at run time. Each
 * exported function takes a value, returns whether it is valid, and leaves all errors in its `errors`.
 * Without `formats`, `format` keywords check nothing. Throws where a schema is not valid or needs a part of the validator library at run time that has no stand-in here.
 */
export function emitValidators(
  requests: readonly ValidatorRequest[],
  { formats = true }: { readonly formats?: boolean } = {},
): string {
  const ajv = new Ajv({
    allErrors: true,
    // Members that an object inherits must not satisfy a schema.
    ownProperties: true,
    messages: false,
    strictTypes: false,
    inlineRefs: false,
    validateFormats: formats,
    code: { source: true, esm: true, lines: true },
    schemas: requests.map(({ schema, name }) => ({ ...withoutAnnotations(schema), $id: name })),
  });
  const text = standalone.default(ajv, Object.fromEntries(requests.map(({ name }) => [name, name])));
  return replaceRequires(text);
}

/** Generated code carries parts of its schema; texts for people would only make it longer. */
function withoutAnnotations(schema: JsonSchema): JsonSchema {
  return mapSchema(schema, (each) => omit(each, "title", "description", "examples", "default"));
}

/** The parts of the validator library that generated code asks for at run time, written out. */
const STAND_INS: Readonly<Record<string, string>> = {
  "ajv/dist/runtime/ucs2length": "(text) => { let n = 0; for (const _ of text) n++; return n; }",
  "ajv/dist/runtime/equal": `function equal(a, b) {
  if (a === b || typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  const keys = Object.keys(a);
  return Array.isArray(a) === Array.isArray(b) && keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}`,
};

function replaceRequires(text: string): string {
  const replaced = text.replace(/require\("([^"]+)"\)(\.default)?/g, (all, name: string) => {
    const standIn = STAND_INS[name];
    if (standIn === undefined) {
      throw new Error(
        `the validator needs ${all} at run time; avoid the keyword of the schema that asks for it`,
      );
    }
    return `(${standIn})`;
  });
  if (replaced.includes("require(")) {
    throw new Error("the validator would load modules at run time");
  }
  return `${replaced.replace(/^"use strict";\n?/, "").trimEnd()}\n`;
}
