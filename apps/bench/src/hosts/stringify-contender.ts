import type { WorkloadEntry } from "../workloads.ts";
import type { NodeContender, Shared } from "./contender.ts";
import { thrownOf } from "./contender.ts";

/** `JSON.stringify` of an entry put together by hand: no redaction, no limits, no order, no repair. */
export const stringifyContender: NodeContender = {
  name: "JSON.stringify",
  version: process.version,
  prepare: (shared, entries) => {
    const errors = entries.map(thrownOf);
    return (index, timeUs) =>
      `${JSON.stringify(plainEntry(shared, entries[index] as WorkloadEntry, errors[index], timeUs))}\n`;
  },
};

function plainEntry(shared: Shared, entry: WorkloadEntry, error: Error | undefined, timeUs: number): object {
  const isoMs = new Date(timeUs / 1000).toISOString();
  const micros = String(timeUs % 1000).padStart(3, "0");
  const context = { ...entry.bound, ...entry.context };
  return {
    timestamp: `${isoMs.slice(0, -1)}${micros}Z`,
    level: entry.level,
    message: entry.message,
    service: shared.service,
    file: entry.file,
    line: entry.line,
    function: entry.function,
    environment: shared.environment,
    version: shared.version,
    host: shared.host,
    logger_name: shared.logger_name,
    // An undefined member is left out.
    context: Object.keys(context).length > 0 ? context : undefined,
    exception: error && { type: error.name, message: error.message, stacktrace: error.stack },
  };
}
