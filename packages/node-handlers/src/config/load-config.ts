import { resolve } from "node:path";
import { CONFIG_FIELDS } from "@agora/schema/tables";
import type { ConfigField } from "@agora/schema/tables";
import { findConfigFile, readConfigFile } from "./config-file.ts";
import type { NamedFile } from "./config-file.ts";
import { EnvironmentReader } from "./environment.ts";
import { readTree } from "./read-tree.ts";
import { resolveConfig } from "./resolve-config.ts";
import type { ConfigSources, Resolution } from "./resolve-config.ts";
import { nameOf } from "./settle.ts";

/** What a configuration is made of, apart from the files, which are found. */
export interface LoadOptions extends Pick<ConfigSources, "code" | "overrides" | "environment"> {
  /** Where relative paths begin and `logging.yaml` is looked for. Default: the working directory. */
  readonly directory?: string | undefined;
}

/**
 * Finds the configuration file and the policy of redaction, and decides every field. Never throws: a file that cannot
 * be used is a problem, and the next source counts.
 */
export function loadConfig(options: LoadOptions): Resolution {
  const directory = options.directory ?? workingDirectory();
  const { file, problems } = findConfigFile(namedFiles(options), directory);
  const sources: ConfigSources = { ...options, file };
  const first = resolveConfig(sources);
  const { policyFile } = first.config.redact;
  if (policyFile === undefined) return { ...first, problems: [...problems, ...first.problems] };
  const from = nameOf(first.sources["redact.policyFile"]);
  const policy = readConfigFile(resolve(directory, policyFile), from, "redact.policyFile");
  const second = resolveConfig({ ...sources, policy });
  return { ...second, problems: [...problems, ...second.problems] };
}

/** Who names a configuration file, the strongest first. */
function namedFiles({ overrides, environment, code }: LoadOptions): NamedFile[] {
  const field = CONFIG_FIELDS.find(({ name }) => name === "config_file") as ConfigField;
  const inTree = (tree: unknown, source: string): NamedFile[] => {
    const path =
      tree === undefined ? undefined : readTree(tree, "typescript", source).values.get(field.typescript);
    return typeof path === "string" && path !== "" ? [{ path, source }] : [];
  };
  const variables = new EnvironmentReader(environment ?? {}).variables(field);
  return [
    ...inTree(overrides, "overrides"),
    ...variables.map(({ name, text }) => ({ path: text, source: `environment variable ${name}` })),
    ...inTree(code, "code"),
  ];
}

/** The working directory may have been removed. */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return "/";
  }
}
