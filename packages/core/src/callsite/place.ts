import type { Frame } from "./frames.ts";

/** Where a call stands. */
export interface Place {
  /** Path or URL. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Bare name of the function. */
  readonly name: string;
}

/** Whether a frame is code of the user's own, with a file: not native, not of Node, and not whoever awaits. */
export function isOwn(frame: Frame): boolean {
  if (frame.isAsync?.() === true || frame.isNative()) return false;
  const file = frame.getFileName();
  return typeof file === "string" && file !== "" && !/^(?:node|native|bun|ext):/.test(file);
}

/** The place of a frame; undefined where it is in an eval that nothing is known of. */
export function placeOf(frame: Frame): Place | undefined {
  if (frame.isEval()) return placeOfEval(frame.getEvalOrigin?.() ?? "");
  const file = frame.getFileName() ?? "";
  return {
    file,
    line: frame.getLineNumber() ?? 0,
    column: frame.getColumnNumber() ?? 0,
    name: nameOf(frame),
  };
}

/** Code in an eval stands where eval was called: reads `eval at name (file:line:column)`, of nested ones the outermost. */
export function placeOfEval(origin: string): Place | undefined {
  const [, name = "", file = "", line, column] =
    /eval at (\S+) \(((?!eval at )[^()]+):(\d+):(\d+)\)/.exec(origin) ?? [];
  return file === "" ? undefined : { file, line: Number(line), column: Number(column), name: bareName(name) };
}

function nameOf(frame: Frame): string {
  const name = frame.getFunctionName();
  if (name !== null && name !== "") return bareName(name);
  // The code of a module is a function without a name that begins where the file begins.
  const isModule = frame.getEnclosingLineNumber?.() === 1 && frame.getEnclosingColumnNumber?.() === 1;
  return isModule ? "<module>" : "<anonymous>";
}

/** `run` of `Service.run`, `get run` or `async run`; names that engines make up in angle brackets say nothing. */
export function bareName(name: string): string {
  if (name === "module code") return "<module>";
  const bare = name.endsWith("]") ? name.slice(name.lastIndexOf("[")) : name.slice(name.lastIndexOf(".") + 1);
  const short = bare.replace(/^(?:async|new|get|set) /, "");
  return short.startsWith("<") || short === "" ? "<anonymous>" : short;
}

/** Reads V8's text: `at name (file:line:column)`, `at async name (…)` or `at file:line:column`. */
export function placeInText(stack: string): Place | undefined {
  for (const line of stack.split("\n")) {
    const frame = /^ {4}at (?:(.*?)(?: \[as .*\])? \()?([^()]+):(\d+):(\d+)\)?$/.exec(line);
    const [, name = "", file = "", number, column] = frame ?? [];
    if (file === "" || /^(?:node:|async )/.test(file) || name.startsWith("async ")) continue;
    // Without a name it may be a module or a function: the text does not tell.
    return { file, line: Number(number), column: Number(column), name: name && bareName(name) };
  }
  return undefined;
}

/** The path in a `file:` URL; other names are returned as they are. */
export function pathOf(file: string): string {
  if (!file.startsWith("file://")) return file;
  const path = file.slice("file://".length).replace(/^\/(?=[A-Za-z]:)/, "");
  try {
    return decodeURIComponent(path.replace(/[?#].*$/s, ""));
  } catch {
    return path;
  }
}
