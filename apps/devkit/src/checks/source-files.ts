import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

const outputFolders = new Set([
  "node_modules",
  "dist",
  "build",
  "var",
  "coverage",
  "__pycache__",
  ".git",
  ".venv",
  ".turbo",
  ".cache",
  ".mypy_cache",
  ".ruff_cache",
  ".pytest_cache",
  ".hypothesis",
]);

/**
 * Lists the files of a folder that were not made by a tool, whether git knows them or not.
 *
 * @param folder absolute path
 * @returns paths relative to it, with `/`, sorted
 */
export function sourceFiles(folder: string): readonly string[] {
  return walk(folder)
    .map((file) => relative(folder, file).replaceAll("\\", "/"))
    .toSorted();
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return entry.isFile() ? [path] : [];
    return outputFolders.has(entry.name) || entry.name.startsWith("build-") ? [] : walk(path);
  });
}

/** Says whether a path lies in a folder of generated files. */
export function isGenerated(file: string): boolean {
  return /(?:^|\/)_?gen\//.test(file);
}
