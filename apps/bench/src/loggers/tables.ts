import { markdownTable } from "../markdown-table.ts";
import type { SinkKind } from "./contender.ts";
import type { LoggerRow } from "./measure-loggers.ts";
import { CALL_KINDS } from "./workloads.ts";

/** Whom all others are compared with. */
export const REFERENCE = "pino full";

const SINKS: Readonly<Record<SinkKind, string>> = {
  null: "null sink",
  file: "file, one write a line",
  buffered: "file, buffered",
};

/** What a contender takes, divided by what the reference takes: the ratio of the medians of the same rounds. */
export function ratioOf(rows: readonly LoggerRow[], row: LoggerRow): number | undefined {
  const reference = rows.find(
    ({ contender, node, sink, kind }) =>
      contender === REFERENCE && node === row.node && sink === row.sink && kind === row.kind,
  );
  return reference === undefined ? undefined : row.ns.median / reference.ns.median;
}

/** A table for each Node and sink: a row for each contender, a column for each workload. */
export function loggerTables(rows: readonly LoggerRow[]): string[] {
  const groups = new Map<string, LoggerRow[]>();
  for (const row of rows) {
    const title = `Node ${row.node}, ${SINKS[row.sink]}`;
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return [...groups].flatMap(([title, group]) => [`### ${title}`, "", ...groupTable(group), ""]);
}

function groupTable(rows: readonly LoggerRow[]): string[] {
  const kinds = CALL_KINDS.filter(({ id }) => rows.some(({ kind }) => kind === id));
  const contenders = [...new Set(rows.map(({ contender }) => contender))];
  const body = contenders.map((contender) => [
    contender === REFERENCE ? `**${contender}**` : contender,
    ...kinds.map(({ id }) => {
      const row = rows.find((each) => each.contender === contender && each.kind === id);
      return row === undefined ? "" : cell(row, ratioOf(rows, row));
    }),
  ]);
  return markdownTable(["contender", ...kinds.map(({ id, title }) => `${id}: ${title}`)], body, [
    "l",
    ...kinds.map(() => "r" as const),
  ]);
}

/** The ratio and, in brackets, nanoseconds; of a disabled level nanoseconds alone: nothing is there to compare. */
function cell({ ns, kind }: LoggerRow, ratio: number | undefined): string {
  const digits = ns.median < 100 ? 1 : 0;
  return ratio === undefined || kind === "e"
    ? `${ns.median.toFixed(digits)} ns`
    : `${ratio.toFixed(2)} (${ns.median.toFixed(digits)})`;
}
