/** A table in Markdown, its columns aligned in the source as well. */
export function markdownTable(
  head: readonly string[],
  body: readonly (readonly string[])[],
  sides: readonly ("l" | "r")[],
): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...body.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (sides[i] === "r" ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, i) => (sides[i] === "r" ? `${"-".repeat(width - 1)}:` : "-".repeat(width)));
  return [line(head), line(rule), ...body.map(line)];
}
