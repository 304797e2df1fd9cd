import { Writable } from "node:stream";
import winston from "winston";
import type { LoggerContender } from "../contender.ts";
import { timestampNow } from "../micros.ts";
import type { CallStyle } from "../source.ts";
import { versionOf } from "../versions.ts";
import { SHARED_FIELDS } from "../workloads.ts";

const style: CallStyle = {
  call: (level, message, context, error) => {
    const members = [
      ...(context === undefined ? [] : [`context: ${context}`]),
      ...(error === undefined ? [] : [`exception: ${error}`]),
    ];
    const meta = members.length > 0 ? `, { ${members.join(", ")} }` : "";
    return `log.${level}(${message}${meta})`;
  },
};

const addTime = winston.format((info) => {
  info["timestamp"] = timestampNow();
  const { exception } = info;
  if (exception instanceof Error) {
    const { name, message, stack } = exception;
    info["exception"] = { type: name, message, stacktrace: stack };
  }
  return info;
});

/** Winston with the same fields, as its documentation sets it up: a format for the time, and JSON. */
export const winstonFull: LoggerContender = {
  name: "winston",
  version: versionOf("winston"),
  style,
  sinks: ["null", "file"],
  open: (sink) => {
    const transport =
      sink.kind === "null"
        ? new winston.transports.Stream({
            stream: new Writable({
              decodeStrings: false,
              write: (line: string, _, done) => {
                sink.take(line);
                done();
              },
            }),
          })
        : new winston.transports.File({ filename: sink.path });
    const log = winston.createLogger({
      level: "info",
      defaultMeta: SHARED_FIELDS,
      format: winston.format.combine(addTime(), winston.format.json()),
      transports: [transport],
    });
    return {
      log,
      child: (bound) => log.child({ context: bound }),
      drain: async () => {
        while (transport.writableLength > 0 || log.writableLength > 0) await new Promise(setImmediate);
      },
    };
  },
};
