import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { packageRoot } from "../package-root.ts";

/** A replacement in one file of the reference encoder; `find` must stand in it exactly once. */
export interface Edit {
  /** Relative to the encoder's source folder. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A wrong encoder: the reference encoder with one behaviour changed. */
export interface Mutant {
  readonly name: string;
  /** What it does wrong. */
  readonly what: string;
  readonly edits: readonly Edit[];
}

/** `mutants/mutants.json`. */
export interface MutantList {
  /** The folder of the reference encoder's source, relative to the root of the repository. */
  readonly source: string;
  /** The testee that drives it. */
  readonly testee: string;
  readonly mutants: readonly Mutant[];
}

/** The wrong encoders that the vectors must tell from a right one. */
export function loadMutants(): MutantList {
  return JSON.parse(readFileSync(join(packageRoot(), "mutants", "mutants.json"), "utf8")) as MutantList;
}

/** A changed copy of the reference encoder. */
export interface MutatedCopy {
  /** The folder that holds the copy of the source folder, under its own name. */
  readonly folder: string;
  /** Removes the copy. */
  readonly remove: () => void;
}

/**
 * Makes a copy of the reference encoder's source and changes it.
 *
 * @throws {Error} when a text to replace does not stand exactly once in its file: the encoder has changed, and the
 * mutant must follow.
 */
export function mutatedCopy(source: string, mutant: Mutant): MutatedCopy {
  const folder = mkdtempSync(join(tmpdir(), "agora-mutant-"));
  const copy = join(folder, basename(source));
  try {
    cpSync(source, copy, { recursive: true, filter: (path) => !path.includes("__pycache__") });
    for (const edit of mutant.edits) applyEdit(copy, mutant.name, edit);
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function applyEdit(copy: string, name: string, { file, find, replace }: Edit): void {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  const at = text.indexOf(find);
  if (at === -1 || text.includes(find, at + 1)) {
    const problem = at === -1 ? "does not stand in" : "stands more than once in";
    throw new Error(`mutant ${name}: ${JSON.stringify(find)} ${problem} ${file}`);
  }
  writeFileSync(path, text.slice(0, at) + replace + text.slice(at + find.length));
}
