import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder of this package: where `protocol/`, `vectors/` and `mutants/` stand, whether the code runs from
 * `runner/src` or from `dist`.
 *
 * @throws {Error} when no folder above this file holds a package.json beside `vectors/`.
 */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json")) || !existsSync(join(folder, "vectors"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the conformance package is incomplete: vectors/ is missing");
    folder = parent;
  }
  return folder;
}
