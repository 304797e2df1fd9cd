import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { packageRoot } from "../package-root.ts";
import type { Reply } from "./messages.ts";

/** The files of `protocol/` whose schemas a message or a vector may refer to. */
const SCHEMA_FILES: readonly string[] = ["typed-value.schema.json", "atp-1.schema.json"];

/**
 * A new ajv with the protocol's schemas loaded. Schemas that refer to them can be added.
 */
export function protocolAjv(): Ajv {
  const ajv = new Ajv({ allErrors: false, strict: true, strictTypes: false, strictRequired: false });
  for (const file of SCHEMA_FILES) {
    ajv.addSchema(JSON.parse(readFileSync(join(packageRoot(), "protocol", file), "utf8")) as object);
  }
  return ajv;
}

/** One sentence on the first violation of a validator that has just refused a value. */
export function firstViolation(validate: ValidateFunction): string {
  const error = validate.errors?.[0];
  if (error === undefined) return "does not match its schema";
  return `${error.instancePath === "" ? "the message" : error.instancePath} ${error.message ?? "is wrong"}`;
}

let replyValidator: ValidateFunction | undefined;

/**
 * Reads the JSON of a reply, checked against the protocol's schema.
 *
 * @returns the reply, or a sentence that says what is wrong with it.
 */
export function parseReply(json: string): Reply | string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return `the reply is no JSON: ${(error as Error).message}`;
  }
  replyValidator ??= protocolAjv().compile({ $ref: "urn:agora-log:atp-1#/definitions/reply" });
  if (!replyValidator(value)) return `the reply breaks the protocol: ${firstViolation(replyValidator)}`;
  return value as Reply;
}

let caseValidator: ValidateFunction | undefined;

/** What is wrong with a case that would be sent to a testee; `undefined` when nothing is. */
export function caseViolation(wireCase: unknown): string | undefined {
  caseValidator ??= protocolAjv().compile({ $ref: "urn:agora-log:atp-1#/definitions/case" });
  return caseValidator(wireCase) ? undefined : firstViolation(caseValidator);
}
