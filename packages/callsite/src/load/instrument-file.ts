import process from "node:process";
import { isWanted } from "../options.ts";
import { displayPath, instrument, mayLog } from "../instrument.ts";
import type { Compiled } from "../instrument.ts";
import type { LoadSettings } from "./load-settings.ts";
import { callsIn } from "./original-calls.ts";
import type { OriginalCalls } from "./original-calls.ts";
import { shiftedMap } from "./shifted-map.ts";
import { findMap, originalOf } from "./original.ts";
import type { OriginalPosition, OriginalSource, PositionMap } from "./original.ts";

/** Longer lines are written by a minifier: its names say nothing, and its calls are merged. */
const LONGEST_LINE = 5000;

/** The code of a file with its sites; the same code where there are none, or where anything goes wrong. */
export function instrumentFile(code: string, path: string, settings: LoadSettings): string {
  try {
    if (!isLoaded(path, settings) || isMinified(code)) return code;
    if (!mayLog(code, settings)) return code;
    const map = findMap(code, path);
    const compiled = map === undefined ? undefined : compiledFrom(map, settings);
    const placed = instrument(code, path, settings, compiled);
    if (placed === undefined) return code;
    const text = placed.text.toString();
    // The map beside the file is for the code as it was: what follows an insertion has moved to the right.
    return map !== undefined && process.sourceMapsEnabled
      ? text + shiftedMap(map, code, placed.insertions)
      : text;
  } catch {
    // The program has to start as it would without.
    return code;
  }
}

function isLoaded(path: string, settings: LoadSettings): boolean {
  const inPackages = path.replaceAll("\\", "/").split("/node_modules/");
  const name = inPackages.length > 1 ? (inPackages.at(-1) as string) : undefined;
  if (name !== undefined) return settings.packages.some((wanted) => name.startsWith(`${wanted}/`));
  return isWanted(path, settings);
}

function isMinified(code: string): boolean {
  let start = 0;
  while (start < code.length) {
    const end = code.indexOf("\n", start);
    const stop = end < 0 ? code.length : end;
    // An inline map is one long line too.
    if (stop - start > LONGEST_LINE && !code.startsWith("//# sourceMappingURL=", start)) return true;
    start = stop + 1;
  }
  return false;
}

/** Looks every call up in what was compiled: its line, and its function, which a compiler may have renamed. */
function compiledFrom(map: PositionMap, settings: LoadSettings): Compiled {
  const readers = new Map<OriginalSource, OriginalCalls | undefined>();
  const find = (line: number, column: number): [OriginalPosition, OriginalCalls | undefined] | undefined => {
    const position = originalOf(map, line, column);
    if (position === undefined) return undefined;
    const { source } = position;
    if (!readers.has(source)) {
      const text = source.text();
      readers.set(source, text === undefined ? undefined : callsIn(source.path, text, settings));
    }
    return [position, readers.get(source)];
  };
  return {
    locate: (line, column, name) => {
      const found = find(line, column);
      if (found === undefined) return undefined;
      const [{ source, line: original, column: at }, calls] = found;
      return {
        file: displayPath(source.path, settings.root),
        line: original,
        name: calls?.nameAt(original, at) ?? name,
      };
    },
    isSite: (line, column) => {
      const found = find(line, column);
      return found?.[1]?.isSite(found[0].line, found[0].column) ?? false;
    },
  };
}
