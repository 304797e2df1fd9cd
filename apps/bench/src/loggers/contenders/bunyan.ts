import bunyan from "bunyan";
import type { LoggerContender } from "../contender.ts";
import { objectFirst } from "../source.ts";
import { versionOf } from "../versions.ts";
import { SHARED_FIELDS } from "../workloads.ts";

/** Bunyan with the same fields beside its own. */
export const bunyanFull: LoggerContender = {
  name: "bunyan",
  version: versionOf("bunyan"),
  note: "milliseconds; context at the top level",
  style: objectFirst,
  sinks: ["null"],
  open: (sink) => {
    const { host, ...fields } = SHARED_FIELDS;
    const log = bunyan.createLogger({
      name: fields.logger_name,
      host,
      ...fields,
      serializers: { err: bunyan.stdSerializers.err },
      streams: [{ level: "info", stream: { write: sink.take } as unknown as NodeJS.WritableStream }],
    });
    return { log, child: (bound) => log.child(bound), drain: () => {} };
  },
};
