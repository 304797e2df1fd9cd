import { join, relative, resolve } from "node:path";

/** This package's folder. */
export const DEMO_FOLDER: string = join(import.meta.dirname, "..");

/** The repository's folder. */
export const ROOT: string = join(DEMO_FOLDER, "..", "..");

/** Where the logs go when the user names no other place. */
export const DEFAULT_LOG_DIR: string = join(ROOT, "var", "log", "agora");

/** npm runs a script elsewhere, but says where it was called. */
const userFolder = process.env["INIT_CWD"] ?? process.cwd();

/** A path as the user would write it: relative to where the user stands, absolute where that is not below. */
export function fromUser(path: string): string {
  const relativePath = relative(userFolder, path);
  return relativePath === "" || relativePath.startsWith("..") ? path : relativePath;
}

/** The absolute path of a path that the user wrote. */
export function absolute(path: string): string {
  return resolve(userFolder, path);
}
