import type { ConfigField } from "@agora/schema/tables";

/** Where the value of a field came from. */
export type ConfigSource = "environment" | "code" | "default";

/** Something wrong with one field of the configuration. */
export interface ConfigProblem {
  /** The field as the configuration in code spells it, such as `console.format`. */
  readonly field: string;
  /** The value that was given, as JSON text of at most 80 characters. */
  readonly value: string;
  /** Where it was given: `code`, or the environment variable. */
  readonly from: string;
  /** What to do about it. */
  readonly remedy: string;
  /** All of this in a sentence. */
  readonly text: string;
}

const SHOWN_CHARACTERS = 80;

/** The value as a message can show it. Never throws. */
export function show(value: unknown): string {
  let text: string | undefined;
  try {
    text = typeof value === "bigint" ? `${value}n` : JSON.stringify(value);
  } catch {
    // Cyclic, or it throws when it is read: its kind says enough.
  }
  const shown = text ?? typeof value;
  return shown.length <= SHOWN_CHARACTERS ? shown : `${shown.slice(0, SHOWN_CHARACTERS - 1).toWellFormed()}…`;
}

/** A value that does not fit its field. */
export function badValue(field: ConfigField, value: unknown, from: string): ConfigProblem {
  const shown = show(value);
  const text = `${field.typescript}: ${shown} (from ${from}) is not ${field.says}; ${field.remedy}`;
  return { field: field.typescript, value: shown, from, remedy: field.remedy, text };
}

/** A name that the configuration does not have. `near` is the one that was probably meant. */
export function unknownName(
  name: string,
  value: unknown,
  from: string,
  near: string | undefined,
): ConfigProblem {
  const shown = show(value);
  const remedy = near === undefined ? "leave it out" : `use ${near}`;
  const text = `${name}: ${shown} (from ${from}) is no field of the configuration; ${remedy}`;
  return { field: name, value: shown, from, remedy, text };
}

/** A field that must be given and was not. */
export function missingValue(field: ConfigField): ConfigProblem {
  const remedy = field.env === undefined ? "give it in code" : `give it in code or as ${field.env}`;
  const text = `${field.typescript}: nothing (from code) was given, but it is required; ${remedy}`;
  return { field: field.typescript, value: "nothing", from: "code", remedy, text };
}

/** Something that is no configuration at all, or that cannot be read. */
export function notAConfiguration(value: unknown): ConfigProblem {
  const shown = show(value);
  const remedy = 'use a plain object such as { serviceName: "market-data" }';
  const text = `configuration: ${shown} (from code) is not an object that can be read; ${remedy}`;
  return { field: "configuration", value: shown, from: "code", remedy, text };
}
