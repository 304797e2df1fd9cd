import type { AnyFunction } from "./ports.ts";
import { createSite, UNKNOWN_SITE } from "./site.ts";
import type { Site } from "./site.ts";

/** What V8 says of a frame, as far as it is used here. */
interface Frame {
  getFileName(): string | null | undefined;
  getLineNumber(): number | null;
  getFunctionName(): string | null;
  getEvalOrigin(): string | undefined;
  getEnclosingLineNumber(): number | null;
  getEnclosingColumnNumber(): number | null;
  isEval(): boolean;
  isNative(): boolean;
  isAsync(): boolean;
}

/** The members of Error that V8 has and no standard names. */
interface V8Error {
  stackTraceLimit?: number;
  prepareStackTrace?: unknown;
  captureStackTrace?(target: object, below: AnyFunction): void;
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly name: string;
}

const v8 = Error as V8Error;
const FRAMES_IN_DOUBT = 12;
// Code that is made at run time would fill the memory with its places.
const MOST_SITES = 8192;

let rememberedRoot = "";
let rememberedCount = 0;
const remembered = new Map<string, Map<number, Map<string, Site>>>();

/**
 * Finds the place where a public method was called, in V8. It costs about 2 µs; a build step that writes the places
 * into the code costs nothing and is right for TypeScript and minified code, where this one says what runs.
 *
 * Never throws and never guesses: a call without a frame of the user's own, such as a method that a promise calls
 * directly, is at {@link UNKNOWN_SITE}. Other users of V8's stack hooks are not disturbed; where the hooks cannot be
 * replaced for a moment, the text of the stack is read instead.
 *
 * @param method the function above which the call stands.
 * @param sourceRoot folder that is taken off the front of file names; empty for base names.
 */
export function captureSite(method: AnyFunction, sourceRoot: string): Site {
  try {
    if (typeof v8.captureStackTrace !== "function") return UNKNOWN_SITE;
    const place = canReplaceHooks()
      ? (placeOf(framesAbove(method, 1)) ?? placeOf(framesAbove(method, FRAMES_IN_DOUBT)))
      : placeInText(stackText(method));
    return place === undefined ? UNKNOWN_SITE : remember(place, sourceRoot);
  } catch {
    return UNKNOWN_SITE;
  }
}

function canReplaceHooks(): boolean {
  return isReplaceable("stackTraceLimit") && isReplaceable("prepareStackTrace");
}

function isReplaceable(name: keyof V8Error): boolean {
  const descriptor = Object.getOwnPropertyDescriptor(v8, name);
  return descriptor === undefined ? Object.isExtensible(v8) : descriptor.writable === true;
}

const keepFrames = (_: unknown, frames: Frame[]): Frame[] => frames;

function framesAbove(method: AnyFunction, limit: number): Frame[] {
  const hadLimit = Object.hasOwn(v8, "stackTraceLimit");
  const hadHook = Object.hasOwn(v8, "prepareStackTrace");
  const { stackTraceLimit, prepareStackTrace } = v8;
  const holder: { stack?: unknown } = {};
  try {
    v8.stackTraceLimit = limit;
    v8.prepareStackTrace = keepFrames;
    v8.captureStackTrace?.(holder, method);
    // The hook runs when the stack is read.
    return Array.isArray(holder.stack) ? holder.stack : [];
  } finally {
    if (hadLimit) v8.stackTraceLimit = stackTraceLimit as number;
    else delete v8.stackTraceLimit;
    if (hadHook) v8.prepareStackTrace = prepareStackTrace;
    else delete v8.prepareStackTrace;
  }
}

/** The place of the first frame that is the user's own. */
function placeOf(frames: readonly Frame[]): Place | undefined {
  for (const frame of frames) {
    // An async frame is whoever awaits, not whoever called.
    if (frame.isAsync()) continue;
    if (frame.isEval()) return placeOfEval(frame);
    const file = frame.getFileName();
    if (typeof file !== "string" || file === "" || frame.isNative() || file.startsWith("node:")) continue;
    return { file, line: frame.getLineNumber() ?? 0, name: nameOf(frame) };
  }
  return undefined;
}

/** Code in an eval stands where eval was called. */
function placeOfEval(frame: Frame): Place | undefined {
  const [, name = "", file = "", line] =
    /^eval at (\S+) \(([^()]+):(\d+):\d+\)$/.exec(frame.getEvalOrigin() ?? "") ?? [];
  return file === "" ? undefined : { file, line: Number(line), name: bareName(name) };
}

function nameOf(frame: Frame): string {
  const name = frame.getFunctionName();
  if (name !== null && name !== "") return bareName(name);
  // The code of a module is a function without a name that begins where the file begins.
  const isModule = frame.getEnclosingLineNumber() === 1 && frame.getEnclosingColumnNumber() === 1;
  return isModule ? "<module>" : "<anonymous>";
}

/** `run` of `Service.run`, `get run` or `async run`; names that V8 makes up in angle brackets say nothing. */
function bareName(name: string): string {
  const bare = name.endsWith("]") ? name.slice(name.lastIndexOf("[")) : name.slice(name.lastIndexOf(".") + 1);
  const short = bare.replace(/^(?:async|new|get|set) /, "");
  return short.startsWith("<") || short === "" ? "<anonymous>" : short;
}

function stackText(method: AnyFunction): string {
  const holder: { stack?: unknown } = {};
  v8.captureStackTrace?.(holder, method);
  return typeof holder.stack === "string" ? holder.stack : "";
}

/** Reads V8's text: `at name (file:line:column)`, `at async name (…)` or `at file:line:column`. */
function placeInText(stack: string): Place | undefined {
  for (const line of stack.split("\n")) {
    const frame = /^ {4}at (?:(.*?)(?: \[as .*\])? \()?([^()]+):(\d+):\d+\)?$/.exec(line);
    const [, name = "", file = "", number] = frame ?? [];
    if (file === "" || file.startsWith("node:") || name.startsWith("async ") || file.startsWith("async "))
      continue;
    // Without a name it may be a module or a function: the text does not tell.
    return { file, line: Number(number), name: name && bareName(name) };
  }
  return undefined;
}

function remember({ file, line, name }: Place, sourceRoot: string): Site {
  if (sourceRoot !== rememberedRoot || rememberedCount >= MOST_SITES) {
    remembered.clear();
    rememberedRoot = sourceRoot;
    rememberedCount = 0;
  }
  let lines = remembered.get(file);
  if (lines === undefined) remembered.set(file, (lines = new Map()));
  let names = lines.get(line);
  if (names === undefined) lines.set(line, (names = new Map()));
  let site = names.get(name);
  if (site === undefined) {
    site = createSite(pathOf(file), line, name, sourceRoot);
    names.set(name, site);
    rememberedCount++;
  }
  return site;
}

/** The path in a `file:` URL; other names are returned as they are. */
function pathOf(file: string): string {
  if (!file.startsWith("file://")) return file;
  const path = file.slice("file://".length).replace(/^\/(?=[A-Za-z]:)/, "");
  try {
    return decodeURIComponent(path.replace(/[?#].*$/s, ""));
  } catch {
    return path;
  }
}
