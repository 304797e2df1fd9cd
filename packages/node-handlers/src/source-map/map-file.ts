import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readMappings } from "./mappings.ts";
import type { Mappings } from "./mappings.ts";

/** A source map, read. */
export interface SourceMapFile {
  readonly mappings: Mappings;
  /** Paths, as absolute as the map allows. */
  readonly sources: readonly string[];
}

const TAIL_BYTES = 4096;
const LARGEST_MAP = 128 * 1024 * 1024;
const INLINE = /^data:application\/json[^,]*?(;base64)?,(.*)$/s;
const COMMENT = /\/[/*][#@]\s*sourceMappingURL=(\S+?)\s*(?:\*\/)?\s*$/;

/**
 * Reads the source map of a file that runs: the one that its last comment names, inline or on the disk. Undefined where
 * it has none, or one that cannot be used.
 */
export function readMapOf(file: string): SourceMapFile | undefined {
  try {
    const url = mapUrlOf(file);
    if (url === undefined) return undefined;
    const inline = INLINE.exec(url);
    const place = inline === null ? pathOf(url, file) : file;
    if (inline === null && sizeOf(place) > LARGEST_MAP) return undefined;
    const text =
      inline === null ? readFileSync(place, "utf8") : inlineText(inline[2] ?? "", inline[1] !== undefined);
    return readMap(text, place);
  } catch {
    // A map is a help, not a need.
    return undefined;
  }
}

function readMap(text: string, place: string): SourceMapFile | undefined {
  // Some servers put a line in front that is no JSON.
  const map = JSON.parse(text.replace(/^\)\]\}'[^\n]*\n/, "")) as {
    readonly sources?: unknown;
    readonly sourceRoot?: unknown;
    readonly mappings?: unknown;
  };
  if (typeof map.mappings !== "string" || !Array.isArray(map.sources)) return undefined;
  const root = typeof map.sourceRoot === "string" ? map.sourceRoot : "";
  const sources = map.sources.map((source) =>
    typeof source === "string" ? sourcePath(root === "" ? source : `${root}/${source}`, place) : "",
  );
  return { mappings: readMappings(map.mappings), sources };
}

function sourcePath(source: string, place: string): string {
  if (source.startsWith("file://")) return fileURLToPath(source);
  // webpack://package/./src/a.ts and the like are names, not places.
  const named = /^[a-z-]+:\/\/[^/]*\/(?:\.\/)?(.*)$/.exec(source);
  return named === null ? resolve(dirname(place), source) : (named[1] ?? "");
}

/** The last comment of the file; inline maps may be long, so the file is read from its end as far as needed. */
function mapUrlOf(file: string): string | undefined {
  const fd = openSync(file, "r");
  try {
    const { size } = fstatSync(fd);
    for (let bytes = TAIL_BYTES; ; bytes = Math.min(size, bytes * 32)) {
      const length = Math.min(size, bytes);
      const tail = Buffer.alloc(length);
      readSync(fd, tail, 0, length, size - length);
      const text = tail.toString("latin1");
      const [, url] = COMMENT.exec(text) ?? [];
      // The beginning of a comment that is longer than what was read is further up.
      if (url !== undefined || length === size || /\s\S*$/.test(text.trimEnd().slice(-200))) return url;
    }
  } finally {
    closeSync(fd);
  }
}

function pathOf(url: string, file: string): string {
  if (url.startsWith("file://")) return fileURLToPath(url);
  if (/^[a-z]+:/i.test(url)) throw new Error("a map from the network is not fetched");
  return resolve(dirname(file), decodeURIComponent(url));
}

function inlineText(data: string, isBase64: boolean): string {
  return isBase64 ? Buffer.from(data, "base64").toString("utf8") : decodeURIComponent(data);
}

function sizeOf(path: string): number {
  const fd = openSync(path, "r");
  try {
    return fstatSync(fd).size;
  } finally {
    closeSync(fd);
  }
}
