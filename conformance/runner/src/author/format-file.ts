import type { VectorFile } from "../vectors/types.ts";

/** Characters that an editor would not show or could change, and that are therefore escaped in files of vectors. */
const UNSEEN =
  /^(?:[\u{300}-\u{36f}]|[\u{fe00}-\u{fe0f}]|[\u{7f}-\u{a0}\u{ad}\u{200b}-\u{200f}\u{2025}-\u{202e}\u{2060}-\u{206f}\u{d800}-\u{dfff}\u{fdd0}-\u{fdef}\u{feff}\u{fff0}-\u{ffff}\u{10fffe}\u{10ffff}])$/u;

function escapeCharacter(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

function quote(text: string): string {
  return Array.from(JSON.stringify(text), (character) =>
    UNSEEN.test(character) ? escapeCharacter(character) : character,
  ).join("");
}

/** JSON on one line, with blanks as in prose. */
export function oneLine(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map((element) => oneLine(element)).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, member]) => `${quote(key)}: ${oneLine(member)}`);
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  }
  return JSON.stringify(value);
}

/** The text of a file of vectors: one line for each member of a case, so that a changed byte is a short diff. */
export function formatVectorFile({ profile, area, title, cases }: VectorFile): string {
  const head = Object.entries({ profile, area, title }).map(
    ([key, value]) => `  ${quote(key)}: ${quote(value)},`,
  );
  const texts = cases.map((source) => {
    const members = Object.entries(source).map(([key, value]) => `      ${quote(key)}: ${oneLine(value)}`);
    return `    {\n${members.join(",\n")}\n    }`;
  });
  return `{\n${head.join("\n")}\n  "cases": [\n${texts.join(",\n")}\n  ]\n}\n`;
}
