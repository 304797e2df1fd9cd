import type { ConfigProblem, Resolution, ResolvedConfig } from "@agora/node-handlers";
import { CONFIG_FIELDS } from "@agora/schema/tables";

/** Fields that differ, as code spells them. */
export interface Differences {
  /** Those that take effect at once. */
  readonly changed: readonly string[];
  /** Those that need `initialize`. */
  readonly waiting: readonly string[];
}

/** Compares two configurations field by field. */
export function compare(before: ResolvedConfig, after: ResolvedConfig): Differences {
  const differing = CONFIG_FIELDS.filter(
    ({ typescript }) =>
      JSON.stringify(valueOf(before, typescript)) !== JSON.stringify(valueOf(after, typescript)),
  );
  return {
    changed: differing.filter(({ live }) => live === true).map(({ typescript }) => typescript),
    waiting: differing.filter(({ live }) => live !== true).map(({ typescript }) => typescript),
  };
}

/**
 * Why a file that has changed is not used. It is used as a whole or not at all: a slip in one line must not switch off
 * what another line protects. What was wrong before, such as a variable, does not count.
 */
export function reloadProblems(before: Resolution, after: Resolution): ConfigProblem[] {
  const known = new Set(before.problems.map(({ text }) => text));
  const problems = after.problems.filter(({ text }) => !known.has(text));
  const { configFile: path } = before.config;
  if (path !== undefined && after.config.configFile === undefined && problems.length === 0) {
    const value = JSON.stringify(path);
    const remedy = "put it back, or call initialize";
    const text = `configFile: ${value} (from the file system) is gone; ${remedy}`;
    problems.push({ field: "configFile", value, source: "the file system", remedy, text });
  }
  return problems;
}

function valueOf(config: ResolvedConfig, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name],
      config,
    );
}
