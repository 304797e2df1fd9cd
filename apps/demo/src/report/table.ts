import { stripVTControlCharacters } from "node:util";

/** A cell: its text, painted or not. Numbers stand to the right. */
export type Cell = string | number;

/**
 * Sets rows in columns.
 *
 * @param rows - equally long rows
 * @returns one line a row, without trailing blanks
 */
export function tableLines(rows: readonly (readonly Cell[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(String(row[column] ?? "")))),
  );
  const isNumeric = widths.map((_, column) => rows.some((row) => typeof row[column] === "number"));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const padding = " ".repeat((widths[column] ?? 0) - widthOf(String(cell)));
        return isNumeric[column] ? `${padding}${cell}` : `${cell}${padding}`;
      })
      .join("  ")
      .trimEnd(),
  );
}

function widthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}
