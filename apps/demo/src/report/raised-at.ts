import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** `at name (file:///path:line:column)` or `at path:line:column`, the innermost first. */
const V8_FRAME = /^ +at (?:(?:async )?(?<name>\S+) \()?(?<file>file:\/\/\S+|\/.+):(?<line>\d+):\d+\)?$/gm;

/** `File "path", line n, in name`, the innermost last. */
const PYTHON_FRAME = /^ +File "(?<file>.+)", line (?<line>\d+), in (?<name>.+)$/gm;

/**
 * Where an error was raised: the innermost frame of its stack that lies below a folder, as `path:line function`.
 *
 * @param stacktrace - as V8 or Python write it
 * @param root - the folder; the path is relative to it
 * @returns undefined when no frame does
 */
export function raisedAt(stacktrace: string, root: string): string | undefined {
  const frames = [...stacktrace.matchAll(V8_FRAME), ...[...stacktrace.matchAll(PYTHON_FRAME)].toReversed()];
  for (const { groups = {} } of frames) {
    const { file = "", line, name } = groups;
    const path = relative(root, file.startsWith("file:") ? fileURLToPath(file) : file);
    if (!path.startsWith("..") && !isAbsolute(path) && !path.includes("node_modules")) {
      return `${path}:${line}${name === undefined ? "" : ` ${name}`}`;
    }
  }
  return undefined;
}
