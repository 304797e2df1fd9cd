import { findLevel } from "@agora/core";
import { CONFIG_FIELDS, LEVELS } from "@agora/schema/tables";
import type { ConfigField } from "@agora/schema/tables";
import { fitScalar, misfitOf, wholeOrNothing } from "./fit-scalar.ts";
import { fitValue } from "./fit-value.ts";
import type { Fit } from "./fit-scalar.ts";
import { nearestName } from "./near.ts";
import { unknownName } from "./problem.ts";
import type { ConfigProblem } from "./problem.ts";

/** Variables by name, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A text of the environment for a field, with the name that it has there. */
export interface Variable {
  readonly name: string;
  readonly text: string;
}

const OTEL_ATTRIBUTES = "OTEL_RESOURCE_ATTRIBUTES";
const PREFIX = "LOG_";
const PER_LEVEL = "<LEVEL>";

/** Reads the variables of a process. Never throws: some runtimes refuse it. */
export class EnvironmentReader {
  readonly #environment: Environment;
  readonly #attributes: ReadonlyMap<string, string>;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.#attributes = attributesOf(this.#text(OTEL_ATTRIBUTES) ?? "");
  }

  /** What the environment says of a field, the strongest first: our own names, then those of OpenTelemetry. */
  variables(field: ConfigField): Variable[] {
    const { env, otelEnv, otelAttributes = [] } = field;
    const found = [env, otelEnv].flatMap((name) => {
      const text = name === undefined ? undefined : this.#text(name);
      return name === undefined || text === undefined ? [] : [{ name, text }];
    });
    const attribute = otelAttributes.find((name) => this.#attributes.has(name));
    if (attribute !== undefined) {
      found.push({ name: `${OTEL_ATTRIBUTES}, ${attribute}`, text: this.#attributes.get(attribute) ?? "" });
    }
    return found;
  }

  /** The variables of a field that has one for each level, and what is wrong with them. */
  perLevel(field: ConfigField): { readonly name: string; readonly fit: Fit }[] {
    const prefix = field.env?.split(PER_LEVEL)[0] ?? "";
    return this.#names(prefix).flatMap((name) => {
      const level = findLevel(name.slice(prefix.length));
      const text = this.#text(name);
      if (level === undefined || text === undefined) return [];
      const rate = numberOf(text);
      const fit = rate === undefined ? undefined : fitValue(field, { [level]: rate }, "typescript");
      const misfits = [misfitOf(field, "", text)];
      return [
        { name, fit: fit === undefined || fit.misfits.length > 0 ? { value: undefined, misfits } : fit },
      ];
    });
  }

  /** Variables that look like one of ours and are none: `LOG_LEVLE`. Those of others are not ours to judge. */
  unknown(): ConfigProblem[] {
    return this.#names(PREFIX).flatMap((name) => {
      const text = this.#text(name);
      if (OURS.has(name) || text === undefined) return [];
      // What all of them begin with says nothing about how much alike two are.
      const near = nearestName(name.slice(PREFIX.length), BEHIND_PREFIX);
      return near === undefined ? [] : [unknownName(name, text, "the environment", `${PREFIX}${near}`)];
    });
  }

  #names(prefix: string): string[] {
    try {
      return Object.keys(this.#environment).filter((name) => name.startsWith(prefix));
    } catch {
      return [];
    }
  }

  /** An empty variable is how deployments say that they say nothing. */
  #text(name: string): string | undefined {
    try {
      const text: unknown = this.#environment[name];
      return typeof text === "string" && text.trim() !== "" ? text : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Whether a field has one variable for each level. */
export function isPerLevel({ env }: ConfigField): boolean {
  return env?.includes(PER_LEVEL) === true;
}

const OURS: ReadonlySet<string> = new Set(
  CONFIG_FIELDS.flatMap((field) => {
    if (field.env === undefined) return [];
    return isPerLevel(field)
      ? LEVELS.map((level) => field.env?.replace(PER_LEVEL, level) ?? "")
      : [field.env];
  }),
);

const BEHIND_PREFIX: readonly string[] = [...OURS]
  .filter((name) => name.startsWith(PREFIX))
  .map((name) => name.slice(PREFIX.length));

/** `key=value,key=value` with percent-encoded values, as OpenTelemetry writes them. What is no pair is left out. */
function attributesOf(text: string): Map<string, string> {
  const pairs = text.split(",").flatMap((pair) => {
    const at = pair.indexOf("=");
    const name = pair.slice(0, at).trim();
    const value = decoded(pair.slice(at + 1).trim());
    return at < 1 || value === "" ? [] : [[name, value] as const];
  });
  return new Map(pairs);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const WORDS = new Map([
  ...["true", "1", "yes", "on"].map((word) => [word, true] as const),
  ...["false", "0", "no", "off"].map((word) => [word, false] as const),
]);

/** Fits the text of an environment variable. */
export function fitText(field: ConfigField, text: string): Fit {
  switch (field.kind) {
    case "boolean":
      return wholeOrNothing(field, WORDS.get(text.trim().toLowerCase()), text);
    case "integer":
    case "number":
      return wholeOrNothing(field, fitScalar(field, numberOf(text)), text);
    case "strings":
      return fitValue(field, itemsOf(text), "typescript");
    case "texts":
    case "levels":
      return fitPairs(field, text);
    case "level":
      return fitValue(field, text.trim(), "typescript");
    default:
      return fitValue(field, text, "typescript");
  }
}

function itemsOf(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function fitPairs(field: ConfigField, text: string): Fit {
  const pairs = itemsOf(text).map((pair) => {
    const at = pair.indexOf("=");
    return { pair, name: pair.slice(0, Math.max(at, 0)).trim(), value: pair.slice(at + 1).trim() };
  });
  const bad = pairs
    .filter(({ name }) => name === "")
    .map(({ pair }) => ({
      at: "",
      value: pair,
      wrong: "is not a pair",
      remedy: "write name=value,name=value",
    }));
  const fit = fitValue(
    field,
    Object.fromEntries(pairs.filter(({ name }) => name !== "").map(({ name, value }) => [name, value])),
    "typescript",
  );
  const misfits = [...bad, ...fit.misfits];
  const isNothing = misfits.length >= pairs.length && misfits.length > 0;
  return { value: isNothing ? undefined : fit.value, misfits };
}

/** Digits with at most one point; no sign, no exponent, no hexadecimal form. */
function numberOf(text: string): number | undefined {
  return /^\s*[0-9]{1,15}(\.[0-9]{1,15})?\s*$/.test(text) ? Number(text) : undefined;
}
