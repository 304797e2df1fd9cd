import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { decode } from "@jridgewell/sourcemap-codec";
import type { SourceMapMappings } from "@jridgewell/sourcemap-codec";

/** A source map as far as positions go. */
export interface PositionMap {
  readonly mappings: SourceMapMappings;
  readonly sources: readonly OriginalSource[];
  readonly names: readonly string[];
}

/** A file that was compiled. */
export interface OriginalSource {
  readonly path: string;
  /** Its text, read where the map does not bring it; undefined where it is not there. */
  readonly text: () => string | undefined;
}

interface RawMap {
  readonly mappings?: unknown;
  readonly sources?: unknown;
  readonly sourcesContent?: unknown;
  readonly sourceRoot?: unknown;
  readonly names?: unknown;
}

/**
 * The source map of compiled code, inline or beside it; undefined where there is none or it cannot be read. Maps with
 * sections are not read.
 */
export function findMap(code: string, path: string): PositionMap | undefined {
  const url = mapUrl(code);
  if (url === undefined) return undefined;
  try {
    const inline = /^data:application\/json[^,]*?(;base64)?,(.*)$/s.exec(url);
    if (inline !== null) {
      const [, isBase64, data = ""] = inline;
      const text = isBase64 === undefined ? decodeURIComponent(data) : Buffer.from(data, "base64").toString();
      return readMap(text, path);
    }
    const file = fileURLToPath(new URL(url, pathToFileURL(path)));
    return readMap(readFileSync(file, "utf8"), file);
  } catch {
    return undefined;
  }
}

/** The last comment that names a map: one in a string or further up is not it. */
function mapUrl(code: string): string | undefined {
  const start = code.lastIndexOf("//# sourceMappingURL=");
  if (start < 0) return undefined;
  const rest = code.slice(start + "//# sourceMappingURL=".length).trim();
  return /[\s'"`]/.test(rest) ? undefined : rest;
}

function readMap(text: string, mapPath: string): PositionMap | undefined {
  const raw = JSON.parse(text) as RawMap;
  const { mappings, sources, sourcesContent, sourceRoot, names } = raw;
  if (typeof mappings !== "string" || !Array.isArray(sources)) return undefined;
  const contents: unknown[] = Array.isArray(sourcesContent) ? sourcesContent : [];
  const root = typeof sourceRoot === "string" ? sourceRoot : "";
  return {
    mappings: decode(mappings),
    names: Array.isArray(names) ? (names as unknown[]).map(String) : [],
    sources: (sources as unknown[]).map((source, index) => {
      const path = sourcePath(root, String(source), dirname(mapPath));
      const content = contents[index];
      return { path, text: () => (typeof content === "string" ? content : readIfThere(path)) };
    }),
  };
}

function sourcePath(root: string, source: string, folder: string): string {
  const whole =
    root === "" || /^(?:[a-z]+:|\/)/i.test(source) ? source : `${root.replace(/\/$/, "")}/${source}`;
  if (whole.startsWith("file:")) return fileURLToPath(whole);
  return resolve(folder, whole.replace(/^webpack:\/\/[^/]*\//, ""));
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** A position in an original file: line from 1, column from 0. */
export interface OriginalPosition {
  readonly source: OriginalSource;
  readonly line: number;
  readonly column: number;
}

/** Where a position of compiled code (line from 1, column from 0) comes from; undefined where the map does not say. */
export function originalOf(map: PositionMap, line: number, column: number): OriginalPosition | undefined {
  const segments = map.mappings[line - 1] ?? [];
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.[0] ?? 0) <= column) low = middle + 1;
    else high = middle;
  }
  const segment = segments[low - 1];
  if (segment === undefined || segment.length === 1) return undefined;
  const source = map.sources[segment[1]];
  return source === undefined ? undefined : { source, line: segment[2] + 1, column: segment[3] };
}
