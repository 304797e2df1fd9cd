import { LIMIT_LINE_MAX, LIMIT_TEXT_BYTES } from "@agora/schema/tables";
import { cut, quote } from "./text.ts";
import { CUT_FILE, CUT_FUNCTION } from "./truncated.ts";

/** Where a log call stands in the source, ready to be written. Made once for each call, by {@link createSite}. */
export interface Site {
  /** The members `file`, `line` and `function` as JSON text, without braces. */
  readonly text: string;
  /** Which of them were cut. @internal */
  readonly truncated: number;
  /** What was made for the last logger and level that wrote from here. @internal */
  cache?: unknown;
}

/** A place that a build step has written into the code, beside the call. */
export interface BuildSite {
  /** Relative to the root of the build, with `/`: a string. */
  readonly file: unknown;
  readonly line: number;
  /** Bare name of the function: a string. */
  readonly name: unknown;
  /** The text of the message, where it stands in the call as it is. */
  readonly message: string | undefined;
  /** Keys of the context in their order, where they stand in the call. A hint: what the call really has decides. */
  readonly keys: readonly string[] | undefined;
  cache: unknown;
}

/** Marks a {@link BuildSite}. Text that comes from elsewhere, such as an event, cannot carry it. */
const BUILD_SITE: unique symbol = /* @__PURE__ */ Symbol.for("agora.site.1") as never;

/** Whether the hidden argument of a call is a site, and not the index or the list that `forEach` gives. */
export function isBuildSite(value: unknown): value is BuildSite {
  return (
    typeof value === "object" && value !== null && (value as Record<symbol, unknown>)[BUILD_SITE] === true
  );
}

/** The place that a build step has found, by its path below `sourceRoot` where there is one, else by its base name. */
export function siteOfBuild({ file, line, name }: BuildSite, sourceRoot: string): Site {
  // The path is relative already: a root is put in front, to be taken off again. Nothing else has checked the texts.
  return sourceRoot === ""
    ? createSite(String(file), line, String(name))
    : createSite(`/${String(file)}`, line, String(name), "/");
}

const UNKNOWN = "<unknown>";

/**
 * Makes the place of a log call.
 *
 * @param file what the run time or the build says: a path or URL with `/` or `\`. Written is what follows the last
 * separator, cut before a `?`; `<unknown>` where nothing remains.
 * @param line from 1; anything that is no integer from 0 to 4,294,967,295 is written as 0, which means unknown.
 * @param name bare name of the function; `<unknown>` when it is empty.
 * @param sourceRoot folder that is taken off the front of `file`, so that a path relative to it is written, with `/`.
 * Default: base names only.
 */
export function createSite(file: string, line: number, name: string, sourceRoot = ""): Site {
  const path = filePath(file.toWellFormed(), sourceRoot.toWellFormed()) || UNKNOWN;
  const short = cut(path, LIMIT_TEXT_BYTES);
  const whole = name.toWellFormed() || UNKNOWN;
  const shown = cut(whole, LIMIT_TEXT_BYTES);
  const known = Number.isInteger(line) && line >= 0 && line <= LIMIT_LINE_MAX ? line : 0;
  // A path with an empty segment is not relative to anything.
  const final = short.split("/").includes("") ? baseName(short) || UNKNOWN : short;
  return {
    text: flat(`"file":${quote(final)},"line":${String(known)},"function":${quote(shown)}`),
    truncated: (short === path ? 0 : CUT_FILE) | (shown === whole ? 0 : CUT_FUNCTION),
    cache: undefined,
  };
}

/** The place of an entry that no call in the source has made, or whose call cannot be known. */
export const UNKNOWN_SITE: Site = {
  text: `"file":"${UNKNOWN}","line":0,"function":"${UNKNOWN}"`,
  truncated: 0,
  cache: undefined,
};

/** The same text as one piece: V8 would put a concatenated constant together again in every line. */
export function flat(text: string): string {
  return Object.keys({ [text]: 0 })[0] as string;
}

function filePath(file: string, sourceRoot: string): string {
  const path = file.split("?", 1)[0] as string;
  const root = sourceRoot.replace(/[/\\]+$/, "");
  const isBelow = sourceRoot !== "" && path.startsWith(root) && /[/\\]/.test(path.charAt(root.length));
  return isBelow ? path.slice(root.length + 1).replaceAll("\\", "/") : baseName(path);
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
