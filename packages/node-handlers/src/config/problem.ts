import type { ConfigField } from "@agora/schema/tables";

/** Where the value of a field came from, the strongest first. */
export type ConfigSource = "overrides" | "environment" | "file" | "code" | "policy" | "default";

/** Where the value of a field came from, with its name there. */
export interface Provenance {
  readonly source: ConfigSource;
  /** The variable of the environment, or the path of the file. */
  readonly name?: string | undefined;
}

/** Something wrong with the configuration. */
export interface ConfigProblem {
  /** The field as its source spells it, such as `console.format`. */
  readonly field: string;
  /** The value that was given, as JSON text of at most 80 characters. */
  readonly value: string;
  /** Where it was given: `code`, the environment variable, or the file. */
  readonly source: string;
  /** What to do about it. */
  readonly remedy: string;
  /** All of this in a sentence. */
  readonly text: string;
}

const SHOWN_CHARACTERS = 80;
/** Values that are looked at in order to show one; a larger one is shown by its kind. */
const SHOWN_VALUES = 200;

/** The value as a message can show it. Never throws, and never looks at all of a large one. */
export function show(value: unknown): string {
  let text: string | undefined;
  try {
    let left = SHOWN_VALUES;
    text =
      typeof value === "bigint"
        ? `${value}n`
        : typeof value === "number"
          ? String(value)
          : JSON.stringify(
              typeof value === "string" ? value.slice(0, SHOWN_VALUES) : value,
              (_, inner: unknown) => {
                if (left-- === 0) throw new RangeError("too large to be shown");
                return inner;
              },
            );
  } catch {
    // Cyclic, too large, or it throws when it is read: its kind says enough.
  }
  const shown = text ?? typeof value;
  return shown.length <= SHOWN_CHARACTERS ? shown : `${shown.slice(0, SHOWN_CHARACTERS - 1).toWellFormed()}…`;
}

/** What is wrong with a value, in the words of its field or in its own. */
export interface Misfit {
  /** What stands behind the name of the field: an index, a member; empty for all of it. */
  readonly at: string;
  readonly value: unknown;
  /** Such as "is not a level". */
  readonly wrong: string;
  readonly remedy: string;
}

/** A value that does not fit its field. The value of a secret field is not shown. */
export function badValue(field: ConfigField, name: string, misfit: Misfit, source: string): ConfigProblem {
  const { at, wrong, remedy } = misfit;
  const value = field.secret === true ? `a secret ${typeof misfit.value}` : show(misfit.value);
  const where = `${name}${at}`.slice(0, 2 * SHOWN_CHARACTERS);
  return problem(where, value, source, wrong, remedy);
}

/** Any other problem. `wrong` stands between the source and the remedy. */
export function problem(
  field: string,
  value: string,
  source: string,
  wrong: string,
  remedy: string,
): ConfigProblem {
  return { field, value, source, remedy, text: `${field}: ${value} (from ${source}) ${wrong}; ${remedy}` };
}

/** A name that the configuration does not have. `near` is the one that was probably meant. */
export function unknownName(
  name: string,
  value: unknown,
  source: string,
  near: string | undefined,
): ConfigProblem {
  // Under a misspelt name there may be a secret: its kind is enough.
  const shown = near === undefined || typeof value === "object" ? typeof value : show(value);
  const remedy = near === undefined ? "leave it out" : `use ${near}`;
  return problem(name.slice(0, SHOWN_CHARACTERS), shown, source, "is no field of the configuration", remedy);
}

/** A field that must be given and was not. */
export function missingValue(field: ConfigField): ConfigProblem {
  const remedy = field.env === undefined ? "give it in code" : `give it in code or as ${field.env}`;
  return problem(field.typescript, "nothing", "code", "was given, but it is required", remedy);
}

/** Something that is no configuration at all, or that cannot be read. */
export function notAConfiguration(value: unknown, source: string): ConfigProblem {
  const remedy = 'use a plain object such as { serviceName: "market-data" }';
  return problem("configuration", show(value), source, "is not an object that can be read", remedy);
}
