import { LEVEL_NUMBERS } from "@agora/schema/tables";
import type { Level } from "@agora/schema/tables";
import { statusOf } from "./sink.ts";
import type { Sink } from "./sink.ts";

/** Where a timestamp has its microseconds, behind the milliseconds. */
const MICROS = "2026-01-01T00:00:00.000".length;

/**
 * Takes those lines out that a console has got. It showed them, or has taken or will take them to the fallback itself:
 * a console trusts no other with what it cannot show. One that does not fare well now, or was not open when the line
 * was made, is not trusted. A handler's own reports are no console's but its own.
 *
 * @param known consoles, also such that are closed.
 */
export function withoutShown(lines: string, owner: Sink, known: readonly Sink[]): readonly string[] {
  const all = lines.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const consoles = owner.isConsole ? [] : known.filter((sink) => statusOf(sink).isHealthy);
  if (consoles.length === 0) return all;
  return all.filter((line) => {
    if (owner.reports.has(line)) return true;
    const { name, level, time } = read(line);
    return !consoles.some(
      ({ openedAt, closedAt, share }) =>
        time > openedAt && time < closedAt && (share(name)?.minimum ?? Infinity) <= level,
    );
  });
}

/** Logger, level number and microseconds of a line; of one that cannot be read, those that no console gets. */
function read(line: string): { name: string; level: number; time: number } {
  try {
    const { timestamp = "", level, logger_name: name = "" } = JSON.parse(line) as Record<string, string>;
    const time = Date.parse(timestamp) * 1000 + Number(timestamp.slice(MICROS, -1));
    return { name, level: LEVEL_NUMBERS[level as Level], time };
  } catch {
    return { name: "", level: Number.NaN, time: Number.NaN };
  }
}
