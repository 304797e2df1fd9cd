import type { LogFacts } from "../logs/read-facts.ts";
import { SERVICES } from "../orders/outcomes.ts";
import { LANGUAGE } from "../services/launches.ts";
import type { Paint } from "./paint.ts";
import { type Cell, tableLines } from "./table.ts";

const LEVELS = ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] as const;

/** The entries by service, language and level, with their sums. */
export function entriesTable(facts: LogFacts, paint: Paint): string[] {
  const rows: Cell[][] = [
    [
      paint.dim("service"),
      paint.dim("language"),
      ...LEVELS.map((level) => paint.level(level, level)),
      paint.dim("all"),
    ],
  ];
  for (const service of SERVICES) {
    const counts = LEVELS.map((level) => facts.counts.get(service)?.get(level) ?? 0);
    rows.push([service, LANGUAGE[service], ...counts, sumOf(counts)]);
  }
  const sums = LEVELS.map((level) =>
    sumOf(SERVICES.map((service) => facts.counts.get(service)?.get(level) ?? 0)),
  );
  rows.push([paint.dim("all"), "", ...sums, sumOf(sums)]);
  return tableLines(rows);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
