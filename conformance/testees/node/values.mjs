// Operations that only answer: levels by name, the text form, a configuration from all its sources.
import { join } from "node:path";
import { findLevel } from "@agora/core";
import { formatText } from "@agora/core/text";
import { loadConfig } from "@agora/node-handlers";

/** `{input}` -> the name of the level, or null. */
export function parse_level(_, { input }) {
  return findLevel(input) ?? null;
}

/** `{line, colors?}` -> the text form. */
export function format_text(_, { line, colors = false }) {
  return formatText(line, { colors });
}

/**
 * `{environment?, file?, code?, ask}` -> for each field asked for its value and its source, and the fields that had a
 * problem with the source of it. `file` is the name of a file in the folder.
 */
export function resolve_config(_, { environment = {}, file, code = {}, ask }, folder) {
  const named = file === undefined ? environment : { ...environment, LOG_CONFIG_FILE: join(folder, file) };
  const { config, sources, problems } = loadConfig({
    code: camel(code),
    environment: named,
    directory: folder,
  });
  const fields = Object.fromEntries(
    ask.map((name) => {
      const path = camelName(name);
      const value = path.split(".").reduce((at, key) => at?.[key], config);
      return [name, [value ?? null, kindOf(sources[path])]];
    }),
  );
  return {
    fields,
    problems: problems.map((problem) => [snakeName(problem.field), kindOfText(problem.source)]),
  };
}

const kindOf = (provenance) => kindOfText(provenance?.source ?? "default");
// Of a file the problem names its path.
const kindOfText = (text) => /^(environment|code|overrides|policy|default)/.exec(text)?.[0] ?? "file";
const camelName = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
const snakeName = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
function camel(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camelName(key), camel(inner)]));
}
