import { isAbsolute, resolve } from "node:path";
import process from "node:process";
import type { CallsiteOptions } from "./callsite-options.ts";
import { CallsiteConfigError } from "./config-error.ts";

/** Settings with all defaults. @internal */
export interface ResolvedOptions {
  readonly root: string;
  readonly names: RegExp;
  readonly modules: readonly (string | RegExp)[];
  readonly helpers: readonly string[];
  readonly include: readonly (string | RegExp)[];
  readonly exclude: readonly (string | RegExp)[];
  readonly shapes: boolean;
  readonly verify: boolean;
}

const LOGGER_NAMES = /(?:^|[.#])_*(?:log|logger|LOG|LOGGER|[\w$]*(?:Log|Logger|_log|_logger))(?:\(\))?$/;
const KNOWN = ["root", "names", "modules", "helpers", "include", "exclude", "shapes", "verify"];

/**
 * Checks settings and fills the defaults in.
 *
 * @throws {CallsiteConfigError} `AGORA_CONFIG` for an unknown name or a bad value.
 */
export function resolveOptions(options: CallsiteOptions = {}): ResolvedOptions {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new CallsiteConfigError(
      "options",
      options,
      "is no object; give the settings as { root, names, … }",
    );
  }
  for (const [name, value] of Object.entries(options)) {
    if (!KNOWN.includes(name) && value !== undefined) {
      throw new CallsiteConfigError(name, value, `is for no option; there are ${KNOWN.join(", ")}`);
    }
  }
  return {
    root: rootOf(options.root),
    names: namesOf(options.names),
    modules: patterns("modules", options.modules, []),
    helpers: helpersOf(options.helpers),
    include: patterns("include", options.include, []),
    exclude: patterns("exclude", options.exclude, [/[\\/]node_modules[\\/]/]),
    shapes: flag("shapes", options.shapes, true),
    verify: flag("verify", options.verify, process.env["AGORA_VERIFY"] === "1"),
  };
}

/** Whether a path is one of those that the settings mean. @internal */
export function isWanted(path: string, { include, exclude }: ResolvedOptions): boolean {
  const normal = path.replaceAll("\\", "/");
  const matches = (pattern: string | RegExp): boolean =>
    typeof pattern === "string" ? normal.includes(pattern.replaceAll("\\", "/")) : pattern.test(normal);
  return (include.length === 0 || include.some(matches)) && !exclude.some(matches);
}

function rootOf(root: unknown): string {
  if (root === undefined) return process.cwd();
  if (typeof root !== "string" || root === "") {
    throw new CallsiteConfigError("root", root, "is no folder; give a path such as import.meta.dirname");
  }
  return isAbsolute(root) ? root : resolve(root);
}

function namesOf(names: unknown): RegExp {
  if (names === undefined) return LOGGER_NAMES;
  if (!(names instanceof RegExp)) {
    throw new CallsiteConfigError("names", names, "is no regular expression; give one such as /(^|\\.)log$/");
  }
  return stateless("names", names);
}

/** With `g` or `y` a second test would begin where the first one ended. */
function stateless(field: string, pattern: RegExp): RegExp {
  if (!pattern.global && !pattern.sticky) return pattern;
  throw new CallsiteConfigError(
    field,
    pattern,
    "has the flag g or y, which remembers a position; leave the flag out",
  );
}

function helpersOf(helpers: unknown): readonly string[] {
  if (helpers === undefined) return [];
  if (!Array.isArray(helpers)) {
    throw new CallsiteConfigError(
      "helpers",
      helpers,
      'is no list; give names such as ["myLog", "audit.note"]',
    );
  }
  for (const helper of helpers as unknown[]) {
    if (
      typeof helper !== "string" ||
      !/^[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u.test(helper)
    ) {
      throw new CallsiteConfigError(
        "helpers",
        helper,
        'is no name; write it as it is called: "myLog", "audit.note"',
      );
    }
  }
  return helpers as string[];
}

function patterns(
  field: string,
  value: unknown,
  standard: readonly (string | RegExp)[],
): readonly (string | RegExp)[] {
  if (value === undefined) return standard;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map((entry) => {
    if (entry instanceof RegExp) return stateless(field, entry);
    if (typeof entry === "string" && entry !== "") return entry;
    throw new CallsiteConfigError(field, entry, "is neither a text nor a regular expression");
  });
}

function flag(field: string, value: unknown, standard: boolean): boolean {
  if (value === undefined) return standard;
  if (typeof value === "boolean") return value;
  throw new CallsiteConfigError(field, value, "is neither true nor false");
}
