import type { DropTotals, HandlerHealth, HealthStatus } from "@agora/schema";
import type { DropReason, HandlerStatus } from "./handler.ts";
import type { Runtime, RuntimeState } from "./runtime-types.ts";

/**
 * Makes the report of how the logging of a process fares. It has the form of `health.schema.json`, the same in every
 * language, so that it can be sent as it is: member names are those of the wire. Never throws.
 */
export function getHealthStatus(runtime: Pick<Runtime, "inspect">): HealthStatus {
  const { handlers, entries, dropped, formerErrors, degraded, isClosed } = runtime.inspect();
  const broken = handlers.filter(({ status }) => !status.isHealthy);
  const reasons = [
    ...(isClosed ? ["logging was shut down"] : []),
    ...broken.map(({ name, status }) => `${name}: ${status.error ?? "does not work"}`),
    ...degraded,
  ];
  const isDead = isClosed || (broken.length > 0 && broken.length === handlers.length);
  const lost = sumDrops(handlers.map(({ status }) => status.dropped ?? {}));
  return {
    status: isDead ? "unhealthy" : reasons.length > 0 ? "degraded" : "healthy",
    is_healthy: reasons.length === 0,
    reasons,
    handlers: handlers.map(({ name, status }) => handlerHealth(name, status)),
    queue: {
      size: sum(handlers, ({ status }) => status.pending),
      capacity: sum(handlers, ({ status }) => status.capacity),
      dropped_total: sum(Object.values(lost), (count) => count),
    },
    dropped: sumDrops([dropped, lost]),
    metrics: {
      ...entryTotals(entries),
      errors_total: sum(handlers, ({ status }) => status.errors) + formerErrors,
    },
  };
}

function handlerHealth(name: string, status: HandlerStatus): HandlerHealth {
  const { isHealthy, error, errors = 0, pending, capacity, dropped, file } = status;
  return {
    name,
    status: isHealthy ? "ok" : "error",
    ...(isHealthy || error === undefined ? {} : { error }),
    errors,
    ...(pending === undefined ? {} : { pending }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(dropped === undefined ? {} : { dropped: { ...dropped } }),
    ...(file === undefined
      ? {}
      : { file: { path: file.path, bytes: file.bytes, rotations: file.rotations } }),
  };
}

function entryTotals(entries: RuntimeState["entries"]): Omit<HealthStatus["metrics"], "errors_total"> {
  const byLevel = { DEBUG: 0, INFO: 0, WARNING: 0, ERROR: 0, CRITICAL: 0 };
  for (const { level, count } of entries) byLevel[level] += count;
  return { entries_total: sum(entries, ({ count }) => count), entries_by_level: byLevel };
}

function sumDrops(all: readonly DropTotals[]): DropTotals {
  const sums: DropTotals = {};
  for (const counts of all) {
    for (const [name, count] of Object.entries(counts)) {
      const reason = name as DropReason;
      sums[reason] = (sums[reason] ?? 0) + count;
    }
  }
  return sums;
}

function sum<T>(all: readonly T[], value: (each: T) => number | undefined): number {
  return all.reduce((total, each) => total + (value(each) ?? 0), 0);
}
