import { pathToFileURL } from "node:url";
import { encode } from "@jridgewell/sourcemap-codec";
import type { SourceMapSegment } from "@jridgewell/sourcemap-codec";
import { LineTable } from "../analysis/ast.ts";
import type { Insertion } from "../emit.ts";
import type { PositionMap } from "./original.ts";

/** The map of code with insertions, as the comment that names it, on a line of its own. */
export function shiftedMap(map: PositionMap, code: string, insertions: readonly Insertion[]): string {
  const lines = new LineTable(code);
  const byLine = new Map<number, { column: number; width: number }[]>();
  for (const { at, text } of insertions) {
    const { line, column } = lines.at(at);
    byLine.set(line, [...(byLine.get(line) ?? []), { column, width: text.length }]);
  }
  const mappings = map.mappings.map((segments, index) => {
    const moved = byLine.get(index + 1);
    return moved === undefined ? segments : segments.map((segment) => shifted(segment, moved));
  });
  const sources = map.sources.map(({ path }) => pathToFileURL(path).href);
  const text = JSON.stringify({ version: 3, sources, names: map.names, mappings: encode(mappings) });
  return `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(text).toString("base64")}`;
}

function shifted(
  segment: SourceMapSegment,
  moved: readonly { readonly column: number; readonly width: number }[],
): SourceMapSegment {
  const [column, ...rest] = segment;
  const width = moved.reduce(
    (sum, insertion) => (insertion.column <= column ? sum + insertion.width : sum),
    0,
  );
  return [column + width, ...rest] as SourceMapSegment;
}
