import * as nodeModule from "node:module";
import type { PlaceResolver } from "@agora/core/callsite";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readMapOf } from "./map-file.ts";
import type { SourceMapFile } from "./map-file.ts";

/** What `findEntry` of Node's own source maps returns. */
interface OriginalEntry {
  readonly originalSource?: string;
  readonly originalLine?: number;
}

const MOST_MAPS = 256;

/**
 * Makes a resolver that asks Node, which knows the maps of what loaders such as tsx have compiled, and then reads the
 * map that lies beside the file. A map is read once for each file, with the first call in it.
 */
export function createPlaceResolver(): PlaceResolver {
  const maps = new Map<string, SourceMapFile | undefined>();
  return ({ file, line, column }) => {
    const known = fromNode(file, line, column);
    if (known !== undefined) return known;
    if (!maps.has(file)) {
      if (maps.size >= MOST_MAPS) maps.clear();
      maps.set(file, readMapOf(file));
    }
    const map = maps.get(file);
    const original = map?.mappings.find(line, column);
    const source = original === undefined ? "" : map?.sources[original.source];
    return source ? { file: source, line: original?.line ?? 0 } : undefined;
  };
}

function fromNode(file: string, line: number, column: number): { file: string; line: number } | undefined {
  // Bun and Deno may lack it.
  const find = nodeModule.findSourceMap as typeof nodeModule.findSourceMap | undefined;
  const map = find?.(file) ?? find?.(pathToFileURL(file).href);
  const { originalSource, originalLine } = (map?.findEntry(line - 1, column - 1) ?? {}) as OriginalEntry;
  if (originalSource === undefined || originalLine === undefined) return undefined;
  const source = originalSource.startsWith("file://") ? fileURLToPath(originalSource) : originalSource;
  return { file: source, line: originalLine + 1 };
}
