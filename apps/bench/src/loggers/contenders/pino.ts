import pino from "pino";
import type { LoggerContender, OpenLogger, Sink } from "../contender.ts";
import { timestampNow } from "../micros.ts";
import { objectFirst } from "../source.ts";
import { versionOf } from "../versions.ts";
import { SHARED_FIELDS } from "../workloads.ts";

const { service, environment, version, host, logger_name } = SHARED_FIELDS;
const FULL: pino.LoggerOptions = {
  base: { service, environment, version, host, logger_name },
  messageKey: "message",
  nestedKey: "context",
  timestamp: () => `,"timestamp":"${timestampNow()}"`,
  formatters: { level: (label) => ({ level: label }) },
};

const common = { version: versionOf("pino"), style: objectFirst } as const;

/** Pino as it comes: numeric level, milliseconds, process id and host name. */
export const pinoPlain: LoggerContender = {
  ...common,
  name: "pino plain",
  note: "its default record",
  sinks: ["null", "file", "buffered"],
  open: (sink) => open(sink, {}),
};

/** Pino with the members that our entries have; no location, no redaction, no order of keys. */
export const pinoFull: LoggerContender = {
  ...common,
  name: "pino full",
  sinks: ["null", "file", "buffered"],
  open: (sink) => open(sink, FULL),
};

/** The same with redaction of the two secrets of workload f by their paths. */
export const pinoRedact: LoggerContender = {
  ...common,
  name: "pino full + redact",
  sinks: ["null"],
  open: (sink) => open(sink, { ...FULL, redact: ["api_key", "password", "*.password"] }),
};

/** The same as pino full with the cheapest way to find the place of the call at run time. */
export const pinoCapture: LoggerContender = {
  ...common,
  name: "pino full + capture",
  note: "one frame, structured, read in a mixin",
  sinks: ["null"],
  open: (sink) => open(sink, { ...FULL, mixin: placeOfCall }),
};

function open(sink: Sink, options: pino.LoggerOptions): OpenLogger {
  const stream =
    sink.kind === "null"
      ? { write: sink.take }
      : pino.destination({
          dest: sink.path,
          sync: true,
          ...(sink.kind === "buffered" && { minLength: 4096 }),
        });
  const log = pino(options, stream);
  return {
    log,
    child: (bound) => log.child(bound),
    drain: () => {
      if ("flushSync" in stream) stream.flushSync();
    },
  };
}

const onlyFrames = (_: Error, frames: NodeJS.CallSite[]): NodeJS.CallSite[] => frames;

/** The frames between a mixin and the caller are pino's: four with this version. */
function placeOfCall(): object {
  const { stackTraceLimit } = Error;
  // oxlint-disable-next-line typescript/unbound-method -- it is put back, not called
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = onlyFrames;
  Error.stackTraceLimit = FRAMES_TO_CALLER;
  const holder: { stack?: NodeJS.CallSite[] } = {};
  Error.captureStackTrace(holder, placeOfCall);
  const frame = holder.stack?.[FRAMES_TO_CALLER - 1];
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  const file = frame?.getFileName() ?? "";
  return {
    file: file.slice(file.lastIndexOf("/") + 1),
    line: frame?.getLineNumber() ?? 0,
    function: frame?.getFunctionName() ?? "",
  };
}

const FRAMES_TO_CALLER = 3;
