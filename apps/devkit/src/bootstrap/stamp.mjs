// Stamps: a small file that says for which inputs a piece of work was finished.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { varFolder } from "./places.mjs";

/**
 * Hashes texts and the contents of files; a missing file counts as empty.
 * @param {{ texts?: string[], files?: string[] }} inputs
 * @returns {string} SHA-256 in hexadecimal
 */
export function fingerprint({ texts = [], files = [] }) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text}\0`);
  for (const file of files) hash.update(`${file}\0`).update(existsSync(file) ? readFileSync(file) : "");
  return hash.digest("hex");
}

/**
 * @param {string} name
 * @returns {string}
 */
function stampFile(name) {
  return join(varFolder, "stamps", name);
}

/**
 * Says whether the work of this name was finished for exactly these inputs.
 * @param {string} name
 * @param {string} expected a {@link fingerprint}
 * @returns {boolean}
 */
export function isStamped(name, expected) {
  const file = stampFile(name);
  return existsSync(file) && readFileSync(file, "utf8") === expected;
}

/**
 * Forgets that the work was done; called before it is begun, so that an interruption leaves no stamp.
 * @param {string} name
 */
export function removeStamp(name) {
  rmSync(stampFile(name), { force: true });
}

/**
 * Records that the work is done.
 * @param {string} name
 * @param {string} value a {@link fingerprint}
 */
export function writeStamp(name, value) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), value);
}
