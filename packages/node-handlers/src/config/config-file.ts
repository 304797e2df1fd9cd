import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { parseJson } from "./parse-json.ts";
import { parseYaml } from "./parse-yaml.ts";
import { problem, show } from "./problem.ts";
import type { ConfigProblem } from "./problem.ts";
import type { ConfigFile } from "./resolve-config.ts";

/** Names that are looked for in the working directory when nobody names a file. */
const DEFAULT_NAMES = ["logging.yaml", "logging.yml", "logging.json"];
/** Largest file, in bytes. */
const MOST_BYTES = 262_144;

/** A path that somebody named, and who: `code`, or an environment variable. */
export interface NamedFile {
  readonly path: string;
  readonly source: string;
}

/**
 * Reads the first of these files that can be read and parsed, else the one in the working directory, if there is one.
 *
 * @param named paths that somebody named, the strongest first; each must be there.
 * @param directory the working directory.
 * @returns the file, and what is wrong with those before it. Never throws.
 */
export function findConfigFile(
  named: readonly NamedFile[],
  directory: string,
): { readonly file?: ConfigFile; readonly problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const found = DEFAULT_NAMES.map((name) => join(directory, name)).filter(exists);
  for (const { path, source } of [
    ...named,
    ...found.map((name) => ({ path: name, source: "the working directory" })),
  ]) {
    const file = readConfigFile(resolve(directory, path), source);
    if (file.problem === undefined) return { file, problems };
    problems.push(file.problem);
  }
  return { problems };
}

/**
 * Reads and parses one file: JSON where its name ends with `.json`, else YAML, of which JSON is a part. Never throws:
 * a file that is missing, cut, binary, no file, not readable, too large or not valid has a problem.
 *
 * @param source who named the file.
 * @param field what the file is for, as code spells it.
 */
export function readConfigFile(path: string, source: string, field: string = "configFile"): ConfigFile {
  try {
    const text = readText(path);
    const isJson = extname(path).toLowerCase() === ".json" || /^\s*\{/.test(text);
    return { path, tree: isJson ? parseJson(text) : parseYaml(text) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const remedy = "correct the file or its rights, or name another";
    return { path, problem: problem(field, show(path), source, `cannot be used: ${why}`, remedy) };
  }
}

function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    // A folder that we may not look into, or a runtime that lets nobody look without asking.
    return false;
  }
}

/** The text of a file, all of it at one moment. */
function readText(path: string): string {
  // A pipe would be waited for.
  if (!statSync(path).isFile()) throw new Error("it is not a file");
  const fd = openSync(path, "r");
  try {
    const { size } = fstatSync(fd);
    if (size > MOST_BYTES) throw new Error(`it has ${size} bytes, more than ${MOST_BYTES}`);
    const bytes = new Uint8Array(MOST_BYTES + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(fd, bytes, length, bytes.length - length, null);
    }
    if (length > MOST_BYTES) throw new Error(`it has more than ${MOST_BYTES} bytes`);
    return decode(bytes.subarray(0, length));
  } finally {
    closeSync(fd);
  }
}

function decode(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new Error("it is not text");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error("it is not UTF-8");
  }
}
