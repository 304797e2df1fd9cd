import type * as Yaml from "yaml";

/** More references to anchors than this are an attempt to make a small text large. */
const MOST_ALIASES = 50;

/**
 * Parses one YAML document. The library for it is loaded with the first file: most services have none, and all would
 * wait for it.
 *
 * @throws Error with what is wrong: the first error of the text, or that the library is not there.
 */
export function parseYaml(text: string): unknown {
  const { parseDocument } = loadYaml();
  const document = parseDocument(text, {
    logLevel: "error",
    stringKeys: true,
    uniqueKeys: true,
    version: "1.2",
  });
  const [error] = document.errors;
  if (error !== undefined) throw new SyntaxError(firstLine(error.message));
  const [warning] = document.warnings;
  if (warning !== undefined) throw new SyntaxError(firstLine(warning.message));
  return document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]?.replace(/:$/, "") ?? text;
}

function loadYaml(): typeof Yaml {
  const { createRequire } = process.getBuiltinModule("node:module");
  try {
    return createRequire(import.meta.url)("yaml") as typeof Yaml;
  } catch (error) {
    // In an application that is bundled into one file.
    throw new Error("the package yaml is not there; install it beside the application, or use JSON", {
      cause: error,
    });
  }
}
