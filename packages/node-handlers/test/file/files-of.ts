import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** What is in a directory: names with their contents, compressed ones unpacked. */
export function filesOf(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder).sort()) {
    const content = readFileSync(join(folder, name));
    files[name] = (name.endsWith(".gz") ? gunzipSync(content) : content).toString("utf8");
  }
  return files;
}

/** What became of numbered lines (`name number xxx`) of several writers in the files of one log. */
export interface Account {
  /** Lines found by writer, in the order of the files from the oldest on. */
  readonly numbers: Record<string, number[]>;
  /** Lines that are not whole. */
  readonly torn: string[];
  /** Bytes of the largest file. */
  readonly largest: number;
  readonly files: number;
}

/** Reads `path.N` to `path.1`, then `path`. */
export function accountOfBackups(folder: string, name: string, lineBytes: number): Account {
  const files = filesOf(folder);
  const numberOf = (file: string): number =>
    Number(/\.(\d+)(\.gz)?$/.exec(file.slice(name.length))?.[1] ?? 0);
  const isOurs = (file: string): boolean => /^(\.\d+(\.gz)?)?$/.test(file.slice(name.length));
  const names = Object.keys(files).filter((file) => file.startsWith(name) && isOurs(file));
  names.sort((a, b) => numberOf(b) - numberOf(a));
  return accountOf(
    names.map((file) => files[file] ?? ""),
    lineBytes,
  );
}

/** Takes stock of files, the oldest first. */
export function accountOf(contents: readonly string[], lineBytes: number): Account {
  const numbers: Record<string, number[]> = {};
  const torn: string[] = [];
  for (const content of contents) {
    if (content !== "" && !content.endsWith("\n")) torn.push(content.slice(content.lastIndexOf("\n") + 1));
    for (const line of content.split("\n").slice(0, -1)) {
      const [, writer = "", number] = /^(\w+) (\d+) x*$/.exec(line) ?? [];
      if (line.length + 1 !== lineBytes || number === undefined) torn.push(line);
      else (numbers[writer] ??= []).push(Number(number));
    }
  }
  const largest = Math.max(0, ...contents.map((content) => Buffer.byteLength(content)));
  return { numbers, torn, largest, files: contents.length };
}

/** The numbers from `from` up to, not including, `to`. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
