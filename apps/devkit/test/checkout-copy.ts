import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { root } from "../src/bootstrap/places.mjs";
import { memberFolders } from "../src/bootstrap/workspace.mjs";
import { sourceFiles } from "../src/checks/source-files.ts";

/** A copy of the checkout's source files in a temporary folder, into which a test may plant what must be found. */
export interface CheckoutCopy {
  /** Absolute path. */
  readonly root: string;
  /** Writes a file of the copy, with the folders above it. */
  readonly plant: (file: string, text: string) => void;
  /** Reads a file of the copy. */
  readonly read: (file: string) => string;
  /** Runs git in the copy. */
  readonly git: (...args: readonly string[]) => void;
  readonly remove: () => void;
}

/**
 * Copies the checkout as it is on disk, committed or not.
 *
 * @param folderName the last part of the copy's path
 * @param linkModules whether the copy's packages see the checkout's node_modules and dist
 */
export function copyCheckout(folderName = "checkout", linkModules = true): CheckoutCopy {
  const above = realpathSync(mkdtempSync(join(tmpdir(), "agora-devkit-")));
  const copy = join(above, folderName);
  for (const file of sourceFiles(root)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  if (linkModules) {
    for (const folder of [root, ...memberFolders(root)]) {
      for (const name of ["node_modules", "dist"])
        link(join(folder, name), join(copy, relative(root, folder), name));
    }
  }
  return {
    root: copy,
    plant: (file, text) => {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), text);
    },
    read: (file) => readFileSync(join(copy, file), "utf8"),
    git: (...args) => {
      execFileSync("git", args, { cwd: copy });
    },
    remove: () => rmSync(above, { recursive: true, force: true }),
  };
}

function link(target: string, path: string): void {
  if (existsSync(target) && existsSync(dirname(path))) symlinkSync(target, path);
}
