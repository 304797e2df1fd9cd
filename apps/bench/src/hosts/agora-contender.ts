import { type Level, createEncoder, createLayer, createSite } from "@agora/core";
import type { NodeContender } from "./contender.ts";
import { thrownOf } from "./contender.ts";

/** The encoder of `@agora/core`. Site and bound context are prepared, as a logger prepares them. */
export const agoraContender: NodeContender = {
  name: "agora",
  version: "0.1.0",
  prepare: (shared, entries) => {
    const encode = createEncoder({
      service: shared.service,
      environment: shared.environment,
      version: shared.version,
      host: shared.host,
      loggerName: shared.logger_name,
    });
    const prepared = entries.map((entry) => ({
      level: entry.level as Level,
      message: entry.message,
      site: createSite(entry.file, entry.line, entry.function),
      bound: [createLayer(entry.bound)],
      context: entry.context,
      error: thrownOf(entry),
    }));
    return (index, timeUs) => {
      const { level, message, site, bound, context, error } = prepared[index] as (typeof prepared)[number];
      const time = Math.floor(timeUs / 1000);
      return encode({ time, micros: timeUs % 1000, level, message, site, bound, context, error });
    };
  },
};
