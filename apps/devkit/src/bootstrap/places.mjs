// Where things stand. Everything that an install brings lies inside the checkout.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout, an absolute path. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "..");

/** The ignored folder for caches, stamps, logs and results. */
export const varFolder = join(root, "var");

/** The Python environment that the tests, checks and the demo use. */
export const venvFolder = join(root, "packages", "python", ".venv");

/** The folder of the Python environment that holds its programs. */
export const venvBin = join(venvFolder, process.platform === "win32" ? "Scripts" : "bin");

/** The Node that the tool chain runs on, from the npm package `node`. */
export const pinnedNode = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);
