import type { VectorFile } from "../vectors/types.ts";

/** Characters that an editor would not show or could change, and that are therefore escaped in files of vectors. */
const UNSEEN =
  /[\u007f-\u00a0\u00ad\u0300-\u036f\u200b-\u200f\u2025-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff0-\uffff]/g;

/** A pair is seen, unless it is one of the last two code points. */
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function quote(text: string): string {
  const json = JSON.stringify(text);
  let out = "";
  let from = 0;
  for (const { index, 0: pair } of json.matchAll(PAIR)) {
    out += json.slice(from, index).replaceAll(UNSEEN, escapeUnit);
    out += (pair.codePointAt(0) ?? 0) >= 0x10fffe ? pair.replaceAll(UNSEEN, escapeUnit) : pair;
    from = index + pair.length;
  }
  return out + json.slice(from).replaceAll(UNSEEN, escapeUnit);
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
  const head = Object.entries({ profile, area, title }).map(([key, value]) => `  ${quote(key)}: ${quote(value)},`);
  const texts = cases.map((source) => {
    const members = Object.entries(source).map(([key, value]) => `      ${quote(key)}: ${oneLine(value)}`);
    return `    {\n${members.join(",\n")}\n    }`;
  });
  return `{\n${head.join("\n")}\n  "cases": [\n${texts.join(",\n")}\n  ]\n}\n`;
}
