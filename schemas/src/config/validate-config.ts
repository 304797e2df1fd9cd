import { file, typescript } from "../../gen/config-validators.ts";
import { CONFIG_FIELDS, type ConfigField } from "../../gen/tables.ts";
import { findViolations, valueAt } from "../schema-errors.ts";
import { shown, type Violation } from "../violation.ts";
import { nearest } from "./near-miss.ts";

/** The two nested forms of a configuration: names as in TypeScript, or as in a file. */
export type ConfigForm = "typescript" | "file";

/** One thing that is wrong with a configuration. */
export interface ConfigViolation {
  /** Path of the field in the form that was checked, such as `console.format`. */
  readonly field: string;
  /** The value that was found; undefined where the field is missing. */
  readonly value: unknown;
  readonly problem: "unknown" | "missing" | "invalid";
  /** Where the value came from, as given by the caller. */
  readonly source: string;
  /** Field, value, source, what is wrong and what to do, as one line. */
  readonly sentence: string;
}

/**
 * Checks a configuration and returns everything that is wrong with it; an empty list means that it is valid.
 *
 * @param form how the names are written; default `typescript`
 * @param source where the configuration came from, for the sentences; default `code`
 *
 * @example A level that does not exist
 * validateConfig({ serviceName: "orders", level: "VERBOSE" })[0]?.sentence;
 * // level: "VERBOSE" (from code) is not a level; use one of DEBUG, INFO, WARNING, ERROR, CRITICAL
 */
export function validateConfig(
  config: unknown,
  form: ConfigForm = "typescript",
  source: string = "code",
): ConfigViolation[] {
  const check: Check = {
    config,
    source,
    fields: new Map(CONFIG_FIELDS.map((field) => [nameOf(field, form), field])),
  };
  const violations = findViolations(form === "typescript" ? typescript : file, config);
  const found = violations.map((violation) => describe(violation, check));
  // A field may break several keywords of its schema; one line says what it must be.
  return found.filter((each, index) => found.findIndex(({ field }) => field === each.field) === index);
}

interface Check {
  readonly config: unknown;
  readonly source: string;
  readonly fields: ReadonlyMap<string, ConfigField>;
}

function nameOf(field: ConfigField, form: ConfigForm): string {
  return form === "typescript" ? field.typescript : field.name;
}

function describe({ pointer, rule }: Violation, check: Check): ConfigViolation {
  const path = pointer.slice(1).split("/").map(unescape);
  switch (rule) {
    case "entry.unknown_member":
    case "entry.key_length":
      // Inside a list or a map it is the whole field that does not fit.
      if (path.some((_, length) => check.fields.has(path.slice(0, length).join("."))))
        return invalidField(path, check);
      return unknownField(path.join("."), valueAt(check.config, pointer), check);
    case "entry.required":
      if (path.length > 1) return invalidField(path, check);
      return missingField(path.join("."), check);
    default:
      return invalidField(path, check);
  }
}

function unknownField(field: string, value: unknown, { fields, source }: Check): ConfigViolation {
  const names = [...fields.keys()];
  const near = nearest(field, names);
  const remedy = near === undefined ? `use one of ${names.join(", ")}` : `did you mean ${near}?`;
  const sentence = `${field}: ${shown(value)} (from ${source}) is not for a field that exists; ${remedy}`;
  return { field, value, problem: "unknown", source, sentence };
}

function missingField(field: string, { fields, source }: Check): ConfigViolation {
  const env = fields.get(field)?.env;
  const remedy = `give ${field}${env === undefined ? "" : ` or set ${env}`}`;
  return {
    field,
    value: undefined,
    problem: "missing",
    source,
    sentence: `${field}: missing (from ${source}); ${remedy}`,
  };
}

/** The field may be an element inside a list, or a whole group such as `console`. */
function invalidField(path: readonly string[], { config, fields, source }: Check): ConfigViolation {
  const name = path.map((_, length) => path.slice(0, length + 1).join(".")).find((each) => fields.has(each));
  const field = name ?? path.join(".");
  const value = field === "" ? config : valueAt(config, `/${field.split(".").join("/")}`);
  const { says = "an object", remedy = "use an object" } = fields.get(field) ?? {};
  const sentence = `${field || "configuration"}: ${shown(value)} (from ${source}) is not ${says}; ${remedy}`;
  return { field, value, problem: "invalid", source, sentence };
}

function unescape(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
