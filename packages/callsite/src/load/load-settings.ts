import { CallsiteConfigError } from "../config-error.ts";
import { resolveOptions } from "../options.ts";
import type { CallsiteOptions } from "../callsite-options.ts";
import type { ResolvedOptions } from "../options.ts";

/** What the load hook looks at. @internal */
export interface LoadSettings extends ResolvedOptions {
  /** Packages in `node_modules` that are looked at too. */
  readonly packages: readonly string[];
  /** Whether sites are compared with the stack when they are used. */
  readonly isVerified: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const listOf = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

const READERS: Record<string, (text: string) => CallsiteOptions> = {
  ROOT: (root) => ({ root }),
  NAMES: (names) => ({ names: expression(names) }),
  MODULES: (modules) => ({ modules: listOf(modules) }),
  HELPERS: (helpers) => ({ helpers: listOf(helpers) }),
  INCLUDE: (include) => ({ include: listOf(include) }),
  EXCLUDE: (exclude) => ({ exclude: listOf(exclude) }),
  SHAPES: (shapes) => ({ shapes: flag(shapes) }),
};

/**
 * The settings of the load hook from variables: `AGORA_CALLSITE_` and ROOT, NAMES (a regular expression), MODULES, HELPERS,
 * INCLUDE, EXCLUDE, PACKAGES (lists with commas), SHAPES (0 or 1); and `AGORA_VERIFY`.
 *
 * @param warn takes what is wrong with a variable; its default is used then, so that it never stops a program.
 */
export function readEnvironment(env: Environment, warn: (sentence: string) => void): LoadSettings {
  let options: CallsiteOptions = {};
  for (const [name, text] of Object.entries(env)) {
    if (!name.startsWith("AGORA_CALLSITE_") || text === undefined || text === "") continue;
    const field = name.slice("AGORA_CALLSITE_".length);
    if (field === "PACKAGES") continue;
    try {
      const read = READERS[field];
      if (read === undefined) {
        throw new CallsiteConfigError(
          name,
          text,
          `is for no setting; there are PACKAGES, ${Object.keys(READERS).join(", ")}`,
        );
      }
      const next = { ...options, ...read(text) };
      resolveOptions(next);
      options = next;
    } catch (error) {
      warn(`${(error as Error).message} (from ${name}); the default is used`);
    }
  }
  const { exclude = [], ...rest } = options;
  return {
    ...resolveOptions({ ...rest, exclude }),
    // The hook brings the checker itself, once.
    verify: false,
    isVerified: env["AGORA_VERIFY"] === "1",
    packages: listOf(env["AGORA_CALLSITE_PACKAGES"] ?? ""),
  };
}

function expression(source: string): RegExp {
  try {
    return new RegExp(source);
  } catch (error) {
    throw new CallsiteConfigError("names", source, `is no regular expression: ${(error as Error).message}`);
  }
}

function flag(text: string): boolean {
  const value = { "0": false, false: false, "1": true, true: true }[text.toLowerCase()];
  if (value === undefined) throw new CallsiteConfigError("shapes", text, "is neither 0 nor 1");
  return value;
}
