import { SeverityNumber } from "@opentelemetry/api-logs";
import { LoggerProvider, SimpleLogRecordProcessor } from "@opentelemetry/sdk-logs";
import type { LoggerContender } from "../contender.ts";
import type { CallStyle } from "../source.ts";
import { withError } from "../source.ts";
import { versionOf } from "../versions.ts";
import { SHARED_FIELDS } from "../workloads.ts";

const SEVERITY = {
  debug: SeverityNumber.DEBUG,
  info: SeverityNumber.INFO,
  error: SeverityNumber.ERROR,
} as const;

const style: CallStyle = {
  call: (level, message, context, error) => {
    const attributes = withError(context, error === undefined ? undefined : `describe(${error})`);
    const more = attributes === undefined ? "" : `, attributes: ${attributes}`;
    return `log.emit({ severityNumber: ${SEVERITY[level]}, severityText: "${level.toUpperCase()}", body: ${message}${more} })`;
  },
};

/** OpenTelemetry's logs SDK without any exporter behind it: nothing is turned into bytes. */
export const otelFull: LoggerContender = {
  name: "OpenTelemetry",
  version: versionOf("@opentelemetry/sdk-logs"),
  note: "a record in memory: nothing is serialised; no children, no levels to disable",
  style,
  sinks: ["null"],
  open: (sink) => {
    const provider = new LoggerProvider({
      processors: [
        new SimpleLogRecordProcessor({
          exporter: {
            export: (records, done) => {
              for (const { body } of records) sink.take(String(body));
              // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the enum is in a package of its own; 0 is success
              done({ code: 0 });
            },
            forceFlush: () => Promise.resolve(),
            shutdown: () => Promise.resolve(),
          },
        }),
      ],
    });
    Object.assign(globalThis, { describe: describeError });
    const log = provider.getLogger(SHARED_FIELDS.logger_name, SHARED_FIELDS.version);
    return { log, child: () => log, drain: () => provider.forceFlush() };
  },
};

function describeError({ name, message, stack }: Error): object {
  return { "exception.type": name, "exception.message": message, "exception.stacktrace": stack ?? "" };
}
