import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a directory with those above it that are missing. Node's own recursive form does not end where the system says
 * that a directory which exists is missing, as it does for a new one in /proc.
 *
 * @throws what the system says when it cannot be made.
 */
export function makeDirectory(path: string, mode: number): void {
  try {
    makeOne(path, mode);
  } catch (error) {
    const parent = dirname(path);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || parent === path) throw error;
    makeDirectory(parent, mode);
    makeOne(path, mode);
  }
}

function makeOne(path: string, mode: number): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Whether it is a directory shows when something in it is opened.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
