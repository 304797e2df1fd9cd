import { readFile, writeFile } from "node:fs/promises";

/** The lines between which a run writes; what stands around them is written by hand. */
export const BEGIN = "<!-- results: written by npm run bench -- --write -->";

/** The end of what a run writes. */
export const END = "<!-- end of results -->";

/**
 * Puts results between the markers of a file.
 *
 * @throws {Error} when the file does not have both markers, in their order
 */
export async function writeResults(file: string, markdown: string): Promise<void> {
  const text = await readFile(file, "utf8");
  await writeFile(file, withResults(text, markdown));
}

/** The text with what stands between its markers replaced. */
export function withResults(text: string, markdown: string): string {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`the file needs the lines ${BEGIN} and ${END}`);
  return `${text.slice(0, begin + BEGIN.length)}\n\n${markdown}\n\n${text.slice(end)}`;
}
