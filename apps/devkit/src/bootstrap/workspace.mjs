// The packages of the workspace, as pnpm-workspace.yaml names their folders.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Manifest what we read of a package.json
 * @property {string} name
 * @property {string} [version]
 * @property {boolean} [private]
 * @property {string} [description]
 * @property {string} [license]
 * @property {string} [type]
 * @property {Record<string, string>} [engines]
 * @property {Record<string, string>} [scripts]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {string} [packageManager]
 */

/**
 * @typedef {object} Member one package of the workspace
 * @property {string} folder absolute path
 * @property {Manifest} manifest
 */

/**
 * Reads one package.json.
 * @param {string} folder
 * @returns {Manifest}
 */
export function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/**
 * The folders that the workspace's patterns name, each a folder or `folder/*`; they need not be packages.
 * @param {string} root
 * @returns {string[]} absolute paths, sorted
 */
export function memberFolders(root) {
  const text = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  const block = /^packages:\n((?:\s*-.*\n)+)/m.exec(text)?.[1] ?? "";
  const patterns = [...block.matchAll(/-\s*["']?([^"'\s]+)/g)].map((match) => match[1] ?? "");
  return patterns
    .flatMap((pattern) => {
      if (!pattern.endsWith("/*")) return [join(root, pattern)];
      const parent = join(root, pattern.slice(0, -2));
      if (!existsSync(parent)) return [];
      const entries = readdirSync(parent, { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map((entry) => join(parent, entry.name));
    })
    .toSorted();
}

/**
 * All packages of the workspace, the root left out.
 * @param {string} root
 * @returns {Member[]} sorted by folder
 */
export function readMembers(root) {
  const folders = memberFolders(root).filter((folder) => existsSync(join(folder, "package.json")));
  return folders.map((folder) => ({ folder, manifest: readManifest(folder) }));
}
