import { ConfigError } from "./config-error.ts";
import type { LogConfig } from "@agora/schema/config";
import { CONFIG_FIELDS } from "@agora/schema/tables";
import type { ConfigField, Level } from "@agora/schema/tables";
import { fitText, fitValue } from "./fit-value.ts";
import { nearestName } from "./near.ts";
import { badValue, missingValue, notAConfiguration, unknownName } from "./problem.ts";
import type { ConfigProblem, ConfigSource } from "./problem.ts";

/** The configuration with every field decided. */
export interface ResolvedConfig {
  readonly serviceName: string;
  readonly environment: "development" | "staging" | "production";
  readonly version: string;
  readonly level: Level;
  /** Empty when nobody said it: the machine's name is asked for then. */
  readonly host: string;
  readonly console: {
    readonly enabled: boolean;
    readonly format: "json" | "text" | "auto";
    readonly colors: boolean;
  };
  readonly file: { readonly enabled: boolean; readonly path: string };
  readonly defaultContext: Readonly<Record<string, unknown>>;
  readonly maxEntryBytes: number;
  readonly stripAnsi: boolean;
  readonly redact: {
    readonly enabled: boolean;
    readonly fields: readonly string[];
    readonly replaceDefaults: boolean;
  };
  readonly sourceRoot: string;
}

/** What `resolveConfig` found. */
export interface Resolution {
  readonly config: ResolvedConfig;
  /** Where each field's value came from, by the name it has in code, such as `console.format`. */
  readonly sources: Readonly<Record<string, ConfigSource>>;
  /** What was wrong in the environment; the next source was used instead. */
  readonly warnings: readonly ConfigProblem[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Decides every field of the configuration: the environment comes before code, and code before the defaults.
 *
 * A value in the environment that does not fit is a warning, and the next source counts: a variable of a deployment
 * never stops a service. An unknown name or a value that does not fit in code is an error.
 *
 * @throws {ConfigError} `AGORA_CONFIG`, with a line for each unknown name and each bad value in code.
 */
export function resolveConfig(config: Partial<LogConfig>, environment: Environment): Resolution {
  const given = readCode(config);
  const problems = unknownNames(given);
  const warnings = unknownVariables(environment);
  const values = new Map<string, unknown>();
  const sources: Record<string, ConfigSource> = {};
  for (const field of CONFIG_FIELDS) {
    const fromCode = inCode(field, given, problems);
    const fromEnvironment = inEnvironment(field, environment, warnings);
    const value = fromEnvironment ?? fromCode ?? field.default;
    if (value === undefined && field.required && given.get(field.typescript) === undefined) {
      problems.push(missingValue(field));
    }
    values.set(field.typescript, value);
    sources[field.typescript] =
      fromEnvironment === undefined ? (fromCode === undefined ? "default" : "code") : "environment";
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return { config: assemble(values), sources, warnings };
}

const SECTIONS = new Set(CONFIG_FIELDS.flatMap(({ typescript }) => typescript.split(".").slice(0, -1)));
const NAMES = CONFIG_FIELDS.map((field) => field.typescript);
const VARIABLES = CONFIG_FIELDS.flatMap((field) => field.env ?? []);

/** All values in code by their path. Code without types may give anything, also what throws when it is read. */
function readCode(config: unknown): Map<string, unknown> {
  try {
    if (typeof config === "object" && config !== null) return flatten(config);
  } catch {
    // It is refused below, as what it is: no configuration.
  }
  throw new ConfigError([notAConfiguration(config)]);
}

/** All values by their path. A section that is no object stands under its own name, which no field has. */
function flatten(config: object): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  for (const [name, value] of Object.entries(config)) {
    if (SECTIONS.has(name) && typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [inner, innerValue] of Object.entries(value)) flat.set(`${name}.${inner}`, innerValue);
    } else if (!SECTIONS.has(name) || value !== undefined) {
      flat.set(name, value);
    }
  }
  return flat;
}

function unknownNames(given: ReadonlyMap<string, unknown>): ConfigProblem[] {
  return [...given]
    .filter(([name]) => !NAMES.includes(name))
    .map(([name, value]) => {
      const near = SECTIONS.has(name) ? `an object for ${name}` : nearestName(name, [...NAMES, ...SECTIONS]);
      return unknownName(name, value, "code", near);
    });
}

/** Variables that look like one of ours and are none: `LOG_LEVLE`. Those of others are not ours to judge. */
function unknownVariables(environment: Environment): ConfigProblem[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    if (!name.startsWith("LOG_") || VARIABLES.includes(name)) return [];
    const near = nearestName(name, VARIABLES);
    return near === undefined ? [] : [unknownName(name, value, "the environment", near)];
  });
}

function inCode(field: ConfigField, given: ReadonlyMap<string, unknown>, problems: ConfigProblem[]): unknown {
  const value = given.get(field.typescript);
  if (value === undefined) return undefined;
  const fitted = fitValue(field, value);
  if (fitted === undefined) problems.push(badValue(field, value, "code"));
  return fitted;
}

function inEnvironment(field: ConfigField, environment: Environment, warnings: ConfigProblem[]): unknown {
  const text = field.env === undefined ? undefined : environment[field.env];
  // An empty variable is how deployments say that they say nothing.
  if (text === undefined || text === "") return undefined;
  const fitted = fitText(field, text);
  if (fitted === undefined) warnings.push(badValue(field, text, `environment variable ${field.env}`));
  return fitted;
}

/** What is left to decide once every field was looked up. */
type Undecided = Omit<ResolvedConfig, "file" | "host"> & {
  readonly host: string | undefined;
  readonly file: { readonly enabled: boolean | undefined; readonly path: string | undefined };
};

function assemble(values: ReadonlyMap<string, unknown>): ResolvedConfig {
  const tree: Record<string, Record<string, unknown>> = { "": {} };
  for (const [path, value] of values) {
    const [section, name] = path.includes(".") ? (path.split(".") as [string, string]) : ["", path];
    (tree[section] ??= {})[name] = value;
  }
  const { "": top, ...sections } = tree;
  const config = { ...top, ...sections } as unknown as Undecided;
  const wantsFile =
    config.file.enabled ?? (config.environment !== "development" || config.file.path !== undefined);
  return {
    ...config,
    host: config.host ?? "",
    file: { enabled: wantsFile, path: config.file.path ?? defaultPath(config.serviceName) },
  };
}

/** The log file of a service: its name with everything but `[A-Za-z0-9._-]` replaced, and never hidden. */
function defaultPath(serviceName: string): string {
  const name = serviceName.replaceAll(/[^A-Za-z0-9._-]/g, "_").replace(/^\./, "_");
  return `/var/log/agora/${name}.log`;
}
