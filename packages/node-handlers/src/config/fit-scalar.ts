import { findLevel } from "@agora/core";
import type { ConfigField } from "@agora/schema/tables";
import type { Misfit } from "./problem.ts";

/** How the names inside a value are written: as in TypeScript, or as in a file. */
export type Form = "typescript" | "file";

/** What a value became. */
export interface Fit {
  /** The value in the form that the runtime uses; undefined when nothing of it fits. */
  readonly value: unknown;
  /** What does not fit. Of a list or a map the rest is used. */
  readonly misfits: readonly Misfit[];
}

/** The fit of a value that has no parts. */
export function wholeOrNothing(field: ConfigField, fitted: unknown, value: unknown): Fit {
  return { value: fitted, misfits: fitted === undefined ? [misfitOf(field, "", value)] : [] };
}

/** A misfit in the words of the field. */
export function misfitOf({ says, remedy }: ConfigField, at: string, value: unknown): Misfit {
  return { at, value, wrong: `is not ${says}`, remedy };
}

/** A misfit of one part of a list or a map. */
export function partMisfit(field: ConfigField, at: string, value: unknown): Misfit {
  if (at === ".") return { at, value, wrong: "has no name", remedy: "give it one, or leave it out" };
  return { ...misfitOf(field, at, value), ...partWords(field) };
}

function partWords({ kind, itemPattern }: ConfigField): Partial<Misfit> {
  switch (kind) {
    case "strings":
      return itemPattern === undefined
        ? { wrong: "is not a string that is not empty", remedy: "use one, or leave it out" }
        : {
            wrong: "is not a pattern for names",
            remedy: "use names between dots, * for any one of them and # for any number",
          };
    case "texts":
      return { wrong: "is not a string without control characters", remedy: "use one, or leave it out" };
    case "levels":
      return { wrong: "is not a level" };
    case "records":
      return { wrong: "is not an object" };
    default:
      return {};
  }
}

/** The value of a field that has no parts, or undefined when it does not fit. */
export function fitScalar(field: ConfigField, value: unknown): unknown {
  switch (field.kind) {
    case "string":
      return typeof value === "string" ? fitString(field, value) : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "integer":
      return Number.isInteger(value) && inRange(field, value as number) ? value : undefined;
    case "number":
      return typeof value === "number" && inRange(field, value) ? value : undefined;
    case "level":
      return typeof value === "string" ? findLevel(value.trim()) : undefined;
    default:
      return undefined;
  }
}

function fitString(field: ConfigField, value: string): string | undefined {
  if (field.values !== undefined) {
    const name = value.toLowerCase();
    const full =
      field.aliases !== undefined && Object.hasOwn(field.aliases, name) ? field.aliases[name] : name;
    return field.values.find((allowed) => allowed === full);
  }
  // No field is anywhere near as long, and a pattern must not be run over a text without end.
  if (value.length > LONGEST_STRING || value.includes("\0")) return undefined;
  const size = [...value].length;
  if (size < (field.minLength ?? 0) || size > (field.maxLength ?? Infinity)) return undefined;
  return field.pattern === undefined || new RegExp(field.pattern, "u").test(value) ? value : undefined;
}

const LONGEST_STRING = 65_536;

function inRange(field: ConfigField, value: number): boolean {
  return value >= (field.minimum ?? -Infinity) && value <= (field.maximum ?? Infinity);
}
