import { findLevel } from "@agora/core";
import type { ConfigField } from "@agora/schema/tables";

/** The value in the form that the runtime uses, or undefined when it does not fit the field. */
export function fitValue(field: ConfigField, value: unknown): unknown {
  switch (field.kind) {
    case "string":
      return typeof value === "string" ? fitString(field, value) : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "integer":
      return typeof value === "number" && Number.isInteger(value) && inRange(field, value)
        ? value
        : undefined;
    case "level":
      return findLevel(value);
    case "strings":
      return isStrings(value) ? [...value] : undefined;
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  }
}

function fitString(field: ConfigField, value: string): string | undefined {
  if (field.values !== undefined) {
    const name = value.toLowerCase();
    const full =
      field.aliases !== undefined && Object.hasOwn(field.aliases, name) ? field.aliases[name] : name;
    return field.values.find((allowed) => allowed === full);
  }
  const size = [...value].length;
  if (size < (field.minLength ?? 0) || size > (field.maxLength ?? Infinity)) return undefined;
  return field.pattern === undefined || new RegExp(field.pattern, "u").test(value) ? value : undefined;
}

function inRange(field: ConfigField, value: number): boolean {
  return value >= (field.minimum ?? -Infinity) && value <= (field.maximum ?? Infinity);
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string" && item !== "");
}

const WORDS = new Map([
  ...["true", "1", "yes", "on"].map((word) => [word, true] as const),
  ...["false", "0", "no", "off"].map((word) => [word, false] as const),
]);

/** The value that the text of an environment variable stands for, or undefined when it does not fit the field. */
export function fitText(field: ConfigField, text: string): unknown {
  switch (field.kind) {
    case "boolean":
      return WORDS.get(text.trim().toLowerCase());
    case "integer":
      return /^\s*[0-9]{1,15}\s*$/.test(text) ? fitValue(field, Number(text)) : undefined;
    case "strings":
      return text
        .split(",")
        .map((item) => item.trim())
        .filter((item) => item !== "");
    case "level":
      return findLevel(text.trim());
    case "string":
    case "object":
      return fitValue(field, text);
  }
}
