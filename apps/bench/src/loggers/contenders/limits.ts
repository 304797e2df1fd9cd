import { closeSync, openSync, writeSync } from "node:fs";
import type { LoggerContender, OpenLogger, Sink } from "../contender.ts";
import { timestampNow } from "../micros.ts";
import type { CallStyle } from "../source.ts";
import { SHARED_FIELDS } from "../workloads.ts";

const { service, environment, version, host, logger_name } = SHARED_FIELDS;
const STATIC = `,"service":"${service}","environment":"${environment}","version":"${version}","host":"${host}","logger_name":"${logger_name}"`;

const BUFFER = 65_536;

const byHand: CallStyle = {
  call: (level, message, _, error, inside) =>
    `log.${level}(${[message, inside === "" ? '""' : `\`${inside}\``, error ?? "undefined"].join(", ")})`,
};

/** The limit of a logger that knows every member of every call: concatenation, nothing escaped but stacks. */
export const handLimit: LoggerContender = {
  name: "limit: by hand",
  version: "-",
  note: "concatenation with known keys; nothing escaped, no place; no logger",
  style: byHand,
  sinks: ["null", "file", "buffered"],
  open: (sink) => {
    const { write, drain } = writerOf(sink);
    const make = (bound: string): object => {
      const method =
        (level: string) =>
        (message: string, context: string, error?: Error): void => {
          const exception = error === undefined ? "" : exceptionText(error);
          const all = bound !== "" && context !== "" ? `${bound},${context}` : bound + context;
          const inside = all === "" ? "" : `,"context":{${all}}`;
          write(
            `{"timestamp":"${timestampNow()}","level":"${level}","message":"${message}"${STATIC}${inside}${exception}}\n`,
          );
        };
      return { debug: () => {}, info: method("INFO"), error: method("ERROR") };
    };
    return { log: make(""), child: (bound) => make(JSON.stringify(bound).slice(1, -1)), drain };
  },
};

function exceptionText({ name, message, stack }: Error): string {
  return `,"exception":{"type":"${name}","message":${JSON.stringify(message)},"stacktrace":${JSON.stringify(stack)}}`;
}

const splice: CallStyle = {
  call: (level, message, context, error) =>
    `log.${level}(${[message, context ?? "undefined", error ?? "undefined"].join(", ")})`,
};

/**
 * The limit of a logger without knowledge of its contexts: constant parts, `JSON.stringify` of the context, and a
 * place that is known. It hides, sorts, bounds and repairs nothing.
 */
export const spliceLimit: LoggerContender = {
  name: "limit: splice",
  version: "-",
  note: "constants + JSON.stringify(context) + a constant place; no logger",
  style: splice,
  sinks: ["null", "file", "buffered"],
  open: (sink) => {
    const { write, drain } = writerOf(sink);
    const make = (bound: object | undefined): object => {
      const method =
        (level: string) =>
        (message: string, context?: object, error?: Error): void => {
          const all = bound === undefined ? context : { ...bound, ...context };
          let line = `{"timestamp":"${timestampNow()}","level":"${level}","message":"${message}"${STATIC},"file":"orders.ts","line":20,"function":"placeOrder"`;
          if (all !== undefined) line += `,"context":${JSON.stringify(all)}`;
          if (error !== undefined) line += exceptionText(error);
          write(`${line}}\n`);
        };
      return { debug: () => {}, info: method("INFO"), error: method("ERROR") };
    };
    return { log: make(undefined), child: make, drain };
  },
};

function writerOf(sink: Sink): { write: (line: string) => void; drain: OpenLogger["drain"] } {
  if (sink.kind === "null") return { write: sink.take, drain: () => {} };
  const fd = openSync(sink.path, "a");
  process.on("exit", () => closeSync(fd));
  if (sink.kind === "file") return { write: (line) => void writeSync(fd, line), drain: () => {} };
  let pending = "";
  const drain = (): void => {
    if (pending !== "") writeSync(fd, pending);
    pending = "";
  };
  return {
    write: (line) => {
      pending += line;
      if (pending.length >= BUFFER) drain();
    },
    drain,
  };
}
