import { getFileSink } from "@logtape/file";
import { configureSync, getJsonLinesFormatter, getLogger } from "@logtape/logtape";
import type { LoggerContender } from "../contender.ts";
import type { CallStyle } from "../source.ts";
import { withError } from "../source.ts";
import { versionOf } from "../versions.ts";
import { SHARED_FIELDS } from "../workloads.ts";

const style: CallStyle = {
  call: (level, message, context, error) => {
    const properties = withError(context, error);
    return `log.${level}(${message}${properties === undefined ? "" : `, ${properties}`})`;
  },
};

/** LogTape with its JSON Lines formatter. */
export const logtapeFull: LoggerContender = {
  name: "LogTape",
  version: versionOf("@logtape/logtape"),
  note: "milliseconds",
  style,
  sinks: ["null", "file"],
  open: (sink) => {
    const format = getJsonLinesFormatter({ properties: "nest:context" });
    const file =
      sink.kind === "file" ? getFileSink(sink.path, { formatter: format, bufferSize: 0 }) : undefined;
    configureSync({
      sinks: { it: file ?? ((record) => sink.take(format(record))) },
      loggers: [
        { category: ["bench"], lowestLevel: "info", sinks: ["it"] },
        { category: ["logtape", "meta"], lowestLevel: "error", sinks: ["it"] },
      ],
    });
    const log = getLogger(["bench", "orders"]).with(SHARED_FIELDS);
    return { log, child: (bound) => log.with(bound as Record<string, unknown>), drain: () => {} };
  },
};
