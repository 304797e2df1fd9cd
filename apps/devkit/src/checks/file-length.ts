import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isGenerated, sourceFiles } from "./source-files.ts";

const handWritten = /\.(?:[cm]?[jt]sx?|py|[ch]pp|cc|h|lua)$/;

/** The most lines that a hand-written file may have. */
export const longestFile = 400;

/**
 * Finds hand-written files that hold more than one concern, as far as their length tells.
 *
 * @param root absolute path of the folder to look through
 * @returns the problems, and how many files were looked at
 */
export function checkFileLength(root: string): {
  readonly problems: readonly string[];
  readonly files: number;
} {
  const files = sourceFiles(root).filter((file) => handWritten.test(file) && !isGenerated(file));
  const problems = files
    .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > longestFile)
    .map(({ file, lines }) => `${file} has ${lines} lines, ${longestFile} are allowed`);
  return { problems: files.length === 0 ? ["no source file was found"] : problems, files: files.length };
}
