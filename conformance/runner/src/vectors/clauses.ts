import { readVectorJson } from "./load.ts";

/** A clause of the format, as the list of anchors holds it. */
export interface Clause {
  /** `2.4.1` */
  readonly anchor: string;
  /** The strongest keyword of its text; MAY also for a clause that has none. */
  readonly level: "MUST" | "SHOULD" | "MAY";
}

/** The clauses of the format that this package's vectors refer to, in the order of the document. */
export function clausesOf(): readonly Clause[] {
  return (readVectorJson("anchors.json") as { readonly clauses: readonly Clause[] }).clauses;
}

/** A clause with the place of its text in the document. */
interface DocumentClause extends Clause {
  /** Index of its last line; the vectors' line follows it. */
  readonly lastLine: number;
}

const ANCHOR = /^- <a id="([0-9.]+)"><\/a>/;

/** What the vectors' line of a clause begins with. */
const VECTORS_LINE = "  Vectors: ";

/** The clauses of the document: list items that begin with an anchor, with the lines that belong to them. */
export function readClauses(markdown: string): readonly Clause[] {
  return findClauses(markdown.split("\n")).map(({ anchor, level }) => ({ anchor, level }));
}

function findClauses(lines: readonly string[]): readonly DocumentClause[] {
  const clauses: DocumentClause[] = [];
  for (const [index, line] of lines.entries()) {
    const anchor = ANCHOR.exec(line)?.[1];
    if (anchor === undefined) continue;
    let lastLine = index;
    while (/^ {2}\S/.test(lines[lastLine + 1] ?? "") && !(lines[lastLine + 1] ?? "").startsWith(VECTORS_LINE)) {
      lastLine += 1;
    }
    const text = lines.slice(index, lastLine + 1).join(" ");
    clauses.push({ anchor, level: levelOf(text), lastLine });
  }
  return clauses;
}

function levelOf(text: string): Clause["level"] {
  if (/\bMUST\b/.test(text)) return "MUST";
  return /\bSHOULD\b/.test(text) ? "SHOULD" : "MAY";
}

/**
 * The document with the line of vectors under each clause, as it must be.
 *
 * @param idsOf the ids that prove a clause, in order.
 */
export function withVectorLines(markdown: string, idsOf: (anchor: string) => readonly string[]): string {
  const lines = markdown.split("\n").filter((line) => !line.startsWith(VECTORS_LINE));
  const after = new Map(findClauses(lines).map(({ anchor, lastLine }) => [lastLine, idsOf(anchor)]));
  return lines
    .flatMap((line, index) => {
      const ids = after.get(index) ?? [];
      return ids.length === 0 ? [line] : [line, VECTORS_LINE + shortenIds(ids)];
    })
    .join("\n");
}

/** Ids in a row are named by the first and the last number: `c.num.0001-0017`. */
export function shortenIds(ids: readonly string[]): string {
  const groups: { area: string; first: string; last: string }[] = [];
  for (const id of ids.toSorted()) {
    const at = id.lastIndexOf(".");
    const [area, number] = [id.slice(0, at), id.slice(at + 1)];
    const group = groups.at(-1);
    if (group?.area === area && Number(group.last) + 1 === Number(number)) group.last = number;
    else groups.push({ area, first: number, last: number });
  }
  return groups
    .map(({ area, first, last }) => (first === last ? `${area}.${first}` : `${area}.${first}-${last}`))
    .join(", ");
}
