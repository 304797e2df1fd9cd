import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";

/** An expectation that was written by hand. */
export interface HandWritten {
  readonly id: string;
  /** What the text is: the value of context, all behind the head of `base.json`, or all of the line. */
  readonly form: "context" | "rest" | "line";
  readonly text: string;
}

const FORMS: ReadonlySet<string> = new Set(["context", "rest", "line"]);

/** The text of a hand-written expectation: `⟨a×3⟩` is a run, `⟨U+2028⟩` a character. */
export function readNotation(text: string): string {
  const characters = text.replaceAll(/⟨U\+([0-9A-F]{4,6})⟩/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
  return characters.replaceAll(/⟨([^⟨⟩×]*(?:×[^⟨⟩×]*)*)×([0-9]+)⟩/g, (_, unit: string, count: string) =>
    unit.repeat(Number(count)),
  );
}

/**
 * The expectations of `vectors/hand.txt`.
 *
 * @throws {Error} when a line is not of the form that the file's head describes.
 */
export function loadHandWritten(): readonly HandWritten[] {
  const lines = readFileSync(join(packageRoot(), "vectors", "hand.txt"), "utf8").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => readLine(line));
}

function readLine(line: string): HandWritten {
  const [id = "", form = "", text, more] = line.split("\t");
  if (text === undefined || more !== undefined || !FORMS.has(form)) {
    throw new Error(`hand.txt: not id, form and text: ${line.slice(0, 80)}`);
  }
  return { id, form: form as HandWritten["form"], text: readNotation(text) };
}
